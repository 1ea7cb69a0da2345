import ClusterRuntime
import Glibc
import Testing

/// Speaks ZeroMQ's protocol by hand (ZMTP 3.0, without keys), to say what no library says: a message without end.
final class RawPeer {
    private let descriptor: Int32

    init(at endpoint: Endpoint) throws {
        guard case .tcp(_, let port) = endpoint.place, let number = UInt16(port) else { throw RawPeerError() }
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw RawPeerError() }
        let greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0] + Array("NULL".utf8)
        let property = [11] + Array("Socket-Type".utf8) + [0, 0, 0, 6] + Array("DEALER".utf8)
        let ready = [5] + Array("READY".utf8) + property
        guard send(greeting + [UInt8](repeating: 0, count: 48) + [4, UInt8(ready.count)] + ready) else {
            throw RawPeerError()
        }
        // Its greeting, and its READY: what comes before it is ready ends the connection.
        guard receive(64).count == 64, let size = receive(2).last, receive(Int(size)).count == Int(size) else {
            throw RawPeerError()
        }
    }

    deinit { close(descriptor) }

    /// - Returns: whether the other end was still there.
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor,
                    $0.baseAddress.map { $0 + sent },
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// A part of a message, after which more are to come.
    static func part(_ byteCount: Int) -> [UInt8] {
        let size = (0..<8).map { UInt8(truncatingIfNeeded: byteCount >> (56 - 8 * $0)) }
        return [3] + size + [UInt8](repeating: 7, count: byteCount)
    }

    /// Waits until the other end closes the connection.
    func waitForEnd() { while !receive(4096).isEmpty {} }

    /// Waits for so many bytes: fewer where the connection ends before.
    private func receive(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            let more = bytes.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress.map { $0 + received }, count - received, 0)
            }
            if more < 0 && errno == EINTR { continue }
            guard more > 0 else { break }
            received += more
        }
        return Array(bytes.prefix(received))
    }
}

struct RawPeerError: Error {}
