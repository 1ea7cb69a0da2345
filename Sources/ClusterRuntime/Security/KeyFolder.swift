package import ZeroMQ

/// The CURVE keys of a cluster: a folder with a pair for each role.
///
/// `ROLE.secret` has the role's secret key, for nobody else to read; `ROLE.public` the public keys by which others know
/// the role, one a line: the one that goes with the secret key first, and while a rotation is under way the one before
/// it. A host needs no more than ``export(_:to:)`` gives it. While the keys are being made there is a file `.unfinished`
/// beside them.
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

    static func zeroMQ<Value>(_ body: () throws(ZeroMQError) -> Value) throws(KeyError) -> Value {
        do throws(ZeroMQError) { return try body() } catch { throw KeyError(error.description) }
    }
}
