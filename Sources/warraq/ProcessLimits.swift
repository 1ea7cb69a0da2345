import ClusterRuntime
import Glibc

/// Limits of this process within which nothing works: said before something ends it, or keeps it waiting, without a word.
enum ProcessLimits {
    /// Bytes of each thread's stack, and of the first one's: half of that is enough for small articles.
    private static let leastStack: rlim_t = 256 << 10
    /// Files of a cluster of one worker, and room for some more. With fewer a connection that can't be taken is tried again
    /// for ever.
    private static let leastFiles: UInt64 = 64

    /// Raises the limit of open files as far as this process may, and sees to it that it can work.
    static func check() throws {
        if let files = OpenFiles.raiseLimit(), files < leastFiles {
            throw CommandFailure(
                "only \(files) files may be open, and at least \(leastFiles) are needed: raise the limit (ulimit -n)"
            )
        }
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
