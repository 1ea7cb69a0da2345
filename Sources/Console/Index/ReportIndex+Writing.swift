package import Articles
internal import Extraction
internal import GRDB

/// How good a report is; the raw values are those of the index.
package enum ReportState: Int, Sendable, CaseIterable {
    case whole = 0
    /// Without some of its sections.
    case partial = 1
    /// The file is no report.
    case unreadable = 2

    package var label: String {
        switch self {
        case .whole: "reported"
        case .partial: "partial"
        case .unreadable: "unreadable"
        }
    }

    package init?(label: String) {
        guard let state = Self.allCases.first(where: { $0.label == label }) else { return nil }
        self = state
    }
}

extension ReportIndex {
    /// Makes all `changes`, or none.
    ///
    /// - Returns: false if the index had to be thrown away: it is empty now.
    package func apply(_ changes: [IndexChange]) throws(IndexError) -> Bool {
        try write { database in
            for change in changes { try IndexWriting(database).apply(change) }
        }
    }

    /// All files that the index has read, with what they were then.
    package func stamps() throws(IndexError) -> [ArticleID: FileStamp] {
        try readHere { database in
            var stamps: [ArticleID: FileStamp] = [:]
            let rows = try Row.fetchCursor(database, sql: "SELECT modified, size, inode, article FROM report")
            while let row = try rows.next() {
                guard let id = ArticleID(row[3] as String) else { continue }
                stamps[id] = FileStamp(row)
            }
            return stamps
        }
    }

    /// Of these articles, those whose files the index has read.
    func stamps(of ids: [ArticleID]) throws(IndexError) -> [ArticleID: FileStamp] {
        try readHere { database in
            var stamps: [ArticleID: FileStamp] = [:]
            let find = try database.cachedStatement(sql: "SELECT modified, size, inode FROM report WHERE article = ?")
            for id in ids {
                stamps[id] = try Row.fetchOne(find, arguments: [id.description]).map { FileStamp($0) }
            }
            return stamps
        }
    }
}

/// Changes within one transaction.
private struct IndexWriting {
    let database: Database

    init(_ database: Database) { self.database = database }

    func apply(_ change: IndexChange) throws {
        try remove(change.id)
        switch change {
        case .gone: break
        case .report(let report, let stamp): try insert(report, stamp)
        case .unreadable(let id, let stamp, let reason): try insert(unreadable: id, stamp, reason)
        }
    }

    private func remove(_ id: ArticleID) throws {
        let find = try database.cachedStatement(sql: "SELECT id FROM report WHERE article = ?")
        guard let report = try Int64.fetchOne(find, arguments: [id.description]) else { return }
        for table in [
            "report_entity WHERE report", "report_theme WHERE report", "search WHERE rowid", "report WHERE id",
        ] {
            try database.cachedStatement(sql: "DELETE FROM \(table) = ?").execute(arguments: [report])
        }
    }

    private func insert(unreadable id: ArticleID, _ stamp: FileStamp, _ reason: String) throws {
        try database.cachedStatement(sql: Self.insertReport).execute(arguments: [
            id.description, ReportState.unreadable.rawValue, reason, "", "", nil, nil, nil, stamp.day, false, "", 0, 0,
            stamp.modified, stamp.size, Int64(bitPattern: stamp.inode),
        ])
    }

    private func insert(_ report: IndexedReport, _ stamp: FileStamp) throws {
        let isWhole = report.problems.isEmpty
        let day = report.day?.description ?? stamp.day
        let state = isWhole ? ReportState.whole : .partial
        let values: StatementArguments = [
            report.id.description, state.rawValue, isWhole ? nil : report.problems.joined(separator: "\n"),
            report.title, report.excerpt, report.source, report.url, report.published, day, report.day != nil,
            report.language, report.sections, report.missingSections, stamp.modified, stamp.size,
            Int64(bitPattern: stamp.inode),
        ]
        try database.cachedStatement(sql: Self.insertReport).execute(arguments: values)
        let row = database.lastInsertedRowID
        try database.cachedStatement(sql: "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)")
            .execute(arguments: [row, report.titleTerms, report.textTerms])
        let addEntity = try database.cachedStatement(
            sql: "INSERT INTO report_entity (report, entity, salience, mentions) VALUES (?, ?, ?, ?)"
        )
        for entity in report.entities {
            let number = try self.number(of: entity)
            try addEntity.execute(arguments: [row, number, entity.salience, entity.mentions])
        }
        let addTheme = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO report_theme (report, theme, score) VALUES (?, ?, ?)"
        )
        for theme in report.themes {
            let number = try self.number(of: theme)
            try addTheme.execute(arguments: [row, number, theme.score])
        }
    }

    private func number(of entity: IndexedReport.Entity) throws -> Int64 {
        let find = try database.cachedStatement(sql: "SELECT id FROM entity WHERE key = ?")
        if let number = try Int64.fetchOne(find, arguments: [entity.key]) { return number }
        try database.cachedStatement(sql: "INSERT INTO entity (key, type, name, folded, link) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [entity.key, Int(entity.type.rawValue), entity.name, entity.folded, entity.link])
        return database.lastInsertedRowID
    }

    private func number(of theme: IndexedReport.Theme) throws -> Int64 {
        let find = try database.cachedStatement(sql: "SELECT id FROM theme WHERE kind = ? AND key = ?")
        if let number = try Int64.fetchOne(find, arguments: [theme.kind.rawValue, theme.key]) { return number }
        try database.cachedStatement(
            sql: "INSERT INTO theme (kind, key, arabic_name, english_name) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [theme.kind.rawValue, theme.key, theme.arabicName, theme.englishName])
        return database.lastInsertedRowID
    }

    private static let insertReport = """
        INSERT INTO report (article, state, problem, title, excerpt, source, url, published, day, is_dated, language,
            sections, missing, modified, size, inode)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension FileStamp {
    /// From the columns `modified`, `size` and `inode`, which come first.
    fileprivate init(_ row: Row) {
        self.init(modified: row[0], size: row[1], inode: UInt64(bitPattern: row[2] as Int64))
    }

    /// The day on which the file was written, in UTC.
    var day: String { CalendarDay(number: Int((Double(modified) / 86_400_000_000_000).rounded(.down))).description }
}
