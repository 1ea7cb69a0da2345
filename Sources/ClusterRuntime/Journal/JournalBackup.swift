internal import GRDB
internal import Glibc

/// Copies of a journal, made while its producer works.
package enum JournalBackup {
    /// Copies the journal in `folder`, as it is at one moment, to a new file: in it is everything that had been accepted
    /// when the call began. The folder's owner goes on meanwhile.
    ///
    /// To put it back: a folder with nothing in it but the file, under the name `journal.sqlite`.
    ///
    /// - Throws: if there is no journal, or the file is there already or can't be written.
    package static func copy(folder: String, to file: String) throws(JournalError) {
        let source = folder + "/" + JournalDatabase.fileName
        guard WholeFile.exists(source) else { throw .file(FileError("find the journal", source, code: ENOENT)) }
        guard !WholeFile.exists(file) else { throw .file(FileError("make", file, code: EEXIST)) }
        let unfinished = file + ".new"
        unlink(unfinished)
        defer { unlink(unfinished) }
        do {
            var configuration = Configuration()
            configuration.label = "backup"
            configuration.readonly = true
            configuration.busyMode = .timeout(30)
            let queue = try DatabaseQueue(path: source, configuration: configuration)
            try queue.vacuum(into: unfinished)
            try queue.close()
        } catch {
            throw JournalError(error, path: source)
        }
        do throws(FileError) {
            try sync(unfinished)
            guard rename(unfinished, file) == 0 else { throw .last("name anew", file) }
        } catch {
            throw .file(error)
        }
    }

    private static func sync(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last("sync", path) }
    }
}
