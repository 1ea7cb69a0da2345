internal import GRDB

/// The index's tables. All of it can be made anew from the report files, so a change of the tables, or of how words are
/// analysed, is a new version number, and an index of another version is thrown away.
enum IndexSchema {
    static let version = 1
    /// «WRQI»: tells an index from other databases.
    static let applicationID: Int32 = 0x5752_5149

    /// What a report is worth; the raw values are those of the column `state`.
    static let tables = """
        CREATE TABLE report (
            id INTEGER PRIMARY KEY,
            article TEXT NOT NULL UNIQUE,
            state INTEGER NOT NULL,
            problem TEXT,
            title TEXT NOT NULL,
            excerpt TEXT NOT NULL,
            source TEXT,
            url TEXT,
            published TEXT,
            -- The day of publication, else the day on which the report was written.
            day TEXT NOT NULL,
            is_dated INTEGER NOT NULL,
            language TEXT NOT NULL,
            sections INTEGER NOT NULL,
            missing INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            size INTEGER NOT NULL,
            inode INTEGER NOT NULL
        );
        CREATE INDEX report_by_day ON report (day, modified);
        CREATE INDEX report_by_modified ON report (modified);
        CREATE INDEX report_by_source ON report (source, day, modified);
        CREATE INDEX report_by_state ON report (state, day, modified);

        CREATE TABLE entity (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            type INTEGER NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            link TEXT,
            reports INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX entity_by_reports ON entity (reports);
        CREATE INDEX entity_by_folded ON entity (folded);

        CREATE TABLE theme (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            kind TEXT NOT NULL,
            arabic_name TEXT NOT NULL,
            english_name TEXT NOT NULL,
            reports INTEGER NOT NULL DEFAULT 0,
            UNIQUE (kind, key)
        );
        CREATE INDEX theme_by_reports ON theme (kind, reports);

        CREATE TABLE report_entity (
            report INTEGER NOT NULL,
            entity INTEGER NOT NULL,
            salience INTEGER NOT NULL,
            mentions INTEGER NOT NULL,
            PRIMARY KEY (report, entity)
        ) WITHOUT ROWID;
        CREATE INDEX report_entity_by_entity ON report_entity (entity, report);
        CREATE TRIGGER report_entity_inserted AFTER INSERT ON report_entity BEGIN
            UPDATE entity SET reports = reports + 1 WHERE id = NEW.entity;
        END;
        CREATE TRIGGER report_entity_deleted AFTER DELETE ON report_entity BEGIN
            UPDATE entity SET reports = reports - 1 WHERE id = OLD.entity;
        END;

        CREATE TABLE report_theme (
            report INTEGER NOT NULL,
            theme INTEGER NOT NULL,
            score INTEGER NOT NULL,
            PRIMARY KEY (report, theme)
        ) WITHOUT ROWID;
        CREATE INDEX report_theme_by_theme ON report_theme (theme, report);
        CREATE TRIGGER report_theme_inserted AFTER INSERT ON report_theme BEGIN
            UPDATE theme SET reports = reports + 1 WHERE id = NEW.theme;
        END;
        CREATE TRIGGER report_theme_deleted AFTER DELETE ON report_theme BEGIN
            UPDATE theme SET reports = reports - 1 WHERE id = OLD.theme;
        END;

        -- Terms, not text: what was folded and cut stays so.
        CREATE VIRTUAL TABLE search USING fts5 (
            title, text, tokenize = 'unicode61 remove_diacritics 0', detail = full
        );
        """

    /// The index may be lost at any time, and is made anew then; what counts is that readers never wait.
    static let settings = """
        PRAGMA synchronous = NORMAL;
        PRAGMA wal_autocheckpoint = 2048;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        """

    /// Whether this is an index of this version.
    static func isCurrent(_ database: Database) throws -> Bool {
        try Int32.fetchOne(database, sql: "PRAGMA application_id") == applicationID
            && Int.fetchOne(database, sql: "PRAGMA user_version") == version
    }

    static func isEmpty(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    }

    static func isForeign(_ database: Database) throws -> Bool {
        try Int32.fetchOne(database, sql: "PRAGMA application_id") != applicationID && !isEmpty(database)
    }

    static func create(_ database: Database) throws {
        try database.execute(sql: tables)
        try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }
}
