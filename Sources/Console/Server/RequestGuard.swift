internal import HTTPTypes

/// Keeps out what other web sites make a visitor's browser ask: the console has no passwords, so where a request comes
/// from is all that tells.
package struct RequestGuard: Sendable {
    /// Names by which the console may be asked for, besides addresses and `localhost`.
    package var allowedHosts: Set<String>

    package init(allowedHosts: some Sequence<String> = []) {
        self.allowedHosts = Set(allowedHosts.map { $0.lowercased() })
    }

    /// - Throws: ``Refusal`` for a request that a foreign page may be behind.
    package func check(_ request: ConsoleRequest) throws(Refusal) {
        guard let authority = request.authority, let host = Self.host(of: authority) else {
            throw .badRequest("the request names no host")
        }
        guard isAllowed(host) else {
            throw Refusal(
                status: .misdirectedRequest,
                code: "unknown-host",
                reason: "this console does not go by the name \(host): start it with --allow-host \(host) if it does"
            )
        }
        guard request.changes else { return }
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.fields[$0] }),
            site != "same-origin", site != "none"
        {
            throw Self.foreign
        }
        // Browsers say where a changing request comes from; programs need not.
        guard let origin = request.fields[.origin] else { return }
        guard let scheme = origin.firstIndex(of: ":"), origin[scheme...].hasPrefix("://"),
            origin[scheme...].dropFirst(3).lowercased() == authority.lowercased()
        else { throw Self.foreign }
    }

    private static let foreign = Refusal(
        status: .forbidden,
        code: "foreign-origin",
        reason: "the request comes from another site's page"
    )

    /// A name can be made to lead here by whoever owns it (DNS rebinding); an address can't.
    private func isAllowed(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || Self.isAddress(host) || allowedHosts.contains(host)
    }

    private static func isAddress(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return host.contains(":")
                && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { $0.count <= 3 && UInt8($0) != nil }
    }

    /// Without the port, in lower case.
    static func host(of authority: String) -> String? {
        let text = authority.lowercased()
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            return String(text[...end])
        }
        let host = text.prefix { $0 != ":" }
        return host.isEmpty || text.contains("@") || text.contains("/") ? nil : String(host)
    }
}
