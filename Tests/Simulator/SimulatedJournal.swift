import Articles
import Cluster

/// The journal as the producer's promises need it: requests are executed in order, several at once, and what was
/// executed survives the producer. Settlements are synced with the next request that a client is answered for: a power cut
/// may take them back before.
struct SimulatedJournal {
    struct Row {
        var article: Article
        var state: JobState
        var keepsExisting = false
        var missingSections = 0
        /// How often it has begun to wait.
        var lives = 1
        /// The model that made the report.
        var model: String?
    }

    private(set) var rows: [ArticleID: Row] = [:]
    /// In the order in which they were first stored.
    private(set) var order: [ArticleID] = []
    /// Those that were loaded since the producer started.
    private var loaded: Set<ArticleID> = []
    /// What was settled since the last sync, as it was before.
    private var unsynced: [(id: ArticleID, row: Row)] = []

    mutating func producerStarted() { loaded = [] }

    /// How many settlements a power cut can take.
    var unsyncedCount: Int { unsynced.count }

    /// Takes the last `count` settlements back: the log is kept up to some place.
    mutating func powerCut(taking count: Int) {
        for (id, row) in unsynced.suffix(count).reversed() { rows[id] = row }
        unsynced = []
    }

    var waitingBytes: Int { rows.values.reduce(0) { $0 + ($1.state == .waiting ? $1.article.text.utf8.count : 0) } }

    func all(in state: JobState) -> [ArticleID] { order.filter { rows[$0]?.state == state } }

    mutating func execute(_ request: JournalRequest) -> JournalAnswer {
        switch request {
        case .store(let ticket, let articles, let model):
            unsynced = []
            return .stored(ticket: ticket, articles.map { store($0, model) })
        case .load(let ticket, let count, let bytes):
            let (articles, remaining) = load(count: count, bytes: bytes)
            return .loaded(ticket: ticket, articles, remaining: remaining)
        case .settle(let ticket, let reported, let model):
            for report in reported {
                guard let row = rows[report.id], row.state == .waiting else { continue }
                unsynced.append((report.id, row))
                rows[report.id]?.state = report.missingSections == 0 ? .reported : .partial
                rows[report.id]?.missingSections = report.missingSections
                rows[report.id]?.model = model
            }
            return .settled(ticket: ticket)
        case .states(let ticket, let ids): return .states(ticket: ticket, ids.map { rows[$0]?.state })
        case .jobs(let ticket, let state, let before, let offset, let limit):
            let places = order.indices.reversed().filter { place in
                (state == nil || rows[order[place]]?.state == state) && before.map { place + 1 < $0 } ?? true
            }
            let page = places.dropFirst(offset).prefix(limit)
            return .jobs(
                ticket: ticket,
                JobsPage(page.compactMap { job(order[$0]) }, last: page.last.map { UInt64($0) + 1 })
            )
        case .job(let ticket, let id): return .job(ticket: ticket, job(id))
        case .retry(let ticket, let ids):
            unsynced = []
            let again = ids.filter { rows[$0]?.state == .partial || rows[$0]?.state == .cancelled }
            for id in again { makeWaiting(id, keepsExisting: false) }
            return .retried(ticket: ticket, count: again.count)
        case .cancel(let ticket, let ids):
            unsynced = []
            let cancelled = ids.filter { rows[$0]?.state == .waiting }
            for id in cancelled { rows[id]?.state = .cancelled }
            return .cancelled(ticket: ticket, cancelled)
        case .counts(let ticket):
            func count(_ state: JobState) -> Int { rows.values.count { $0.state == state } }
            return .counts(
                ticket: ticket,
                waiting: count(.waiting),
                reported: count(.reported),
                partial: count(.partial),
                cancelled: count(.cancelled)
            )
        }
    }

    private mutating func store(_ stored: StoredArticle, _ model: String) -> Acceptance {
        guard let row = rows[stored.id] else {
            rows[stored.id] = Row(article: stored.article, state: .waiting)
            order.append(stored.id)
            return Acceptance(id: stored.id, isNew: true)
        }
        if row.state != .waiting { makeWaiting(stored.id, keepsExisting: row.state == .reported && row.model == model) }
        return Acceptance(id: stored.id, isNew: false)
    }

    private mutating func makeWaiting(_ id: ArticleID, keepsExisting: Bool) {
        rows[id]?.state = .waiting
        rows[id]?.keepsExisting = keepsExisting
        rows[id]?.missingSections = 0
        rows[id]?.lives += 1
        loaded.remove(id)
    }

    private mutating func load(count: Int, bytes: Int) -> ([StoredArticle], Int) {
        let waiting = order.filter { rows[$0]?.state == .waiting && !loaded.contains($0) }
        var taken: [StoredArticle] = []
        var size = 0
        for id in waiting.prefix(count) {
            guard let row = rows[id] else { continue }
            size += row.article.text.utf8.count
            if !taken.isEmpty && size > bytes { break }
            taken.append(
                StoredArticle(id: id, article: row.article, keepsReportOf: row.keepsExisting ? row.model : nil)
            )
            loaded.insert(id)
        }
        return (taken, waiting.count - taken.count)
    }

    private func job(_ id: ArticleID) -> Job? {
        rows[id].map {
            Job(
                id: id,
                state: $0.state,
                title: nil,
                source: $0.article.source,
                submittedAt: 0,
                settledAt: nil,
                missingSections: $0.missingSections
            )
        }
    }
}
