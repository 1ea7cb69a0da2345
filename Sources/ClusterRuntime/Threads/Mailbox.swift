internal import Synchronization

/// Values on their way from any thread to one loop, which is woken for them.
final class Mailbox<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    private let notify: @Sendable () -> Void

    /// - Parameter notify: called, on the sender's thread, after each delivery.
    init(notify: @escaping @Sendable () -> Void) {
        self.notify = notify
    }

    func deliver(_ delivered: [Value]) {
        guard !delivered.isEmpty else { return }
        values.withLock { $0 += delivered }
        notify()
    }

    /// What was delivered since the last call, in order; never waits.
    func takeAll() -> [Value] {
        values.withLock { values in
            let taken = values
            values = []
            return taken
        }
    }
}
