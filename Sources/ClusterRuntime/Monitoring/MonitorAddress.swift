internal import Glibc

/// Why an address can't be used.
package struct MonitorAddressError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// Where a role answers over HTTP: `127.0.0.1:9550`, `[::1]:9550`, `localhost:0`, `*:9550` for every address of the
/// host, `:9550` or `9550` for loopback. Port 0 is a free one.
package struct MonitorAddress: Sendable, Equatable, CustomStringConvertible {
    package var host: String
    package var port: UInt16

    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    package init(_ text: String) throws(MonitorAddressError) {
        let parts: (host: Substring, port: Substring)
        if let colon = text.lastIndex(of: ":") {
            parts = (text[..<colon], text[text.index(after: colon)...])
        } else {
            parts = ("", text[...])
        }
        var host = parts.host
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") || host.contains("/") {
            throw MonitorAddressError("'\(text)' is no address: write HOST:PORT, as 127.0.0.1:9550 or [::1]:9550")
        }
        guard let port = UInt16(parts.port), parts.port.allSatisfy(\.isNumber) else {
            throw MonitorAddressError("'\(text)' is no address: write HOST:PORT with a port from 0 to 65535")
        }
        self.host = host.isEmpty ? "127.0.0.1" : String(host)
        self.port = port
    }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// A socket that listens there, and the port that it has.
    func listen() throws(MonitorAddressError) -> (descriptor: Int32, port: UInt16) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var list: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host == "*" ? nil : host, String(port), &hints, &list)
        guard result == 0, let first = list else {
            throw MonitorAddressError("\(self): \(String(cString: gai_strerror(result)))")
        }
        defer { freeaddrinfo(list) }
        var reason = ""
        var candidate: UnsafeMutablePointer<addrinfo>? = first
        while let address = candidate {
            candidate = address.pointee.ai_next
            let descriptor = socket(
                address.pointee.ai_family,
                address.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue),
                address.pointee.ai_protocol
            )
            guard descriptor >= 0 else {
                reason = String(cString: strerror(errno))
                continue
            }
            var on: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
            if bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0,
                Glibc.listen(descriptor, 64) == 0, let port = Self.port(of: descriptor)
            {
                return (descriptor, port)
            }
            reason = String(cString: strerror(errno))
            close(descriptor)
        }
        throw MonitorAddressError("can't listen at \(self): \(reason)")
    }

    private static func port(of descriptor: Int32) -> UInt16? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard getsockname(descriptor, address, &length) == 0 else { return nil }
                return UnsafeMutableRawPointer(address).assumingMemoryBound(to: UInt16.self)[1].bigEndian
            }
        }
    }
}
