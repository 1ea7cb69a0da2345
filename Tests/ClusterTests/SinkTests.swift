import Articles
import Cluster
import Extraction
import Simulator
import Testing

@Suite("The sink")
struct SinkTests {
    private static let worker = PeerID("w")

    struct History {
        var machine: SinkStateMachine
        var now = Instant(nanoseconds: 0)
        var actions: [SinkStateMachine.Action] = []
        var producer = SessionSequence(session: 0)

        init(answers: Bool = true) {
            machine = SinkStateMachine(
                introduction: ProducerHistory.introduction("s"),
                location: SinkLocation(endpoint: "e", incarnation: 1),
                sessionSeed: 40,
                at: now
            )
            actions = machine.start(at: now)
            welcome(answers: answers)
        }

        mutating func welcome(answers: Bool = true) {
            for case .sendToProducer(let envelope) in actions { producer = SessionSequence(session: envelope.session) }
            tell(.welcome(producerIncarnation: 1, journal: 5, beat: 250, silence: 3000))
            guard answers, let claim else { return }
            actions = machine.claimed(claim.number, shutOut: 0, at: now)
        }

        /// What it asks of the folder of reports.
        var claim: ReportsClaim? {
            for case .claimReports(let claim) in actions { return claim }
            return nil
        }

        /// A message to it is lost.
        mutating func rejoin() {
            _ = producer.envelope(ProducerToSink.beat)
            tell(.beat)
        }

        mutating func tell(_ body: ProducerToSink) { actions = machine.received(producer.envelope(body), at: now) }

        mutating func find(_ article: Article, _ index: Int, serial: UInt64 = 1, for incarnation: UInt64 = 1) {
            let id = SectionID(article: article.id, index: index)
            find(id, Findings(tokenCount: index), serial: serial, for: incarnation)
        }

        mutating func find(_ id: SectionID, _ findings: Findings, serial: UInt64, for incarnation: UInt64 = 1) {
            let result = SectionResult(serial: serial, id: id, findings: findings)
            actions = machine.received(
                Envelope(session: 7, sequence: 0, body: .results([result], sink: incarnation)),
                from: SinkTests.worker,
                at: now
            )
        }

        var sent: [SinkToProducer] {
            actions.compactMap { if case .sendToProducer(let envelope) = $0 { envelope.body } else { nil } }
        }

        var acknowledged: [UInt64] {
            actions.flatMap { action -> [UInt64] in
                guard case .sendToWorker(_, let envelope) = action, case .received(let serials) = envelope.body else {
                    return []
                }
                return serials
            }
        }

        var written: [[Findings?]] {
            actions.compactMap { if case .write(_, let findings) = $0 { findings } else { nil } }
        }
    }

    let article = ProducerHistory.article(2)
    var outline: Outline { SimulatedArticles.split(article.id, article) }

    @Test("results that were meant for the sink before it are acknowledged and dropped: they may be of another model")
    func resultsForAnother() {
        var history = History()
        history.tell(.open(SimulatedArticles.split(article.id, article), keepsExisting: false))
        history.find(article, 0, serial: 4, for: 99)
        #expect(history.acknowledged == [4])
        #expect(history.sent == [])
        history.find(article, 0, serial: 5)
        #expect(history.sent == [.received([SectionID(article: article.id, index: 0)])])
    }

    @Test("an article is written when its last section is in, and reported when it is written")
    func whole() {
        var history = History()
        #expect(history.sent == [.holding([], reported: [], isLast: true)])
        history.tell(.open(outline, keepsExisting: false))
        #expect(history.sent == [.opened([article.id])])
        history.find(article, 1)
        #expect(history.sent == [.received([SectionID(article: article.id, index: 1)])])
        #expect(history.written == [])
        history.find(article, 0)
        #expect(history.written == [[Findings(tokenCount: 0), Findings(tokenCount: 1)]])
        #expect(!history.sent.contains(.reported([ReportedArticle(id: article.id, missingSections: 0)])))
        history.actions = history.machine.reportWritten(article.id, at: history.now)
        #expect(history.sent == [.reported([ReportedArticle(id: article.id, missingSections: 0)])])
        history.tell(.settled([article.id]))
        #expect(history.machine.heldArticles == 0)
    }

    @Test("of what comes together, the producer is told in one message for each kind, in the order of an article's way")
    func together() {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        let other = ProducerHistory.article(1, "other")
        let open = ProducerToSink.open(SimulatedArticles.split(other.id, other), keepsExisting: false)
        let envelope = history.producer.envelope(open)
        let results = (0...1).map { index in
            let id = SectionID(article: article.id, index: index)
            return SectionResult(serial: UInt64(index + 1), id: id, findings: Findings(tokenCount: index))
        }
        history.actions = history.machine.together(at: history.now) { [now = history.now] machine in
            for result in results {
                let body = WorkerToSink.results([result], sink: 1)
                _ = machine.received(Envelope(session: 7, sequence: 0, body: body), from: Self.worker, at: now)
            }
            _ = machine.received(envelope, at: now)
        }
        #expect(history.sent == [.opened([other.id]), .received(results.map(\.id))])
        #expect(history.written == [[Findings(tokenCount: 0), Findings(tokenCount: 1)]])
        #expect(history.acknowledged == [1, 2])
    }

    @Test("what was gathered for a session that is over is not told in the next one")
    func togetherAcrossSessions() {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        let result = SectionResult(serial: 1, id: SectionID(article: article.id, index: 0), findings: Findings())
        let rejoin = Envelope(session: history.producer.session, sequence: 0, body: ProducerToSink.rejoin)
        history.actions = history.machine.together(at: history.now) { [now = history.now] machine in
            let body = WorkerToSink.results([result], sink: 1)
            _ = machine.received(Envelope(session: 7, sequence: 0, body: body), from: Self.worker, at: now)
            _ = machine.received(rejoin, at: now)
        }
        guard case .hello? = history.sent.first, history.sent.count == 1 else {
            Issue.record("said more than hello: \(history.sent)")
            return
        }
        history.welcome()
        #expect(history.sent == [.holding([HeldArticle(id: article.id, received: [0])], reported: [], isLast: true)])
    }

    @Test(
        "what arrives twice, for no section, or for an article that is not open, is acknowledged and dropped",
        arguments: [0, 5, -1]
    )
    func dropped(index: Int) {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        history.find(article, 0)
        history.find(article, index, serial: 9)
        #expect(history.acknowledged == [9])
        #expect(history.sent == [] && history.written == [])
        history.find(ProducerHistory.article(1, "other"), 0, serial: 10)
        #expect(history.acknowledged == [10] && history.sent == [])
    }

    @Test("findings that can't be of their section are dropped, acknowledged, and said to be so")
    func unsound() {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        let section = SectionID(article: article.id, index: 0)
        let length = outline.sections[0].range.count
        let mention = EntityMention(range: length - 1..<length + 1, type: .person, confidence: 1)
        history.find(section, Findings(mentions: [mention], tokenCount: 1), serial: 3)
        #expect(history.sent == [.rejected([section])])
        #expect(history.acknowledged == [3])
        // Another worker does better.
        history.find(article, 0)
        #expect(history.sent == [.received([section])])
        // What is received can't be spoilt any more.
        history.find(section, Findings(mentions: [mention], tokenCount: 1), serial: 4)
        #expect(history.sent == [])
    }

    @Test(
        "sections that were given up are missing in the report, unless they come after all",
        arguments: [true, false]
    )
    func partial(comesAfterAll: Bool) {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        history.tell(.giveUp([SectionID(article: article.id, index: 0)]))
        if comesAfterAll { history.find(article, 0) }
        history.find(article, 1)
        #expect(history.written == [[comesAfterAll ? Findings(tokenCount: 0) : nil, Findings(tokenCount: 1)]])
        history.actions = history.machine.reportWritten(article.id, at: history.now)
        let missing = comesAfterAll ? 0 : 1
        #expect(history.sent == [.reported([ReportedArticle(id: article.id, missingSections: missing)])])
    }

    @Test("a report that can't be written is tried again, and stays in memory")
    func writeFails() {
        var history = History()
        history.tell(.open(SimulatedArticles.split(article.id, article), keepsExisting: false))
        history.find(article, 0)
        history.find(article, 1)
        history.actions = history.machine.writeFailed(article.id, reason: "full", at: history.now)
        #expect(history.sent == [.writeFailed(article.id, reason: "full")])
        for _ in 0..<4 {
            history.now = history.now + .milliseconds(250)
            history.actions = history.machine.tick(at: history.now)
        }
        #expect(history.written.count == 1)
    }

    @Test("a whole report that is there is the answer where that is asked for", arguments: [true, false])
    func existing(isThere: Bool) {
        var history = History()
        history.tell(.open(outline, keepsExisting: true))
        #expect(history.actions == [.lookForWholeReport(article.id)])
        history.actions = history.machine.lookedForWholeReport(of: article.id, isThere: isThere, at: history.now)
        let reported = SinkToProducer.reported([ReportedArticle(id: article.id, missingSections: 0)])
        #expect(history.sent == [isThere ? reported : .opened([article.id])])
    }

    @Test("an article without sections to analyse is written at once")
    func boilerplateAlone() {
        var history = History()
        let article = Article(text: "#تابعنا\n")
        history.tell(.open(SimulatedArticles.split(article.id, article), keepsExisting: false))
        #expect(history.written == [[nil]])
    }

    @Test("after a lost message all that is held is said anew")
    func rejoin() {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        history.find(article, 1)
        history.rejoin()
        guard case .hello? = history.sent.first else {
            Issue.record("no hello: \(history.actions)")
            return
        }
        // Without a session the worker is served all the same.
        history.find(ProducerHistory.article(1, "other"), 0, serial: 3)
        #expect(history.acknowledged == [3])
        history.actions = history.machine.tick(at: history.now + .milliseconds(250))
        history.welcome()
        #expect(history.sent == [.holding([HeldArticle(id: article.id, received: [1])], reported: [], isLast: true)])
    }

    @Test("an article that is discarded and opened again during a write waits for that write")
    func reopenedWhileWriting() {
        var history = History()
        let article = ProducerHistory.article(1)
        let outline = SimulatedArticles.split(article.id, article)
        history.tell(.open(outline, keepsExisting: false))
        history.find(article, 0)
        #expect(history.written.count == 1)
        history.tell(.discard([article.id]))
        history.tell(.open(outline, keepsExisting: false))
        #expect(history.sent == [])
        history.actions = history.machine.reportWritten(article.id, at: history.now)
        #expect(history.sent == [.opened([article.id])])
    }
}
