internal import ArabicText
package import Articles
package import Extraction
internal import GRDB

extension ReportIndex {
    /// So many of the reports that were found are looked at for what they speak of.
    private static let facetSample = 400
    private static let facetCount = 8

    /// The reports that `query` asks for.
    package func articles(_ query: ArticleQuery, terms: SearchTerms) async throws -> ArticlePage {
        var terms = terms
        let expression = SearchExpression(query.text, terms: &terms)
        return try await read { database in
            let filter = ArticleFilter(query, expression)
            let total = try filter.count(database)
            let rows = try filter.rows(database)
            if query.isUnfiltered {
                return ArticlePage(
                    rows: rows,
                    total: total,
                    entities: try Self.entities(database, types: EntityType.names, limit: Self.facetCount),
                    topics: try Self.themes(database, kind: .topic, limit: Self.facetCount),
                    sources: try Self.sources(database, limit: Self.facetCount)
                )
            }
            let sample = try filter.sample(database, limit: Self.facetSample)
            return ArticlePage(
                rows: rows,
                total: total,
                entities: try Self.entities(database, in: sample, limit: Self.facetCount),
                topics: try Self.topics(database, in: sample, limit: Self.facetCount),
                sources: try Self.sources(database, in: sample, limit: Self.facetCount)
            )
        }
    }

    /// One report, `nil` if it is not in the index.
    package func article(_ id: ArticleID) async throws -> ArticleRow? {
        try await read { database in
            let sql = "SELECT \(ArticleRow.columns) FROM report WHERE article = ?"
            guard var row = try Row.fetchOne(database, sql: sql, arguments: [id.description]).map(ArticleRow.init)
            else { return nil }
            try row.addDetails(database)
            return row
        }
    }

    /// How many reports there are, by state.
    package func counts() async throws -> [ReportState: Int] {
        try await read { database in
            var counts: [ReportState: Int] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT state, count(*) FROM report GROUP BY state") {
                if let state = ReportState(rawValue: row[0]) { counts[state] = row[1] }
            }
            return counts
        }
    }

    package func entity(_ number: Int64) async throws -> EntityRow? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT id, type, name, link, reports FROM entity WHERE id = ?",
                arguments: [number]
            ).map(EntityRow.init)
        }
    }

    /// Entities whose name holds `name`, those of most reports first; all of them for an empty one.
    package func entities(named name: String, types: [EntityType], limit: Int) async throws -> [EntityRow] {
        let folded = FoldedText(folding: name)
        let pattern = folded.string(folded.letters.indices).filter { !"%_\\".contains($0) }
        let types = (types.isEmpty ? EntityType.names : types).map { "\($0.rawValue)" }.joined(separator: ", ")
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, type, name, link, reports FROM entity
                    WHERE reports > 0 AND type IN (\(types)) AND folded LIKE ?
                    ORDER BY reports DESC, id LIMIT ?
                    """,
                arguments: ["%\(pattern)%", limit]
            ).map(EntityRow.init)
        }
    }

    package func theme(_ number: Int64) async throws -> ThemeRow? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT id, kind, arabic_name, english_name, reports FROM theme WHERE id = ?",
                arguments: [number]
            ).map(ThemeRow.init)
        }
    }

    /// Those with most reports first.
    package func sources(limit: Int) async throws -> [SourceRow] {
        try await read { database in try Self.sources(database, limit: limit) }
    }

    // MARK: What there is

    static func entities(_ database: Database, types: [EntityType], limit: Int) throws -> [EntityRow] {
        let numbers = types.map { "\($0.rawValue)" }.joined(separator: ", ")
        return try Row.fetchAll(
            database,
            sql: """
                SELECT id, type, name, link, reports FROM entity
                WHERE type IN (\(numbers)) AND reports > 0 ORDER BY reports DESC, id LIMIT ?
                """,
            arguments: [limit]
        ).map(EntityRow.init)
    }

    static func themes(_ database: Database, kind: IndexedReport.ThemeKind, limit: Int) throws -> [ThemeRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, kind, arabic_name, english_name, reports FROM theme
                WHERE kind = ? AND reports > 0 ORDER BY reports DESC, id LIMIT ?
                """,
            arguments: [kind.rawValue, limit]
        ).map(ThemeRow.init)
    }

    static func sources(_ database: Database, limit: Int) throws -> [SourceRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT source, count(*) FROM report WHERE source IS NOT NULL
                GROUP BY source ORDER BY 2 DESC, 1 LIMIT ?
                """,
            arguments: [limit]
        ).map { SourceRow(name: $0[0], reports: $0[1]) }
    }

    // MARK: What some reports speak of

    private static func entities(_ database: Database, in reports: [Int64], limit: Int) throws -> [EntityRow] {
        let types = EntityType.names.map { "\($0.rawValue)" }.joined(separator: ", ")
        return try Row.fetchAll(
            database,
            sql: """
                SELECT entity.id, type, name, link, count(*) FROM report_entity JOIN entity ON entity.id = entity
                WHERE report IN (\(list(reports))) AND type IN (\(types))
                GROUP BY entity.id ORDER BY 5 DESC, sum(salience) DESC, 1 LIMIT ?
                """,
            arguments: [limit]
        ).map(EntityRow.init)
    }

    private static func topics(_ database: Database, in reports: [Int64], limit: Int) throws -> [ThemeRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT theme.id, kind, arabic_name, english_name, count(*)
                FROM report_theme JOIN theme ON theme.id = theme
                WHERE report IN (\(list(reports))) AND kind = 'topic'
                GROUP BY theme.id ORDER BY 5 DESC, 1 LIMIT ?
                """,
            arguments: [limit]
        ).map(ThemeRow.init)
    }

    private static func sources(_ database: Database, in reports: [Int64], limit: Int) throws -> [SourceRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT source, count(*) FROM report WHERE id IN (\(list(reports))) AND source IS NOT NULL
                GROUP BY source ORDER BY 2 DESC, 1 LIMIT ?
                """,
            arguments: [limit]
        ).map { SourceRow(name: $0[0], reports: $0[1]) }
    }

    private static func list(_ numbers: [Int64]) -> String { numbers.map(String.init).joined(separator: ", ") }
}

extension EntityType {
    /// Those that name something. Dates and amounts are in nearly every report and say little beside others.
    package static let names: [EntityType] = [.person, .location, .organization, .miscellaneous]
}

extension ArticleRow {
    static let columns = """
        id, article, state, problem, title, excerpt, source, url, published, day, is_dated, sections, missing
        """

    private static let entityCount = 5
    private static let topicCount = 3

    init(_ row: Row) {
        id = row[1]
        state = ReportState(rawValue: row[2]) ?? .unreadable
        problem = row[3]
        title = row[4]
        excerpt = row[5]
        source = row[6]
        url = row[7]
        published = row[8]
        day = row[9]
        isDated = row[10]
        sections = row[11]
        missingSections = row[12]
    }

    /// What the report is most about.
    mutating func addDetails(_ database: Database) throws {
        let types = EntityType.names.map { "\($0.rawValue)" }.joined(separator: ", ")
        let entities = try database.cachedStatement(
            sql: """
                SELECT entity.id, type, name, link, reports FROM report_entity JOIN entity ON entity.id = entity
                WHERE report = (SELECT id FROM report WHERE article = ?) AND type IN (\(types))
                ORDER BY salience DESC, mentions DESC, entity.id LIMIT \(Self.entityCount)
                """
        )
        self.entities = try Row.fetchAll(entities, arguments: [id]).map(EntityRow.init)
        let topics = try database.cachedStatement(
            sql: """
                SELECT theme.id, kind, arabic_name, english_name, reports FROM report_theme JOIN theme ON theme.id = theme
                WHERE report = (SELECT id FROM report WHERE article = ?) AND kind = 'topic'
                ORDER BY score DESC, theme.id LIMIT \(Self.topicCount)
                """
        )
        self.topics = try Row.fetchAll(topics, arguments: [id]).map(ThemeRow.init)
    }
}

extension EntityRow {
    init(_ row: Row) {
        id = row[0]
        type = EntityType(rawValue: row[1])?.label ?? "MISC"
        name = row[2]
        link = row[3]
        reports = row[4]
    }
}

extension ThemeRow {
    init(_ row: Row) {
        id = row[0]
        kind = IndexedReport.ThemeKind(rawValue: row[1]) ?? .phrase
        arabicName = row[2]
        englishName = row[3]
        reports = row[4]
    }
}
