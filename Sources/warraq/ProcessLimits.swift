import Glibc

/// Limits of this process within which nothing works: said before something ends it without a word.
enum ProcessLimits {
    /// Bytes of each thread's stack, and of the first one's: half of that is enough for small articles.
    private static let leastStack: rlim_t = 256 << 10

    static func check() throws {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0, limit.rlim_cur < leastStack else {
            return
        }
        throw CommandFailure(
            "the stack may have only \(limit.rlim_cur >> 10) KiB, and at least \(leastStack >> 10) are needed: raise the "
                + "limit (ulimit -s)"
        )
    }
}
