internal import Glibc
internal import ZeroMQ

/// Making and changing keys. A change is several files, and may be cut off between any two of them: what it leaves can be
/// told from every whole state, and the same change asked for again ends it.
extension KeyFolder {
    /// How far the keys of a folder are.
    package enum State: String, Sendable {
        /// There are no keys, or their making was cut off: ``make()`` makes them.
        case none
        /// Each role has one pair.
        case settled
        /// Each role has a new pair, and its old public key is still good: ``retire()`` ends that.
        case rotating
        /// A change was cut off, and some roles have new pairs: ``rotate()`` gives them to the others.
        case unfinished
    }

    /// What a role's two files say together.
    private enum Stage {
        /// One pair.
        case single
        /// A pair, and the public key of the one before.
        case renewed
        /// The first public key is not that of the secret key: the one that is has been lost with the process that made
        /// it.
        case torn
    }

    /// - Throws: if some of the keys are missing or can't be read.
    package func state() throws(KeyError) -> State {
        guard isMade else { return .none }
        var stages: Set<Stage> = []
        for role in Role.allCases { stages.insert(try stage(of: role)) }
        return switch stages {
        case [.single]: .settled
        case [.renewed]: .rotating
        default: .unfinished
        }
    }

    private func stage(of role: Role) throws(KeyError) -> Stage {
        let known = try publicKeys(of: role)
        guard try keys(of: role).publicKey == known.first else { return .torn }
        return known.count == 1 ? .single : .renewed
    }

    /// Makes a pair for each role, in a folder that has none yet, or only some because their making was cut off.
    package func make() throws(KeyError) {
        guard !isMade else {
            throw KeyError("\(path) has keys already; `warraq keys rotate \(path)` makes new ones beside them")
        }
        do throws(FileError) { try Folder.create(path: path) } catch { throw KeyError(error.description) }
        _ = chmod(path, 0o700)
        try write([], to: unfinishedPath, mode: 0o600)
        try replace(Role.allCases) { _, pair in [pair.publicKey] }
        unlink(unfinishedPath)
        do throws(FileError) { try Folder(path: path).sync() } catch { throw KeyError(error.description) }
    }

    /// Makes new pairs; the old public keys go on being accepted until ``retire()``.
    ///
    /// Where an earlier call was cut off, the roles that have their new pair keep it: it may be in use by now.
    package func rotate() throws(KeyError) {
        try checkMade()
        var old: [Role: CurvePublicKey] = [:]
        for role in Role.allCases {
            if try stage(of: role) != .renewed { old[role] = try keys(of: role).publicKey }
        }
        guard !old.isEmpty else {
            throw KeyError(
                "\(path): a rotation is under way; when all processes have been started anew since, end it with "
                    + "`warraq keys retire \(path)`"
            )
        }
        let roles = Role.allCases.filter { old[$0] != nil }
        try replace(roles) { role, pair in [pair.publicKey] + [old[role]].compactMap { $0 } }
    }

    /// Ends a rotation: the old public keys are accepted no more.
    ///
    /// - Throws: if the rotation was cut off: then the old keys are those that are in use.
    package func retire() throws(KeyError) {
        try checkMade()
        var current: [(Role, CurvePublicKey)] = []
        for role in Role.allCases {
            guard try stage(of: role) != .torn else {
                throw KeyError(
                    "\(path): the rotation was cut off, and the old keys are still in use: end it with "
                        + "`warraq keys rotate \(path)`, export the keys again and start all processes anew before this"
                )
            }
            current.append((role, try keys(of: role).publicKey))
        }
        for (role, key) in current { try write([key.z85], to: publicPath(role), mode: 0o644) }
    }

    /// Puts what `role` needs, its secret key and the public keys of those whom it talks to, into a folder of its own, in
    /// place of what was there of earlier keys.
    ///
    /// The public keys first: a process that reads the folder meanwhile finds the new secret key only where it could
    /// find the new public ones.
    package func export(_ role: Role, to path: String) throws(KeyError) {
        try checkMade()
        let secretKey = try keys(of: role).secretKey.z85
        var publicKeys: [(Role, [String])] = []
        for acquaintance in role.acquaintances {
            publicKeys.append((acquaintance, try self.publicKeys(of: acquaintance).map(\.z85)))
        }
        let other = KeyFolder(path: path)
        do throws(FileError) { try Folder.create(path: path) } catch { throw KeyError(error.description) }
        for (acquaintance, keys) in publicKeys {
            try other.write(keys, to: other.publicPath(acquaintance), mode: 0o644)
        }
        try other.write([secretKey], to: other.secretPath(role), mode: 0o600)
    }

    /// There until the first keys are whole. What is exported has fewer files than all, too: a missing file says nothing.
    private var unfinishedPath: String { "\(path)/.unfinished" }

    private var isMade: Bool {
        !WholeFile.exists(unfinishedPath)
            && Role.allCases.contains { WholeFile.exists(secretPath($0)) || WholeFile.exists(publicPath($0)) }
    }

    private func checkMade() throws(KeyError) {
        guard WholeFile.exists(unfinishedPath) else { return }
        throw KeyError("\(path): the making of its keys was cut off; `warraq keys make \(path)` makes them anew")
    }

    /// New pairs for `roles`. The public keys first: nobody shall use a secret one that others do not know yet.
    private func replace(_ roles: [Role], _ publicKeys: (Role, CurveKeys) -> [CurvePublicKey]) throws(KeyError) {
        var pairs: [(Role, CurveKeys)] = []
        for role in roles {
            pairs.append((role, try Self.zeroMQ { () throws(ZeroMQError) in try CurveKeys.generate() }))
        }
        for (role, pair) in pairs {
            try write(publicKeys(role, pair).map(\.z85), to: publicPath(role), mode: 0o644)
        }
        for (role, pair) in pairs { try write([pair.secretKey.z85], to: secretPath(role), mode: 0o600) }
    }

    /// The whole file or none of it, so that whoever reads it meanwhile has the old one.
    private func write(_ lines: [String], to path: String, mode: UInt32) throws(KeyError) {
        do throws(FileError) {
            let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
            guard try WholeFile.read(path) != bytes else { return }
            let file = try UnfinishedFile(bytes, at: path + ".new", mode: mode)
            try file.sync()
            try file.name(path)
            try Folder(path: self.path).sync()
        } catch {
            throw KeyError(error.description)
        }
    }
}
