package import Cluster
package import Extraction
internal import Glibc

/// Who a process is in its cluster: the names under which others know it, new at each start.
package struct PeerIdentity: Sendable {
    package let peer: PeerID
    package let introduction: Introduction
    /// Starts the numbering of sessions, and tells two lives of a process apart. Never 0, and larger than in an earlier
    /// life on the same machine, unless its clock was set back.
    package let life: UInt64

    /// - Parameters:
    ///   - role: `worker`, `sink`, `client`, with a number where a process has several of them.
    ///   - softwareVersion: of this program.
    package init(role: String, softwareVersion: String, modelDigest: String) {
        let name = "\(Self.host):\(getpid())"
        var random = SystemRandomNumberGenerator()
        peer = PeerID("\(role) \(name) \(String(random.next(), radix: 36))")
        introduction = Introduction(
            name: name,
            protocolVersion: protocolVersion,
            softwareVersion: softwareVersion,
            modelDigest: modelDigest
        )
        let microseconds = UInt64(clamping: Journal.systemTime()) * 1000
        life = max(1, microseconds << 10 | random.next() >> 54)
    }

    package init(role: String, softwareVersion: String, model: Model) {
        self.init(role: role, softwareVersion: softwareVersion, modelDigest: model.digest)
    }

    /// The host's name, at most 64 bytes of it: routing ids have room for 255.
    private static var host: String {
        var buffer = [CChar](repeating: 0, count: 65)
        guard gethostname(&buffer, 64) == 0 else { return "host" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
