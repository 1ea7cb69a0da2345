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
            sql: "\(ranking) SELECT \(ArticleRow.columns) \(ordered) LIMIT ? OFFSET ?",
            arguments: rankingArguments + arguments + [query.limit, query.offset]
        ).map(ArticleRow.init)
        for index in rows.indices { try rows[index].addDetails(database) }
        return rows
    }

    /// The numbers of the first reports in the query's order.
    func sample(_ database: Database, limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: "\(ranking) SELECT id \(ordered) LIMIT ?",
            arguments: rankingArguments + arguments + [limit]
        )
    }

    /// Whether there is a match to rank by.
    private var ranks: Bool { query.order == .relevance && expression.required != nil }

    /// Ranks of all matches, made once: asked for row by row, each would go through all matches again.
    private var ranking: String {
        guard ranks else { return "" }
        // A word in the title says as much as several in the text.
        return """
            WITH hit(report_id, match_rank) AS MATERIALIZED
                (SELECT rowid, bm25(search, 5.0, 1.0) FROM search WHERE search MATCH ?)
            """
    }

    private var rankingArguments: StatementArguments { ranks ? [expression.required] : [] }

    private var ordered: String {
        if ranks {
            return "FROM report JOIN hit ON hit.report_id = id WHERE \(condition) ORDER BY match_rank, day DESC"
        }
        let order = query.order == .written ? "modified DESC" : "day DESC, modified DESC"
        return "FROM report WHERE \(condition) ORDER BY \(order)"
    }
}
