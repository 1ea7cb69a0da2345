import ClusterRuntime
import Glibc

/// Limits of this process within which nothing works: said before something ends it, or keeps it waiting, without a word.
enum ProcessLimits {
    /// Bytes of each thread's stack, and of the first one's: half of that is enough for small articles.
    private static let leastStack: rlim_t = 256 << 10
    /// Files of a cluster of one worker, and room for some more. With fewer a connection that can't be taken is tried again
    /// for ever.
    private static let leastFiles: UInt64 = 64

    /// What else a process with workers has open.
    private static let filesBesideWorkers: UInt64 = 40
    /// Files of a worker: one for each end of its connections within the process. With the producer and the sink there, 32
    /// workers need some 120 files in all, 64 some 210.
    private static let filesOfWorker: UInt64 = 3
    /// Files of a worker whose connections leave the process, each with a socket of the system's: 20 need 115 in all, 64
    /// need 335.
    private static let filesOfWorkerOverNetwork: UInt64 = 5

    /// Bytes of address space. Next to none of it is touched: it is what each thread has for its stack, and what the
    /// allocators set aside. A command that asks a cluster works within 360 MiB.
    private static let leastSpace: rlim_t = 384 << 20
    /// Of a role, or of a cluster of one worker: the sink works within 700 MiB, as long as it has nothing to do.
    private static let leastSpaceOfRole: rlim_t = 768 << 20
    /// Of each further worker in the same process.
    private static let spaceOfWorker: rlim_t = 48 << 20

    /// Raises the limit of open files as far as this process may, and sees to it that it can work.
    static func check() throws {
        try checkFiles(least: leastFiles, for: "")
        try checkSpace(least: leastSpace, for: "")
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0, limit.rlim_cur < leastStack else {
            return
        }
        throw CommandFailure(
            "the stack may have only \(limit.rlim_cur >> 10) KiB, and at least \(leastStack >> 10) are needed: raise the "
                + "limit (ulimit -s)"
        )
    }

    /// Sees to it that so many workers find room in this process.
    ///
    /// - Parameter overNetwork: whether the producer and the sink are elsewhere.
    static func check(workers: Int, overNetwork: Bool) throws {
        let files = filesBesideWorkers + (overNetwork ? filesOfWorkerOverNetwork : filesOfWorker) * UInt64(workers)
        try checkFiles(least: max(leastFiles, files), for: " for \(workers) workers")
        try checkSpace(workers: workers)
    }

    /// Sees to it that a role has room, with so many workers in this process.
    static func checkSpace(workers: Int = 1) throws {
        let space = leastSpaceOfRole + spaceOfWorker * rlim_t(max(0, workers - 1))
        try checkSpace(least: space, for: workers > 1 ? " for \(workers) workers" : "")
    }

    private static func checkSpace(least: rlim_t, for purpose: String) throws {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < least else { return }
        throw CommandFailure(
            "the process may have only \(limit.rlim_cur >> 10) KiB of address space, and at least \(least >> 10) are "
                + "needed\(purpose): raise the limit (ulimit -v)"
        )
    }

    private static func checkFiles(least: UInt64, for purpose: String) throws {
        guard let files = OpenFiles.raiseLimit(), files < least else { return }
        throw CommandFailure(
            "only \(files) files may be open, and at least \(least) are needed\(purpose): raise the limit (ulimit -n)"
        )
    }
}
