internal import CZeroMQ

/// Wakes a thread that waits in a `Poller`, from any thread. Signals before the next `drain` are one.
package final class WakeUp: Sendable {
    /// For a poller other than ``Poller``: readable when there is a signal.
    package let descriptor: Int32

    package init() throws(ZeroMQError) {
        descriptor = zeromq_eventfd()
        guard descriptor >= 0 else { throw ZeroMQError(result: descriptor, operation: "open an eventfd") }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// Wakes the poller now, or as soon as it polls.
    package func signal() {
        // An open eventfd takes a 1, or is full of them already: there is no other error.
        _ = zeromq_eventfd_signal(descriptor)
    }

    /// Takes the signal back, so that the poller sleeps again.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    package func drain() -> Bool {
        zeromq_eventfd_drain(descriptor) > 0
    }
}
