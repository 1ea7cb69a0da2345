internal import Dispatch
internal import Synchronization

/// A value that comes once, from any thread, and that threads and tasks wait for.
package final class Promise<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var waiters: [@Sendable (Value) -> Void] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Only the first value counts.
    package func fulfil(_ value: Value) {
        let waiters = state.withLock { state in
            guard state.value == nil else { return [@Sendable (Value) -> Void]() }
            state.value = value
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter(value) }
    }

    /// Calls `action` with the value, now or when it comes, on the thread that brings it.
    func whenFulfilled(_ action: @escaping @Sendable (Value) -> Void) {
        let value = state.withLock { state in
            if state.value == nil { state.waiters.append(action) }
            return state.value
        }
        if let value { action(value) }
    }

    /// Waits on this thread.
    package func wait() -> Value {
        let arrived = DispatchSemaphore(value: 0)
        whenFulfilled { _ in arrived.signal() }
        while true {
            arrived.wait()
            if let value = state.withLock({ $0.value }) { return value }
        }
    }

    package var value: Value {
        get async {
            await withCheckedContinuation { continuation in whenFulfilled { continuation.resume(returning: $0) } }
        }
    }
}
