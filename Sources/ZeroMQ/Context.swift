internal import CZeroMQ

/// libzmq's I/O threads and the namespace of its inproc endpoints.
///
/// Every socket keeps its context alive, so the two may be dropped in any order. When the last owner lets go, the
/// context ends; it waits for the closed sockets' unsent messages no longer than their `linger` option says, which is
/// zero unless it was set and can't be infinite.
@safe
package final class Context: Sendable {
    /// `nonisolated(unsafe)` is sound: the pointer never changes, and libzmq's contexts are thread-safe.
    nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    /// - Parameters:
    ///   - ioThreads: threads that move bytes; one serves about a gigabyte a second. Zero is enough for inproc alone.
    ///   - maxSockets: how many sockets may be open at once.
    /// - Throws: `tooManyOpenFiles` where there is no room for what a context opens itself.
    package init(ioThreads: Int = 1, maxSockets: Int = 1023) throws(ZeroMQError) {
        try DescriptorRoom.secure(DescriptorRoom.ofContext, for: "open a ZeroMQ context")
        guard let context = unsafe zmq_ctx_new() else {
            throw ZeroMQError(code: .tooManyOpenFiles, operation: "open a ZeroMQ context")
        }
        let options: [(code: Int32, value: Int32, name: String)] = [
            (ZMQ_IO_THREADS, Int32(clamping: ioThreads), "use \(ioThreads) I/O threads"),
            (ZMQ_MAX_SOCKETS, Int32(clamping: maxSockets), "allow \(maxSockets) sockets"),
            (ZMQ_BLOCKY, 0, "make sockets not linger"),
        ]
        for option in options {
            let result = unsafe zeromq_context_set(context, option.code, option.value)
            guard result == 0 else {
                unsafe zeromq_context_terminate(context)
                throw ZeroMQError(result: result, operation: option.name)
            }
        }
        unsafe handle = context
    }

    deinit {
        unsafe zeromq_context_terminate(handle)
    }

    /// Makes every call that waits on one of the context's sockets, on any thread, throw `terminated`, now and from
    /// now on. For the thread that wants all the others to leave.
    package func shutDown() {
        _ = unsafe zmq_ctx_shutdown(handle)
    }
}
