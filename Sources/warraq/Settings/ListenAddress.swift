import ArgumentParser

/// Where the console listens: «http://127.0.0.1:8080». Host and port without the scheme will do.
package struct ListenAddress: ExpressibleByArgument, Sendable, Equatable {
    package static let standardPort = 8080

    package var host: String
    package var port: Int

    package init?(argument: String) {
        var rest = argument[...]
        if rest.hasPrefix("http://") { rest = rest.dropFirst("http://".count) }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            host = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        } else {
            let end = rest.firstIndex(of: ":") ?? rest.endIndex
            host = String(rest[..<end])
            rest = rest[end...]
        }
        if rest.isEmpty {
            port = Self.standardPort
        } else {
            guard rest.first == ":", let number = Int(rest.dropFirst()), (0...65_535).contains(number) else {
                return nil
            }
            port = number
        }
        if host == "*" { host = "0.0.0.0" }
        guard !host.isEmpty, !host.contains("/") else { return nil }
    }

    package var description: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
