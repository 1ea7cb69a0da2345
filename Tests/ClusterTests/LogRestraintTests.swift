import Cluster
import Testing

@Suite("What fails again and again")
struct LogRestraintTests {
    /// The journal fails to store one more article; what the producer logs of it: how often it came.
    private func fail(_ history: inout ProducerHistory, _ reason: String) -> [String] {
        history.ask(.submit(request: 1, [ProducerHistory.article(1)]))
        guard case .store(let ticket, _, _)? = history.journalRequests.last else { return ["nothing was asked"] }
        history.answer(.failed(ticket: ticket, reason: reason))
        return history.actions.compactMap { action in
            guard case .log(let event) = action, event.level == .error else { return nil }
            return event.details.first { $0.key == "times" }?.value ?? "1"
        }
    }

    @Test("is logged at once, and then each ten seconds with how often it came; another reason is another trouble")
    func restraint() {
        var history = ProducerHistory()
        #expect(fail(&history, "a: disk is full") == ["1"])
        for _ in 0..<99 { #expect(fail(&history, "b: disk is full") == []) }
        #expect(fail(&history, "a: no right to write") == ["1"])
        history.pass(.seconds(11))
        #expect(fail(&history, "a: disk is full") == ["100"])
        #expect(fail(&history, "a: disk is full") == [])
    }
}
