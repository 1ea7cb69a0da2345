import Articles
import Cluster

/// What a trace shows: the kind of a message and what of it a reader follows.
extension Payload: CustomStringConvertible {
    var description: String {
        switch self {
        case .workerToProducer(let envelope): numbered(envelope, say(envelope.body))
        case .producerToWorker(let envelope): numbered(envelope, say(envelope.body))
        case .sinkToProducer(let envelope): numbered(envelope, say(envelope.body))
        case .producerToSink(let envelope): numbered(envelope, say(envelope.body))
        case .workerToSink(let envelope):
            switch envelope.body {
            case .results(let results, _): "results \(results.map { "\($0.serial)=\(short($0.id))" })"
            }
        case .sinkToWorker(let envelope): "\(envelope.body)"
        case .clientToProducer(.submit(_, let articles, _)): "submit \(articles.map { short($0.id) })"
        case .clientToProducer(let message): "\(message)"
        case .producerToClient(let message): "\(message)"
        }
    }

    /// The end of the session's number, and the message's number in it.
    private func numbered<Body>(_ envelope: Envelope<Body>, _ text: String) -> String {
        "#\(envelope.session % 1000).\(envelope.sequence) \(text)"
    }

    private func short(_ id: ArticleID) -> String { String(id.description.prefix(6)) }
    private func short(_ id: SectionID) -> String { "\(short(id.article))/\(id.index)" }

    private func say(_ body: WorkerToProducer) -> String {
        switch body {
        case .hello(let who, let capacity): "hello \(who.modelDigest), capacity \(capacity)"
        case .beat(let analysed, let granted): "beat, analysed \(analysed), granted \(granted)"
        case .failed(let section, _): "failed \(short(section))"
        case .goodbye: "goodbye"
        }
    }

    private func say(_ body: ProducerToWorker) -> String {
        switch body {
        case .work(let tasks): "work \(tasks.map { short($0.id) })"
        case .welcome(_, let sink, _, _): "welcome, sink \(sink?.endpoint ?? "none")"
        default: "\(body)"
        }
    }

    private func say(_ body: SinkToProducer) -> String {
        switch body {
        case .hello(let who, let location): "hello \(who.modelDigest), \(location.endpoint)"
        case .holding(let held, let reported, let isLast):
            "holding \(held.map { "\(short($0.id)) \($0.received)" }), reported \(reported.map { short($0.id) })"
                + (isLast ? "" : " …")
        case .opened(let ids): "opened \(ids.map { short($0) })"
        case .received(let sections): "received \(sections.map { short($0) })"
        case .rejected(let sections): "rejected \(sections.map { short($0) })"
        case .reported(let reported): "reported \(reported.map { "\(short($0.id)) without \($0.missingSections)" })"
        default: "\(body)"
        }
    }

    private func say(_ body: ProducerToSink) -> String {
        switch body {
        case .open(let outline, let keepsExisting):
            "open \(short(outline.id)) of \(outline.sections.count)" + (keepsExisting ? ", keeps what exists" : "")
        case .giveUp(let sections): "give up \(sections.map { short($0) })"
        case .settled(let ids): "settled \(ids.map { short($0) })"
        case .discard(let ids): "discard \(ids.map { short($0) })"
        default: "\(body)"
        }
    }
}
