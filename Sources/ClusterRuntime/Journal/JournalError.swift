/// Why a journal can't be used.
package enum JournalError: Error, Equatable, CustomStringConvertible {
    /// Another producer has it open.
    case inUse(folder: String)
    /// The file is no SQLite database, or a damaged one.
    case damaged(path: String, reason: String)
    /// A database of another program.
    case foreign(path: String)
    /// Written by a later version of Warraq.
    case newer(path: String)
    case file(FileError)
    /// What SQLite says.
    case database(path: String, reason: String)
    case thread(reason: String)
    /// A copy of a journal can't be written.
    case copy(path: String, reason: String)
    /// What should be put back is no whole copy of a journal.
    case notRestored(copy: String, reason: String)

    package var description: String {
        switch self {
        case .inUse(let folder):
            "the journal in \(folder) is in use by another producer; stop it, or give this one a folder of its own"
        case .damaged(let path, let reason):
            "the journal \(path) is damaged or no journal (\(reason)); put a copy of its folder back, or move the folder away to begin anew"
        case .foreign(let path):
            "\(path) is a database of another program; choose another folder for the journal"
        case .newer(let path):
            "the journal \(path) was written by a later version of Warraq; run that version or a later one"
        case .file(let error): error.description
        case .database(let path, let reason): "the journal \(path) can't be used: \(reason)"
        case .thread(let reason): reason
        case .copy(let path, let reason): "the copy \(path) can't be written: \(reason)"
        case .notRestored(let copy, let reason):
            "\(copy) is no whole copy of a journal (\(reason)), and nothing was changed; put another copy back"
        }
    }
}
