internal import CZeroMQ
internal import Synchronization

/// A thread that runs one function, for a loop that owns sockets: blocking in it holds up nobody.
///
/// It is scheduled as batch work (`SCHED_BATCH`), and so is what it starts, libzmq's threads among it: where every
/// processor is busy, what it is woken for waits for its turn, instead of interrupting another's work for each message.
package final class DedicatedThread: Sendable {
    /// nil once it was joined.
    private let thread: Mutex<pthread_t?>

    /// Starts a thread.
    ///
    /// - Parameters:
    ///   - name: what `ps` and debuggers show of it, up to 15 bytes.
    ///   - body: what it does; the thread ends with it.
    package init(name: String, _ body: @escaping @Sendable () -> Void) throws(ZeroMQError) {
        let start = ThreadStart(name: name, body: body)
        let retained = unsafe Unmanaged.passRetained(start)
        var thread = pthread_t()
        let result = unsafe pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                unsafe zeromq_name_this_thread(start.name)
                zeromq_schedule_this_thread_as_batch()
                start.body()
                return nil
            },
            retained.toOpaque()
        )
        guard result == 0 else {
            unsafe retained.release()
            throw ZeroMQError(result: -result, operation: "start the thread \(name)")
        }
        self.thread = Mutex(thread)
    }

    deinit {
        // Without a join the thread's stack would stay after its end.
        if let thread = thread.withLock({ $0 }) { pthread_detach(thread) }
    }

    /// Waits until the thread has ended. Only the first of several callers waits.
    package func join() {
        let joined = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let joined { _ = pthread_join(joined, nil) }
    }
}

/// What a thread takes along when it starts.
private final class ThreadStart: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }
}
