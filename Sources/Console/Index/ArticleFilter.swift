internal import GRDB

/// An ``ArticleQuery`` in SQL.
struct ArticleFilter {
    private var conditions: [String] = []
    private var arguments: StatementArguments = []
    private let query: ArticleQuery
    private let expression: SearchExpression

    init(_ query: ArticleQuery, _ expression: SearchExpression) {
        self.query = query
        self.expression = expression
        if let required = expression.required {
            add("id IN (SELECT rowid FROM search WHERE search MATCH ?)", required)
        }
        if let excluded = expression.excluded {
            add("id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", excluded)
        }
        for entity in query.entities { add("id IN (SELECT report FROM report_entity WHERE entity = ?)", entity) }
        for theme in query.themes { add("id IN (SELECT report FROM report_theme WHERE theme = ?)", theme) }
        if let source = query.source { add("source = ?", source) }
        if let from = query.from { add("day >= ?", from) }
        if let until = query.until { add("day <= ?", until) }
        if let state = query.state { add("state = ?", state.rawValue) }
    }

    private mutating func add(_ condition: String, _ argument: some DatabaseValueConvertible) {
        conditions.append(condition)
        arguments += [argument]
    }

    private var condition: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }

    func count(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM report WHERE \(condition)",
            arguments: arguments
        ) ?? 0
    }

    func rows(_ database: Database) throws -> [ArticleRow] {
        var rows = try Row.fetchAll(
            database,
            sql: "SELECT \(ArticleRow.columns) FROM report WHERE \(condition) \(order) LIMIT ? OFFSET ?",
            arguments: arguments + orderArguments + [query.limit, query.offset]
        ).map(ArticleRow.init)
        for index in rows.indices { try rows[index].addDetails(database) }
        return rows
    }

    /// The numbers of the first reports in the query's order.
    func sample(_ database: Database, limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: "SELECT id FROM report WHERE \(condition) \(order) LIMIT ?",
            arguments: arguments + orderArguments + [limit]
        )
    }

    /// Whether there is a match to rank by.
    private var ranks: Bool { query.order == .relevance && expression.required != nil }

    private var order: String {
        if ranks {
            // A word in the title says as much as several in the text.
            return """
                ORDER BY (SELECT bm25(search, 5.0, 1.0) FROM search
                          WHERE search MATCH ? AND search.rowid = report.id), day DESC
                """
        }
        return query.order == .written ? "ORDER BY modified DESC" : "ORDER BY day DESC, modified DESC"
    }

    private var orderArguments: StatementArguments { ranks ? [expression.required] : [] }
}
