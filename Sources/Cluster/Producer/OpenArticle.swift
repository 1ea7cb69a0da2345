internal import Articles

/// An article that the producer works on: how far it is, and where each of its sections is.
struct OpenArticle: Sendable {
    enum Stage: Sendable, Equatable {
        /// Loaded from the journal; the sink that serves now was not told of it.
        case loaded
        /// The sink was sent the outline.
        case opening
        /// The sink has the outline: sections are handed out.
        case opened
        /// The report is on disk, and the journal is being told so.
        case settling
    }

    enum SectionState: Sendable, Equatable {
        /// Boilerplate: nobody analyses it.
        case unneeded
        /// To be handed out once the article is opened.
        case waiting
        /// In the queue.
        case pending
        /// With a worker's session, under this number of its leases.
        case leased(worker: UInt64, lease: UInt64)
        /// In the memory of the sink that serves now.
        case received
        case givenUp
    }

    /// What does not change, held together: an article is looked up and changed for every message about it.
    private final class Content: Sendable {
        let outline: Outline
        let texts: SectionTexts

        init(outline: Outline) {
            self.outline = outline
            texts = SectionTexts(outline: outline)
        }
    }

    private let content: Content
    let keepsExisting: Bool
    let submitter: Submitter
    let priority: Priority
    /// Bytes of the article, for the bound on all that is open.
    let bytes: Int
    /// Grows with each article that is loaded: the order of everything that is done for all articles.
    let order: UInt64
    /// When the journal took it, where that is known.
    let acceptedAt: Instant?
    let loadedAt: Instant
    var stage = Stage.loaded
    fileprivate(set) var sinkDeaths = SinkDeaths()
    private(set) var sections: [SectionState]
    /// How often a section's worker failed with it; sections without an entry: never.
    private var attempts: [Int: Int] = [:]
    /// Which worker's session failed last with a section, where that is known.
    private var failures: [Int: UInt64] = [:]

    init(_ article: StoredArticle, outline: Outline, keepsExisting: Bool, order: UInt64, at now: Instant) {
        acceptedAt = article.waited.map { Instant(nanoseconds: now.nanoseconds - $0.nanoseconds) }
        loadedAt = now
        content = Content(outline: outline)
        self.order = order
        self.keepsExisting = keepsExisting
        submitter = article.submitter
        priority = article.priority
        bytes = article.article.byteCount
        sections = outline.sections.map { $0.isMined ? .waiting : .unneeded }
    }

    /// Whether the sink was told of it and has not reported it.
    var isAtSink: Bool { stage == .opening || stage == .opened }

    var outline: Outline { content.outline }
    var id: ArticleID { content.outline.id }

    var givenUp: [SectionID] {
        sections.indices.filter { sections[$0] == .givenUp }.map { SectionID(article: id, index: $0) }
    }

    /// How many of the sections that are analysed need no more work, whether they are done or were given up.
    var progress: (done: Int, all: Int, isComplete: Bool) {
        var (done, all) = (0, 0)
        for state in sections where state != .unneeded {
            all += 1
            if state == .received || state == .givenUp { done += 1 }
        }
        return (done, all, done == all)
    }

    /// Failed attempts at all of its sections.
    var failedAttempts: Int { attempts.values.reduce(0, +) }

    func task(_ index: Int) -> SectionTask {
        SectionTask(id: SectionID(article: id, index: index), section: content.texts[index])
    }

    func attempts(of index: Int) -> Int { attempts[index] ?? 0 }

    func lastFailure(of index: Int) -> UInt64? { failures[index] }

    /// Counts one more attempt that failed; returns how many there are now.
    mutating func blame(_ index: Int, on worker: UInt64?) -> Int {
        attempts[index, default: 0] += 1
        failures[index] = worker
        return attempts(of: index)
    }

    /// Takes back an attempt that turned out to be none.
    mutating func absolve(_ index: Int) {
        if let count = attempts[index] { attempts[index] = count > 1 ? count - 1 : nil }
    }

    subscript(index: Int) -> SectionState? { sections.indices.contains(index) ? sections[index] : nil }

    /// Gives a section another state and returns the one that it had; `nil` where there is no such section.
    fileprivate mutating func exchange(_ index: Int, _ state: SectionState) -> SectionState? {
        guard sections.indices.contains(index) else { return nil }
        defer { sections[index] = state }
        return sections[index]
    }
}

extension Section {
    /// Whether a worker analyses it.
    var isMined: Bool { kind != .boilerplate }
}

/// All articles that are open, and the counts that are kept of their sections.
struct OpenArticles: Sendable {
    private var articles: [ArticleID: OpenArticle] = [:]
    private var nextOrder: UInt64 = 0
    private(set) var bytes = 0
    private(set) var settlingCount = 0
    /// Those that the sink was told of and has not reported.
    private(set) var sinkCount = 0
    private(set) var pendingCount = 0
    private(set) var leasedCount = 0

    var count: Int { articles.count }
    /// Those that somebody has yet to work on: their reports are not made.
    var unreportedCount: Int { articles.count - settlingCount }
    var isEmpty: Bool { articles.isEmpty }
    /// Their names, oldest first. O(n log n): for a new sink, not for each event.
    var inOrder: [ArticleID] { articles.values.sorted { $0.order < $1.order }.map(\.id) }

    subscript(id: ArticleID) -> OpenArticle? { articles[id] }

    /// What decides when a section is handed out; `nil` if its article is not open.
    ///
    /// The article itself is not held while its sections change, once for each of them: who holds it shares their states
    /// with it, and every change would copy them all.
    func turn(of section: SectionID) -> (attempts: Int, submitter: Submitter, priority: Priority)? {
        articles[section.article].map { ($0.attempts(of: section.index), $0.submitter, $0.priority) }
    }

    func state(of section: SectionID) -> OpenArticle.SectionState? { articles[section.article]?[section.index] }

    func stage(of id: ArticleID) -> OpenArticle.Stage? { articles[id]?.stage }

    func count(where isCounted: (OpenArticle) -> Bool) -> Int { articles.values.count(where: isCounted) }

    /// Those that were loaded first, oldest first.
    func oldest(_ count: Int) -> [OpenArticle] {
        Array(articles.values.sorted { $0.order < $1.order }.prefix(count))
    }

    mutating func insert(_ article: StoredArticle, outline: Outline, keepsExisting: Bool, at now: Instant) {
        let open = OpenArticle(article, outline: outline, keepsExisting: keepsExisting, order: nextOrder, at: now)
        nextOrder += 1
        bytes += open.bytes
        articles[open.id] = open
    }

    mutating func remove(_ id: ArticleID) -> OpenArticle? {
        guard let article = articles.removeValue(forKey: id) else { return nil }
        bytes -= article.bytes
        count(article.stage, by: -1)
        for state in article.sections { count(state, by: -1) }
        return article
    }

    mutating func setStage(_ stage: OpenArticle.Stage, of id: ArticleID) {
        guard let old = articles[id]?.stage else { return }
        count(old, by: -1)
        count(stage, by: 1)
        articles[id]?.stage = stage
    }

    mutating func set(_ section: SectionID, to state: OpenArticle.SectionState) {
        guard let old = articles[section.article]?.exchange(section.index, state) else { return }
        count(old, by: -1)
        count(state, by: 1)
    }

    mutating func blame(_ section: SectionID, on worker: UInt64?) -> Int {
        articles[section.article]?.blame(section.index, on: worker) ?? 0
    }

    /// A sink died that had articles; returns those that are not tried again for a while, and for how long.
    mutating func sinkDied(at now: Instant) -> [(id: ArticleID, pause: TimeSpan)] {
        let isAlone = sinkCount == 1
        return inOrder.compactMap { id in
            guard articles[id]?.isAtSink == true else { return nil }
            return articles[id]?.sinkDeaths.sinkDied(alone: isAlone, at: now).map { (id, $0) }
        }
    }

    mutating func absolve(_ section: SectionID) { articles[section.article]?.absolve(section.index) }

    private mutating func count(_ stage: OpenArticle.Stage, by step: Int) {
        switch stage {
        case .loaded: break
        case .opening, .opened: sinkCount += step
        case .settling: settlingCount += step
        }
    }

    private mutating func count(_ state: OpenArticle.SectionState, by step: Int) {
        switch state {
        case .pending: pendingCount += step
        case .leased: leasedCount += step
        case .unneeded, .waiting, .received, .givenUp: break
        }
    }
}
