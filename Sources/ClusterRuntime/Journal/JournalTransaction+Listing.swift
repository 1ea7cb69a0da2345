internal import Articles
internal import Cluster
internal import GRDB

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What the journal tells of articles without changing anything.
extension JournalTransaction {
    /// The row of an article: remembered, or read.
    mutating func row(_ id: ArticleID) throws -> KnownArticle? {
        if let known = memory[id] { return known }
        let query = try statements[.row]
        try query.bind(1, bytes: id.bytes)
        defer { query.reset() }
        guard try query.step() else { return nil }
        let known = KnownArticle(
            sequence: query.number(0),
            state: try Self.state(Int(query.number(1))),
            modelDigest: query.text(2),
            priority: try Self.priority(Int(query.number(3))),
            turn: query.number(4),
            submitter: Submitter(hash: UInt64(bitPattern: query.number(5))),
            size: Int(query.number(6))
        )
        memory.remember(known, of: id)
        return known
    }

    private static let columns = "id, state, title, source, submitted_at, settled_at, missing_sections, sequence"

    func job(_ id: ArticleID) throws -> Job? {
        let statement = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM articles WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [Data(id.bytes)]).map(Self.job)
    }

    /// Newest first, titles and sources cut. One row at a time: an earlier version may have stored longer ones.
    func jobs(state: JobState?, before: UInt64?, offset: Int, limit: Int) throws -> JobsPage {
        // Each by an index, from its place on: a page costs the same wherever it begins.
        let filter = state == nil ? "" : "state = ? AND"
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(Self.columns) FROM articles WHERE \(filter) sequence < ?
                ORDER BY sequence DESC LIMIT ? OFFSET ?
                """
        )
        let numbers = [
            before.map { Int(clamping: $0) } ?? .max, min(max(0, limit), ClusterLimits.jobsPerPage), max(0, offset),
        ]
        let arguments = StatementArguments((state.map { [Int($0.rawValue)] } ?? []) + numbers)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var jobs = JobsPage()
        while let row = try rows.next() {
            var job = try Self.job(row)
            job.title = job.title?.shortened(toBytes: ClusterLimits.listedField)
            job.source = job.source?.shortened(toBytes: ClusterLimits.listedField)
            jobs.jobs.append(job)
            let sequence: Int64 = row[7]
            jobs.last = UInt64(clamping: sequence)
        }
        return jobs
    }

    mutating func counts(ticket: UInt64) throws -> JournalAnswer {
        try counted.write(to: database)
        var counts = [Int](repeating: 0, count: JobState.allCases.count)
        let statement = try database.cachedStatement(sql: "SELECT state, count FROM counts")
        for row in try Row.fetchAll(statement) { counts[Int(try Self.state(row[0]).rawValue)] = row[1] }
        return .counts(
            ticket: ticket,
            waiting: counts[Int(JobState.waiting.rawValue)],
            reported: counts[Int(JobState.reported.rawValue)],
            partial: counts[Int(JobState.partial.rawValue)],
            cancelled: counts[Int(JobState.cancelled.rawValue)]
        )
    }

    private static func job(_ row: Row) throws -> Job {
        let id: Data = row[0]
        guard let id = ArticleID(bytes: id) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an article's id has not 16 bytes")
        }
        return Job(
            id: id,
            state: try state(row[1]),
            title: row[2],
            source: row[3],
            submittedAt: row[4],
            settledAt: row[5],
            missingSections: row[6]
        )
    }

    static func priority(_ raw: Int) throws -> Priority {
        guard let raw = UInt8(exactly: raw), let priority = Priority(rawValue: raw) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an article's priority is unknown (\(raw))")
        }
        return priority
    }

    static func state(_ raw: Int) throws -> JobState {
        guard let raw = UInt8(exactly: raw), let state = JobState(rawValue: raw) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an article's state is unknown (\(raw))")
        }
        return state
    }
}

/// What the journal knows of an article beside the article itself.
struct KnownArticle: Sendable {
    var sequence: Int64
    var state: JobState
    /// Of the model that its report was made by.
    var modelDigest: String?
    var priority: Priority
    var turn: Int64
    var submitter: Submitter
    /// Bytes of the article itself; of one that is settled it says nothing.
    var size: Int

    var place: JournalPosition.Place { JournalPosition.Place(turn: turn, sequence: sequence) }
}
