package import ClusterRuntime
internal import GRDB

/// Why the index can't be used.
package enum IndexError: Error, Equatable, CustomStringConvertible {
    /// Another console has it open.
    case inUse(folder: String)
    /// A database of another program.
    case foreign(path: String)
    /// There is no folder of reports: none ever, or none any more.
    case noReports(folder: String)
    case file(FileError)
    /// What SQLite says.
    case database(path: String, reason: String)

    package var description: String {
        switch self {
        case .inUse(let folder):
            "the index in \(folder) is in use by another console; stop it, or give this one a folder of its own (--data)"
        case .foreign(let path): "\(path) is a database of another program; choose another folder (--data)"
        case .noReports(let folder):
            "there is no folder \(folder): the index stays as it is; bring the reports' folder back, or name another "
                + "(--reports)"
        case .file(let error): error.description
        case .database(let path, let reason): "the index \(path) can't be used: \(reason)"
        }
    }

    init(_ error: any Error, path: String) {
        switch error {
        case let error as IndexError: self = error
        case let error as FileError: self = .file(error)
        case let error as DatabaseError:
            // Without statement and arguments, which hold the article.
            self = .database(path: path, reason: error.message ?? "\(error.resultCode)")
        default: self = .database(path: path, reason: "\(error)")
        }
    }
}

extension Error {
    /// Whether the file itself is damaged, so that only a new one helps.
    var saysDamaged: Bool {
        guard let code = (self as? DatabaseError)?.resultCode else { return false }
        return code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB
    }
}
