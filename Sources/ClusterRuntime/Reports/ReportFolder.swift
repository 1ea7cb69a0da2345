internal import Articles
internal import Glibc
internal import Synchronization

/// A folder of reports, each in a file of its article's name, which is whole or not there.
///
/// What is being written stands in a hidden folder of this process inside it, which is locked: what a crash leaves there
/// is removed by the next sink that starts, and another one that runs is left alone.
final class ReportFolder: Sendable {
    private static let workPrefix = ".warraq-writing-"

    private let path: String
    private let folder: Folder
    private let work: Folder
    /// Numbers unfinished files: the same article may be written twice at once, after it was cancelled and retried.
    private let written = Atomic<UInt64>(0)

    /// Opens the folder, makes it where it is missing, and removes what crashed sinks left unfinished.
    init(path: String) throws(FileError) {
        try Folder.create(path: path)
        self.path = path
        folder = try Folder(path: path)
        try Self.removeLeftovers(in: path)
        work = try Self.makeWorkFolder(in: path)
    }

    deinit { Self.remove(work.path) }

    /// What its disk has left for this user; `nil` where that can't be found out.
    var freeBytes: Int? {
        var disk = statvfs()
        return statvfs(path, &disk) == 0 ? Int(disk.f_bavail) * Int(disk.f_frsize) : nil
    }

    func path(of id: ArticleID) -> String { "\(path)/\(id).json" }

    /// Writes reports and returns when they are on disk; for each, the error if there was one.
    ///
    /// First all are written, then all are synced, then all are named: while one sync waits for the disk the bytes of
    /// the others are on their way, and where syncs commit a journal the first commits for all.
    func write(_ reports: [(id: ArticleID, bytes: [UInt8])]) -> [FileError?] {
        var errors: [FileError?] = Array(repeating: nil, count: reports.count)
        var unfinished: [(index: Int, file: UnfinishedFile)] = []
        unfinished.reserveCapacity(reports.count)
        for (index, (id, bytes)) in reports.enumerated() {
            do throws(FileError) {
                let number = written.add(1, ordering: .relaxed).newValue
                unfinished.append((index, try UnfinishedFile(bytes, at: "\(work.path)/\(id).\(number)")))
            } catch {
                errors[index] = error
            }
        }
        for (index, file) in unfinished {
            do throws(FileError) { try file.sync() } catch { errors[index] = error }
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

    func exists(_ id: ArticleID) -> Bool { WholeFile.exists(path(of: id)) }

    func read(_ id: ArticleID) throws(FileError) -> [UInt8]? { try WholeFile.read(path(of: id)) }

    private static func makeWorkFolder(in path: String) throws(FileError) -> Folder {
        while true {
            let work = "\(path)/\(workPrefix)\(getpid())-\(UInt32.random(in: 0 ... .max))"
            guard mkdir(work, 0o755) == 0 else { throw .last("make the folder", work) }
            let folder = try Folder(path: work)
            // Another sink that starts now may have taken it for a leftover before it was locked.
            if try folder.tryLock(), !folder.isRemoved { return folder }
        }
    }

    private static func removeLeftovers(in path: String) throws(FileError) {
        for name in try Folder.entries(of: path) where name.hasPrefix(workPrefix) {
            // Gone meanwhile, or of a sink that runs: not ours to remove.
            guard let leftover = try? Folder(path: "\(path)/\(name)"), (try? leftover.tryLock()) == true else {
                continue
            }
            remove(leftover.path)
        }
    }

    private static func remove(_ work: String) {
        for name in (try? Folder.entries(of: work)) ?? [] { unlink("\(work)/\(name)") }
        rmdir(work)
    }
}
