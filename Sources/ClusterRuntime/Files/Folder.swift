internal import CFileSystem
internal import Glibc

/// A folder that is open, and for which locks and syncs can be asked. Closed with its last owner.
package final class Folder: Sendable {
    package let path: String
    private let descriptor: Int32

    /// Opens a folder; it must be there.
    package init(path: String) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else { throw .last("open the folder", path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The folder that `file` stands in, by what is written: where that names none, the working folder.
    package static func path(holding file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return String(file[...slash])
    }

    /// Makes the folder, and those above it, where they are missing, and sees to it that they stay after a crash.
    package static func create(path: String) throws(FileError) {
        var missing: [String] = []
        var current = path.isEmpty ? "." : path
        while mkdir(current, 0o755) != 0 {
            if errno == EEXIST { break }
            guard errno == ENOENT, let slash = current.lastIndex(of: "/") else {
                throw .last("make the folder", current)
            }
            missing.append(current)
            current = String(current[..<slash])
            if current.isEmpty { break }
        }
        for folder in missing.reversed() where mkdir(folder, 0o755) != 0 && errno != EEXIST {
            throw .last("make the folder", folder)
        }
        for folder in missing + [path] { try Folder(path: folder + "/..").sync() }
    }

    /// Asks for folders that are made in this one to stand in parts of the disk of their own, and what is made in them
    /// with them. ext4 without a journal looks through all the files that were removed in the last minutes beside a new
    /// one (up to a millisecond for each); there, few were.
    func spreadFolders() { CFileSystem.spreadFolders(descriptor) }

    /// The file system that the folder is on.
    package var fileSystem: FileSystemSync { FileSystemSync(of: descriptor) }

    /// Makes what happened to the folder's entries last.
    func sync() throws(FileError) {
        while fsync(descriptor) != 0 {
            // Some file systems have nothing to sync in a folder and say so.
            if errno == EINVAL || errno == ENOTSUP { return }
            guard errno == EINTR else { throw .last("sync the folder", path) }
        }
    }

    /// Locks the folder for this process, until ``unlock()`` or the end of this object.
    ///
    /// - Returns: false if another holds the lock.
    package func tryLock() throws(FileError) -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            guard errno == EINTR else { throw .last("lock the folder", path) }
        }
        return true
    }

    package func unlock() { _ = flock(descriptor, LOCK_UN) }

    /// Whether the folder has been removed since it was opened.
    var isRemoved: Bool {
        var status = stat()
        return fstat(descriptor, &status) != 0 || status.st_nlink == 0
    }

    /// The names of the entries, but for `.` and `..`, in no order.
    package static func entries(of path: String) throws(FileError) -> [String] {
        guard let directory = opendir(path) else { throw .last("read the folder", path) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
