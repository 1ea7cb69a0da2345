package import ClusterRuntime
internal import Synchronization

/// Asks the cluster for many: one thread that puts their questions to the producer, one after the other.
package final class ClusterDesk: RoleLoop {
    /// More than anyone waits for; who comes later is told to come back.
    private static let waitingLimit = 64

    package let name = "desk"
    private let queue = WorkQueue<@Sendable (ClusterClient) -> Void>()
    private let makeClient: @Sendable () throws -> ClusterClient

    private struct State {
        var waiting = 0
        var isClosed = false
    }

    private let state = Mutex(State())

    /// - Parameter makeClient: called on the desk's thread.
    package init(_ makeClient: @escaping @Sendable () throws -> ClusterClient) { self.makeClient = makeClient }

    /// The answer to `question`, which is called on the desk's thread.
    ///
    /// - Throws: ``Refusal`` when too many wait or the desk is closed; what `question` throws.
    package func ask<Value: Sendable>(
        _ question: @escaping @Sendable (ClusterClient) throws(ClientError) -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let refusal: Refusal? = state.withLock { state in
                if state.isClosed { return .unavailable("the console is shutting down") }
                if state.waiting >= Self.waitingLimit { return .unavailable("too many ask the cluster at once") }
                state.waiting += 1
                queue.add { [self] client in
                    let answer: Result<Value, any Error>
                    do { answer = .success(try question(client)) } catch { answer = .failure(error) }
                    self.state.withLock { $0.waiting -= 1 }
                    continuation.resume(with: answer)
                }
                return nil
            }
            if let refusal { continuation.resume(throwing: refusal) }
        }
    }

    package func shutDown() {
        state.withLock { state in
            state.isClosed = true
            queue.close()
        }
    }

    package func run() throws(RoleError) {
        let client: ClusterClient
        do { client = try makeClient() } catch { throw .start(reason: "\(error)") }
        while let questions = queue.takeAll(limit: 1) {
            for question in questions { question(client) }
        }
    }
}
