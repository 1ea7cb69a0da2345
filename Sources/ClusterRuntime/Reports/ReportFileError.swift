/// Why the file that bears a report's name is not read.
package enum ReportFileError: Error, Equatable, CustomStringConvertible {
    /// What the system says; it may be over later.
    case file(FileError)
    /// It leads elsewhere, and what is there may be nothing for readers.
    case link(path: String)
    case tooLarge(path: String, bytes: Int, limit: Int)

    package var description: String {
        switch self {
        case .file(let error): error.description
        case .link(let path): "\(path) is a link, and links are not followed; put the report itself there"
        case .tooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes >> 20) MiB, and no report has more than \(limit >> 20) MiB; remove it"
        }
    }
}
