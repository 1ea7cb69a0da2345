internal import GRDB
internal import GRDBSQLite

/// A statement that runs for every article, bound and stepped through SQLite's own interface: the ways around it cost more
/// than the statement does. The database keeps it prepared; what it is bound to last stays bound until the next time.
///
/// For one row at a time: who has begun to read goes on until ``step()`` says that there is no more, or calls ``reset()``.
struct JournalStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    /// Text and bytes are copied as they are bound.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        // It may have run last as GRDB runs it: to its end, and not made ready for being bound again.
        reset()
    }

    // MARK: Values in, numbered from 1

    func bind(_ index: Int32, _ value: Int64) throws { try check(sqlite3_bind_int64(handle, index, value)) }

    func bind(_ index: Int32, _ text: String?) throws {
        guard var text else { return try check(sqlite3_bind_null(handle, index)) }
        try check(
            text.withUTF8 {
                sqlite3_bind_text64(
                    handle,
                    index,
                    $0.baseAddress,
                    UInt64($0.count),
                    Self.copied,
                    UInt8(SQLITE_UTF8)
                )
            }
        )
    }

    func bind(_ index: Int32, bytes: [UInt8]) throws {
        try check(
            bytes.withUnsafeBytes { bytes in
                // No address stands for NULL.
                guard let address = bytes.baseAddress else { return sqlite3_bind_zeroblob(handle, index, 0) }
                return sqlite3_bind_blob64(handle, index, address, UInt64(bytes.count), Self.copied)
            }
        )
    }

    // MARK: Running

    /// Runs a statement that gives no rows.
    func run() throws {
        while try step() {}
    }

    /// - Returns: whether there is a row; after the last one the statement is ready for the next time.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            reset()
            return false
        case let code:
            let error = failure(code)
            reset()
            throw error
        }
    }

    func reset() { sqlite3_reset(handle) }

    // MARK: Values out, numbered from 0

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String? {
        guard let text = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    /// The bytes are there during the call.
    func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let address = sqlite3_column_blob(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        return try body(UnsafeRawBufferPointer(start: address, count: address == nil ? 0 : count))
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw failure(code) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: sqlite3_db_handle(handle).map { String(cString: sqlite3_errmsg($0)) }
        )
    }
}

/// The statements of one transaction, each looked up once.
struct JournalStatements {
    enum Kind: Int, CaseIterable {
        case insertArticle, insertPayload, deletePayload, payload, settle
        case loadBegun, loadNext, row, lastTurn

        fileprivate var sql: String {
            switch self {
            case .insertArticle:
                """
                INSERT INTO articles (sequence, id, state, title, source, submitted_at, submitter, priority, turn)
                VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                """
            case .insertPayload: "INSERT INTO payloads (sequence, body) VALUES (?, ?)"
            case .deletePayload: "DELETE FROM payloads WHERE sequence = ?"
            case .payload: "SELECT body FROM payloads WHERE sequence = ?"
            case .settle:
                """
                UPDATE articles SET state = ?, settled_at = ?, missing_sections = ?, model_digest = ? WHERE sequence = ?
                """
            case .loadBegun: Self.load("turn = ? AND sequence > ?")
            case .loadNext: Self.load("turn > ?")
            case .row:
                """
                SELECT sequence, state, model_digest, priority, turn, submitter,
                    (SELECT length(body) FROM payloads WHERE payloads.sequence = articles.sequence)
                FROM articles WHERE id = ?
                """
            case .lastTurn: "SELECT max(turn) FROM articles WHERE state = 0 AND submitter = ? AND priority = ?"
            }
        }

        private static func load(_ place: String) -> String {
            """
            SELECT sequence, id, iif(keeps_existing, model_digest, NULL), submitter, turn, submitted_at FROM articles
            WHERE state = 0 AND priority = ? AND \(place) ORDER BY turn, sequence LIMIT ?
            """
        }
    }

    private let database: Database
    private var statements = [JournalStatement?](repeating: nil, count: Kind.allCases.count)

    init(_ database: Database) { self.database = database }

    subscript(kind: Kind) -> JournalStatement {
        mutating get throws {
            if let statement = statements[kind.rawValue] { return statement }
            let statement = try JournalStatement(database, kind.sql)
            statements[kind.rawValue] = statement
            return statement
        }
    }
}
