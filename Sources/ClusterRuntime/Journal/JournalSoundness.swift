internal import GRDB
internal import Glibc
internal import Logging

/// Whether a journal's file is what was left there.
///
/// SQLite recovers from a crash by itself. It does not see that a file was cut off, and it takes an empty one for a new
/// database: a journal that has lost its articles would look like one that never had any.
struct JournalSoundness {
    /// A journal up to this size is read through at each start; a larger one after a crash only (200,000 articles of
    /// 1 KB take two seconds).
    private static let alwaysChecked: Int64 = 64 << 20

    private let path: String
    private let marker: String
    private let isDoubtful: Bool

    /// Looks at the file before SQLite opens it.
    init(path: String, logger: Logger) throws(JournalError) {
        self.path = path
        marker = Self.marker(of: path)
        let size = Self.size(of: path) ?? 0
        if size == 0, Self.size(of: marker) != nil {
            throw .damaged(path: path, reason: "the file is empty or gone, and there was a journal in it")
        }
        let hasLog = (Self.size(of: path + "-wal") ?? 0) > 0
        if hasLog { Self.warnOfDamage(to: path + "-wal", logger) }
        // What is behind the end that the header states is room for more (``JournalRoom``).
        isDoubtful = size > 0 && (hasLog || size <= Self.alwaysChecked || Self.statedSize(of: path) ?? .max > size)
    }

    /// SQLite takes the log up to its first damaged page, and removes it in the end: what can't be read is said, and kept.
    private static func warnOfDamage(to path: String, _ logger: Logger) {
        guard let log = WriteAheadLog(path: path), log.lostTransactions > 0 else { return }
        let copy = WriteAheadLog.keepCopy(of: path)
        logger.warning(
            """
            the end of the journal's log can't be read: what was submitted last may be missing. After a power cut that is \
            what was not answered yet; otherwise something has damaged the file. `warraq jobs` lists what is there; submit \
            again what is not
            """,
            metadata: [
                "log": "\(path)", "pages": "\(log.readablePages)", "lost": "\(log.lostTransactions)",
                "copy": "\(copy ?? "could not be written")",
            ]
        )
    }

    /// Reads the opened journal through, where there is reason to.
    func check(_ database: Database) throws {
        guard isDoubtful else { return }
        let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "no answer"
        guard verdict == "ok" else { throw JournalError.damaged(path: path, reason: verdict) }
    }

    /// From now on there is a journal here.
    func mark() throws(JournalError) { try Self.mark(marker) }

    /// The same of a journal that nobody has opened yet.
    static func mark(journal path: String) throws(JournalError) { try mark(marker(of: path)) }

    private static func marker(of path: String) -> String { path + "-made" }

    private static func mark(_ marker: String) throws(JournalError) {
        let descriptor = open(marker, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .file(.last("write", marker)) }
        _ = fsync(descriptor)
        close(descriptor)
    }

    /// In bytes; `nil` where there is no file.
    static func size(of path: String) -> Int64? {
        var information = stat()
        return stat(path, &information) == 0 ? Int64(information.st_size) : nil
    }

    /// What the file's header says of its size, in bytes.
    static func statedSize(of path: String) -> Int64? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 32)
        guard pread(descriptor, &header, header.count, 0) == header.count else { return nil }
        let pageSize = Int64(header[16]) << 8 | Int64(header[17])
        let pages = header[28..<32].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return (pageSize == 1 ? 65_536 : pageSize) * pages
    }
}
