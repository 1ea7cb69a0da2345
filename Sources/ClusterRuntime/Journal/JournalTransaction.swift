internal import Articles
internal import Cluster
internal import GRDB
internal import Logging

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One transaction of the journal: what each request does to the tables.
struct JournalTransaction {
    let database: Database
    var position: JournalPosition
    var memory: JournalMemory
    /// Milliseconds since 1970.
    let time: Int64
    let logger: Logger

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
        case .jobs(let ticket, let state, let offset, let limit):
            .jobs(ticket: ticket, try jobs(state: state, offset: offset, limit: limit))
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
        try execute(
            """
            INSERT INTO articles
                (sequence, id, state, title, source, submitted_at, submitter, priority, turn)
            VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """,
            [
                sequence, Data(stored.id.bytes), stored.article.title, stored.article.source, time,
                Int64(bitPattern: stored.submitter.hash), stored.priority.rawValue, turn,
            ]
        )
        guard database.changesCount > 0 else {
            guard let known = try row(stored.id) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an article is there and is not found")
            }
            return try store(again: stored, known, modelDigest: modelDigest)
        }
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
        try execute("DELETE FROM payloads WHERE sequence = ?", [known.sequence])
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
        try execute("INSERT INTO payloads (sequence, body) VALUES (?, ?)", [sequence, Data(body)])
        memory.keep(stored.article, of: sequence, size: body.count)
        memory.remember(
            KnownArticle(
                sequence: sequence,
                state: .waiting,
                modelDigest: modelDigest,
                priority: stored.priority,
                turn: turn,
                submitter: stored.submitter
            ),
            of: stored.id
        )
        memory.remember(lastTurn: turn, of: stored.submitter, stored.priority)
        becameWaiting()
    }

    /// The turn behind what the submitter has waiting; with nothing waiting, the one that is being loaded.
    private func nextTurn(of submitter: Submitter, _ priority: Priority) throws -> Int64 {
        if let last = memory.lastTurn(of: submitter, priority) { return max(position[priority].turn, last + 1) }
        let statement = try database.cachedStatement(
            sql: "SELECT max(turn) FROM articles WHERE state = 0 AND submitter = ? AND priority = ?"
        )
        let arguments: StatementArguments = [Int64(bitPattern: submitter.hash), priority.rawValue]
        let last = try Int64.fetchOne(statement, arguments: arguments)
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
        becameWaiting()
        return true
    }

    private mutating func becameWaiting() {
        position.nextSequence += 1
        position.unloaded += 1
    }

    // MARK: Articles out

    private mutating func load(count: Int, bytes: Int) throws -> [StoredArticle] {
        var loaded: [StoredArticle] = []
        var size = 0
        for priority in Priority.allCases.reversed() where position.unloaded > 0 {
            // What is left of the turn that was begun, then the turns behind it: two searches, because SQLite does not
            // look up a pair of turn and sequence in an index.
            for isBegun in [true, false] {
                guard loaded.count < count,
                    try load(priority, isBegun: isBegun, into: &loaded, count: count, bytes: bytes, &size)
                else { return loaded }
            }
        }
        return loaded
    }

    /// Loads articles of one priority; returns whether there is room for more.
    private mutating func load(
        _ priority: Priority,
        isBegun: Bool,
        into loaded: inout [StoredArticle],
        count: Int,
        bytes: Int,
        _ size: inout Int
    ) throws -> Bool {
        let rows = try database.cachedStatement(
            sql: """
                SELECT sequence, id, iif(keeps_existing, model_digest, NULL), submitter, turn, submitted_at FROM articles
                WHERE state = 0 AND priority = ? AND \(isBegun ? "turn = ? AND sequence > ?" : "turn > ?")
                ORDER BY turn, sequence LIMIT ?
                """
        )
        let place = position[priority]
        let behind = isBegun ? [place.turn, place.sequence] : [place.turn]
        var unreadable: [(sequence: Int64, article: String, reason: String)] = []
        var hasRoom = true
        let cursor = try Row.fetchCursor(
            rows,
            arguments: StatementArguments(
                [Int64(priority.rawValue)] + behind + [Int64(count - loaded.count)]
            )
        )
        while let row = try cursor.next() {
            let sequence: Int64 = row[0]
            let id: Data = row[1]
            let submitter: Int64 = row[3]
            let submittedAt: Int64 = row[5]
            let hot = memory.take(sequence)
            let body = hot == nil ? try body(of: sequence) : nil
            let count = hot?.size ?? body?.count ?? 0
            if !loaded.isEmpty, size + count > bytes {
                if let hot { memory.putBack(hot.article, of: sequence, size: hot.size) }
                hasRoom = false
                break
            }
            position[priority] = JournalPosition.Place(turn: row[4], sequence: sequence)
            position.unloaded -= 1
            do throws(MessageError) {
                guard let id = ArticleID(bytes: id) else { throw MessageError("its name is damaged") }
                let article = if let hot { hot.article } else { try Self.article(body, named: id) }
                loaded.append(
                    StoredArticle(
                        id: id,
                        article: article,
                        keepsReportOf: row[2],
                        submitter: Submitter(hash: UInt64(bitPattern: submitter)),
                        priority: priority,
                        // One that was retried was submitted some other time.
                        waited: submitter == Int64(bitPattern: Submitter.nobody.hash)
                            ? nil : TimeSpan(nanoseconds: min(max(0, time - submittedAt), 1 << 40) * 1_000_000)
                    )
                )
                size += count
            } catch {
                let article = ArticleID(bytes: id)?.description ?? "unknown"
                unreadable.append((sequence, article, error.description))
            }
        }
        for (sequence, article, reason) in unreadable {
            logger.error(
                "an article in the journal can't be read and is cancelled: submit it again",
                metadata: ["article": "\(article)", "reason": "\(reason)"]
            )
            try execute("UPDATE articles SET state = 3, settled_at = ? WHERE sequence = ?", [time, sequence])
            memory = JournalMemory()
        }
        return hasRoom
    }

    private func body(of sequence: Int64) throws -> Data? {
        let statement = try database.cachedStatement(sql: "SELECT body FROM payloads WHERE sequence = ?")
        return try Data.fetchOne(statement, arguments: [sequence])
    }

    private static func article(_ body: Data?, named id: ArticleID) throws(MessageError) -> Article {
        guard let body else { throw MessageError("its text is missing") }
        let result = body.withUnsafeBytes { bytes in
            Result { () throws(MessageError) in try MessageCodec.decodeArticle(bytes) }
        }
        let article = try result.get()
        guard article.id == id else { throw MessageError("it is not what was submitted") }
        return article
    }

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
            try execute(
                "UPDATE articles SET state = ?, settled_at = ?, missing_sections = ?, model_digest = ? WHERE sequence = ?",
                [state.rawValue, time, article.missingSections, modelDigest, known.sequence]
            )
            if isWhole { try execute("DELETE FROM payloads WHERE sequence = ?", [known.sequence]) }
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
        leftWaiting(known)
        memory.forget(id)
        return true
    }

    private mutating func leftWaiting(_ known: KnownArticle) {
        memory.forgetTurn(of: known)
        _ = memory.take(known.sequence)
        if !position.isLoaded(known.place, known.priority) { position.unloaded -= 1 }
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
