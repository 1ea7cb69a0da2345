package import ClusterRuntime

/// Makes the pages of reports: to read and lay out a long one takes a while, and memory of several times its size, so that
/// one is made at a time, on a thread that nobody else waits for.
package final class PageDesk: RoleLoop {
    package let name = "pages"
    private let questions = QuestionQueue<Void>(limit: 16, tooMany: "too many reports are being opened at once")

    package init() {}

    /// What `body` returns, which is called on the desk's thread.
    ///
    /// - Throws: ``Refusal`` when too many wait or the desk is closed; what `body` throws.
    package func make<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await questions.ask { _ in try body() }
    }

    package func shutDown() { questions.close() }

    package func run() throws(RoleError) { questions.answer(asking: ()) }
}
