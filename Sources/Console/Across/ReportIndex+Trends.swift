package import Extraction
internal import GRDB
internal import Glibc

extension ReportIndex {
    /// What rises and falls: the shares of reports that speak of something, in the last days against as many before.
    package func trends(_ query: TrendQuery, today: CalendarDay = .today) async throws -> Trends {
        try await read { database in
            guard let window = try TrendWindow(database, query, today: today) else {
                return Trends(days: [], reports: [], recentReports: 0, reportsBefore: 0, rising: [], falling: [])
            }
            let reports = try window.reports(database)
            let recentReports = reports.suffix(query.days).reduce(0, +)
            let reportsBefore = reports.prefix(query.days).reduce(0, +)
            // The days of all the phrases of a large index would fill the memory.
            var rising = Foremost<ItemTrend>(query.limit) { ($1.change, $0.item) < ($0.change, $1.item) }
            var falling = Foremost<ItemTrend>(query.limit) { ($0.change, $1.item) < ($1.change, $0.item) }
            try window.forEachSeries(database) { item, series in
                let recent = series.suffix(query.days).reduce(0, +)
                let before = series.prefix(query.days).reduce(0, +)
                let change = Likelihood.change(recent, of: recentReports, against: before, of: reportsBefore)
                let trend = ItemTrend(item: item, recent: recent, before: before, change: change, series: series)
                if change > 0 { rising.add(trend) }
                if change < 0 { falling.add(trend) }
            }
            return Trends(
                days: window.days,
                reports: reports,
                recentReports: recentReports,
                reportsBefore: reportsBefore,
                rising: try rising.sorted.compactMap { try $0.named(database, query.subject) },
                falling: try falling.sorted.compactMap { try $0.named(database, query.subject) }
            )
        }
    }

    /// How many reports speak of one thing, day by day, from its first to its last.
    package func days(of subject: Subject, _ number: Int64) async throws -> [(day: String, reports: Int)] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT day, count(*) FROM \(subject.table) JOIN report ON report.id = report
                    WHERE \(subject.column) = ? AND \(ReportDay.counts) GROUP BY day ORDER BY day
                    """,
                arguments: [number]
            ).map { (day: $0[0], reports: $0[1]) }
        }
    }

    /// Which sources speak of one thing.
    package func sources(of subject: Subject, _ number: Int64, limit: Int) async throws -> [SourceRow] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT source, count(*) FROM \(subject.table) JOIN report ON report.id = report
                    WHERE \(subject.column) = ? AND source IS NOT NULL GROUP BY source ORDER BY 2 DESC, 1 LIMIT ?
                    """,
                arguments: [number, limit]
            ).map { SourceRow(name: $0[0], reports: $0[1]) }
        }
    }

    /// What each of the largest sources speaks of more than all others do.
    package func profiles(
        of subject: Subject,
        types: [EntityType] = [],
        sources sourceLimit: Int = 12,
        limit: Int = 8
    ) async throws -> [SourceProfile] {
        try await read { database in
            let sources = try Self.sources(database, limit: sourceLimit)
            let all = try Int.fetchOne(database, sql: "SELECT count(*) FROM report WHERE source IS NOT NULL") ?? 0
            var everywhere: [Int64: Int] = [:]
            let counts = """
                SELECT \(subject.column), count(*) FROM \(subject.table) JOIN report ON report.id = report
                JOIN \(subject.names) AS named ON named.id = \(subject.column)
                WHERE source IS NOT NULL AND \(subject.condition(types))
                """
            for row in try Row.fetchAll(database, sql: counts + " GROUP BY 1") { everywhere[row[0]] = row[1] }
            return try sources.map { source in
                let here = try Row.fetchAll(
                    database,
                    sql: counts + " AND source = ? GROUP BY 1 HAVING count(*) > 1 OR ? < 10",
                    arguments: [source.name, source.reports]
                )
                let ranked = here.map { row -> (item: Int64, here: Int, elsewhere: Int, change: Double) in
                    let elsewhere = (everywhere[row[0]] ?? 0) - (row[1] as Int)
                    let change = Likelihood.change(
                        row[1],
                        of: source.reports,
                        against: elsewhere,
                        of: all - source.reports
                    )
                    return (row[0], row[1], elsewhere, change)
                }.filter { $0.change > 0 || all == source.reports }
                let best = ranked.sorted { ($1.change, $1.here, $0.item) < ($0.change, $0.here, $1.item) }.prefix(limit)
                return SourceProfile(
                    source: source.name,
                    reports: source.reports,
                    entries: try best.compactMap { entry in
                        try Item.fetch(database, subject, entry.item).map {
                            .init(item: $0, here: entry.here, elsewhere: entry.elsewhere, change: entry.change)
                        }
                    }
                )
            }
        }
    }
}

/// A ``Trend`` of something whose name has not been looked up.
private struct ItemTrend {
    var item: Int64
    var recent: Int
    var before: Int
    var change: Double
    var series: [Int]

    func named(_ database: Database, _ subject: Subject) throws -> Trend? {
        try Item.fetch(database, subject, item).map {
            Trend(item: $0, recent: recent, before: before, change: change, series: series)
        }
    }
}

/// Which reports count where days are compared.
private enum ReportDay {
    /// Those whose day of publication is known. Where that is of none, the day on which each was written has to do.
    static let counts = "is_dated = (SELECT max(is_dated) FROM report)"
}

/// Two windows of days, one behind the other.
private struct TrendWindow {
    let days: [String]
    private let query: TrendQuery

    /// `nil` where there are no reports. A report of a day that has yet to come, which is a slip of its source, does not
    /// move the windows away from all others; somewhere on Earth it is tomorrow already.
    init?(_ database: Database, _ query: TrendQuery, today: CalendarDay) throws {
        self.query = query
        let last =
            try query.until
            ?? String.fetchOne(
                database,
                sql: """
                    SELECT coalesce(max(CASE WHEN day <= ? THEN day END), max(day)) FROM report
                    WHERE \(ReportDay.counts) AND \(Self.condition(query))
                    """,
                arguments: [today.adding(days: 1).description] + Self.arguments(query)
            )
        guard let last, let day = CalendarDay(iso8601: last) else { return nil }
        days = (0..<2 * query.days).map { day.adding(days: $0 + 1 - 2 * query.days).description }
    }

    private static func condition(_ query: TrendQuery) -> String { query.source == nil ? "1" : "source = ?" }
    private static func arguments(_ query: TrendQuery) -> StatementArguments { query.source.map { [$0] } ?? [] }

    private var arguments: StatementArguments {
        [days.first, days.last] + Self.arguments(query)
    }

    private var condition: String { "day BETWEEN ? AND ? AND \(ReportDay.counts) AND \(Self.condition(query))" }

    private var places: [String: Int] {
        Dictionary(uniqueKeysWithValues: days.enumerated().map { ($0.element, $0.offset) })
    }

    func reports(_ database: Database) throws -> [Int] {
        var counts = Array(repeating: 0, count: days.count)
        let places = places
        let sql = "SELECT day, count(*) FROM report WHERE \(condition) GROUP BY day"
        for row in try Row.fetchAll(database, sql: sql, arguments: arguments) {
            if let place = places[row[0]] { counts[place] = row[1] }
        }
        return counts
    }

    /// Calls `body` with each thing that is spoken of, and in how many reports it is on each day.
    func forEachSeries(_ database: Database, _ body: (Int64, [Int]) -> Void) throws {
        let subject = query.subject
        let places = places
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(subject.column), day, count(*)
                FROM report JOIN \(subject.table) ON report = report.id
                JOIN \(subject.names) AS named ON named.id = \(subject.column)
                WHERE \(condition) AND \(subject.condition(query.types)) AND named.reports > 1
                GROUP BY 1, 2 ORDER BY 1, 2
                """,
            arguments: arguments
        )
        let none = Array(repeating: 0, count: days.count)
        var current: (item: Int64, series: [Int])?
        while let row = try rows.next() {
            let item: Int64 = row[0]
            if current?.item != item {
                if let current { body(current.item, current.series) }
                current = (item, none)
            }
            if let place = places[row[1]] { current?.series[place] = row[2] }
        }
        if let current { body(current.item, current.series) }
    }
}

extension CalendarDay {
    /// As of now, in UTC.
    package static var today: CalendarDay {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return CalendarDay(number: time.tv_sec / 86_400)
    }
}

extension Subject {
    /// The table that says which report speaks of which.
    var table: String { self == .entities ? "report_entity" : "report_theme" }
    var column: String { self == .entities ? "entity" : "theme" }
    /// The table of the things themselves.
    var names: String { self == .entities ? "entity" : "theme" }

    /// Which things count, of a table called `named`.
    func condition(_ types: [EntityType]) -> String {
        switch self {
        case .entities:
            let types = types.isEmpty ? EntityType.names : types
            return "named.type IN (\(types.map { "\($0.rawValue)" }.joined(separator: ", ")))"
        case .topics: return "named.kind = 'topic'"
        case .phrases: return "named.kind = 'phrase'"
        }
    }
}

extension Item {
    static func fetch(_ database: Database, _ subject: Subject, _ number: Int64) throws -> Item? {
        if subject == .entities {
            let statement = try database.cachedStatement(
                sql: "SELECT id, type, name, link, reports FROM entity WHERE id = ?"
            )
            return try Row.fetchOne(statement, arguments: [number]).map { Item(EntityRow($0)) }
        }
        let statement = try database.cachedStatement(
            sql: "SELECT id, kind, arabic_name, english_name, reports FROM theme WHERE id = ?"
        )
        return try Row.fetchOne(statement, arguments: [number]).map { Item(ThemeRow($0)) }
    }

    package init(_ entity: EntityRow) {
        self.init(
            subject: .entities,
            id: entity.id,
            type: entity.type,
            arabicName: entity.name,
            englishName: entity.name,
            link: entity.link
        )
    }

    package init(_ theme: ThemeRow) {
        self.init(
            subject: theme.kind == .topic ? .topics : .phrases,
            id: theme.id,
            type: theme.kind.rawValue,
            arabicName: theme.arabicName,
            englishName: theme.englishName,
            link: nil
        )
    }
}
