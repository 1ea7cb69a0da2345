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

    /// The stamp of the same file where it could not be read: no file has it, so it is read again at the next look.
    var unread: FileStamp { FileStamp(modified: modified, size: size, inode: 0) }
}
