internal import Glibc
internal import Logging
internal import Synchronization
internal import ZeroMQ

/// How a process proves who it is, and whom it lets in: CURVE with the keys of a folder.
///
/// The folder is read again whenever a connection is opened, and when somebody knocks after it has changed: so a
/// rotation needs no process to stop, only each to be started anew at some time before the old keys are retired.
package struct PeerSecurity: Sendable {
    package let folder: KeyFolder
    package let role: KeyFolder.Role

    /// - Throws: if a key that the role needs is not there.
    package init(folder path: String, role: KeyFolder.Role) throws(KeyError) {
        folder = KeyFolder(path: path)
        self.role = role
        _ = try folder.keys(of: role)
        for acquaintance in role.acquaintances { _ = try folder.publicKeys(of: acquaintance) }
    }

    /// What a socket needs that connects.
    struct Access: Sendable {
        let keys: CurveKeys
        let serverKey: CurvePublicKey
    }

    /// The attempts to reach one server: where it is known by several keys, each time with the next of them, the newest
    /// first, and from there again when they have changed.
    struct Attempts: Sendable {
        let server: KeyFolder.Role
        private var known: [CurvePublicKey] = []
        private var count = 0

        /// Whether the key that was tried last may be the wrong one.
        var hasOtherKeys: Bool { known.count > 1 }

        init(at server: KeyFolder.Role) { self.server = server }

        mutating func next(with security: PeerSecurity) throws(KeyError) -> Access {
            let keys = try security.folder.publicKeys(of: server)
            count = keys == known ? count + 1 : 0
            known = keys
            return Access(keys: try security.folder.keys(of: security.role), serverKey: keys[count % keys.count])
        }
    }

    /// Who lets in whom, and how many were not let in.
    struct Guardian: Sendable {
        let authenticator: ZAPAuthenticator
        let refusals: RefusedConnections
    }

    /// Lets the role's guests, and nobody else, into the servers of `context`, for as long as the result is there. The
    /// `User-Id` of their messages is what ``KeyRoles/userID(of:)`` makes of their key.
    func guardian(of context: Context, logger: Logger) throws(KeyError) -> Guardian {
        let list = GuestList(paths: role.guests.map(folder.publicPath)) { [folder, role] () throws(KeyError) in
            let guests = try folder.roles(of: role.guests)
            for (key, roles) in guests where !roles.isOne {
                logger.warning(
                    "a key is that of several roles, and may do what each of them may; `warraq keys` makes one for each",
                    metadata: ["key": "\(key)", "roles": "\(roles)"]
                )
            }
            return guests.reduce(into: [:]) { $0[$1.key] = $1.value.userID(of: $1.key) }
        }
        let refusals = RefusedConnections(logger: logger)
        do throws(ZeroMQError) {
            let authenticator = try ZAPAuthenticator(
                for: context,
                allowing: list.changed() ?? [:],
                report: { request, isAllowed in if !isAllowed { refusals.add(address: request.address) } },
                refresh: { list.changed() }
            )
            return Guardian(authenticator: authenticator, refusals: refusals)
        } catch {
            throw KeyError(error.description)
        }
    }
}

/// The public keys in some files, each with the name that it goes by, read again when one of the files is another.
private final class GuestList: Sendable {
    private struct Stamp: Equatable {
        var inode: UInt
        var seconds: Int
        var nanoseconds: Int
        var size: Int
    }

    private let paths: [String]
    private let read: @Sendable () throws(KeyError) -> [CurvePublicKey: String]
    private let stamps = Mutex<[Stamp?]?>(nil)

    init(paths: [String], read: @escaping @Sendable () throws(KeyError) -> [CurvePublicKey: String]) {
        self.paths = paths
        self.read = read
    }

    /// The keys, if they have changed since the last call. Files that can't be read now leave it at those that were.
    func changed() -> [CurvePublicKey: String]? {
        let current = paths.map(Self.stamp)
        return stamps.withLock { stamps in
            guard stamps != current, let keys = try? read() else { return nil }
            stamps = current
            return keys
        }
    }

    private static func stamp(_ path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(
            inode: UInt(status.st_ino),
            seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec,
            size: Int(status.st_size)
        )
    }
}
