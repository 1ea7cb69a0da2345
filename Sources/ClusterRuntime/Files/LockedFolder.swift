internal import Glibc

/// A folder for what a process has not finished, locked as long as the process lives: one that nobody has locked was left
/// by a crash, and whoever comes next removes it.
///
/// The names of such folders in one place begin alike, and with nothing else's name.
struct LockedFolder: Sendable {
    let path: String
    /// Holds the lock.
    private let folder: Folder

    /// Makes the folder.
    init(path: String) throws(FileError) {
        self.path = path
        while true {
            // One that is there is the one made before, which is being removed.
            guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .last("make the folder", path) }
            do throws(FileError) {
                let folder = try Folder(path: path)
                // Another process that starts now may have taken it for a leftover before it was locked.
                if try folder.tryLock(), !folder.isRemoved {
                    self.folder = folder
                    return
                }
            } catch {
                guard error.code == ENOENT else { throw error }
            }
            usleep(1000)
        }
    }

    /// Makes one for this process in `parent`, in place of those that crashes have left there.
    static func new(in parent: String, prefix: String) throws(FileError) -> LockedFolder {
        try removeLeftovers(in: parent, prefix: prefix)
        return try LockedFolder(path: "\(parent)/\(prefix)\(getpid())")
    }

    /// The same folder, which has another name by now.
    private init(_ folder: Folder, renamedTo path: String) {
        self.folder = folder
        self.path = path
    }

    /// Names it anew; the lock goes with it.
    func renamed(to place: String) throws(FileError) -> LockedFolder {
        guard rename(path, place) == 0 else { throw .last("name anew", path) }
        return LockedFolder(folder, renamedTo: place)
    }

    /// Removes it with the files in it.
    func remove() { Self.remove(path) }

    /// Removes what crashes have left in `parent`.
    ///
    /// - Parameter isOver: whether one of that name is to go even if a process has it locked.
    static func removeLeftovers(
        in parent: String,
        prefix: String,
        isOver: (String) -> Bool = { _ in false }
    ) throws(FileError) {
        for name in try Folder.entries(of: parent) where name.hasPrefix(prefix) {
            // Gone meanwhile, or of a process that runs: not ours to remove.
            guard let leftover = try? Folder(path: "\(parent)/\(name)"),
                isOver(name) || (try? leftover.tryLock()) == true
            else { continue }
            remove(leftover.path)
        }
    }

    private static func remove(_ path: String) {
        for name in (try? Folder.entries(of: path)) ?? [] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
