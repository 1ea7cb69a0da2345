package import Cluster
import Glibc

/// Asks a server on this machine whether it is ready: containers have no other program to ask with.
package enum HTTPProbe {
    /// - Parameter patience: how long it may take to answer.
    package static func isReady(_ address: ListenAddress, patience: TimeSpan) -> Bool {
        // What listens on all addresses listens on this one.
        let host = ["0.0.0.0", "::"].contains(address.host) ? "127.0.0.1" : address.host
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(address.port)", &hints, &found) == 0, let first = found else { return false }
        defer { freeaddrinfo(found) }
        let connection = socket(first.pointee.ai_family, first.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard connection >= 0 else { return false }
        defer { close(connection) }
        let milliseconds = patience.milliseconds
        var limit = timeval(tv_sec: milliseconds / 1000, tv_usec: milliseconds % 1000 * 1000)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(connection, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        guard connect(connection, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0 else { return false }
        let request = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        guard send(connection, request, request.utf8.count, Int32(MSG_NOSIGNAL)) == request.utf8.count else {
            return false
        }
        let expected = "HTTP/1.1 200".utf8
        var answer = [UInt8](repeating: 0, count: 64)
        let count = recv(connection, &answer, answer.count, Int32(MSG_WAITALL))
        return count >= expected.count && answer.starts(with: expected)
    }
}
