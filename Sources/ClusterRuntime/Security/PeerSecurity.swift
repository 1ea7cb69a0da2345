internal import Logging
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
        let list = GuestList(of: role.guests, in: folder, logger: logger)
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
