internal import Articles
internal import DequeModule

/// Articles that the sink was told to discard and has not answered for. Until it does, what it says of them is about
/// their life before, and they can't be opened again: an `opened` of that life would be taken for one of this, sections
/// handed out before the sink has the article, and their findings dropped.
struct PendingDiscards: Sendable {
    private var messages: Deque<[ArticleID]> = []
    private var counts: [ArticleID: Int] = [:]

    func contains(_ id: ArticleID) -> Bool { counts[id] != nil }

    mutating func sent(_ ids: [ArticleID]) {
        messages.append(ids)
        for id in ids { counts[id, default: 0] += 1 }
    }

    /// The sink has answered the oldest message; returns what may be opened again.
    mutating func answered() -> [ArticleID] {
        let ids = messages.popFirst() ?? []
        for id in ids {
            if let count = counts[id] { counts[id] = count > 1 ? count - 1 : nil }
        }
        return ids.filter { counts[$0] == nil }
    }
}
