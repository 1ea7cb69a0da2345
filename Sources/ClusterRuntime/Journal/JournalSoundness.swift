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
        if size > 0, let flaw = Self.flaw(of: path) { throw .damaged(path: path, reason: flaw) }
        let hasLog = Self.hasLog(path)
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

    private static func hasLog(_ path: String) -> Bool { (size(of: path + "-wal") ?? 0) > 0 }

    /// How a file begins that is a database, whatever else is wrong with it.
    private static let magic = Array("SQLite format 3\0".utf8)
    private static let smallestPage: Int64 = 512

    /// Why a file can be no database at all; `nil` if it may be one, or can't be read.
    ///
    /// SQLite takes what is shorter than a page for a database that nobody has written to.
    static func flaw(of path: String) -> String? {
        guard let size = size(of: path), let head = head(of: path) else { return nil }
        guard size > 0 else { return "it is empty" }
        // A crash may have torn the first page while it was written, and the log has it.
        guard !hasLog(path) else { return nil }
        guard head.starts(with: magic.prefix(head.count)) else { return "it is no database" }
        return size < smallestPage ? "its end is missing" : nil
    }

    /// Its first bytes, no more than tell what it is and how large it should be; `nil` if it can't be read.
    private static func head(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &head, head.count, 0)
        return count < 0 ? nil : Array(head.prefix(count))
    }

    /// What the file's header says of its size, in bytes.
    static func statedSize(of path: String) -> Int64? {
        guard let header = head(of: path), header.count == 32 else { return nil }
        let pageSize = Int64(header[16]) << 8 | Int64(header[17])
        let pages = header[28..<32].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return (pageSize == 1 ? 65_536 : pageSize) * pages
    }
}
