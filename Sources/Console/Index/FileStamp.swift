internal import Glibc

/// By which a changed file is told from one that was read: a report is always written as a new file.
package struct FileStamp: Sendable, Hashable {
    /// Nanoseconds since 1970.
    package var modified: Int64
    package var size: Int64
    package var inode: UInt64

    package init(modified: Int64, size: Int64, inode: UInt64) {
        self.modified = modified
        self.size = size
        self.inode = inode
    }

    init(_ status: stat) {
        self.init(
            modified: Self.nanoseconds(status.st_mtim.tv_sec, status.st_mtim.tv_nsec),
            size: Int64(status.st_size),
            inode: UInt64(status.st_ino)
        )
    }

    /// Seconds and nanoseconds in one number. Anybody may give a file any time: one before 1677 or after 2262 becomes the
    /// nearest that there is a number for.
    package static func nanoseconds(_ seconds: Int, _ nanoseconds: Int) -> Int64 {
        let (whole, isTooMany) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, isTooMuch) = whole.addingReportingOverflow(Int64(nanoseconds))
        return isTooMany || isTooMuch ? (seconds < 0 ? .min : .max) : sum
    }

    /// The stamp of the same file where it could not be read: no file has it, so it is read again at the next look.
    var unread: FileStamp { FileStamp(modified: modified, size: size, inode: 0) }
}
