internal import CZeroMQ
internal import Glibc

/// Room among the files that this process may have open, for what libzmq opens without a way to say that it can't: where
/// it lacks one, it ends the process.
enum DescriptorRoom {
    /// A context's own with its first socket: each of its threads has a file to sleep at and one to be woken by. The rest
    /// is for the sockets, of which one that can't be opened is an error like others.
    static let ofContext = 16

    /// Sees to it that so many files can be opened: by a higher limit, as far as this process may raise it.
    static func secure(_ count: Int, for operation: String) throws(ZeroMQError) {
        guard let lack = lack(of: count) else { return }
        raiseLimit()
        if self.lack(of: count) != nil { throw ZeroMQError(result: lack, operation: operation) }
    }

    /// Why so many can't be opened: a negated error number; `nil` if they can. Only trying tells: the system has a limit
    /// of its own.
    private static func lack(of count: Int) -> Int32? {
        var opened: [Int32] = []
        defer { for descriptor in opened { _ = close(descriptor) } }
        for _ in 0..<count {
            let descriptor = zeromq_eventfd()
            guard descriptor >= 0 else { return descriptor }
            opened.append(descriptor)
        }
        return nil
    }

    private static func raiseLimit() {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
