internal import Articles

/// What travels in one ZeroMQ message between two peers.
///
/// A *session* is one stretch of talk between two live processes. The peer that connects (worker, sink) chooses its
/// number at each hello; clients use 0 and no sequence. Within a session each side numbers what it sends from 1. A
/// number that is missing or out of order means that libzmq lost something between two connections: the session is over,
/// and the connecting side says hello anew. So a link is either gapless or known to be broken; beats carry numbers too,
/// which finds a loss at the tail.
package struct Envelope<Body: Sendable & Equatable>: Sendable, Equatable {
    package var session: UInt64
    package var sequence: UInt64
    package var body: Body

    package init(session: UInt64, sequence: UInt64, body: Body) {
        self.session = session
        self.sequence = sequence
        self.body = body
    }
}

/// The version of the messages. Peers with another one are refused with a clear message.
package let protocolVersion: UInt32 = 1

/// A process as its ROUTER sees it: the routing id that it chose at its start (role, host, process id, random).
package struct PeerID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var bytes: [UInt8]
    package init(bytes: [UInt8]) { self.bytes = bytes }
    package init(_ name: String) { bytes = Array(name.utf8) }
    package var description: String { String(decoding: bytes, as: UTF8.self) }
    /// What others may be told: whoever knows a routing id can connect under it, and so take the place of its owner. The
    /// random number at its end is hashed.
    package var publicName: String {
        let number = bytes.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
        let hash = SHA256.digest(of: bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return String(decoding: bytes[..<number], as: UTF8.self) + hash
    }
    package static func < (left: PeerID, right: PeerID) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

/// What a peer says of itself when it joins.
package struct Introduction: Sendable, Equatable {
    /// Host and process, for people: «4f2a9c:17».
    package var name: String
    package var protocolVersion: UInt32
    package var softwareVersion: String
    /// The model's SHA-256: all roles of a cluster use one model, or reports would depend on who computed them.
    package var modelDigest: String

    package init(name: String, protocolVersion: UInt32, softwareVersion: String, modelDigest: String) {
        self.name = name
        self.protocolVersion = protocolVersion
        self.softwareVersion = softwareVersion
        self.modelDigest = modelDigest
    }
}

/// Why a peer is not let in.
package enum Refusal: Sendable, Equatable {
    /// The peer can't ever join as it is; it ends with an error that says this.
    case incompatible(reason: String)
    /// Another sink is serving; ask again later.
    case occupied(by: String)
}
