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
    /// Those that wait for their time; then they come after all others.
    private var paused: [(id: ArticleID, until: Instant)] = []

    /// How many wait for their time.
    var pausedCount: Int { paused.count }

    mutating func append(_ id: ArticleID) { ids.append(id) }
    mutating func append(_ id: ArticleID, notBefore until: Instant) { paused.append((id, until)) }
    mutating func popFirst() -> ArticleID? { ids.popFirst() }

    mutating func removeAll() {
        ids.removeAll(keepingCapacity: true)
        paused.removeAll()
    }

    mutating func remove(_ id: ArticleID) {
        ids.removeAll { $0 == id }
        paused.removeAll { $0.id == id }
    }

    mutating func resume(at now: Instant) {
        guard !paused.isEmpty else { return }
        for entry in paused where entry.until <= now { ids.append(entry.id) }
        paused.removeAll { $0.until <= now }
    }
}
