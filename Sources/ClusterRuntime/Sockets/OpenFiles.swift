internal import Glibc
package import Logging

/// How many files this process may have open: a connection is one of them.
package enum OpenFiles {
    /// What a role has open beside its connections: sockets of the library's own, the journal, reports being written.
    private static let own: UInt64 = 64
    /// With fewer connections, a warning is due.
    private static let connectionsWanted: UInt64 = 1000

    /// Raises the limit of this process as far as it may.
    ///
    /// - Returns: what it is then; `nil` if nobody knows.
    @discardableResult
    package static func raiseLimit() -> UInt64? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        if limit.rlim_cur < limit.rlim_max {
            var raised = limit
            raised.rlim_cur = limit.rlim_max
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        }
        return UInt64(limit.rlim_cur)
    }

    /// The same for a role, and says so where that is not far.
    package static func raiseLimit(_ logger: Logger) {
        guard let limit = raiseLimit() else { return }
        let connections = limit - min(limit, own)
        guard connections < connectionsWanted else { return }
        logger.warning(
            "few files may be open, so few workers and clients can be connected; raise the limit (ulimit -Hn)",
            metadata: ["files": "\(limit)", "connections": "about \(connections)"]
        )
    }
}
