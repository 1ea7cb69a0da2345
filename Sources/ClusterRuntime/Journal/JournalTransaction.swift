internal import Articles
internal import Cluster
internal import GRDB
internal import Logging

/// One transaction of the journal: what each request does to the tables.
struct JournalTransaction {
    let database: Database
    var position: JournalPosition
    var memory: JournalMemory
    /// Milliseconds since 1970.
    let time: Int64
    let logger: Logger
    var statements: JournalStatements
    var counted = JournalCounts()

    init(database: Database, position: JournalPosition, memory: JournalMemory, time: Int64, logger: Logger) {
        self.database = database
        self.position = position
        self.memory = memory
        self.time = time
        self.logger = logger
        statements = JournalStatements(database)
    }

    /// Writes what is written once for all requests; to be called after the last.
    mutating func finish() throws { try counted.write(to: database) }

    mutating func answer(_ request: JournalRequest) throws -> JournalAnswer {
        switch request {
        case .store(let ticket, let articles, let modelDigest):
            .stored(ticket: ticket, try articles.map { try store($0, modelDigest: modelDigest) })
        case .load(let ticket, let count, let bytes):
            .loaded(ticket: ticket, try load(count: count, bytes: bytes), remaining: position.unloaded)
        case .settle(let ticket, let articles, let modelDigest):
            try settle(ticket: ticket, articles, modelDigest: modelDigest)
        case .states(let ticket, let ids):
            .states(ticket: ticket, try ids.map { try row($0)?.state })
        case .jobs(let ticket, let state, let before, let offset, let limit):
            .jobs(ticket: ticket, try jobs(state: state, before: before, offset: offset, limit: limit))
        case .job(let ticket, let id):
            .job(ticket: ticket, try job(id))
        case .retry(let ticket, let ids):
            .retried(ticket: ticket, count: try ids.count { try retry($0) })
        case .cancel(let ticket, let ids):
            .cancelled(ticket: ticket, try ids.filter { try cancel($0) })
        case .counts(let ticket):
            try counts(ticket: ticket)
        }
    }

    // MARK: Articles in

    private mutating func store(_ stored: StoredArticle, modelDigest: String) throws -> Acceptance {
        if let known = memory[stored.id] { return try store(again: stored, known, modelDigest: modelDigest) }
        let turn = try nextTurn(of: stored.submitter, stored.priority)
        let sequence = position.nextSequence
        let insert = try statements[.insertArticle]
        try insert.bind(1, sequence)
        try insert.bind(2, bytes: stored.id.bytes)
        try insert.bind(3, stored.article.title)
        try insert.bind(4, stored.article.source)
        try insert.bind(5, time)
        try insert.bind(6, Int64(bitPattern: stored.submitter.hash))
        try insert.bind(7, Int64(stored.priority.rawValue))
        try insert.bind(8, turn)
        try insert.run()
        guard database.changesCount > 0 else {
            guard let known = try row(stored.id) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an article is there and is not found")
            }
            return try store(again: stored, known, modelDigest: modelDigest)
        }
        counted.moved(from: nil, to: .waiting)
        try storePayload(of: stored, turn: turn, modelDigest: nil)
        return Acceptance(id: stored.id, isNew: true)
    }

    private mutating func store(
        again stored: StoredArticle,
        _ known: KnownArticle,
        modelDigest: String
    ) throws -> Acceptance {
        if known.state == .waiting {
            try bringForward(known, stored)
            return Acceptance(id: stored.id, isNew: false)
        }
        let turn = try nextTurn(of: stored.submitter, stored.priority)
        let isCurrent = known.state == .reported && known.modelDigest == modelDigest
        counted.moved(from: known.state, to: .waiting)
        try deletePayload(known.sequence)
        try execute(
            """
            UPDATE articles SET sequence = ?, state = 0, submitted_at = ?, settled_at = NULL, missing_sections = 0,
                keeps_existing = ?, submitter = ?, priority = ?, turn = ? WHERE sequence = ?
            """,
            [
                position.nextSequence, time, isCurrent, Int64(bitPattern: stored.submitter.hash),
                stored.priority.rawValue, turn, known.sequence,
            ]
        )
        try storePayload(of: stored, turn: turn, modelDigest: known.modelDigest)
        return Acceptance(id: stored.id, isNew: false)
    }

    /// Stores the text of an article whose row has the next sequence.
    private mutating func storePayload(of stored: StoredArticle, turn: Int64, modelDigest: String?) throws {
        let sequence = position.nextSequence
        let body = MessageCodec.encode(stored.article)
        let insert = try statements[.insertPayload]
        try insert.bind(1, sequence)
        try insert.bind(2, bytes: body)
        try insert.run()
        memory.keep(stored.article, of: sequence, size: body.count)
        memory.remember(
            KnownArticle(
                sequence: sequence,
                state: .waiting,
                modelDigest: modelDigest,
                priority: stored.priority,
                turn: turn,
                submitter: stored.submitter,
                size: body.count
            ),
            of: stored.id
        )
        memory.remember(lastTurn: turn, of: stored.submitter, stored.priority)
        becameWaiting(body.count)
    }

    /// The turn behind what the submitter has waiting; with nothing waiting, the one that is being loaded.
    private mutating func nextTurn(of submitter: Submitter, _ priority: Priority) throws -> Int64 {
        if let last = memory.lastTurn(of: submitter, priority) { return max(position[priority].turn, last + 1) }
        let query = try statements[.lastTurn]
        try query.bind(1, Int64(bitPattern: submitter.hash))
        try query.bind(2, Int64(priority.rawValue))
        let last = try query.step() && !query.isNull(0) ? query.number(0) : nil
        query.reset()
        return max(position[priority].turn, last.map { $0 + 1 } ?? 0)
    }

    /// An article that waits for somebody is wanted by somebody else, or more urgently: it goes where it comes sooner.
    private mutating func bringForward(_ known: KnownArticle, _ stored: StoredArticle) throws {
        guard !position.isLoaded(known.place, known.priority), stored.priority.rawValue >= known.priority.rawValue
        else { return }
        // It keeps its sequence, so only the next turn is surely behind what was loaded.
        let turn = max(try nextTurn(of: stored.submitter, stored.priority), position[stored.priority].turn + 1)
        guard stored.priority != known.priority || turn < known.turn else { return }
        try execute(
            "UPDATE articles SET submitter = ?, priority = ?, turn = ? WHERE sequence = ?",
            [Int64(bitPattern: stored.submitter.hash), stored.priority.rawValue, turn, known.sequence]
        )
        memory.forget(stored.id)
        memory.forgetTurns()
    }

    private mutating func retry(_ id: ArticleID) throws -> Bool {
        guard let known = try row(id), known.state == .partial || known.state == .cancelled else { return false }
        counted.moved(from: known.state, to: .waiting)
        let sequence = position.nextSequence
        let submitter = Submitter.nobody
        try execute(
            """
            UPDATE articles SET sequence = ?, state = 0, settled_at = NULL, missing_sections = 0, keeps_existing = 0,
                submitter = ?, turn = ? WHERE sequence = ?
            """,
            [
                sequence, Int64(bitPattern: submitter.hash), try nextTurn(of: submitter, known.priority),
                known.sequence,
            ]
        )
        try execute("UPDATE payloads SET sequence = ? WHERE sequence = ?", [sequence, known.sequence])
        memory.forget(id)
        memory.forgetTurns()
        becameWaiting(known.size)
        return true
    }

    private mutating func becameWaiting(_ size: Int) {
        position.waitingBytes += size
        position.nextSequence += 1
        position.unloaded += 1
    }

    // MARK: Articles out

    private mutating func settle(
        ticket: UInt64,
        _ articles: [ReportedArticle],
        modelDigest: String
    ) throws -> JournalAnswer {
        for article in articles {
            // What is settled already, or was cancelled meanwhile, stays as it is.
            guard var known = try row(article.id), known.state == .waiting else { continue }
            let isWhole = article.missingSections == 0
            let state = isWhole ? JobState.reported : .partial
            let update = try statements[.settle]
            try update.bind(1, Int64(state.rawValue))
            try update.bind(2, time)
            try update.bind(3, Int64(article.missingSections))
            try update.bind(4, modelDigest)
            try update.bind(5, known.sequence)
            try update.run()
            if isWhole { try deletePayload(known.sequence) }
            counted.moved(from: .waiting, to: state)
            leftWaiting(known)
            known.state = state
            known.modelDigest = modelDigest
            memory.remember(known, of: article.id)
        }
        return .settled(ticket: ticket)
    }

    private mutating func cancel(_ id: ArticleID) throws -> Bool {
        guard let known = try row(id), known.state == .waiting else { return false }
        try execute("UPDATE articles SET state = 3, settled_at = ? WHERE sequence = ?", [time, known.sequence])
        counted.moved(from: .waiting, to: .cancelled)
        leftWaiting(known)
        memory.forget(id)
        return true
    }

    private mutating func leftWaiting(_ known: KnownArticle) {
        memory.forgetTurn(of: known)
        position.waitingBytes -= known.size
        _ = memory.take(known.sequence)
        if !position.isLoaded(known.place, known.priority) { position.unloaded -= 1 }
    }

    private mutating func deletePayload(_ sequence: Int64) throws {
        let delete = try statements[.deletePayload]
        try delete.bind(1, sequence)
        try delete.run()
    }

    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
