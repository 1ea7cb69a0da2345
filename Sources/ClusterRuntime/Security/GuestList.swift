internal import Glibc
package import Logging
internal import Synchronization
package import ZeroMQ

/// Whom a server lets in: the keys of some roles, which are read again when a role's file is another.
///
/// A file that is gone lets nobody in any more: `warraq keys` puts each in its place by a rename, so nobody finds none but
/// where it was taken away. One that can't be read (a copy that is not finished, say) changes nothing but the log.
package final class GuestList: Sendable {
    private struct Entry {
        var keys: [CurvePublicKey] = []
        /// The file that they were read from.
        var read: FileSight?
        /// The one that could not be read, and was complained of.
        var unreadable: FileSight?
    }

    private let folder: KeyFolder
    private let roles: [KeyFolder.Role]
    private let logger: Logger
    private let entries = Mutex<[KeyFolder.Role: Entry]>([:])

    package init(of roles: [KeyFolder.Role], in folder: KeyFolder, logger: Logger) {
        self.folder = folder
        self.roles = roles
        self.logger = logger
    }

    /// The keys, each with the `User-Id` of its messages (``KeyRoles/userID(of:)``), if they have changed since the last
    /// call.
    package func changed() -> [CurvePublicKey: String]? {
        entries.withLock { entries in
            var isChanged = false
            for role in roles where update(&entries[role, default: Entry()], of: role) { isChanged = true }
            return isChanged ? userIDs(entries) : nil
        }
    }

    private func update(_ entry: inout Entry, of role: KeyFolder.Role) -> Bool {
        let path = folder.publicPath(role)
        let sight = FileSight(path)
        guard sight != entry.read else { return false }
        if sight == .gone {
            logger.error(
                "a file of keys is gone: nobody is let in by its keys until it is there again",
                metadata: ["file": "\(path)"]
            )
            entry = Entry(read: sight)
            return true
        }
        do throws(KeyError) {
            entry = Entry(keys: try folder.publicKeys(of: role), read: sight)
            return true
        } catch {
            guard entry.unreadable != sight else { return false }
            entry.unreadable = sight
            logger.error(
                "a file of keys can't be read: the keys that were in it before are good until it can",
                metadata: ["reason": "\(error)"]
            )
            return false
        }
    }

    private func userIDs(_ entries: [KeyFolder.Role: Entry]) -> [CurvePublicKey: String] {
        var guests: [CurvePublicKey: KeyRoles] = [:]
        for (role, entry) in entries {
            for key in entry.keys { guests[key, default: []].insert(KeyRoles(role)) }
        }
        for (key, roles) in guests where !roles.isOne {
            logger.warning(
                "a key is that of several roles, and may do what each of them may; `warraq keys` makes one for each",
                metadata: ["key": "\(key)", "roles": "\(roles)"]
            )
        }
        return guests.reduce(into: [:]) { $0[$1.key] = $1.value.userID(of: $1.key) }
    }
}

/// What is seen of a file without reading it.
private enum FileSight: Equatable {
    case there(inode: UInt, seconds: Int, nanoseconds: Int, size: Int)
    case gone
    /// The system does not say.
    case hidden(code: Int32)

    init(_ path: String) {
        var status = stat()
        if stat(path, &status) == 0 {
            self = .there(
                inode: UInt(status.st_ino),
                seconds: status.st_mtim.tv_sec,
                nanoseconds: status.st_mtim.tv_nsec,
                size: Int(status.st_size)
            )
        } else {
            self = errno == ENOENT ? .gone : .hidden(code: errno)
        }
    }
}
