internal import Articles
internal import OrderedCollections

/// Clients that wait for articles to be settled. Bounded in number and in ids; within one client the newest question
/// takes the place of the oldest.
struct Awaits: Sendable {
    struct Entry: Sendable, Equatable {
        var request: ClientRequest
        var ids: [ArticleID]
        var deadline: Instant
    }

    static let perClient = 4
    static let entriesInAll = 4096
    static let idsInAll = 256 * ClusterLimits.awaitedArticles
    static let longestTimeout = TimeSpan.seconds(60)

    private var entries: OrderedDictionary<UInt64, Entry> = [:]
    private var watchers: [ArticleID: Set<UInt64>] = [:]
    private var byClient: [PeerID: [UInt64]] = [:]
    private var last: UInt64 = 0
    private var idCount = 0

    /// Whether there is room for so many ids more.
    func hasRoom(for ids: Int) -> Bool { entries.count < Self.entriesInAll && idCount + ids <= Self.idsInAll }

    /// Returns the entry whose place was taken, if any.
    mutating func insert(_ entry: Entry) -> Entry? {
        var replaced: Entry?
        if let oldest = byClient[entry.request.client]?.first,
            byClient[entry.request.client]?.count == Self.perClient
        {
            replaced = remove(oldest)
        }
        last += 1
        entries[last] = entry
        byClient[entry.request.client, default: []].append(last)
        for id in entry.ids { watchers[id, default: []].insert(last) }
        idCount += entry.ids.count
        return replaced
    }

    /// Takes out those that wait for any of `ids`, oldest first.
    mutating func settled(_ ids: [ArticleID]) -> [Entry] {
        let numbers = Set(ids.flatMap { watchers[$0] ?? [] })
        return numbers.sorted().compactMap { remove($0) }
    }

    mutating func expired(at now: Instant) -> [Entry] {
        entries.filter { $0.value.deadline <= now }.keys.compactMap { remove($0) }
    }

    mutating func removeAll(of client: PeerID) {
        for number in byClient[client] ?? [] { _ = remove(number) }
    }

    mutating func removeAll() -> [Entry] {
        let all = Array(entries.values)
        self = Awaits()
        return all
    }

    private mutating func remove(_ number: UInt64) -> Entry? {
        guard let entry = entries.removeValue(forKey: number) else { return nil }
        idCount -= entry.ids.count
        for id in entry.ids {
            watchers[id]?.remove(number)
            if watchers[id]?.isEmpty == true { watchers[id] = nil }
        }
        byClient[entry.request.client]?.removeAll { $0 == number }
        if byClient[entry.request.client]?.isEmpty == true { byClient[entry.request.client] = nil }
        return entry
    }
}
