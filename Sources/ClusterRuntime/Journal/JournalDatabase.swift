internal import Articles
internal import Cluster
internal import GRDB
internal import Glibc
internal import Logging
internal import Synchronization

/// The journal's file and what it answers. Only the journal's thread asks it, after it was opened.
final class JournalDatabase: Sendable {
    static let fileName = "journal.sqlite"
    /// The log is folded into the database each 8 MiB and cut back to 16 after a large transaction; the cache (in KiB)
    /// holds the upper levels of the indexes of some million articles.
    private static let durableSettings = """
        PRAGMA wal_autocheckpoint = 2048;
        PRAGMA journal_size_limit = 16777216;
        PRAGMA cache_size = -16384;
        """
    /// What is deleted is not overwritten for its own sake, page by page, which Debian's SQLite does otherwise: most of
    /// what an article costs here when it is settled.
    private static let settings = "PRAGMA secure_delete = FAST"

    let identity: UInt64
    private let path: String
    private let queue: DatabaseQueue
    /// Locked until the journal is closed; `nil` for a temporary journal.
    private let folder: Folder?
    /// `nil` for a temporary journal.
    private let room: JournalRoom?
    /// What is kept of it in memory.
    private struct Kept {
        var position: JournalPosition
        var memory = JournalMemory()
        /// Whether the connection syncs each commit now; `nil`: as it was opened.
        var isSyncing: Bool?
    }

    private let kept: Mutex<Kept>
    private let logger: Logger
    private let now: @Sendable () -> Int64
    /// How long settled articles are kept, in milliseconds; `nil`: for ever.
    private let keep: Int64?
    /// Why the last tidying up failed, if it did.
    private let untidyReason = Mutex<String?>(nil)
    private let census = JournalCensus()
    /// Bytes of the articles that wait, as of the last commit.
    private let waiting = Atomic(0)

    convenience init(
        folder path: String,
        keep: Int64?,
        logger: Logger,
        now: @escaping @Sendable () -> Int64
    ) throws(JournalError) {
        let folder: Folder
        let isOurs: Bool
        do {
            try Folder.create(path: path)
            folder = try Folder(path: path)
            isOurs = try folder.tryLock()
        } catch {
            throw .file(error)
        }
        guard isOurs else { throw .inUse(folder: path) }
        try self.init(path: path + "/" + Self.fileName, folder: folder, keep: keep, logger: logger, now: now)
    }

    convenience init(temporaryWith logger: Logger, now: @escaping @Sendable () -> Int64) throws(JournalError) {
        try self.init(path: "", folder: nil, keep: nil, logger: logger, now: now)
    }

    private init(
        path: String,
        folder: Folder?,
        keep: Int64?,
        logger: Logger,
        now: @escaping @Sendable () -> Int64
    ) throws(JournalError) {
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: Self.settings) }
        if folder != nil {
            configuration.journalMode = .wal
        } else {
            // Nothing of it is to survive.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        }
        let soundness = folder == nil ? nil : try JournalSoundness(path: path, logger: logger)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if folder != nil { try queue.writeWithoutTransaction { try $0.execute(sql: Self.durableSettings) } }
            if let soundness { try queue.read { try soundness.check($0) } }
            try JournalSchema.prepare(queue, path: path)
            try soundness?.mark()
            identity = try queue.read { UInt64(bitPattern: try JournalSchema.identity($0)) }
            let position = try queue.read { try JournalPosition($0) }
            kept = Mutex(Kept(position: position))
            waiting.store(position.waitingBytes, ordering: .relaxed)
            room = folder == nil ? nil : try Self.room(of: queue, path: path)
        } catch {
            throw JournalError(error, path: path)
        }
        self.path = path
        self.folder = folder
        self.keep = keep
        self.logger = logger
        self.now = now
    }

    /// Answers requests in order, in one transaction. If that fails, each is tried in one of its own, so that the
    /// reason meets only the request that it belongs to.
    func answer(_ requests: [JournalRequest]) -> [JournalAnswer] {
        guard let folder, requests.contains(where: \.isStore) else { return execute(requests) }
        let isGone = isGone
        var reserve = JournalReserve(folder: folder.path)
        var refused: [JournalAnswer] = []
        var admitted: [JournalRequest] = []
        for request in requests {
            if case .store(let ticket, let articles, _) = request,
                let reason = isGone ? goneReason : reserve?.refusal(of: JournalReserve.cost(of: articles))
            {
                refused.append(.failed(ticket: ticket, reason: reason))
            } else {
                admitted.append(request)
            }
        }
        return refused + execute(admitted)
    }

    /// Whether somebody has removed the open file: what is written to it is gone with this process.
    private var isGone: Bool { access(path, F_OK) != 0 && errno == ENOENT }

    private var goneReason: String {
        "the journal \(path) was removed while the producer runs: nothing more is accepted; start the producer anew"
    }

    private func execute(_ requests: [JournalRequest]) -> [JournalAnswer] {
        if requests.count > 1, let answers = try? transactionWithRoom(requests) { return answers }
        return requests.flatMap { request in
            do {
                return try transactionWithRoom([request])
            } catch {
                if let answer = settleOneByOne(request) { return [answer] }
                return [.failed(ticket: request.ticket, reason: JournalError(error, path: path).description)]
            }
        }
    }

    /// What is too much at once for a full disk may not be too much one by one.
    ///
    /// - Returns: `nil` if that is not so, or the request is another; those that could be settled are.
    private func settleOneByOne(_ request: JournalRequest) -> JournalAnswer? {
        guard case .settle(let ticket, let articles, let digest) = request, articles.count > 1 else { return nil }
        for article in articles {
            let single = JournalRequest.settle(ticket: ticket, [article], modelDigest: digest)
            if (try? transactionWithRoom([single])) == nil { return nil }
        }
        return .settled(ticket: ticket)
    }

    /// A log that can't grow any more on a full disk is folded into the database and begun anew: what needs no more room
    /// than it has is done then.
    private func transactionWithRoom(_ requests: [JournalRequest]) throws -> [JournalAnswer] {
        do {
            return try transaction(requests)
        } catch let error as DatabaseError where error.isOfFullDisk {
            guard (try? foldLog()) != nil else { throw error }
            return try transaction(requests)
        }
    }

    private func foldLog() throws {
        // What it has of the disk it keeps.
        _ = try queue.writeWithoutTransaction { try $0.checkpoint(.restart) }
    }

    private func transaction(_ requests: [JournalRequest]) throws -> [JournalAnswer] {
        try kept.withLock { kept in
            // Of a transaction that fails, nothing is remembered.
            var memory = JournalMemory()
            swap(&memory, &kept.memory)
            var changed = kept.position
            var answers: [JournalAnswer] = []
            try queue.writeWithoutTransaction { database in
                try sync(commitsOf: database, requests.contains(where: \.isPromise), &kept.isSyncing)
                try database.inTransaction {
                    var transaction = JournalTransaction(
                        database: database,
                        position: changed,
                        memory: memory,
                        time: now(),
                        logger: logger
                    )
                    memory = JournalMemory()
                    let before = database.totalChangesCount
                    answers = try requests.map { try transaction.answer($0) }
                    try transaction.finish()
                    if let room, database.totalChangesCount != before {
                        try room.secure(database, isStoring: requests.contains(where: \.isStore))
                    }
                    changed = transaction.position
                    memory = transaction.memory
                    return .commit
                }
            }
            kept.position = changed
            kept.memory = memory
            waiting.store(changed.waitingBytes, ordering: .relaxed)
            return answers
        }
    }

    /// Sets whether a commit returns only when it is on disk. Settlements alone are left to the system until the next
    /// commit that is synced, or until the log is folded: if the machine fails before, those articles are waiting again,
    /// their reports are there, and the same reports are made once more. (GRDB sets `synchronous` to NORMAL when it
    /// turns the log on, so it has to be set here.)
    private func sync(commitsOf database: Database, _ isWanted: Bool, _ isSyncing: inout Bool?) throws {
        guard folder != nil, isWanted != isSyncing else { return }
        isSyncing = nil
        try database.execute(sql: "PRAGMA synchronous = \(isWanted ? "FULL" : "NORMAL")")
        isSyncing = isWanted
    }

    private static func room(of queue: DatabaseQueue, path: String) throws -> JournalRoom {
        let size = try queue.read { try Int.fetchOne($0, sql: "PRAGMA page_size") ?? 4096 }
        let room = try JournalRoom(path: path, pageSize: size, diskSize: Disk(at: path)?.size ?? .max)
        _ = try queue.read { try room.hold($0) }
        return room
    }

    var figures: ProducerSurroundings.Journal? { census.figures }
    var waitingBytes: Int { waiting.load(ordering: .relaxed) }

    /// Whether the last commit returned only when it was on disk.
    func isSyncedAtCommit() throws -> Bool {
        try queue.unsafeRead { database in
            let isLogged = try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
            // 2: FULL.
            return try isLogged && Int.fetchOne(database, sql: "PRAGMA synchronous") == 2
        }
    }

    /// Forgets what was settled long ago, and gives space back: a small step of it.
    ///
    /// - Returns: whether there may be more to do.
    func tidy() -> Bool {
        census.count(in: queue, folder: folder?.path, file: path, now: now())
        guard folder != nil else { return false }
        do {
            let (hasMore, hasPruned) = try queue.writeWithoutTransaction { database in
                var tidying = JournalTidying(database: database)
                if let keep, try tidying.prune(settledBefore: now() - keep) { return (true, true) }
                defer { _ = try? room?.hold(database) }
                return (try tidying.shrink(), false)
            }
            if hasPruned { kept.withLock { $0.memory = JournalMemory() } }
            untidyReason.withLock { $0 = nil }
            return hasMore
        } catch {
            let reason = JournalError(error, path: path).description
            // It is tried again several times a second: said once.
            if untidyReason.withLock({
                let isNew = $0 != reason; $0 = reason; return isNew
            }) {
                logger.warning("the journal can't be tidied up now", metadata: ["reason": "\(reason)"])
            }
            return false
        }
    }

    func close() {
        defer { folder?.unlock() }
        do {
            try queue.close()
        } catch {
            logger.warning("the journal could not be closed", metadata: ["reason": "\(error)"])
        }
    }
}

extension DatabaseError {
    /// The log, the database, or the log's index can't grow.
    fileprivate var isOfFullDisk: Bool {
        resultCode == .SQLITE_FULL || extendedResultCode == .SQLITE_IOERR_SHMSIZE
    }
}
