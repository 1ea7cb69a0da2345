internal import Articles
internal import Extraction

/// The messages of which a cluster sends many, or large ones, written by hand; `nil` for all others, which the generated
/// code writes. The bytes are the same that it would write.
enum FrequentMessages {
    /// What a frame and its fixed fields take at most, and room for ids and numbers of an element.
    static let frameSize = 64

    static func encode(_ envelope: Envelope<WorkerToSink>) -> [UInt8]? {
        guard case .results(let results, let sink) = envelope.body else { return nil }
        var size = frameSize
        for result in results {
            size += 64 + result.findings.mentions.count * 32 + result.findings.topics.count * 16
            size += result.findings.phraseWords.count * 12 + result.findings.nisbas.count * 16
        }
        var writer = WireWriter(capacity: size)
        writer.number(2, sink)
        for result in results.reversed() {
            let before = writer.count
            writer.findings(3, result.findings)
            writer.sectionID(2, result.id)
            writer.number(1, result.serial)
            writer.message(1, since: before)
        }
        writer.message(1, since: 0)
        return frame(envelope.session, envelope.sequence, 6, &writer)
    }

    static func encode(_ envelope: Envelope<ProducerToWorker>) -> [UInt8]? {
        switch envelope.body {
        case .work(let tasks):
            var writer = WireWriter(capacity: tasks.reduce(frameSize) { $0 + 64 + $1.section.text.utf8.count })
            for task in tasks.reversed() { writer.task(1, task) }
            writer.message(3, since: 0)
            return frame(envelope.session, envelope.sequence, 5, &writer)
        case .welcome, .sink, .beat, .farewell, .rejoin, .refused: return nil
        }
    }

    static func encode(_ envelope: Envelope<ProducerToSink>) -> [UInt8]? {
        var writer: WireWriter
        switch envelope.body {
        case .open(let outline, let keepsExisting):
            writer = WireWriter(capacity: size(outline))
            writer.number(2, keepsExisting ? 1 : 0)
            writer.outline(1, outline)
            writer.message(2, since: 0)
        case .settled(let ids): writer = encode(settled: ids)
        default: return nil
        }
        return frame(envelope.session, envelope.sequence, 9, &writer)
    }

    static func encode(_ envelope: Envelope<SinkToProducer>) -> [UInt8]? {
        var writer: WireWriter
        switch envelope.body {
        case .received(let sections):
            writer = WireWriter(capacity: frameSize + 32 * sections.count)
            for section in sections.reversed() { writer.sectionID(1, section) }
            writer.message(4, since: 0)
        case .opened(let ids):
            writer = WireWriter(capacity: frameSize + 18 * ids.count)
            for id in ids.reversed() { writer.id(1, id) }
            writer.message(3, since: 0)
        case .reported(let articles): writer = encode(reported: articles)
        default: return nil
        }
        return frame(envelope.session, envelope.sequence, 8, &writer)
    }

    static func encode(_ envelope: Envelope<SinkToWorker>) -> [UInt8]? {
        guard case .received(let serials) = envelope.body else { return nil }
        var writer = WireWriter(capacity: frameSize + 10 * serials.count)
        if !serials.isEmpty {
            for serial in serials.reversed() { writer.varint(serial) }
            writer.message(1, since: 0)
        }
        writer.message(1, since: 0)
        return frame(envelope.session, envelope.sequence, 7, &writer)
    }

    static func encode(_ envelope: Envelope<WorkerToProducer>) -> [UInt8]? {
        guard case .beat(let analysed, let granted) = envelope.body else { return nil }
        var writer = WireWriter(capacity: frameSize)
        writer.number(2, granted)
        writer.number(1, analysed)
        writer.message(2, since: 0)
        return frame(envelope.session, envelope.sequence, 4, &writer)
    }

    static func encode(_ message: ClientToProducer) -> [UInt8]? {
        if case .await(let request, let ids, let timeout) = message {
            return encode(await: request, ids, timeout: timeout)
        }
        guard case .submit(let request, let articles, .normal) = message else { return nil }
        var writer = WireWriter(capacity: articles.reduce(frameSize) { $0 + size($1) })
        for article in articles.reversed() {
            let before = writer.count
            writer.article(article)
            writer.message(1, since: before)
        }
        writer.message(2, since: 0)
        writer.number(1, request)
        return frame(0, 0, 10, &writer)
    }

    static func encode(_ article: Article) -> [UInt8] {
        var writer = WireWriter(capacity: size(article))
        writer.article(article)
        return writer.bytes
    }

    /// Bytes that a message with the outline has at most.
    static func size(_ outline: Outline) -> Int { frameSize + size(outline.article) + 36 * outline.sections.count }

    private static func size(_ article: Article) -> Int {
        let parts = [article.title, article.source, article.url, article.published, article.externalID, article.text]
        return parts.reduce(frameSize) { $0 + 8 + ($1?.utf8.count ?? 0) } + 10 * (article.markedHeadings?.count ?? 0)
    }

    static func frame(
        _ session: UInt64,
        _ sequence: UInt64,
        _ body: UInt8,
        _ writer: inout WireWriter
    ) -> [UInt8] {
        writer.message(body, since: 0)
        writer.number(3, sequence)
        writer.number(2, session)
        writer.number(1, UInt64(protocolVersion))
        return writer.bytes
    }
}

extension FrequentMessages {
    /// A frame whose body is being read.
    struct Opening {
        var session: UInt64
        var sequence: UInt64
        var body: WireReader
    }

    /// The inside of the field `kind` of the frame's field `body`, if this is what the frame has, and no more.
    static func open(_ bytes: UnsafeRawBufferPointer, _ body: UInt8, _ kind: UInt8) -> Opening? {
        guard var frame = WireReader(bytes), frame.word(1) == UInt64(protocolVersion) else { return nil }
        let session = frame.word(2)
        let sequence = frame.word(3)
        guard frame.has(bytes: body) else { return nil }
        var message = frame.nested()
        guard frame.isDone, message.has(bytes: kind) else { return nil }
        let content = message.nested()
        guard message.isDone else { return nil }
        return Opening(session: session, sequence: sequence, body: content)
    }

    static func results(_ bytes: UnsafeRawBufferPointer) -> Envelope<WorkerToSink>? {
        guard var opening = open(bytes, 6, 1) else { return nil }
        var results: [SectionResult] = []
        while opening.body.has(bytes: 1) {
            var content = opening.body.nested()
            let serial = content.word(1)
            let id = content.sectionID(2)
            results.append(SectionResult(serial: serial, id: id, findings: content.findings(3)))
            opening.body.accept(content)
        }
        let sink = opening.body.word(2)
        guard opening.body.isDone, results.count <= WireLimits.elements else { return nil }
        return Envelope(session: opening.session, sequence: opening.sequence, body: .results(results, sink: sink))
    }

    static func work(_ bytes: UnsafeRawBufferPointer) -> Envelope<ProducerToWorker>? {
        guard var opening = open(bytes, 5, 3) else { return nil }
        var tasks: [SectionTask] = []
        while opening.body.has(bytes: 1) { tasks.append(opening.body.task()) }
        guard opening.body.isDone, tasks.count <= WireLimits.elements else { return nil }
        return Envelope(session: opening.session, sequence: opening.sequence, body: .work(tasks))
    }

    static func outline(_ bytes: UnsafeRawBufferPointer) -> Envelope<ProducerToSink>? {
        guard var opening = open(bytes, 9, 2) else { return nil }
        let outline = opening.body.outline(1)
        let keepsExisting = opening.body.number(2, upTo: 1) == 1
        guard opening.body.isDone else { return nil }
        return Envelope(
            session: opening.session,
            sequence: opening.sequence,
            body: .open(outline, keepsExisting: keepsExisting)
        )
    }

    /// What the sink has received or opened.
    static func receipt(_ bytes: UnsafeRawBufferPointer) -> Envelope<SinkToProducer>? {
        if var opening = open(bytes, 8, 4) {
            var sections: [SectionID] = []
            while opening.body.has(bytes: 1) { sections.append(opening.body.sectionID()) }
            guard opening.body.isDone, sections.count <= WireLimits.elements else { return nil }
            return Envelope(session: opening.session, sequence: opening.sequence, body: .received(sections))
        }
        guard var opening = open(bytes, 8, 3) else { return nil }
        var ids: [ArticleID] = []
        while opening.body.has(bytes: 1) { ids.append(opening.body.id()) }
        guard opening.body.isDone, ids.count <= WireLimits.elements else { return nil }
        return Envelope(session: opening.session, sequence: opening.sequence, body: .opened(ids))
    }

    static func acknowledgement(_ bytes: UnsafeRawBufferPointer) -> Envelope<SinkToWorker>? {
        guard var opening = open(bytes, 7, 1) else { return nil }
        var serials: [UInt64] = []
        if opening.body.has(bytes: 1) {
            var list = opening.body.nested()
            while list.isSound, list.count > 0 { serials.append(list.varint()) }
            opening.body.accept(list)
        }
        guard opening.body.isDone, serials.count <= WireLimits.elements else { return nil }
        return Envelope(session: opening.session, sequence: opening.sequence, body: .received(serials: serials))
    }

    static func beat(_ bytes: UnsafeRawBufferPointer) -> Envelope<WorkerToProducer>? {
        guard var opening = open(bytes, 4, 2) else { return nil }
        let analysed = opening.body.word(1)
        let granted = opening.body.word(2)
        guard opening.body.isDone else { return nil }
        return Envelope(
            session: opening.session,
            sequence: opening.sequence,
            body: .beat(analysed: analysed, granted: granted)
        )
    }

    static func submission(_ bytes: UnsafeRawBufferPointer) -> ClientToProducer? {
        guard var frame = WireReader(bytes), frame.word(1) == UInt64(protocolVersion), frame.has(bytes: 10) else {
            return nil
        }
        var message = frame.nested()
        let request = message.word(1)
        guard frame.isDone, message.has(bytes: 2) else { return nil }
        var content = message.nested()
        var articles: [Article] = []
        while message.isDone, content.has(bytes: 1) {
            var article = content.nested()
            articles.append(article.article())
            content.accept(article)
        }
        guard message.isDone, content.isDone, articles.count <= WireLimits.articles else { return nil }
        return .submit(request: request, articles, priority: .normal)
    }

    static func article(_ bytes: UnsafeRawBufferPointer) -> Article? {
        guard var reader = WireReader(bytes) else { return nil }
        let article = reader.article()
        return reader.isDone ? article : nil
    }
}
