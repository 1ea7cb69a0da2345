import ArgumentParser

/// An address as ZeroMQ writes it: `tcp://host:port` or `ipc:///path`.
package struct Endpoint: ExpressibleByArgument, Sendable, Equatable, CustomStringConvertible {
    package let description: String
    /// The host of a tcp address, without the brackets of IPv6.
    package let host: String?

    package init?(argument: String) {
        if let path = argument.dropping(prefix: "ipc://") {
            // The kernel's bound of a socket's path, its zero included, is 108 bytes.
            guard !path.isEmpty, path.utf8.count < 108 else { return nil }
            host = nil
        } else if let address = argument.dropping(prefix: "tcp://") {
            guard let colon = address.lastIndex(of: ":") else { return nil }
            let port = address[address.index(after: colon)...]
            guard port == "*" || Int(port).map((0...65535).contains) == true else { return nil }
            var name = address[..<colon]
            if name.first == "[" && name.last == "]" {
                name = name.dropFirst().dropLast()
            } else if name.contains(":") {
                return nil
            }
            guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "/" }) else { return nil }
            host = String(name)
        } else {
            return nil
        }
        description = argument
    }

    /// Whether nothing leaves this machine through it.
    package var isLocal: Bool {
        guard let host else { return true }
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether peers on other machines need another address than this one to connect to.
    package var isWildcard: Bool { host.map { ["*", "0.0.0.0", "::"].contains($0) } ?? false }
}

extension String {
    fileprivate func dropping(prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
