/// A request's body on its way in.
///
/// What it holds is taken from the budget of all bodies as it comes, not by what it says of its length: who sends slowly
/// keeps nobody else from sending.
package struct IncomingBody: Sendable {
    package struct Limits: Sendable {
        /// Of one body.
        package var bytes: Int
        /// How long a body may take, however short.
        package var patience: Duration
        /// How much slower than that it may come: bytes for each second beyond. Some 0.25 Mbit/s, a poor telephone line.
        package var leastPace = 32 << 10

        package init(bytes: Int, patience: Duration) {
            self.bytes = bytes
            self.patience = patience
        }
    }

    private let limits: Limits
    private let budget: ByteBudget
    package private(set) var bytes: [UInt8] = []

    package init(_ limits: Limits, budget: ByteBudget) {
        self.limits = limits
        self.budget = budget
    }

    /// Takes all parts.
    ///
    /// - Parameter elapsed: how long ago the first byte was due.
    /// - Throws: a ``Refusal`` where the body is too large, comes too slowly or finds no room, or ends before its end, which
    ///   it does where the task is cancelled because the console ends. What had come is held nevertheless, until
    ///   ``giveBack()``.
    package mutating func collect<Parts: AsyncSequence>(_ parts: Parts, elapsed: () -> Duration) async throws(Refusal)
    where Parts.Element: Collection<UInt8> {
        do {
            for try await part in parts {
                guard bytes.count + part.count <= limits.bytes else { throw Refusal.tooLarge(limits.bytes) }
                guard elapsed() <= limits.patience + .seconds(bytes.count / limits.leastPace) else {
                    throw Refusal.tooSlow
                }
                guard budget.take(part.count) else {
                    throw Refusal.unavailable("too many articles are being sent at once")
                }
                bytes.append(contentsOf: part)
            }
            // The parts of a task that is cancelled end as if all had come.
            if Task.isCancelled { throw Refusal.shuttingDown }
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            if Task.isCancelled { throw .shuttingDown }
            throw .badRequest("the request ended before its body")
        }
    }

    /// Gives what it holds back to the budget.
    package mutating func giveBack() {
        budget.giveBack(bytes.count)
        bytes = []
    }
}
