internal import GRDB
internal import Glibc

/// Puts a copy of a journal back, in place of the one that is there.
package enum JournalRestore {
    /// Makes what can be read from `descriptor` the journal of `folder`, which is made if it is missing. What is there
    /// stays as it is until the copy is on disk and was read through.
    ///
    /// - Parameter name: what messages call the copy.
    /// - Throws: if a producer works with the folder, if what is read is no whole copy of a journal, or if it can't be
    ///   read or written.
    package static func restore(from descriptor: Int32, named name: String, folder: String) throws(JournalError) {
        let path = folder + "/" + JournalDatabase.fileName
        let owned: Folder
        let work: LockedFolder
        let isOurs: Bool
        do throws(FileError) {
            try Folder.create(path: folder)
            owned = try Folder(path: folder)
            isOurs = try owned.tryLock()
        } catch {
            throw .file(error)
        }
        guard isOurs else { throw .inUse(folder: folder) }
        defer { owned.unlock() }
        guard !isSame(descriptor, path) else { throw .notRestored(copy: name, reason: "it is the journal itself") }
        do throws(FileError) {
            work = try .new(in: folder, prefix: ".warraq-restore-")
        } catch {
            throw .file(error)
        }
        defer { work.remove() }
        let copy = work.path + "/" + JournalDatabase.fileName
        do throws(FileError) { try write(descriptor, named: name, to: copy) } catch { throw .file(error) }
        if let flaw = JournalSoundness.flaw(of: copy) { throw .notRestored(copy: name, reason: flaw) }
        try check(copy, named: name)
        do throws(FileError) {
            try replace(path, by: copy, in: owned)
        } catch {
            throw .file(error)
        }
        try JournalSoundness.mark(journal: path)
    }

    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (one, other) = (stat(), stat())
        return fstat(descriptor, &one) == 0 && stat(path, &other) == 0 && one.st_dev == other.st_dev
            && one.st_ino == other.st_ino
    }

    /// Returns when the bytes are on disk.
    private static func write(_ source: Int32, named name: String, to path: String) throws(FileError) {
        let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard target >= 0 else { throw .last("make", path) }
        defer { close(target) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(source, &buffer, buffer.count)
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw .last("read", name)
            }
            var rest = buffer[..<count]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(target, $0.baseAddress, $0.count) }
                guard written >= 0 || errno == EINTR else { throw .last("write", path) }
                rest.removeFirst(max(0, written))
            }
        }
        guard fsync(target) == 0 else { throw .last("sync", path) }
    }

    private static func check(_ path: String, named name: String) throws(JournalError) {
        do {
            var configuration = Configuration()
            configuration.label = "restore"
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read { database in
                guard try JournalSchema.isJournal(database) else {
                    throw JournalError.notRestored(copy: name, reason: "it is a database of another program")
                }
                guard try !JournalSchema.migrator.hasBeenSuperseded(database) else {
                    throw JournalError.newer(path: name)
                }
                // SQLite takes what is missing of the last page for zeros.
                guard JournalSoundness.statedSize(of: path) == JournalSoundness.size(of: path) else {
                    throw JournalError.notRestored(copy: name, reason: "its end is missing")
                }
                let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "no answer"
                guard verdict == "ok" else { throw JournalError.notRestored(copy: name, reason: verdict) }
            }
            try queue.close()
        } catch {
            let error = JournalError(error, path: name)
            if case .damaged(_, let reason) = error { throw .notRestored(copy: name, reason: reason) }
            throw error
        }
    }

    /// The log goes first: SQLite would take what is in it for a part of whatever database is beside it. Cut off after
    /// that, the old journal lacks what came last, which the copy does not have either.
    private static func replace(_ path: String, by copy: String, in folder: Folder) throws(FileError) {
        for file in [path + "-wal", path + "-shm"] {
            guard unlink(file) == 0 || errno == ENOENT else { throw .last("remove", file) }
        }
        try folder.sync()
        guard rename(copy, path) == 0 else { throw .last("name anew", path) }
        try folder.sync()
    }
}
