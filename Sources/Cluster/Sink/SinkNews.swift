internal import Articles

/// What the sink has to tell the producer of articles and sections, gathered while several events are handled: one
/// message for all of a kind instead of one for each.
struct SinkNews: Sendable {
    private var opened: [ArticleID] = []
    private var received: [SectionID] = []
    private var reported: [ReportedArticle] = []

    /// Takes `body` in if it is news of this kind.
    mutating func add(_ body: SinkToProducer) -> Bool {
        switch body {
        case .opened(let ids): opened += ids
        case .received(let sections): received += sections
        case .reported(let articles): reported += articles
        default: return false
        }
        return true
    }

    /// All of it, in the order in which it happens to an article; what is left is nothing.
    mutating func takeAll() -> [SinkToProducer] {
        var bodies: [SinkToProducer] = []
        if !opened.isEmpty { bodies.append(.opened(opened)) }
        if !received.isEmpty { bodies.append(.received(received)) }
        if !reported.isEmpty { bodies.append(.reported(reported)) }
        if !bodies.isEmpty { self = SinkNews() }
        return bodies
    }
}
