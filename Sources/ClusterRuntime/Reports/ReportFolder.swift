internal import Articles
internal import Glibc
internal import Synchronization
internal import ZeroMQ

/// A folder of reports, each in a file of its article's name, which is whole or not there.
///
/// What is being written stands in a hidden folder of this process inside it (``WorkFolder``). Several sinks may have the
/// folder open: the one that was the last to claim it writes, and none that claimed before.
final class ReportFolder: Sendable {
    private let path: String
    private let folder: Folder
    private let work: Mutex<WorkFolder>
    private let syncing: FileSyncing
    /// Numbers unfinished files: the same article may be written twice at once, after it was cancelled and retried.
    private let written = Atomic<UInt64>(0)

    /// Opens the folder, makes it where it is missing, and removes what crashed sinks left unfinished.
    init(path: String) throws {
        try Folder.create(path: path)
        self.path = path
        folder = try Folder(path: path)
        folder.spreadFolders()
        syncing = try FileSyncing(on: folder.fileSystem)
        work = Mutex(try WorkFolder(in: path))
    }

    deinit { work.withLock { $0.remove() } }

    /// Makes this process the one that writes reports here for a journal's cluster: those that did so before can't name
    /// any more from here on. Only the first call for a journal does so; a later one finds out whether that still holds, and
    /// one for another journal (the producer's was replaced) does so anew if it does. Nothing may be written meanwhile.
    ///
    /// - Returns: how many were shut out that still run; `nil` if this process was.
    func claim(journal: UInt64) throws(FileError) -> Int? {
        try work.withLock { work throws(FileError) in
            if work.claimedJournal != nil, !work.isThere { return nil }
            return work.claimedJournal == journal ? 0 : try work.claim(journal: journal, root: folder)
        }
    }

    /// Whether nothing can be written here any more.
    var isDisplaced: Bool { work.withLock { !$0.isThere } }

    /// Why nothing can be written here any more.
    var displacement: String {
        work.withLock { $0.hasSuccessor }
            ? "another sink writes the reports in \(path)"
            : "what it was writing in \(path) was removed, by another sink or by hand"
    }

    /// What its disk has left; `nil` where that can't be found out.
    var disk: Disk? { Disk(at: path) }

    func path(of id: ArticleID) -> String { ReportFile.path(of: id, in: path) }

    /// Writes reports and returns when they are on disk; for each, the error if there was one.
    ///
    /// First all are written, then all are synced, then all are named: one sync may do for all of them, and where it does
    /// not, the bytes of the others are on their way while one waits for the disk.
    func write(_ reports: [MadeReport]) -> [FileError?] {
        var errors: [FileError?] = Array(repeating: nil, count: reports.count)
        let work = work.withLock { $0.path }
        var unfinished: [(index: Int, file: UnfinishedFile)] = []
        unfinished.reserveCapacity(reports.count)
        for (index, report) in reports.enumerated() {
            do throws(FileError) {
                let number = written.add(1, ordering: .relaxed).newValue
                unfinished.append((index, try UnfinishedFile(report.bytes, at: "\(work)/\(report.id).\(number)")))
            } catch {
                errors[index] = error
            }
        }
        for ((index, file), code) in zip(unfinished, syncing.sync(unfinished.map(\.file.descriptor))) {
            do throws(FileError) { try file.synced(code) } catch { errors[index] = error }
        }
        for (index, file) in unfinished where errors[index] == nil {
            do throws(FileError) { try file.name(path(of: reports[index].id)) } catch { errors[index] = error }
        }
        do throws(FileError) {
            try folder.sync()
        } catch {
            // None of the names is sure to last.
            errors = errors.map { $0 ?? error }
        }
        return errors
    }

    /// The report's bytes; `nil` where there is none. An empty file or one of zeros is none: disks that lose power leave
    /// such in the place of what was copied or restored into the folder.
    func read(_ id: ArticleID) throws(ReportFileError) -> [UInt8]? {
        guard let bytes = try ReportFile.bytes(of: id, in: path), bytes.first == UInt8(ascii: "{") else { return nil }
        return bytes
    }
}
