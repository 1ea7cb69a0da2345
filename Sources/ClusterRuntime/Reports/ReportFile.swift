package import Articles
internal import Glibc

/// The file of an article's report: `ID.json` in a folder of reports.
///
/// Links are not followed: what they lead to, anywhere on this machine, would be read to whoever asks for the article.
package enum ReportFile {
    /// Several times what the largest article can have: a larger file is no report, and is not taken into memory.
    package static let largest = 256 << 20

    package static func path(of id: ArticleID, in folder: String) -> String { "\(folder)/\(id).json" }

    /// The article that a file's name belongs to.
    package static func article(ofFile name: String) -> ArticleID? {
        guard name.hasSuffix(".json") else { return nil }
        return ArticleID(String(name.dropLast(5)))
    }

    /// The open file; `nil` where there is none.
    package static func open(_ id: ArticleID, in folder: String) throws(ReportFileError) -> OpenFile? {
        let path = path(of: id, in: folder)
        let file: OpenFile?
        do throws(FileError) {
            file = try OpenFile.at(path, followsLinks: false)
        } catch {
            if error.code == ELOOP { throw .link(path: path) }
            throw .file(error)
        }
        if let file, file.size > largest { throw .tooLarge(path: path, bytes: file.size, limit: largest) }
        return file
    }

    /// What is in it; `nil` where there is none.
    package static func bytes(of id: ArticleID, in folder: String) throws(ReportFileError) -> [UInt8]? {
        let file = try open(id, in: folder)
        do throws(FileError) { return try file?.bytes() } catch { throw .file(error) }
    }
}
