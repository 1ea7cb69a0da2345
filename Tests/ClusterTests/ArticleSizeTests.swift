import Articles
import Cluster
import Testing

@Suite("Articles that are too large for messages and disks")
struct ArticleSizeTests {
    private static let faulty: [(Article, ArticleFault)] = [
        (
            Article(title: String(repeating: "ن", count: 40_000), source: "s", text: "تم"),
            .field("title", bytes: 80_000)
        ),
        (
            Article(source: "s", text: "تم", markedHeadings: (0...Limits.mostHeadings).map { $0..<$0 }),
            .headings(count: Limits.mostHeadings + 1)
        ),
        (Article(source: "s", text: "تم", markedHeadings: [1..<2, 0..<1]), .headingOrder),
        (
            Article(source: "s", text: String(repeating: "ن", count: Limits.longestArticle / 2 + 1)),
            .text(bytes: Limits.longestArticle + 2, most: Limits.longestArticle)
        ),
    ]

    @Test("what no reader of ours would give is refused by name, with the reason", arguments: faulty)
    func refused(article: Article, fault: ArticleFault) throws {
        var history = ProducerHistory()
        history.ask(.submit(request: 1, [ProducerHistory.article(1), article]))
        guard case .failed(1, let reason)? = history.answers.first else {
            Issue.record("taken: \(history.actions.count) actions")
            return
        }
        #expect(reason.hasSuffix(": \(fault)") && reason.utf8.count < 500)
        #expect(history.journalRequests == [])
    }

    @Test("titles and headings count where the disks have little room")
    func room() {
        let article = Article(title: "عنوان", text: "تم", markedHeadings: [0..<1])
        var history = ProducerHistory()
        history.joinSink()
        history.tell(.beat(room: UInt64(article.byteCount) - 1))
        history.ask(.submit(request: 1, [article]))
        guard case .busy(1, _, _)? = history.answers.first else {
            Issue.record("taken: \(history.actions)")
            return
        }
    }

    /// As the limits of an earlier version took it: each of its lines is a section and a marked heading.
    private static let unsendable: Article = {
        let lines = 1_000_000
        let text = String(repeating: "خبر وخبر\n", count: lines)
        return Article(source: "large", text: text, markedHeadings: (0..<lines).map { 9 * $0..<9 * $0 + 8 })
    }()

    private func serving(_ articles: [Article]) -> ProducerHistory {
        var history = ProducerHistory()
        history.joinSink()
        history.answer(
            .loaded(ticket: 1, articles.map { StoredArticle(id: $0.id, article: $0) }, remaining: 0)
        )
        return history
    }

    @Test("an article that no message to the sink can hold is cancelled with the reason, and the others are opened")
    func unsendable() {
        let other = ProducerHistory.article(1)
        let id = Self.unsendable.id
        var history = serving([Self.unsendable, other])
        #expect(history.journalRequests == [.cancel(ticket: 2, [id])])
        #expect(history.toSink.count == 1)
        let errors = history.actions.compactMap { action -> String? in
            if case .log(let event) = action, event.level == .error { event.message } else { nil }
        }
        #expect(errors.count == 1 && errors.allSatisfy { $0.contains("too large") })
        history.ask(.await(request: 1, [id], timeout: 60_000))
        history.answer(.states(ticket: 3, [.waiting]))
        history.answer(.cancelled(ticket: 2, [id]))
        #expect(history.journalRequests == [.states(ticket: 4, [id])])
        #expect(history.machine.figures.openArticles == 1)
    }

    @Test("where the journal can't cancel it, it is asked again, and a drain waits for that")
    func unsendableOnFullDisk() {
        let id = Self.unsendable.id
        var history = serving([Self.unsendable])
        history.answer(.failed(ticket: 2, reason: "full"))
        #expect(history.journalRequests == [])
        history.ask(.drain(request: 1))
        #expect(history.answers == [])
        history.pass(history.configuration.beat)
        #expect(history.journalRequests == [.cancel(ticket: 3, [id])])
        history.answer(.cancelled(ticket: 3, [id]))
        #expect(history.answers == [.done(request: 1, count: 0)])
        history.pass(history.configuration.beat)
        #expect(history.journalRequests == [])
    }

    @Test("an answer that no message can hold is a word that there is none")
    func answer() throws {
        func answer(_ count: Int) throws -> ProducerToClient {
            let bytes = MessageCodec.encode(
                answer: .report(request: 7, bytes: [UInt8](repeating: 0x20, count: count))
            )
            return try bytes.withUnsafeBytes { try MessageCodec.decodeForClient($0) }
        }
        guard case .failed(7, let reason) = try answer(ClusterLimits.messageSize) else {
            Issue.record("not told")
            return
        }
        #expect(reason.contains("at most"))
        guard case .report(7, _) = try answer(ClusterLimits.messageSize - 1024) else {
            Issue.record("not answered")
            return
        }
    }

    @Test(
        "a text is cut at a code point",
        arguments: [
            ("عنوان", 10, "عنوان"), ("عنوان", 9, "عنو…"), ("عنوان", 8, "عن…"), ("abcdef", 5, "ab…"), ("عن", 3, "…"),
        ]
    )
    func shortened(text: String, size: Int, result: String) {
        #expect(text.shortened(toBytes: size) == result)
    }
}
