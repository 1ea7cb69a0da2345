internal import Cluster
internal import GRDB

/// The journal's tables. `articles` is small for each article, so that listing is cheap; `payloads` has the articles
/// themselves, as protobuf, for as long as they may be computed (again). `counts` is written by each transaction that changes
/// them, so that a number of articles costs the same however many there are, and is right after every crash. `identity` tells this journal from
/// every other one.
enum JournalSchema {
    /// «WRRQ»: tells a journal from other databases.
    static let applicationID: Int32 = 0x5752_5251

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: articles, payloads, counts") { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);

                    -- `sequence` says in which order articles are loaded; one that becomes waiting again gets a new one.
                    CREATE TABLE articles (
                        sequence INTEGER PRIMARY KEY,
                        id BLOB NOT NULL UNIQUE,
                        state INTEGER NOT NULL,
                        title TEXT,
                        source TEXT,
                        submitted_at INTEGER NOT NULL,
                        settled_at INTEGER,
                        missing_sections INTEGER NOT NULL DEFAULT 0,
                        model_digest TEXT,
                        keeps_existing INTEGER NOT NULL DEFAULT 0
                    );
                    CREATE INDEX articles_by_state ON articles (state, sequence);

                    CREATE TABLE payloads (
                        sequence INTEGER PRIMARY KEY,
                        body BLOB NOT NULL
                    );

                    CREATE TABLE counts (
                        state INTEGER PRIMARY KEY,
                        count INTEGER NOT NULL
                    );
                    INSERT INTO counts VALUES (0, 0), (1, 0), (2, 0), (3, 0);
                    CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
                        UPDATE counts SET count = count + 1 WHERE state = NEW.state;
                    END;
                    CREATE TRIGGER articles_changed AFTER UPDATE OF state ON articles WHEN OLD.state <> NEW.state BEGIN
                        UPDATE counts SET count = count - 1 WHERE state = OLD.state;
                        UPDATE counts SET count = count + 1 WHERE state = NEW.state;
                    END;
                    """
            )
        }
        migrator.registerMigration("2: priority, turns, age") { database in
            try database.execute(
                sql: """
                    -- `turn` says in which round an article is loaded: one of each submitter's in each round.
                    ALTER TABLE articles ADD COLUMN submitter INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE articles ADD COLUMN priority INTEGER NOT NULL DEFAULT 1;
                    ALTER TABLE articles ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
                    CREATE INDEX articles_by_turn ON articles (priority, turn) WHERE state = 0;
                    CREATE INDEX articles_by_submitter ON articles (submitter, priority, turn) WHERE state = 0;
                    CREATE INDEX articles_by_age ON articles (settled_at) WHERE settled_at IS NOT NULL;
                    CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN
                        UPDATE counts SET count = count - 1 WHERE state = OLD.state;
                    END;
                    """
            )
        }
        migrator.registerMigration("3: identity") { database in
            try database.execute(
                sql: """
                    CREATE TABLE identity (value INTEGER NOT NULL);
                    INSERT INTO identity VALUES (random());
                    """
            )
        }
        migrator.registerMigration("4: counts without triggers") { database in
            // Every transaction writes once what it has changed of them: three statements less for each article.
            try database.execute(
                sql: """
                    DROP TRIGGER articles_inserted;
                    DROP TRIGGER articles_changed;
                    DROP TRIGGER articles_deleted;
                    """
            )
        }
        return migrator
    }

    /// Whether a database is a journal. One that nobody has written to is none.
    static func isJournal(_ database: Database) throws -> Bool {
        try Int32.fetchOne(database, sql: "PRAGMA application_id") == applicationID
    }

    static func identity(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT value FROM identity") ?? 0
    }

    /// Makes the tables, or brings those of an earlier version up to date.
    static func prepare(_ queue: DatabaseQueue, path: String) throws(JournalError) {
        do {
            let (owner, isEmpty, isSuperseded) = try queue.read { database in
                (
                    try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0,
                    try migrator.hasBeenSuperseded(database)
                )
            }
            guard owner == applicationID || isEmpty else { throw JournalError.foreign(path: path) }
            guard !isSuperseded else { throw JournalError.newer(path: path) }
            try letShrink(queue)
            try migrator.migrate(queue)
        } catch {
            throw JournalError(error, path: path)
        }
    }
}

extension JournalSchema {
    /// Space that is free in the file can be given back in small steps. For a file that was made without that, this
    /// takes one large step.
    private static func letShrink(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { database in
            guard try Int.fetchOne(database, sql: "PRAGMA auto_vacuum") != 2 else { return }
            try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL; VACUUM")
        }
    }
}

extension JournalError {
    init(_ error: any Error, path: String) {
        switch error {
        case let error as JournalError: self = error
        case let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode):
            self = .damaged(path: path, reason: error.message ?? "\(error.resultCode)")
        case let error as DatabaseError:
            self = .database(path: path, reason: error.actionableDescription)
        default: self = .database(path: path, reason: "\(error)")
        }
    }
}

extension DatabaseError {
    /// What SQLite says, and what to do about it; without statement and arguments, which hold the article.
    var actionableDescription: String {
        let text = message ?? "\(resultCode)"
        return switch resultCode {
        case .SQLITE_FULL: "\(text); make room on that disk"
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: "\(text); this user needs the right to write there"
        case .SQLITE_BUSY, .SQLITE_LOCKED: "\(text); another program holds it: close that"
        case .SQLITE_IOERR: "\(text); the disk may be full or failing: see the system's log"
        default: text
        }
    }
}
