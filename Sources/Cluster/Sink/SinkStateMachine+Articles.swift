internal import Articles
internal import Extraction

// Articles at the sink: opened, gathered, written, reported, forgotten.

/// Where an article is at the sink.
enum SinkArticle: Sendable {
    /// A whole report of it may be on disk already: that is being looked up.
    case checking(Opening)
    case gathering(GatheredArticle)
    case writing(GatheredArticle)
    /// Its report could not be written; it is tried again.
    case unwritten(GatheredArticle, retryAt: Instant)
    /// On disk; the producer has not said yet that the journal knows.
    case reported(missingSections: Int)
    /// Forgotten while the shell was at it (a lookup or a write): what the shell says of it means nothing, and if it is
    /// opened again meanwhile, that waits until then.
    case forgotten(next: Opening?)

    /// What the producer has said of an article that is not gathered yet.
    struct Opening: Sendable {
        var outline: Outline
        var keepsExisting: Bool
        /// Those of its sections that were given up since.
        var givenUp: [Int] = []
    }

    /// What is opened once the shell has answered.
    var opening: Opening? {
        switch self {
        case .checking(let opening): opening
        case .forgotten(let next): next
        case .gathering, .writing, .unwritten, .reported: nil
        }
    }
}

extension SinkStateMachine {
    private static let writeAgainAfter = TimeSpan.seconds(1)
    /// So many sections are named in one message.
    private static let sectionsInMessage = 16_384

    var isWriting: Bool {
        articles.values.contains {
            if case .writing = $0 { true } else { false }
        }
    }

    mutating func open(_ outline: Outline, keepsExisting: Bool) {
        let id = outline.id
        switch articles[id] {
        case nil:
            if keepsExisting {
                articles[id] = .checking(.init(outline: outline, keepsExisting: true))
                actions.append(.lookForWholeReport(id))
            } else {
                gather(outline, givenUp: [])
            }
        case .checking: break
        case .gathering, .writing, .unwritten: sendToProducer(.opened([id]))
        case .reported(let missing): sendToProducer(.reported([ReportedArticle(id: id, missingSections: missing)]))
        case .forgotten: articles[id] = .forgotten(next: .init(outline: outline, keepsExisting: keepsExisting))
        }
    }

    private mutating func gather(_ outline: Outline, givenUp: [Int]) {
        var article = GatheredArticle(outline: outline)
        for index in givenUp { article.giveUp(index) }
        sendToProducer(.opened([outline.id]))
        keep(article)
    }

    /// Writes the report when nothing is missing.
    private mutating func keep(_ article: GatheredArticle) {
        if article.isComplete {
            articles[article.outline.id] = .writing(article)
            actions.append(.write(article.outline, article.findings))
        } else {
            articles[article.outline.id] = .gathering(article)
        }
    }

    mutating func giveUp(_ section: SectionID) {
        let isComplete = articles.gather(section.article) { article in
            article.giveUp(section.index)
            return article.isComplete
        }
        switch isComplete {
        case nil: articles.updateOpening(of: section.article) { $0.givenUp.append(section.index) }
        case false?: break
        case true?: if case .gathering(let article)? = articles[section.article] { keep(article) }
        }
    }

    mutating func take(_ results: [SectionResult], for incarnation: UInt64, from worker: PeerID, session: UInt64) {
        var received: [SectionID] = []
        var rejected: [SectionID] = []
        var completed: [ArticleID] = []
        for result in results where incarnation == location.incarnation {
            let id = result.id
            let reception = articles.gather(id.article) { article in
                let reception = article.receive(result.findings, of: id.index)
                if reception == .taken, article.isComplete { completed.append(id.article) }
                return reception
            }
            switch reception {
            case .taken: received.append(result.id)
            case .unsound: rejected.append(result.id)
            case nil, .unneeded: break
            }
        }
        let answer = SinkToWorker.received(serials: results.map(\.serial))
        actions.append(.sendToWorker(worker, Envelope(session: session, sequence: 0, body: answer)))
        if !received.isEmpty { sendToProducer(.received(received)) }
        if !rejected.isEmpty { sendToProducer(.rejected(rejected)) }
        counts.findingsTaken += UInt64(received.count)
        counts.findingsRejected += UInt64(rejected.count)
        counts.findingsUnneeded += UInt64(results.count - received.count - rejected.count)
        for id in completed {
            if case .gathering(let article)? = articles[id] { keep(article) }
        }
    }

    // MARK: What the shell says

    mutating func written(_ id: ArticleID) {
        switch articles[id] {
        case .writing(let article):
            let missing = article.givenUpCount
            counts.reportsWritten += 1
            articles[id] = .reported(missingSections: missing)
            sendToProducer(.reported([ReportedArticle(id: id, missingSections: missing)]))
        case .forgotten(let next): reopen(id, next)
        case nil, .checking, .gathering, .unwritten, .reported: break
        }
    }

    mutating func notWritten(_ id: ArticleID, reason: String) {
        switch articles[id] {
        case .writing(let article):
            counts.reportsFailed += 1
            articles[id] = .unwritten(article, retryAt: now + Self.writeAgainAfter)
            logNowAndThen(
                .error,
                "report could not be written; it is tried again each second",
                because: reason,
                ["article": "\(id)", "reason": reason]
            )
            sendToProducer(.writeFailed(id, reason: reason))
        case .forgotten(let next): reopen(id, next)
        case nil, .checking, .gathering, .unwritten, .reported: break
        }
    }

    mutating func looked(for id: ArticleID, isThere: Bool) {
        switch articles[id] {
        case .checking(let opening):
            if isThere {
                articles[id] = .reported(missingSections: 0)
                sendToProducer(.reported([ReportedArticle(id: id, missingSections: 0)]))
            } else {
                gather(opening.outline, givenUp: opening.givenUp)
            }
        case .forgotten(let next): reopen(id, next)
        case nil, .gathering, .writing, .unwritten, .reported: break
        }
    }

    private mutating func reopen(_ id: ArticleID, _ next: SinkArticle.Opening?) {
        articles[id] = nil
        guard let next else { return }
        open(next.outline, keepsExisting: next.keepsExisting)
        for index in next.givenUp { giveUp(SectionID(article: id, index: index)) }
    }

    mutating func writeAgain() {
        let due = articles.values.compactMap { state -> GatheredArticle? in
            guard case .unwritten(let article, let retryAt) = state, retryAt <= now else { return nil }
            return article
        }
        for article in due.sorted(by: { $0.outline.id < $1.outline.id }) { keep(article) }
    }

    // MARK: What the producer knows

    mutating func forget(_ id: ArticleID) {
        switch articles[id] {
        case .checking, .writing, .forgotten: articles[id] = .forgotten(next: nil)
        case nil, .gathering, .unwritten, .reported: articles[id] = nil
        }
    }

    mutating func sayWhatIsHeld() {
        var held: [HeldArticle] = []
        var reported: [ReportedArticle] = []
        var size = 0
        for id in articles.ids.sorted() {
            switch articles[id] {
            case .gathering(let article), .writing(let article), .unwritten(let article, _):
                held.append(HeldArticle(id: id, received: article.received))
                size += 1 + (held.last?.received.count ?? 0)
            case .reported(let missing):
                reported.append(ReportedArticle(id: id, missingSections: missing))
                size += 1
            case nil, .checking, .forgotten: break
            }
            if size >= Self.sectionsInMessage {
                sendToProducer(.holding(held, reported: reported, isLast: false))
                (held, reported, size) = ([], [], 0)
            }
        }
        sendToProducer(.holding(held, reported: reported, isLast: true))
    }
}
