import Articles
import Cluster
import Testing

@Suite("The producer and its workers")
struct ProducerWorkerTests {
    @Test("hands out no more than the credit, and more when credit comes back")
    func credit() {
        var history = ProducerHistory.serving([ProducerHistory.article(10)])
        history.joinWorker("w", capacity: 4)
        #expect(history.work("w") == [0, 1, 2, 3])
        history.tell("w", .beat(analysed: 3, granted: 6))
        #expect(history.work("w") == [4, 5])
        history.tell("w", .beat(analysed: 3, granted: 6))
        #expect(history.work("w") == [])
    }

    @Test("cuts each section out exactly, however many bytes its characters have")
    func cuts() {
        let pieces = ["a", "ق", "は", "😀", " ", "خبر"]
        // Lines of all lengths up to 40 characters, each with its own mixture.
        let lines = (0..<120).map { line in
            "\(line)" + (0..<line * 7 % 41).map { pieces[($0 * $0 + line * $0) % pieces.count] }.joined() + "\n"
        }
        var history = ProducerHistory.serving([Article(source: "a", text: lines.joined())])
        history.joinWorker("w", capacity: 2 * lines.count)
        let texts = history.toWorker("w").flatMap { body -> [String] in
            if case .work(let tasks) = body { tasks.map(\.section.text) } else { [] }
        }
        #expect(texts == lines)
    }

    @Test("spreads few sections over all workers that are free")
    func spread() {
        var history = ProducerHistory()
        history.joinWorker("a")
        history.joinWorker("b")
        history.load([ProducerHistory.article(4)])
        // The journal was asked at the start, before the workers came.
        history.answer(.loaded(ticket: 1, [stored(ProducerHistory.article(4))], remaining: 0))
        history.joinSink()
        history.tell(.opened([ProducerHistory.article(4).id]))
        #expect(history.work("a") == [0, 1])
        #expect(history.work("b") == [2, 3])
    }

    @Test("where more articles are open than workers need, each gets an article's sections at once", arguments: [8, 9])
    func many(articles count: Int) {
        var history = ProducerHistory()
        history.joinWorker("a")
        history.joinWorker("b")
        let articles = (0..<count).map { ProducerHistory.article(4, "\($0)") }
        history.answer(.loaded(ticket: 1, articles.map(stored), remaining: 0))
        history.joinSink()
        history.tell(.opened([articles[0].id]))
        #expect(history.work("a") == (count > 8 ? [0, 1, 2, 3] : [0, 1]))
        #expect(history.work("b") == (count > 8 ? [] : [2, 3]))
    }

    private func stored(_ article: Article) -> StoredArticle { StoredArticle(id: article.id, article: article) }

    @Test("a worker that died is to blame for what it had not analysed; each of those goes out alone")
    func death() {
        var history = ProducerHistory.serving([ProducerHistory.article(3)])
        history.joinWorker("w")
        #expect(history.work("w") == [0, 1, 2])
        history.tell("w", .beat(analysed: 1, granted: 8))
        history.lose("w")
        history.joinWorker("v")
        // Section 0 was analysed: it is fresh, the others are suspects.
        #expect(history.work("v") == [1] || history.work("v") == [0])
        let id = ProducerHistory.article(3).id
        var seen = history.work("v")
        for count in 1...4 where !seen.isEmpty && seen.count < 3 {
            history.tell(.received([SectionID(article: id, index: seen[seen.count - 1])]))
            history.tell("v", .beat(analysed: UInt64(count), granted: 8 + UInt64(count)))
            #expect(history.work("v").count <= 1)
            seen += history.work("v")
        }
        #expect(seen.sorted() == [0, 1, 2])
    }

    @Test("a section that three workers died with is given up, and nothing else is")
    func giveUp() {
        let article = ProducerHistory.article(3)
        var history = ProducerHistory.serving([article])
        var givenUp: [SectionID] = []
        var lives = 0
        var remaining: Set<Int> = [0, 1, 2]
        while !remaining.isEmpty && lives < 20 {
            lives += 1
            history.joinWorker("w\(lives)")
            var work = history.work("w\(lives)")
            var analysed: UInt64 = 0
            // Each worker does what it gets in order, until it meets section 1.
            while let index = work.first, index != 1 {
                work.removeFirst()
                analysed += 1
                remaining.remove(index)
                history.tell(.received([SectionID(article: article.id, index: index)]))
                history.tell("w\(lives)", .beat(analysed: analysed, granted: 8 + analysed))
                work += history.work("w\(lives)")
            }
            guard !work.isEmpty else { break }
            history.tell(.beat(room: nil))
            history.lose("w\(lives)")
            // It might come back.
            history.pass(.seconds(1))
            for case .giveUp(let sections) in history.toSink { givenUp += sections }
            if !givenUp.isEmpty { remaining.remove(1) }
        }
        #expect(givenUp == [SectionID(article: article.id, index: 1)])
        #expect(lives >= 3)
        #expect(remaining.isEmpty || history.machine.figures.sectionsPending > 0)
    }

    @Test("a broken session costs no attempt, and the worker is asked to say hello once in a beat")
    func gap() {
        let article = ProducerHistory.article(2)
        var history = ProducerHistory.serving([article])
        for round in 1...5 {
            history.joinWorker("w", session: UInt64(round))
            #expect(history.work("w") == [0, 1])
            let late = Envelope(
                session: UInt64(round),
                sequence: 9,
                body: WorkerToProducer.beat(analysed: 0, granted: 8)
            )
            history.receive(late, from: "w")
            #expect(history.toWorker("w") == [.rejoin])
            history.receive(late, from: "w")
            #expect(history.toWorker("w") == [])
            history.pass(.milliseconds(250))
        }
    }

    @Test("a stuck worker loses its sections when its lease is over; one that waits for the sink does not")
    func lease() {
        let article = ProducerHistory.article(2)
        for analysed in [UInt64(0), 2] {
            var history = ProducerHistory.serving([article])
            history.joinWorker("w")
            for _ in 0..<50 {
                history.pass(.milliseconds(250))
                history.tell("w", .beat(analysed: analysed, granted: 8))
                history.tell(.beat(room: nil))
            }
            #expect(history.machine.figures.workers == (analysed == 2 ? 1 : 0))
            #expect(history.machine.figures.sectionsInFlight == (analysed == 2 ? 2 : 0))
        }
    }

    @Test("a worker whose connection failed but that lives is absolved")
    func absolution() {
        var history = ProducerHistory.serving([ProducerHistory.article(1)])
        for round in 1...6 {
            history.joinWorker("w", session: UInt64(round))
            #expect(history.work("w") == [0])
            history.lose("w")
            #expect(history.toSink == [])
        }
    }

    @Test("a worker that says goodbye gets farewell and nothing more, and is not blamed")
    func goodbye() {
        var history = ProducerHistory.serving([ProducerHistory.article(4)]) { $0.batch = 2 }
        history.joinWorker("w", capacity: 2)
        history.tell("w", .goodbye)
        #expect(history.toWorker("w") == [.farewell])
        history.tell("w", .beat(analysed: 2, granted: 4))
        #expect(history.work("w") == [])
        history.lose("w")
        history.joinWorker("v")
        #expect(history.work("v").count == 4 || history.work("v") == [0, 1])
    }

    @Test(
        "a peer of another protocol or model is refused",
        arguments: [
            ProducerHistory.introduction("w", version: 99), ProducerHistory.introduction("w", model: "other"),
        ]
    )
    func incompatible(introduction: Introduction) {
        var history = ProducerHistory.serving([ProducerHistory.article(1)])
        history.receive(Envelope(session: 3, sequence: 1, body: .hello(introduction, capacity: 4)), from: "w")
        guard case .refused(.incompatible)? = history.toWorker("w").first else {
            Issue.record("not refused: \(history.actions)")
            return
        }
        #expect(history.work("w") == [])
        #expect(history.machine.figures.workers == 0)
    }

    @Test("being stopped for a while does not make everybody else silent")
    func stopped() {
        var history = ProducerHistory.serving([ProducerHistory.article(2)])
        history.joinWorker("w")
        history.tell("w", .beat(analysed: 2, granted: 8))
        // Nothing was read for a minute; then a tick comes before what waits in the sockets.
        history.now = history.now + .seconds(60)
        history.tickOnce()
        #expect(history.machine.figures.workers == 1)
        #expect(history.machine.figures.hasSink)
    }

    @Test("a worker that had a suspect and is kept for the next gets the fresh sections that come meanwhile")
    func freshBeforeNextSuspect() {
        let (first, second) = (ProducerHistory.article(3), ProducerHistory.article(1, "b"))
        var history = ProducerHistory()
        history.load([first, second])
        history.joinSink()
        history.tell(.opened([first.id]))
        history.joinWorker("lost")
        history.lose("lost")
        history.joinWorker("w", capacity: 1)
        #expect(history.work("w") == [0])
        history.tell(.received([SectionID(article: first.id, index: 0)]))
        // It holds nothing, but its credit has not come back yet.
        history.tell("w", .beat(analysed: 1, granted: 1))
        #expect(history.work("w") == [])
        history.tell(.opened([second.id]))
        history.tell("w", .beat(analysed: 1, granted: 2))
        #expect(history.work("w") == [0])
        history.tell(.received([SectionID(article: second.id, index: 0)]))
        history.tell("w", .beat(analysed: 2, granted: 3))
        #expect(history.work("w") == [1])
    }

    @Test("a beat goes to whoever was sent nothing since the last one")
    func beats() {
        var history = ProducerHistory.serving([ProducerHistory.article(1)])
        history.joinWorker("busy")
        history.joinWorker("idle")
        let beat = history.configuration.beat
        history.pass(beat)
        history.pass(beat)
        #expect(history.toWorker("busy") == [.beat])
        #expect(history.toWorker("idle") == [.beat])
        // It fails, and gets the section again.
        let section = SectionID(article: ProducerHistory.article(1).id, index: 0)
        history.tell("busy", .failed(section, reason: "?"))
        #expect(history.work("busy") + history.work("idle") == [0])
        let (told, other) = history.work("busy") == [0] ? ("busy", "idle") : ("idle", "busy")
        history.pass(beat)
        #expect(history.toWorker(told) == [])
        #expect(history.toWorker(other) == [.beat])
        history.pass(beat)
        #expect(history.toWorker(told) == [.beat])
    }

    @Test("a moment after a connection has ended, whoever has sections on lease is sent a beat, some times in a beat")
    func endedConnections() {
        var history = ProducerHistory.serving([ProducerHistory.article(1)])
        history.joinWorker("busy")
        #expect(history.work("busy") == [0])
        history.joinWorker("idle")
        func end() -> [ProducerStateMachine.Action] { history.machine.connectionEnded(at: history.now) }
        #expect(end() == [])
        // Another one that ends meanwhile is looked for with it.
        history.pass(.milliseconds(9))
        #expect(end() == [])
        history.pass(.milliseconds(1))
        #expect(history.toWorker("busy") == [.beat])
        #expect(history.toWorker("idle") == [])
        #expect(history.machine.nextTick == Instant(nanoseconds: 0) + history.configuration.beat)
        #expect(end() == [])
        #expect(history.machine.nextTick == history.now + .milliseconds(30))
        history.pass(.milliseconds(30))
        #expect(history.toWorker("busy") == [.beat])
        // libzmq may not have known yet: the next beat goes to it, too.
        history.pass(.milliseconds(210))
        #expect(history.now == Instant(nanoseconds: 0) + history.configuration.beat)
        #expect(history.toWorker("busy") == [.beat])
    }
}
