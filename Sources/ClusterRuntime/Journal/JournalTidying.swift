internal import GRDB

/// What the journal does beside its work, in steps of a few milliseconds, so that nobody waits for it.
struct JournalTidying {
    /// So many articles are forgotten in one transaction.
    private static let articlesInStep = 256
    /// So many pages are given back in one transaction.
    private static let pagesInStep = 256
    /// Free pages are kept for what is submitted next: up to so many, and up to a quarter of the file.
    private static let pagesKept = 4096

    let database: Database

    /// Forgets articles that were settled before `time` (milliseconds since 1970), the oldest first; their reports stay.
    ///
    /// - Returns: whether there were any.
    mutating func prune(settledBefore time: Int64) throws -> Bool {
        let settled = try database.cachedStatement(
            sql:
                """
                SELECT sequence, state FROM articles WHERE settled_at IS NOT NULL AND settled_at <= ?
                ORDER BY settled_at LIMIT ?
                """
        )
        let rows = try Row.fetchAll(settled, arguments: [time, Self.articlesInStep])
        guard !rows.isEmpty else { return false }
        let sequences: [Int64] = rows.map { $0[0] }
        var counts = JournalCounts()
        for row in rows { counts.moved(from: try JournalTransaction.state(row[1]), to: nil) }
        try database.inTransaction {
            try counts.write(to: database)
            for table in ["payloads", "articles"] {
                let delete = try database.cachedStatement(sql: "DELETE FROM \(table) WHERE sequence = ?")
                for sequence in sequences { try delete.execute(arguments: [sequence]) }
            }
            return .commit
        }
        return true
    }

    /// Makes the file smaller where much of it is free.
    ///
    /// - Returns: whether there is more to give back.
    mutating func shrink() throws -> Bool {
        guard try hasMuchFree() else { return false }
        try database.execute(sql: "PRAGMA incremental_vacuum(\(Self.pagesInStep))")
        // The file itself is cut when the log is folded into it.
        if try !hasMuchFree() { try database.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        return true
    }

    private func hasMuchFree() throws -> Bool {
        let free = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        return free > max(Self.pagesKept, pages / 4)
    }
}
