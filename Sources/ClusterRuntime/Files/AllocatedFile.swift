internal import CFileSystem
internal import Glibc

/// A file that is given blocks of the disk before anything is written to them. What is in it and how long it is stay as
/// they are: the blocks are behind its end.
package final class AllocatedFile: Sendable {
    private let descriptor: Int32

    /// Opens a file that is there.
    ///
    /// It is not to be closed while SQLite has the same file open in this process: closing it would take SQLite's locks
    /// away (POSIX).
    package init(path: String) throws(FileError) {
        descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("write to", path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Bytes of the disk that it has.
    package var allocated: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_blocks) * 512 : 0
    }

    /// Sees to it that the file has blocks for its first `bytes` bytes.
    ///
    /// - Returns: false if the disk has no room for them; true, too, where the file system knows no allocating.
    package func allocate(_ bytes: Int) -> Bool {
        if allocated >= bytes { return true }
        while allocateBlocks(descriptor, Int64(bytes)) != 0 {
            switch errno {
            case EINTR: continue
            case ENOSPC, EDQUOT, EFBIG: return false
            default: return true
            }
        }
        return true
    }
}
