internal import Articles
internal import OrderedCollections

/// Reported articles on their way into the journal: what comes while one request is out goes into the next one, so the
/// journal commits them in groups.
struct Settlements: Sendable {
    private var waiting: OrderedDictionary<ArticleID, ReportedArticle> = [:]
    private var isAsked = false
    /// The journal failed: not before the next tick.
    private var isPaused = false

    var isEmpty: Bool { waiting.isEmpty && !isAsked }

    mutating func add(_ article: ReportedArticle) { waiting[article.id] = article }

    mutating func remove(_ id: ArticleID) { waiting.removeValue(forKey: id) }

    /// What to ask of the journal now, if anything.
    mutating func next() -> [ReportedArticle]? {
        guard !isAsked, !isPaused, !waiting.isEmpty else { return nil }
        let articles = Array(waiting.values)
        waiting.removeAll()
        isAsked = true
        return articles
    }

    mutating func done() { isAsked = false }

    mutating func failed(_ articles: [ReportedArticle]) {
        isAsked = false
        isPaused = true
        for article in articles where waiting[article.id] == nil { waiting[article.id] = article }
    }

    mutating func resume() { isPaused = false }
}
