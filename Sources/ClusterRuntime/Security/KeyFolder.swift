internal import Glibc
package import ZeroMQ

/// The CURVE keys of a cluster: a folder with a pair for each role.
///
/// `ROLE.secret` has the role's secret key, for nobody else to read; `ROLE.public` the public keys by which others know
/// the role, one a line: the one that goes with the secret key first, and while a rotation is under way the one before
/// it. A host needs no more than ``export(_:to:)`` gives it.
package struct KeyFolder: Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case producer
        case sink
        case worker
        case client

        /// Whom this role lets in. The producer lets in itself, too: its own health check asks with its key.
        var guests: [Role] {
            switch self {
            case .producer: [.producer, .sink, .worker, .client]
            case .sink: [.worker]
            case .worker, .client: []
            }
        }

        /// Whose public keys this role needs: those of its guests and of its servers.
        var acquaintances: [Role] {
            switch self {
            case .producer: guests
            case .sink: guests + [.producer]
            case .worker: [.producer, .sink]
            case .client: [.producer]
            }
        }
    }

    package let path: String

    package init(path: String) { self.path = path }

    /// The pair that a role has now.
    package func keys(of role: Role) throws(KeyError) -> CurveKeys {
        let path = secretPath(role)
        let lines = try lines(of: path)
        guard lines.count == 1, let secret = CurveSecretKey(z85: lines[0]) else {
            throw KeyError("\(path): not a secret key (one line of 40 characters); `warraq keys` makes such")
        }
        return try Self.zeroMQ { () throws(ZeroMQError) in try CurveKeys(secretKey: secret) }
    }

    /// The keys by which a role may be known now, the newest first.
    package func publicKeys(of role: Role) throws(KeyError) -> [CurvePublicKey] {
        let path = publicPath(role)
        var keys: [CurvePublicKey] = []
        for line in try lines(of: path) {
            guard let key = CurvePublicKey(z85: line) else {
                throw KeyError(
                    "\(path): «\(line)» is not a public key (40 characters a line); `warraq keys` makes such"
                )
            }
            keys.append(key)
        }
        guard !keys.isEmpty else { throw KeyError("\(path): there is no key in it") }
        return keys
    }

    func secretPath(_ role: Role) -> String { "\(path)/\(role.rawValue).secret" }
    func publicPath(_ role: Role) -> String { "\(path)/\(role.rawValue).public" }

    private func lines(of path: String) throws(KeyError) -> [String] {
        let bytes: [UInt8]?
        do throws(FileError) { bytes = try WholeFile.read(path) } catch { throw KeyError(error.description) }
        guard let bytes else {
            // A folder without it may be one that another role's keys were copied to.
            let advice =
                WholeFile.exists(self.path)
                ? "`warraq keys export ALL ROLE \(self.path)` copies what a role needs from the folder of all keys"
                : "`warraq keys \(self.path)` makes keys"
            throw KeyError("\(path): there is no such file; \(advice)")
        }
        return bytes.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
    }
}

// MARK: Making and changing keys

extension KeyFolder {
    /// Makes a pair for each role, in a folder that has none yet.
    package func make() throws(KeyError) {
        for role in Role.allCases where WholeFile.exists(secretPath(role)) || WholeFile.exists(publicPath(role)) {
            throw KeyError("\(path) has keys already; `warraq keys rotate \(path)` makes new ones beside them")
        }
        do throws(FileError) { try Folder.create(path: path) } catch { throw KeyError(error.description) }
        _ = chmod(path, 0o700)
        try replace { _, pair throws(KeyError) in [pair.publicKey] }
    }

    /// Makes new pairs; the old public keys go on being accepted until ``retire()``.
    package func rotate() throws(KeyError) {
        var old: [Role: CurvePublicKey] = [:]
        for role in Role.allCases {
            guard try publicKeys(of: role).count == 1 else {
                throw KeyError(
                    "\(path): a rotation is under way; when all processes have been started anew since, end it with "
                        + "`warraq keys retire \(path)`"
                )
            }
            old[role] = try keys(of: role).publicKey
        }
        try replace { role, pair throws(KeyError) in [pair.publicKey] + [old[role]].compactMap { $0 } }
    }

    /// Ends a rotation: the old public keys are accepted no more.
    package func retire() throws(KeyError) {
        for role in Role.allCases {
            try write([try keys(of: role).publicKey.z85], to: publicPath(role), mode: 0o644)
        }
    }

    /// Puts what `role` needs, its secret key and the public keys of those whom it talks to, into a folder of its own, in
    /// place of what was there of earlier keys.
    ///
    /// The public keys first: a process that reads the folder meanwhile finds the new secret key only where it could
    /// find the new public ones.
    package func export(_ role: Role, to path: String) throws(KeyError) {
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

    /// New pairs for all roles. The public keys first: nobody shall use a secret one that others do not know yet.
    private func replace(
        _ publicKeys: (Role, CurveKeys) throws(KeyError) -> [CurvePublicKey]
    ) throws(KeyError) {
        var pairs: [(Role, CurveKeys)] = []
        for role in Role.allCases {
            pairs.append((role, try Self.zeroMQ { () throws(ZeroMQError) in try CurveKeys.generate() }))
        }
        for (role, pair) in pairs {
            try write(try publicKeys(role, pair).map(\.z85), to: publicPath(role), mode: 0o644)
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

    private static func zeroMQ<Value>(_ body: () throws(ZeroMQError) -> Value) throws(KeyError) -> Value {
        do throws(ZeroMQError) { return try body() } catch { throw KeyError(error.description) }
    }
}
