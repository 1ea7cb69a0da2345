internal import CFileSystem
internal import Glibc

/// A name that nothing else has.
enum NewName {
    /// Gives the file at `path` this name.
    ///
    /// - Throws: if there is something of that name (`EEXIST`), or it can't be given.
    static func give(_ name: String, to path: String) throws(FileError) {
        if renameWithoutReplacing(path, name) == 0 { return }
        // Network file systems do not know that; they do know links.
        guard errno == EINVAL || errno == ENOSYS else { throw .last("make", name) }
        guard link(path, name) == 0 else { throw .last("make", name) }
        unlink(path)
    }
}
