package import ClusterRuntime

/// Asks the cluster for many: one thread that puts their questions to the producer, one after the other.
package final class ClusterDesk: RoleLoop {
    package let name = "desk"
    /// More than anyone waits for.
    private let questions = QuestionQueue<ClusterClient>(limit: 64, tooMany: "too many ask the cluster at once")
    private let makeClient: @Sendable () throws -> ClusterClient

    /// - Parameter makeClient: called on the desk's thread.
    package init(_ makeClient: @escaping @Sendable () throws -> ClusterClient) { self.makeClient = makeClient }

    /// The answer to `question`, which is called on the desk's thread.
    ///
    /// - Throws: ``Refusal`` when too many wait or the desk is closed; what `question` throws.
    package func ask<Value: Sendable>(
        _ question: @escaping @Sendable (ClusterClient) throws(ClientError) -> Value
    ) async throws -> Value {
        try await questions.ask(question)
    }

    package func shutDown() { questions.close() }

    package func run() throws(RoleError) {
        let client: ClusterClient
        do { client = try makeClient() } catch { throw .start(reason: "\(error)") }
        questions.answer(asking: client)
    }
}
