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
        let known = try row(stored.id)
        if let known, known.state == .waiting {
            try bringForward(known, stored)
            return Acceptance(id: stored.id, isNew: false)
        }
        let sequence = position.nextSequence
        let turn = try nextTurn(of: stored.submitter, stored.priority)
        let submitter = Int64(bitPattern: stored.submitter.hash)
        if let known {
            let isCurrent = known.state == .reported && known.modelDigest == modelDigest
            try execute("DELETE FROM payloads WHERE sequence = ?", [known.sequence])
            try execute(
                """
                UPDATE articles SET sequence = ?, state = 0, submitted_at = ?, settled_at = NULL, missing_sections = 0,
                    keeps_existing = ?, submitter = ?, priority = ?, turn = ? WHERE sequence = ?
                """,
                [sequence, time, isCurrent, submitter, stored.priority.rawValue, turn, known.sequence]
            )
        } else {
            try execute(
                """
                INSERT INTO articles
                    (sequence, id, state, title, source, submitted_at, submitter, priority, turn)
                VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)
                """,
                [
                    sequence, Data(stored.id.bytes), stored.article.title, stored.article.source, time,
                    submitter, stored.priority.rawValue, turn,
                ]
            )
        }
        try execute(
            "INSERT INTO payloads (sequence, body) VALUES (?, ?)",
            [sequence, Data(MessageCodec.encode(stored.article))]
        )
        becameWaiting()
        return Acceptance(id: stored.id, isNew: known == nil)
    }

    /// The turn behind what the submitter has waiting; with nothing waiting, the one that is being loaded.
    private func nextTurn(of submitter: Submitter, _ priority: Priority) throws -> Int64 {
        let statement = try database.cachedStatement(
            sql: "SELECT max(turn) FROM articles WHERE state = 0 AND submitter = ? AND priority = ?"
        )
        let arguments: StatementArguments = [Int64(bitPattern: submitter.hash), priority.rawValue]
        let last = try Int64.fetchOne(statement, arguments: arguments)
        return max(position[priority].turn, last.map { $0 + 1 } ?? 0)
    }

    /// An article that waits for somebody is wanted by somebody else, or more urgently: it goes where it comes sooner.
    private func bringForward(_ known: KnownArticle, _ stored: StoredArticle) throws {
        guard !position.isLoaded(known.place, known.priority), stored.priority.rawValue >= known.priority.rawValue
        else { return }
        // It keeps its sequence, so only the next turn is surely behind what was loaded.
        let turn = max(try nextTurn(of: stored.submitter, stored.priority), position[stored.priority].turn + 1)
        guard stored.priority != known.priority || turn < known.turn else { return }
        try execute(
            "UPDATE articles SET submitter = ?, priority = ?, turn = ? WHERE sequence = ?",
            [Int64(bitPattern: stored.submitter.hash), stored.priority.rawValue, turn, known.sequence]
        )
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
                SELECT articles.sequence, id, iif(keeps_existing, model_digest, NULL), submitter, turn, body, submitted_at
                FROM articles
                LEFT JOIN payloads ON payloads.sequence = articles.sequence
                WHERE state = 0 AND priority = ? AND \(isBegun ? "turn = ? AND articles.sequence > ?" : "turn > ?")
                ORDER BY turn, articles.sequence LIMIT ?
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
            let body: Data? = row[5]
            let submittedAt: Int64 = row[6]
            if !loaded.isEmpty, size + (body?.count ?? 0) > bytes {
                hasRoom = false
                break
            }
            position[priority] = JournalPosition.Place(turn: row[4], sequence: sequence)
            position.unloaded -= 1
            do throws(MessageError) {
                guard let body, let id = ArticleID(bytes: id) else { throw MessageError("its text is missing") }
                let article = try Self.article(body)
                guard article.id == id else { throw MessageError("it is not what was submitted") }
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
                size += body.count
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
        }
        return hasRoom
    }

    private static func article(_ body: Data) throws(MessageError) -> Article {
        let result = body.withUnsafeBytes { bytes in
            Result { () throws(MessageError) in try MessageCodec.decodeArticle(bytes) }
        }
        return try result.get()
    }

    private mutating func settle(
        ticket: UInt64,
        _ articles: [ReportedArticle],
        modelDigest: String
    ) throws -> JournalAnswer {
        for article in articles {
            // What is settled already, or was cancelled meanwhile, stays as it is.
            guard let known = try row(article.id), known.state == .waiting else { continue }
            let isWhole = article.missingSections == 0
            try execute(
                "UPDATE articles SET state = ?, settled_at = ?, missing_sections = ?, model_digest = ? WHERE sequence = ?",
                [
                    (isWhole ? JobState.reported : .partial).rawValue, time, article.missingSections, modelDigest,
                    known.sequence,
                ]
            )
            if isWhole { try execute("DELETE FROM payloads WHERE sequence = ?", [known.sequence]) }
            leftWaiting(known)
        }
        return .settled(ticket: ticket)
    }

    private mutating func cancel(_ id: ArticleID) throws -> Bool {
        guard let known = try row(id), known.state == .waiting else { return false }
        try execute("UPDATE articles SET state = 3, settled_at = ? WHERE sequence = ?", [time, known.sequence])
        leftWaiting(known)
        return true
    }

    private mutating func leftWaiting(_ known: KnownArticle) {
        if !position.isLoaded(known.place, known.priority) { position.unloaded -= 1 }
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
