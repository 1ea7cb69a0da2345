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
        if let known, known.state == .waiting { return Acceptance(id: stored.id, isNew: false) }
        let sequence = position.nextSequence
        if let known {
            let isCurrent = known.state == .reported && known.modelDigest == modelDigest
            try execute("DELETE FROM payloads WHERE sequence = ?", [known.sequence])
            try execute(
                """
                UPDATE articles SET sequence = ?, state = 0, submitted_at = ?, settled_at = NULL, missing_sections = 0,
                    keeps_existing = ? WHERE sequence = ?
                """,
                [sequence, time, isCurrent, known.sequence]
            )
        } else {
            try execute(
                """
                INSERT INTO articles (sequence, id, state, title, source, submitted_at) VALUES (?, ?, 0, ?, ?, ?)
                """,
                [sequence, Data(stored.id.bytes), stored.article.title, stored.article.source, time]
            )
        }
        try execute(
            "INSERT INTO payloads (sequence, body) VALUES (?, ?)",
            [sequence, Data(MessageCodec.encode(stored.article))]
        )
        becameWaiting()
        return Acceptance(id: stored.id, isNew: known == nil)
    }

    private mutating func retry(_ id: ArticleID) throws -> Bool {
        guard let known = try row(id), known.state == .partial || known.state == .cancelled else { return false }
        let sequence = position.nextSequence
        try execute(
            """
            UPDATE articles SET sequence = ?, state = 0, settled_at = NULL, missing_sections = 0, keeps_existing = 0
            WHERE sequence = ?
            """,
            [sequence, known.sequence]
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
        guard count > 0, position.unloaded > 0 else { return [] }
        let rows = try database.cachedStatement(
            sql: """
                SELECT articles.sequence, id, iif(keeps_existing, model_digest, NULL), body FROM articles
                LEFT JOIN payloads ON payloads.sequence = articles.sequence
                WHERE state = 0 AND articles.sequence > ? ORDER BY articles.sequence LIMIT ?
                """
        )
        var loaded: [StoredArticle] = []
        var unreadable: [(sequence: Int64, reason: String)] = []
        var size = 0
        let cursor = try Row.fetchCursor(rows, arguments: [position.loadedThrough, count])
        while let row = try cursor.next() {
            let sequence: Int64 = row[0]
            let id: Data = row[1]
            let keepsReportOf: String? = row[2]
            let body: Data? = row[3]
            if !loaded.isEmpty, size + (body?.count ?? 0) > bytes { break }
            position.loadedThrough = sequence
            position.unloaded -= 1
            do throws(MessageError) {
                guard let body, let id = ArticleID(bytes: id) else { throw MessageError("its text is missing") }
                let article = try Self.article(body)
                guard article.id == id else { throw MessageError("it is not what was submitted") }
                loaded.append(StoredArticle(id: id, article: article, keepsReportOf: keepsReportOf))
                size += body.count
            } catch {
                unreadable.append((sequence, error.description))
            }
        }
        for (sequence, reason) in unreadable {
            logger.error(
                "an article in the journal can't be read and is cancelled: submit it again",
                metadata: ["sequence": "\(sequence)", "reason": "\(reason)"]
            )
            try execute("UPDATE articles SET state = 3, settled_at = ? WHERE sequence = ?", [time, sequence])
        }
        return loaded
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
            leftWaiting(known.sequence)
        }
        return .settled(ticket: ticket)
    }

    private mutating func cancel(_ id: ArticleID) throws -> Bool {
        guard let known = try row(id), known.state == .waiting else { return false }
        try execute("UPDATE articles SET state = 3, settled_at = ? WHERE sequence = ?", [time, known.sequence])
        leftWaiting(known.sequence)
        return true
    }

    private mutating func leftWaiting(_ sequence: Int64) {
        if sequence > position.loadedThrough { position.unloaded -= 1 }
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
