import Articles
import Cluster
import Extraction
import Simulator

/// A worker that has joined, and the producer's side of its session.
struct WorkerHistory {
    static let here = SinkLocation(endpoint: "e", incarnation: 1)

    var machine: WorkerStateMachine
    var now = Instant(nanoseconds: 0)
    var actions: [WorkerStateMachine.Action] = []
    var producer = SessionSequence(session: 0)

    init(capacity: Int = 4, sink: SinkLocation? = WorkerHistory.here) {
        machine = WorkerStateMachine(
            introduction: ProducerHistory.introduction("w"),
            capacity: capacity,
            sessionSeed: 40,
            at: now
        )
        actions = machine.start(at: now)
        welcome(sink)
    }

    mutating func welcome(_ sink: SinkLocation?) {
        for case .sendToProducer(let envelope) in actions { producer = SessionSequence(session: envelope.session) }
        tell(.welcome(producerIncarnation: 1, sink: sink, beat: 250, silence: 3000))
    }

    mutating func tell(_ body: ProducerToWorker) {
        actions = machine.received(.producer(producer.envelope(body)), at: now)
    }

    mutating func give(_ indices: Range<Int>) {
        tell(
            .work(
                indices.map {
                    SectionTask(
                        id: SectionID(article: ArticleID(high: 1, low: 1), index: $0),
                        section: SectionText(kind: .body, text: "قسم \($0)")
                    )
                }
            )
        )
    }

    mutating func analyse() -> SectionID? {
        guard let task = machine.nextTask() else { return nil }
        actions = machine.analysed(task.id, findings: SimulatedArticles.findings(task.section), at: now)
        return task.id
    }

    mutating func acknowledge(_ serials: [UInt64]) {
        actions = machine.received(
            .sink(Envelope(session: 40, sequence: 0, body: .received(serials: serials))),
            at: now
        )
    }

    mutating func tick(after span: TimeSpan) {
        now = now + span
        actions = machine.tick(at: now)
    }

    var sent: [WorkerToProducer] {
        actions.compactMap { if case .sendToProducer(let envelope) = $0 { envelope.body } else { nil } }
    }

    var serials: [UInt64] {
        actions.flatMap { action -> [UInt64] in
            guard case .sendToSink(let envelope) = action, case .results(let results, _) = envelope.body else {
                return []
            }
            return results.map(\.serial)
        }
    }
}
