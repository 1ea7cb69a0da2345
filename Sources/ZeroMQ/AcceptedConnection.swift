internal import CZeroMQ

/// A connection over TCP that a socket has accepted, as the kernel knows it.
///
/// Its descriptor is libzmq's, which closes it in a thread of its own whenever the connection ends; the number may be
/// another connection's a moment later. The kernel's own number for it tells them apart: nothing is ever said of, or done
/// to, another one.
package struct AcceptedConnection: Hashable, Sendable {
    package let descriptor: Int32
    private let identity: UInt64

    /// `nil` where the descriptor is of no socket, or of none any more.
    package init?(descriptor: Int32) {
        identity = zeromq_connection_identity(descriptor)
        guard identity > 0 else { return nil }
        self.descriptor = descriptor
    }

    /// How many bytes the kernel has received by it since it was made; `nil` where it has ended, or is not over TCP.
    package var bytesReceived: Int? {
        let count = zeromq_connection_received(descriptor, identity)
        return count < 0 ? nil : Int(count)
    }

    /// The other end's address, without the port.
    package var address: String? {
        var text = [CChar](repeating: 0, count: 64)
        let result = unsafe text.withUnsafeMutableBufferPointer { buffer -> Int32 in
            guard let start = buffer.baseAddress else { return -EINVAL }
            return unsafe zeromq_connection_peer(descriptor, start, Int32(buffer.count))
        }
        guard result == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Ends it for both sides. libzmq drops what it had of a message that is not whole.
    package func end() { zeromq_connection_end(descriptor, identity) }
}

extension Message {
    /// The descriptor of the connection that it came by; `nil` where it came from within this process.
    package var connection: Int32? {
        let descriptor = unsafe withStorage { unsafe zeromq_message_connection($0) }
        return descriptor < 0 ? nil : descriptor
    }
}
