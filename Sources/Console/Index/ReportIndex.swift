internal import ClusterRuntime
internal import GRDB
internal import Glibc
package import Logging
internal import Synchronization

/// What is in all the reports, for searching and counting: a SQLite database with a full-text index.
///
/// It holds nothing that the report files do not: it is made anew from them when it is damaged, of another version, or
/// when someone asks. Reading never waits for writing. For any thread.
package final class ReportIndex: Sendable {
    private static let fileName = "index.sqlite"

    package let path: String
    /// Locked until the index is closed.
    private let folder: Folder
    private let pool: Mutex<DatabasePool>
    private let version = Atomic<Int>(0)
    /// Whether a reader met damage that whoever fills the index has not seen to.
    private let damage = Atomic<Bool>(false)
    private let damageObserver = Mutex<(@Sendable () -> Void)?>(nil)
    private let logger: Logger

    /// Opens the index in `folder`, which is made if it is missing; one that can't be used is made anew, empty.
    package init(folder path: String, logger: Logger) throws(IndexError) {
        self.path = path + "/" + Self.fileName
        self.logger = logger
        do {
            try Folder.create(path: path)
            folder = try Folder(path: path)
            guard try folder.tryLock() else { throw IndexError.inUse(folder: path) }
            pool = Mutex(try Self.open(self.path, logger))
        } catch {
            throw IndexError(error, path: path)
        }
    }

    /// Grows with every change: what was computed at one number holds while it stays.
    package var generation: Int { version.load(ordering: .acquiring) }

    /// Throws all away. Whoever fills the index begins anew.
    package func clear() throws(IndexError) {
        do {
            try pool.withLock { pool in
                // Whoever reads the old files goes on with them: they last until the last of them ends.
                Self.remove(path)
                pool = try Self.open(path, logger)
            }
        } catch {
            throw IndexError(error, path: path)
        }
        version.add(1, ordering: .acquiringAndReleasing)
    }

    package func close() {
        pool.withLock { pool in try? pool.close() }
        folder.unlock()
    }

    // MARK: Access

    /// Reads a state of the index that does not change meanwhile, on one of its own threads.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        let pool = pool.withLock { $0 }
        do {
            return try await pool.read { try body($0) }
        } catch let error as DatabaseError {
            noteDamage(error)
            throw IndexError(error, path: path)
        }
    }

    private func noteDamage(_ error: any Error) {
        guard error.saysDamaged, !damage.exchange(true, ordering: .acquiringAndReleasing) else { return }
        damageObserver.withLock { $0 }?()
    }

    /// - Parameter action: called, on a reader's thread, when one meets damage that was not met before.
    func whenDamaged(_ action: @escaping @Sendable () -> Void) { damageObserver.withLock { $0 = action } }

    /// Whether a reader met damage: then it is to be cleared, and filled anew.
    var isDamaged: Bool { damage.load(ordering: .acquiring) }

    func takeDamage() -> Bool { damage.exchange(false, ordering: .acquiringAndReleasing) }

    /// Reads on this thread.
    func readHere<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
        let pool = pool.withLock { $0 }
        do {
            return try pool.read(body)
        } catch {
            noteDamage(error)
            throw IndexError(error, path: path)
        }
    }

    /// Changes the index in one transaction. A damaged index is thrown away.
    ///
    /// - Returns: false if it was: nothing of what was there is there any more.
    func write(_ body: (Database) throws -> Void) throws(IndexError) -> Bool {
        let pool = pool.withLock { $0 }
        do {
            try pool.write(body)
        } catch {
            guard error.saysDamaged else { throw IndexError(error, path: path) }
            logger.warning("the index is damaged; it is made anew", metadata: ["reason": "\(error)"])
            try clear()
            return false
        }
        version.add(1, ordering: .acquiringAndReleasing)
        return true
    }

    // MARK: The file

    private static func open(_ path: String, _ logger: Logger) throws -> DatabasePool {
        do {
            if let pool = try openCurrent(path) { return pool }
            logger.notice("the index is of another version; it is made anew")
        } catch  where error.saysDamaged {
            logger.warning("the index is damaged; it is made anew", metadata: ["reason": "\(error)"])
        }
        remove(path)
        guard let pool = try openCurrent(path) else { throw IndexError.database(path: path, reason: "not to be made") }
        return pool
    }

    /// `nil` for an index of another version.
    private static func openCurrent(_ path: String) throws -> DatabasePool? {
        // Before SQLite opens it, which changes it.
        if let owner = owner(of: path), owner != 0, owner != IndexSchema.applicationID {
            throw IndexError.foreign(path: path)
        }
        var configuration = Configuration()
        configuration.label = "index"
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: IndexSchema.settings) }
        let pool = try DatabasePool(path: path, configuration: configuration)
        let isCurrent = try pool.write { database in
            if try IndexSchema.isEmpty(database) { try IndexSchema.create(database) }
            guard try !IndexSchema.isForeign(database) else { throw IndexError.foreign(path: path) }
            return try IndexSchema.isCurrent(database)
        }
        if isCurrent { return pool }
        try pool.close()
        return nil
    }

    /// The application id in a database's head (at 68, big endian); `nil` where there is no database.
    private static func owner(of path: String) -> Int32? {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { Glibc.close(file) }
        var head = [UInt8](repeating: 0, count: 100)
        guard Glibc.read(file, &head, head.count) == head.count, head.starts(with: "SQLite format 3\0".utf8) else {
            return nil
        }
        return head[68..<72].reduce(0) { $0 << 8 | Int32($1) }
    }

    private static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }
}
