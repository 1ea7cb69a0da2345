internal import GRDB
internal import GRDBSQLite

/// Blocks of the disk that the journal has before it needs them, so that what was accepted is settled on a disk where
/// nothing is left, whoever took it.
///
/// Settling writes to the log, and a log that can't grow is folded into the database and begun anew in the same blocks.
/// Nobody may take from it then
/// - what the log needs for settling all open articles at once;
/// - a block of the database for each of its pages: what was committed is in the log alone until that is folded, so a
///   database without them could never take it;
/// - what settling adds to the database: an entry in an index for each article, before the article itself is removed.
///
/// SQLite gives back what is behind the end of the database whenever the log is folded, and who waits for room on a full
/// disk would have it before it can be asked for again. So SQLite is told to fold in steps of a size that leaves the
/// database what it is to have (`SQLITE_FCNTL_CHUNK_SIZE`). File systems that write elsewhere than they have allocated (btrfs, ZFS) or know no allocating keep
/// nothing by this; on those there is ``JournalReserve`` alone.
final class JournalRoom: Sendable {
    private static let logBytes = 8 << 20
    private static let spareBytes = 1 << 20
    private static let spareBytesForArticle = 64

    private let file: AllocatedFile
    private let log: AllocatedFile
    private let pageSize: Int
    private let logBytes: Int

    /// - Parameters:
    ///   - path: of a database in WAL mode that is open and has been read from.
    ///   - diskSize: of its disk, in bytes: of a small one, the log takes less beforehand.
    init(path: String, pageSize: Int, diskSize: Int) throws(FileError) {
        file = try AllocatedFile(path: path)
        log = try AllocatedFile(path: path + "-wal")
        self.pageSize = pageSize
        logBytes = min(Self.logBytes, diskSize / 16)
    }

    /// At the end of a transaction that has changed something: sees to it that what it leaves can be folded, and that
    /// what waits then can be settled.
    ///
    /// - Throws: `SQLITE_FULL` where there is no room for that; for the second only where articles were stored.
    func secure(_ database: Database, isStoring: Bool) throws {
        if try hold(database) { return }
        guard !isStoring, file.allocate(try size(of: database)) else {
            throw DatabaseError(resultCode: .SQLITE_FULL, message: "database or disk is full")
        }
    }

    /// Takes what it is to have, as far as there is any.
    ///
    /// - Returns: whether it has all.
    @discardableResult
    func hold(_ database: Database) throws -> Bool {
        let waiting = try Int.fetchOne(database.cachedStatement(sql: "SELECT count FROM counts WHERE state = 0")) ?? 0
        let spare = Self.spareBytes + waiting * Self.spareBytesForArticle
        let wanted = try size(of: database) + spare
        let hasSpare = file.allocate(wanted)
        keep(hasSpare ? wanted : file.allocated, of: database)
        return log.allocate(logBytes) && hasSpare
    }

    /// Sees to it that the file keeps so many bytes when the log is folded, as long as the database is not longer.
    ///
    /// The size that SQLite rounds up to is an `Int32`: of a larger file it is a part, some bytes more in all.
    private func keep(_ bytes: Int, of database: Database) {
        let parts = max(1, (bytes + Int(Int32.max) - 1) / Int(Int32.max))
        guard var size = Int32(exactly: (bytes + parts - 1) / parts), size > 0 else { return }
        // It can't fail for a file of the system's own.
        _ = sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_CHUNK_SIZE, &size)
    }

    /// Bytes of the database with all that is in the log.
    private func size(of database: Database) throws -> Int {
        pageSize * (try Int.fetchOne(database.cachedStatement(sql: "PRAGMA page_count")) ?? 0)
    }
}
