internal import Articles
internal import Cluster
internal import GRDB
internal import Logging
internal import Synchronization

/// What the journal keeps in memory; as it was before, when a transaction fails.
struct JournalPosition: Sendable {
    /// The highest sequence that was handed to this producer.
    var loadedThrough: Int64 = 0
    /// What the next article gets.
    var nextSequence: Int64 = 1
    /// How many articles are waiting behind ``loadedThrough``.
    var unloaded = 0
}

/// The journal's file and what it answers. Only the journal's thread asks it, after it was opened.
final class JournalDatabase: Sendable {
    private static let fileName = "journal.sqlite"

    private let path: String
    private let queue: DatabaseQueue
    /// Locked until the journal is closed; `nil` for a temporary journal.
    private let folder: Folder?
    private let position: Mutex<JournalPosition>
    private let logger: Logger
    private let now: @Sendable () -> Int64

    convenience init(folder path: String, logger: Logger, now: @escaping @Sendable () -> Int64) throws(JournalError) {
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
        try self.init(path: path + "/" + Self.fileName, folder: folder, logger: logger, now: now)
    }

    convenience init(temporaryWith logger: Logger, now: @escaping @Sendable () -> Int64) throws(JournalError) {
        try self.init(path: "", folder: nil, logger: logger, now: now)
    }

    private init(
        path: String,
        folder: Folder?,
        logger: Logger,
        now: @escaping @Sendable () -> Int64
    ) throws(JournalError) {
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.busyMode = .timeout(5)
        if folder != nil {
            configuration.journalMode = .wal
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } else {
            // Nothing of it is to survive.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        }
        let soundness = folder == nil ? nil : try JournalSoundness(path: path)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if let soundness { try queue.read { try soundness.check($0) } }
            try JournalSchema.prepare(queue, path: path)
            try soundness?.mark()
            position = Mutex(
                try queue.read { database in
                    JournalPosition(
                        nextSequence: 1
                            + (try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM articles") ?? 0),
                        unloaded: try Int.fetchOne(database, sql: "SELECT count FROM counts WHERE state = 0") ?? 0
                    )
                }
            )
        } catch {
            throw JournalError(error, path: path)
        }
        self.path = path
        self.folder = folder
        self.logger = logger
        self.now = now
    }

    /// Answers requests in order, in one transaction. If that fails, each is tried in one of its own, so that the
    /// reason meets only the request that it belongs to.
    func answer(_ requests: [JournalRequest]) -> [JournalAnswer] {
        if requests.count > 1, let answers = try? transaction(requests) { return answers }
        return requests.flatMap { request in
            do {
                return try transaction([request])
            } catch {
                let reason = JournalError(error, path: path).description
                logger.error("the journal could not do what was asked", metadata: ["reason": "\(reason)"])
                return [.failed(ticket: request.ticket, reason: reason)]
            }
        }
    }

    private func transaction(_ requests: [JournalRequest]) throws -> [JournalAnswer] {
        try position.withLock { position in
            var changed = position
            let answers = try queue.write { database in
                var transaction = JournalTransaction(
                    database: database,
                    position: changed,
                    time: now(),
                    logger: logger
                )
                let answers = try requests.map { try transaction.answer($0) }
                changed = transaction.position
                return answers
            }
            position = changed
            return answers
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

extension JournalRequest {
    var ticket: UInt64 {
        switch self {
        case .store(let ticket, _, _), .load(let ticket, _, _), .settle(let ticket, _, _), .states(let ticket, _),
            .jobs(let ticket, _, _, _), .job(let ticket, _), .retry(let ticket, _), .cancel(let ticket, _),
            .counts(let ticket):
            ticket
        }
    }
}
