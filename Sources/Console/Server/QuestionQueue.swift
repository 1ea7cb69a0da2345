internal import ClusterRuntime
internal import Synchronization

/// Questions that threads of their own answer, in the order in which they come: those that serve all requests are not to
/// wait or to compute for long. Only so many may be open; who comes later is told to come back.
final class QuestionQueue<Asked>: Sendable {
    private let queue = WorkQueue<@Sendable (Asked) -> Void>()
    private let limit: Int
    private let tooMany: String

    private struct State {
        var open = 0
        var isClosed = false
    }

    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: of questions that have no answer yet.
    ///   - tooMany: what is said to who comes when there are so many.
    init(limit: Int, tooMany: String) {
        self.limit = limit
        self.tooMany = tooMany
    }

    /// The answer to `question`, which is called on a thread that answers.
    ///
    /// - Throws: ``Refusal`` when too many are open or the queue is closed; what `question` throws.
    func ask<Value: Sendable>(_ question: @escaping @Sendable (Asked) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let refusal: Refusal? = state.withLock { state in
                if state.isClosed { return .shuttingDown }
                if state.open >= limit { return .unavailable(tooMany) }
                state.open += 1
                queue.add { [self] asked in
                    let isLate = self.state.withLock { $0.isClosed }
                    let answer = Result { () throws -> Value in
                        if isLate { throw Refusal.shuttingDown }
                        return try question(asked)
                    }
                    self.state.withLock { $0.open -= 1 }
                    continuation.resume(with: answer)
                }
                return nil
            }
            if let refusal { continuation.resume(throwing: refusal) }
        }
    }

    /// Lets those who answer end with the question that they are at; who waits behind it is told so.
    func close() {
        state.withLock { state in
            state.isClosed = true
            queue.close()
        }
    }

    /// Answers on this thread, until the queue is closed.
    func answer(asking asked: Asked) {
        while let questions = queue.takeAll(limit: 1) {
            for question in questions { question(asked) }
        }
    }
}
