internal import Glibc

/// Why a place to listen or connect can't be used.
package struct EndpointError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// A place where a socket listens or connects to: `tcp://127.0.0.1:5550`, `ipc:///run/warraq/producer`, `inproc://name`.
package struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    package enum Place: Sendable, Hashable {
        /// The port is `*` where any free one will do.
        case tcp(host: String, port: String)
        case ipc(path: String)
        case inproc(name: String)
    }

    package let place: Place

    package init(_ text: String) throws(EndpointError) {
        func rest(_ scheme: String) -> String? {
            text.hasPrefix(scheme) && text.utf8.count > scheme.utf8.count ? String(text.dropFirst(scheme.count)) : nil
        }
        if let path = rest("ipc://") {
            place = .ipc(path: path)
        } else if let name = rest("inproc://") {
            place = .inproc(name: name)
        } else if let address = rest("tcp://"), let colon = address.lastIndex(of: ":") {
            var host = String(address[..<colon])
            let port = String(address[address.index(after: colon)...])
            if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
            let isPort = port == "*" || (UInt16(port) ?? 0) > 0
            guard !host.isEmpty, isPort else { throw Self.malformed(text) }
            place = .tcp(host: host, port: port)
        } else {
            throw Self.malformed(text)
        }
    }

    private static func malformed(_ text: String) -> EndpointError {
        EndpointError(
            "«\(text)» is no endpoint; an endpoint is like tcp://127.0.0.1:5550, ipc:///run/warraq/producer or inproc://name"
        )
    }

    package var description: String {
        switch place {
        case .tcp(let host, let port): host.contains(":") ? "tcp://[\(host)]:\(port)" : "tcp://\(host):\(port)"
        case .ipc(let path): "ipc://\(path)"
        case .inproc(let name): "inproc://\(name)"
        }
    }

    /// Whether connections to it can be encrypted: within a process they never are.
    var hasKeys: Bool { if case .inproc = place { false } else { true } }

    /// Whether only programs of this machine can reach it.
    package var isLocal: Bool {
        switch place {
        case .tcp(let host, _): host == "localhost" || host == "::1" || Self.isLoopback(host)
        case .ipc, .inproc: true
        }
    }

    /// Four numbers, the first of them 127: a name may begin like that, too.
    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether it is a place to connect to: «any interface» and «any port» are only to listen at.
    package var isReachable: Bool {
        guard case .tcp(let host, let port) = place else { return true }
        return !["*", "0.0.0.0", "::"].contains(host) && port != "*"
    }

    /// The same endpoint with a host's name looked up, because libzmq looks names up in the thread that moves the bytes
    /// of all connections. Waits for the name service; addresses and other transports cost nothing.
    ///
    /// - Parameter attempt: counts from 0; where a name has several addresses, the next is taken each time.
    package func resolved(attempt: Int) throws(EndpointError) -> String {
        guard case .tcp(let host, let port) = place, host != "*" else { return description }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, nil, &hints, &list)
        guard result == 0 else {
            throw EndpointError("can't find the host \(host): \(String(cString: gai_strerror(result)))")
        }
        defer { freeaddrinfo(list) }
        var addresses: [String] = []
        var next = list
        while let info = next?.pointee {
            var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            if getnameinfo(
                info.ai_addr,
                info.ai_addrlen,
                &buffer,
                socklen_t(buffer.count),
                nil,
                0,
                NI_NUMERICHOST
            ) == 0 {
                let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                addresses.append(text)
            }
            next = info.ai_next
        }
        guard !addresses.isEmpty else { throw EndpointError("the host \(host) has no address") }
        let address = addresses[attempt % addresses.count]
        return address.contains(":") ? "tcp://[\(address)]:\(port)" : "tcp://\(address):\(port)"
    }
}
