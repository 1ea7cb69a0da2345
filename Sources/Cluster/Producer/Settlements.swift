internal import Articles
internal import OrderedCollections

/// Reported articles on their way into the journal: what comes while one request is out goes into the next one, so the
/// journal commits them in groups.
///
/// A commit costs the same for one article as for many. So where they come so fast that some came together the last time,
/// the next request waits a moment for more of them; an article that is alone is never kept waiting.
struct Settlements: Sendable {
    /// From one request to the next, where they come fast.
    private static let pause = TimeSpan.milliseconds(10)
    /// So many are worth a request at any time.
    private static let enough = 64

    private var waiting: OrderedDictionary<ArticleID, ReportedArticle> = [:]
    private var isAsked = false
    /// The journal failed: not before the next tick.
    private var isPaused = false
    private var areMany = false
    private var lastAsked = Instant(nanoseconds: 0)

    var isEmpty: Bool { waiting.isEmpty && !isAsked }

    mutating func add(_ article: ReportedArticle) { waiting[article.id] = article }

    mutating func remove(_ id: ArticleID) { waiting.removeValue(forKey: id) }

    /// When there will be something to ask of the journal, if nothing else comes; `nil`: not before that.
    var due: Instant? {
        guard !isAsked, !isPaused, !waiting.isEmpty else { return nil }
        return areMany && waiting.count < Self.enough ? lastAsked + Self.pause : lastAsked
    }

    /// What to ask of the journal now, if anything.
    mutating func next(at now: Instant) -> [ReportedArticle]? {
        guard let due, due <= now else { return nil }
        let articles = Array(waiting.values)
        waiting.removeAll(keepingCapacity: true)
        isAsked = true
        areMany = articles.count > 1
        lastAsked = now
        return articles
    }

    /// The journal has noted these. If the sink has said meanwhile that it has them, that is no news; noted a second time
    /// it would undo a retry which came in between.
    mutating func done(_ ids: [ArticleID]) {
        isAsked = false
        for id in ids { waiting.removeValue(forKey: id) }
    }

    mutating func failed(_ articles: [ReportedArticle]) {
        isAsked = false
        isPaused = true
        for article in articles where waiting[article.id] == nil { waiting[article.id] = article }
    }

    mutating func resume() { isPaused = false }
}
