internal import Glibc
package import Logging

/// How many files this process may have open: a connection is one of them.
package enum OpenFiles {
    /// What a role has open beside its connections: sockets of the library's own, the journal, reports being written.
    private static let own: rlim_t = 64
    /// With fewer connections, a warning is due.
    private static let connectionsWanted: rlim_t = 1000

    /// Raises the limit of this process as far as it may, and says so where that is not far.
    package static func raiseLimit(_ logger: Logger) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        if limit.rlim_cur < limit.rlim_max {
            var raised = limit
            raised.rlim_cur = limit.rlim_max
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        }
        let connections = limit.rlim_cur - min(limit.rlim_cur, own)
        guard connections < connectionsWanted else { return }
        logger.warning(
            "few files may be open, so few workers and clients can be connected; raise the limit (ulimit -Hn)",
            metadata: ["files": "\(limit.rlim_cur)", "connections": "about \(connections)"]
        )
    }
}
