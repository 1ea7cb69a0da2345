internal import GRDB
internal import Glibc

/// Copies of a journal, made while its producer works.
package enum JournalBackup {
    /// Copies the journal in `folder`, as it is at one moment, to a new file: in it is everything that had been accepted
    /// when the call began. The folder's owner goes on meanwhile. When the call returns, a power cut leaves the file, and
    /// its name, where they are.
    ///
    /// To put it back: a folder with nothing in it but the file, under the name `journal.sqlite`.
    ///
    /// - Throws: if there is no journal, or the file is there already or can't be written.
    package static func copy(folder: String, to file: String) throws(JournalError) {
        let source = try journal(in: folder)
        guard !WholeFile.exists(file) else { throw .file(FileError("make", file, code: EEXIST)) }
        // Opened before the work is done that a folder which can't be synced would make void.
        let place: Folder
        do throws(FileError) { place = try Folder(path: Folder.path(holding: file)) } catch { throw .file(error) }
        let unfinished = file + ".new"
        unlink(unfinished)
        defer { unlink(unfinished) }
        try write(source, into: unfinished)
        do throws(FileError) {
            try sync(unfinished)
            guard rename(unfinished, file) == 0 else { throw .last("name anew", file) }
            try place.sync()
        } catch {
            throw .file(error)
        }
    }

    /// Copies the journal in `folder` to a file that has no name and is gone when it is closed, on the journal's own disk:
    /// there is nowhere else that a container may write to. What a process that was killed has left of its copy goes, too.
    ///
    /// - Returns: the file, open for reading, for the caller to close.
    /// - Throws: if there is no journal, or the copy can't be written.
    package static func openCopy(folder: String) throws(JournalError) -> Int32 {
        let source = try journal(in: folder)
        let place: LockedFolder
        do throws(FileError) {
            try LockedFolder.removeLeftovers(in: folder, prefix: unfinishedPrefix)
            place = try LockedFolder(path: "\(folder)/\(unfinishedPrefix)\(getpid())")
        } catch {
            throw .file(error)
        }
        defer { place.remove() }
        let copy = place.path + "/" + JournalDatabase.fileName
        try write(source, into: copy)
        let descriptor = open(copy, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(.last("open", copy)) }
        return descriptor
    }

    /// Copies without a name of their own are made in a folder that begins so.
    private static let unfinishedPrefix = ".warraq-backup-"

    private static func journal(in folder: String) throws(JournalError) -> String {
        let source = folder + "/" + JournalDatabase.fileName
        guard WholeFile.exists(source) else { throw .file(FileError("find the journal", source, code: ENOENT)) }
        return source
    }

    private static func write(_ source: String, into file: String) throws(JournalError) {
        do {
            var configuration = Configuration()
            configuration.label = "backup"
            configuration.readonly = true
            configuration.busyMode = .timeout(30)
            let queue = try DatabaseQueue(path: source, configuration: configuration)
            try queue.vacuum(into: file)
            try queue.close()
        } catch {
            throw JournalError(error, path: source)
        }
    }

    private static func sync(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last("sync", path) }
    }
}
