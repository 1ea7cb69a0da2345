internal import Articles
internal import DequeModule

/// Whether the journal is to be asked for more articles. One request is out at a time.
struct Loading: Sendable {
    private(set) var isAsked = false
    /// Whether the journal may have waiting articles that were not loaded.
    private(set) var hasMore = false
    private var isPaused = false

    var mayAsk: Bool { hasMore && !isAsked && !isPaused }
    /// Whether nothing waits in the journal, as far as is known.
    var isExhausted: Bool { !hasMore && !isAsked }

    mutating func mayFindMore() { hasMore = true }

    mutating func asked() {
        isAsked = true
        // Set again by what becomes waiting while the request is out.
        hasMore = false
    }

    mutating func answered(remaining: Int) {
        isAsked = false
        if remaining > 0 { hasMore = true }
    }

    /// Not before the next tick.
    mutating func failed() {
        isAsked = false
        hasMore = true
        isPaused = true
    }

    mutating func resume() { isPaused = false }
}

/// Articles that the sink is to be told of, in order. May name some that are gone: who takes one looks at its stage.
struct UnopenedArticles: Sendable {
    private var ids: Deque<ArticleID> = []

    mutating func append(_ id: ArticleID) { ids.append(id) }
    mutating func popFirst() -> ArticleID? { ids.popFirst() }
    mutating func removeAll() { ids.removeAll(keepingCapacity: true) }
    mutating func remove(_ id: ArticleID) { ids.removeAll { $0 == id } }
}
