internal import Articles

// What is said of many articles at once: that they are reported, settled, accepted, and in which state they are.

extension FrequentMessages {
    // MARK: Between producer and sink

    static func encode(reported articles: [ReportedArticle]) -> WireWriter {
        var writer = WireWriter(capacity: frameSize + 26 * articles.count)
        for article in articles.reversed() {
            let before = writer.count
            writer.number(2, clamping: article.missingSections)
            writer.id(1, article.id)
            writer.message(1, since: before)
        }
        writer.message(5, since: 0)
        return writer
    }

    static func reported(_ bytes: UnsafeRawBufferPointer) -> Envelope<SinkToProducer>? {
        guard var opening = open(bytes, 8, 5) else { return nil }
        var articles: [ReportedArticle] = []
        while opening.body.has(bytes: 1) {
            var article = opening.body.nested()
            let id = article.id(1)
            articles.append(ReportedArticle(id: id, missingSections: article.number(2)))
            opening.body.accept(article)
        }
        guard opening.body.isDone, articles.count <= WireLimits.elements else { return nil }
        return Envelope(session: opening.session, sequence: opening.sequence, body: .reported(articles))
    }

    static func encode(settled ids: [ArticleID]) -> WireWriter {
        var writer = WireWriter(capacity: frameSize + 18 * ids.count)
        for id in ids.reversed() { writer.id(1, id) }
        writer.message(4, since: 0)
        return writer
    }

    static func settled(_ bytes: UnsafeRawBufferPointer) -> Envelope<ProducerToSink>? {
        guard var opening = open(bytes, 9, 4) else { return nil }
        var ids: [ArticleID] = []
        while opening.body.has(bytes: 1) { ids.append(opening.body.id()) }
        guard opening.body.isDone, ids.count <= WireLimits.elements else { return nil }
        return Envelope(session: opening.session, sequence: opening.sequence, body: .settled(ids))
    }

    // MARK: Between client and producer

    static func encode(await request: UInt64, _ ids: [ArticleID], timeout: Int) -> [UInt8] {
        var writer = WireWriter(capacity: frameSize + 18 * ids.count)
        writer.number(2, clamping: timeout)
        for id in ids.reversed() { writer.id(1, id) }
        writer.message(3, since: 0)
        writer.number(1, request)
        return frame(0, 0, 10, &writer)
    }

    static func awaiting(_ bytes: UnsafeRawBufferPointer) -> ClientToProducer? {
        guard var opening = openConversation(bytes, 10, 3) else { return nil }
        var ids: [ArticleID] = []
        while opening.body.has(bytes: 1) { ids.append(opening.body.id()) }
        let timeout = opening.body.number(2, upTo: WireLimits.milliseconds)
        guard opening.body.isDone, ids.count <= ClusterLimits.awaitedArticles else { return nil }
        return .await(request: opening.request, ids, timeout: timeout)
    }

    static func encode(_ message: ProducerToClient) -> [UInt8]? {
        var writer: WireWriter
        switch message {
        case .accepted(_, let acceptances):
            writer = WireWriter(capacity: frameSize + 22 * acceptances.count)
            for acceptance in acceptances.reversed() {
                let before = writer.count
                writer.number(2, acceptance.isNew ? 1 : 0)
                writer.id(1, acceptance.id)
                writer.message(1, since: before)
            }
            writer.message(2, since: 0)
        case .states(_, let states):
            writer = WireWriter(capacity: frameSize + states.count)
            if !states.isEmpty {
                // 0 stands for an article that is not known.
                for state in states.reversed() { writer.byte(state.map { $0.rawValue + 1 } ?? 0) }
                writer.message(1, since: 0)
            }
            writer.message(4, since: 0)
        case .busy, .status, .jobs, .job, .report, .done, .failed: return nil
        }
        writer.number(1, message.request)
        return frame(0, 0, 11, &writer)
    }

    static func answer(_ bytes: UnsafeRawBufferPointer) -> ProducerToClient? {
        if var opening = openConversation(bytes, 11, 2) {
            var acceptances: [Acceptance] = []
            while opening.body.has(bytes: 1) {
                var acceptance = opening.body.nested()
                let id = acceptance.id(1)
                acceptances.append(Acceptance(id: id, isNew: acceptance.number(2, upTo: 1) == 1))
                opening.body.accept(acceptance)
            }
            guard opening.body.isDone, acceptances.count <= WireLimits.elements else { return nil }
            return .accepted(request: opening.request, acceptances)
        }
        guard var opening = openConversation(bytes, 11, 4) else { return nil }
        var states: [JobState?] = []
        if opening.body.has(bytes: 1) {
            var list = opening.body.nested()
            while list.isSound, list.count > 0 {
                let state = list.bounded(upTo: JobState.allCases.count)
                states.append(state == 0 ? nil : JobState(rawValue: UInt8(state - 1)))
            }
            opening.body.accept(list)
        }
        guard opening.body.isDone, states.count <= WireLimits.elements else { return nil }
        return .states(request: opening.request, states)
    }

    /// A question or answer that is being read.
    private struct ConversationOpening {
        var request: UInt64
        var body: WireReader
    }

    /// The inside of the field `kind` of a frame of a conversation, whose messages have no session but a number.
    private static func openConversation(
        _ bytes: UnsafeRawBufferPointer,
        _ body: UInt8,
        _ kind: UInt8
    ) -> ConversationOpening? {
        guard var frame = WireReader(bytes), frame.word(1) == UInt64(protocolVersion), frame.has(bytes: body) else {
            return nil
        }
        var message = frame.nested()
        let request = message.word(1)
        guard frame.isDone, message.has(bytes: kind) else { return nil }
        let content = message.nested()
        guard message.isDone else { return nil }
        return ConversationOpening(request: request, body: content)
    }
}

extension ProducerToClient {
    package var request: UInt64 {
        switch self {
        case .accepted(let request, _), .busy(let request, _, _), .states(let request, _), .status(let request, _),
            .jobs(let request, _), .job(let request, _), .report(let request, _), .done(let request, _),
            .failed(let request, _):
            request
        }
    }
}
