internal import GRDB
internal import Glibc

/// Copies of a journal, made while its producer works.
package enum JournalBackup {
    /// Copies the journal in `folder`, as it is at one moment, to a new file: in it is everything that had been accepted
    /// when the call began. The folder's owner goes on meanwhile. When the call returns, a power cut leaves the file, and
    /// its name, where they are.
    ///
    /// ``JournalRestore`` puts it back.
    ///
    /// - Throws: if there is no journal, or the file is there already or can't be written.
    package static func copy(folder: String, to file: String) throws(JournalError) {
        let source = try open(folder)
        let place: Folder
        let work: LockedFolder
        do throws(FileError) {
            guard !WholeFile.exists(file) else { throw FileError("make", file, code: EEXIST) }
            // Opened before the work is done that a folder which can't be synced would make void.
            place = try Folder(path: Folder.path(holding: file))
            work = try workFolder(in: place.path)
        } catch {
            throw .file(error)
        }
        defer { work.remove() }
        let copy = work.path + "/" + JournalDatabase.fileName
        try write(source, into: copy, named: file)
        do throws(FileError) {
            try sync(copy, named: file)
            // Somebody may have made a file of that name meanwhile.
            try NewName.give(file, to: copy)
            try place.sync()
        } catch {
            throw .file(error)
        }
    }

    /// Copies the journal in `folder` to a file that has no name and is gone when it is closed, on the journal's own disk:
    /// there is nowhere else that a container may write to.
    ///
    /// - Returns: the file, open for reading, for the caller to close.
    /// - Throws: if there is no journal, or the copy can't be written.
    package static func openCopy(folder: String) throws(JournalError) -> Int32 {
        let source = try open(folder)
        let work: LockedFolder
        do throws(FileError) { work = try workFolder(in: folder) } catch { throw .file(error) }
        defer { work.remove() }
        let copy = work.path + "/" + JournalDatabase.fileName
        try write(source, into: copy, named: copy)
        let descriptor = Glibc.open(copy, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(.last("open", copy)) }
        return descriptor
    }

    /// For a copy that is not whole yet.
    private static func workFolder(in parent: String) throws(FileError) -> LockedFolder {
        try .new(in: parent, prefix: ".warraq-backup-")
    }

    /// The journal, open for reading, and what it is called.
    private struct Source {
        let queue: DatabaseQueue
        let path: String
    }

    private static func open(_ folder: String) throws(JournalError) -> Source {
        let path = folder + "/" + JournalDatabase.fileName
        guard WholeFile.exists(path) else { throw .file(FileError("find the journal", path, code: ENOENT)) }
        if let flaw = JournalSoundness.flaw(of: path) { throw .damaged(path: path, reason: flaw) }
        do {
            var configuration = Configuration()
            configuration.label = "backup"
            configuration.readonly = true
            configuration.busyMode = .timeout(30)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            guard try queue.read({ try JournalSchema.isJournal($0) }) else { throw JournalError.foreign(path: path) }
            return Source(queue: queue, path: path)
        } catch {
            throw JournalError(error, path: path)
        }
    }

    /// - Parameter name: what whoever asked for the copy calls it.
    private static func write(_ source: Source, into file: String, named name: String) throws(JournalError) {
        do {
            try source.queue.vacuum(into: file)
            try source.queue.close()
        } catch let error as DatabaseError where error.isOfWriting {
            throw .copy(path: name, reason: error.actionableDescription)
        } catch {
            throw JournalError(error, path: source.path)
        }
    }

    private static func sync(_ path: String, named name: String) throws(FileError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", name) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last("sync", name) }
    }
}

extension DatabaseError {
    /// The journal is only read: what can't be written is the copy.
    fileprivate var isOfWriting: Bool {
        switch extendedResultCode {
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE: true
        default: [.SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(resultCode)
        }
    }
}
