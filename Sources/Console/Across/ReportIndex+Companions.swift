package import Extraction
internal import GRDB

/// Which entities are looked at together.
package struct CompanionQuery: Sendable, Hashable {
    /// All that name something if empty.
    package var types: [EntityType] = []
    /// Only pairs of this entity.
    package var entity: Int64?
    package var source: String?
    package var from: String?
    package var until: String?
    package var limit = 50

    package init() {}
}

extension ReportIndex {
    /// Entities that fewer reports name come in no pair that says anything; and their number bounds the pairs.
    private static let entityLimit = 400
    private static let smallestCount = 2

    /// Which entities the same reports name, above what chance would give.
    package func companions(_ query: CompanionQuery) async throws -> [Companions] {
        try await read { database in
            var conditions = ["named.type IN (\(Self.types(query)))"]
            var arguments: StatementArguments = []
            for (condition, value) in [
                ("source = ?", query.source), ("day >= ?", query.from), ("day <= ?", query.until),
            ] {
                guard let value else { continue }
                conditions.append(condition)
                arguments += [value]
            }
            if let entity = query.entity {
                conditions.append("report.id IN (SELECT report FROM report_entity WHERE entity = ?)")
                arguments += [entity]
            }
            let joined = """
                FROM report JOIN report_entity ON report = report.id JOIN entity AS named ON named.id = entity
                WHERE \(conditions.joined(separator: " AND "))
                """
            let frequent = try Row.fetchAll(
                database,
                sql:
                    "SELECT entity, count(*) \(joined) GROUP BY entity HAVING count(*) >= ? ORDER BY 2 DESC, 1 LIMIT ?",
                arguments: arguments + [query.entity == nil ? Self.smallestCount : 1, Self.entityLimit]
            )
            var counts: [Int64: Int] = [:]
            for row in frequent { counts[row[0]] = row[1] }
            let pairs =
                if let entity = query.entity {
                    counts.filter { $0.key != entity }.map { Pair(first: entity, second: $0.key, both: $0.value) }
                } else {
                    try Self.pairs(database, of: counts, joined, arguments)
                }
            if let entity = query.entity {
                counts = try Self.counts(database, of: counts.keys + [entity], query)
            }
            let total = try Self.total(database, query)
            return try Self.strongest(pairs, counts, total: total, limit: query.limit).compactMap { pair, strength in
                guard let first = try Item.fetch(database, .entities, pair.first),
                    let second = try Item.fetch(database, .entities, pair.second)
                else { return nil }
                return Companions(
                    first: first,
                    second: second,
                    both: pair.both,
                    firstReports: counts[pair.first] ?? pair.both,
                    secondReports: counts[pair.second] ?? pair.both,
                    strength: strength
                )
            }
        }
    }

    private struct Pair: Hashable {
        var first: Int64
        var second: Int64
        var both = 0
    }

    private static func types(_ query: CompanionQuery) -> String {
        (query.types.isEmpty ? EntityType.names : query.types).map { "\($0.rawValue)" }.joined(separator: ", ")
    }

    /// How often each two of the frequent ones come in one report.
    private static func pairs(
        _ database: Database,
        of counts: [Int64: Int],
        _ joined: String,
        _ arguments: StatementArguments
    ) throws -> [Pair] {
        // A number for each, so that a pair is one place in a triangle.
        let entities = counts.keys.sorted()
        let places = Dictionary(uniqueKeysWithValues: entities.enumerated().map { ($0.element, $0.offset) })
        var both = Array(repeating: 0, count: entities.count * entities.count)
        var report: Int64 = -1
        var members: [Int] = []
        func countMembers() {
            for (index, first) in members.enumerated() {
                for second in members[(index + 1)...] { both[first * entities.count + second] += 1 }
            }
        }
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT report.id, entity \(joined) ORDER BY report.id, entity",
            arguments: arguments
        )
        while let row = try rows.next() {
            guard let place = places[row[1]] else { continue }
            if row[0] != report {
                countMembers()
                members.removeAll(keepingCapacity: true)
                report = row[0]
            }
            members.append(place)
        }
        countMembers()
        return both.indices.compactMap { index in
            guard both[index] >= smallestCount else { return nil }
            return Pair(
                first: entities[index / entities.count],
                second: entities[index % entities.count],
                both: both[index]
            )
        }
    }

    private static func scope(_ query: CompanionQuery) -> (condition: String, arguments: StatementArguments) {
        var conditions = ["1"]
        var arguments: StatementArguments = []
        for (condition, value) in [("source = ?", query.source), ("day >= ?", query.from), ("day <= ?", query.until)] {
            guard let value else { continue }
            conditions.append(condition)
            arguments += [value]
        }
        return (conditions.joined(separator: " AND "), arguments)
    }

    private static func total(_ database: Database, _ query: CompanionQuery) throws -> Int {
        let scope = scope(query)
        let sql = "SELECT count(*) FROM report WHERE \(scope.condition)"
        return try Int.fetchOne(database, sql: sql, arguments: scope.arguments) ?? 0
    }

    /// In how many of all reports of the query's time and source each is named.
    private static func counts(
        _ database: Database,
        of entities: [Int64],
        _ query: CompanionQuery
    ) throws -> [Int64: Int] {
        let scope = scope(query)
        var counts: [Int64: Int] = [:]
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT entity, count(*) FROM report_entity JOIN report ON report.id = report
                WHERE entity IN (\(entities.map(String.init).joined(separator: ", "))) AND \(scope.condition)
                GROUP BY entity
                """,
            arguments: scope.arguments
        )
        for row in rows { counts[row[0]] = row[1] }
        return counts
    }

    private static func strongest(
        _ pairs: [Pair],
        _ counts: [Int64: Int],
        total: Int,
        limit: Int
    ) -> [(Pair, Double)] {
        let rated = pairs.map { pair -> (Pair, Double) in
            let first = counts[pair.first] ?? pair.both
            let second = counts[pair.second] ?? pair.both
            // Of the reports with the first, how many have the second; against those without the first.
            let strength = Likelihood.change(
                pair.both,
                of: first,
                against: max(0, second - pair.both),
                of: max(1, total - first)
            )
            return (pair, strength)
        }
        return Array(
            rated.sorted {
                ($1.1, $1.0.both, $0.0.first, $0.0.second) < ($0.1, $0.0.both, $1.0.first, $1.0.second)
            }.prefix(limit)
        )
    }
}
