import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Speaks to a server byte by byte, on threads of its own: it waits.
enum RawClient {
    /// Sends, and returns what comes until the server closes.
    static func exchange(_ port: Int, _ request: String, closes: Bool = false) async throws -> String {
        try await onThread {
            let socket = try connect(port)
            defer { close(socket) }
            send(socket, request)
            if closes { shutdown(socket, Int32(SHUT_WR)) }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65536)
            while true {
                let count = recv(socket, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                bytes += buffer[..<count]
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Sends, and returns the first of the answer, up to the end of its head: nothing if the server closes before.
    static func head(_ port: Int, _ request: String) async throws -> String {
        try await onThread {
            let socket = try connect(port)
            defer { close(socket) }
            send(socket, request)
            var text = ""
            var buffer = [UInt8](repeating: 0, count: 4096)
            while !text.contains("\r\n\r\n") {
                let count = recv(socket, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                text += String(decoding: buffer[..<count], as: UTF8.self)
            }
            return text
        }
    }

    /// A connection that is open, and of whose answer no more is taken than its first byte.
    final class Held: Sendable {
        private let socket: Int32

        init(_ port: Int, _ request: String) async throws {
            let socket = try RawClient.connect(port)
            self.socket = socket
            RawClient.send(socket, request)
            _ = try await RawClient.onThread {
                var byte: UInt8 = 0
                return recv(socket, &byte, 1, 0)
            }
        }

        func end() { close(socket) }
    }

    /// Sends, reads nothing for a while, and returns how many bytes can be read after that.
    static func stall(_ port: Int, _ request: String, for span: Duration) async throws -> Int {
        let socket = try connect(port)
        defer { close(socket) }
        send(socket, request)
        try await Task.sleep(for: span)
        return try await onThread {
            var total = 0
            var buffer = [UInt8](repeating: 0, count: 1 << 20)
            while true {
                let count = recv(socket, &buffer, buffer.count, 0)
                guard count > 0 else { return total }
                total += count
            }
        }
    }

    private static func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    private static func connect(_ port: Int) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw POSIXError(.ECONNREFUSED) }
        return descriptor
    }

    private static func send(_ socket: Int32, _ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }
}
