internal import Articles

/// Articles that no sink can be told of, because no message may be so large: the limits of an earlier version took them.
/// The journal is asked to cancel them, and asked again until it has.
struct UnsendableArticles: Sendable {
    private var ids: [ArticleID] = []
    private var isAsked = false
    private var isPaused = false

    var isEmpty: Bool { ids.isEmpty }

    mutating func append(_ id: ArticleID) { ids.append(id) }

    /// Those that the journal is to be asked for now.
    mutating func takeQuestion() -> [ArticleID] {
        guard !isAsked, !isPaused, !ids.isEmpty else { return [] }
        isAsked = true
        return ids
    }

    mutating func answered(_ asked: [ArticleID]) {
        isAsked = false
        ids.removeFirst(asked.count)
    }

    /// Not before the next tick.
    mutating func failed() {
        isAsked = false
        isPaused = true
    }

    mutating func resume() { isPaused = false }
}
