package import Cluster
internal import Glibc
package import Logging
internal import Synchronization
internal import ZeroMQ

/// The producer's memory on disk: SQLite in WAL mode with full sync, on a thread of its own.
///
/// Requests are answered in order. All that are waiting are committed as one transaction, so that a thousand small
/// submissions cost a few syncs. An answer means that it is on disk, but for settlements, which are synced with what is
/// answered next: whatever is lost of them is settled again.
package final class Journal: Sendable {
    private enum Job: Sendable {
        case answer(JournalRequest)
        case tidy
    }

    /// Shared with the thread.
    private final class Flag: Sendable { let value = Atomic(false) }

    /// The same whenever this journal is opened, and no other's.
    package let identity: UInt64
    private let jobs = WorkQueue<Job>()
    private let isTidying = Flag()
    private let answers: Mailbox<JournalAnswer>
    private let database: JournalDatabase
    private let thread: DedicatedThread

    /// Opens the journal in `folder`, which is made where it is missing, and locks it for this process.
    ///
    /// - Parameters:
    ///   - keep: how long articles that are settled are kept, in milliseconds; `nil`: for ever.
    ///   - timer: of commits.
    ///   - now: milliseconds since 1970.
    ///   - answered: called on the journal's thread when there are answers to take.
    package convenience init(
        folder: String,
        keep: Int64? = nil,
        timer: JournalTimer? = nil,
        logger: Logger,
        now: @escaping @Sendable () -> Int64 = Journal.systemTime,
        answered: @escaping @Sendable () -> Void
    ) throws(JournalError) {
        try self.init(
            database: JournalDatabase(folder: folder, keep: keep, logger: logger, now: now),
            timer: timer,
            answered: answered
        )
    }

    /// A journal that nobody finds again: it is in memory as far as that is small, and in a nameless file beyond.
    package convenience init(
        temporaryWith logger: Logger,
        now: @escaping @Sendable () -> Int64 = Journal.systemTime,
        answered: @escaping @Sendable () -> Void
    ) throws(JournalError) {
        try self.init(database: JournalDatabase(temporaryWith: logger, now: now), timer: nil, answered: answered)
    }

    private init(
        database: JournalDatabase,
        timer: JournalTimer?,
        answered: @escaping @Sendable () -> Void
    ) throws(JournalError) {
        identity = database.identity
        let jobs = jobs
        let isTidying = isTidying
        let answers = Mailbox<JournalAnswer>(notify: answered)
        self.answers = answers
        self.database = database
        do {
            thread = try DedicatedThread(name: "journal") {
                while let group = jobs.takeAll() {
                    let requests = group.compactMap { if case .answer(let request) = $0 { request } else { nil } }
                    if !requests.isEmpty {
                        let answer = { database.answer(requests) }
                        answers.deliver(timer?.time(answer) ?? answer())
                    }
                    guard requests.count < group.count else { continue }
                    // What was asked meanwhile is answered between two steps.
                    if database.tidy() { jobs.add(.tidy) } else { isTidying.value.store(false, ordering: .releasing) }
                }
                database.close()
            }
        } catch {
            throw .thread(reason: error.description)
        }
    }

    deinit { jobs.close() }

    package func send(_ request: JournalRequest) { jobs.add(.answer(request)) }

    /// Has what was settled long ago forgotten, and free space given back; to be called now and then.
    package func tidy() {
        if !isTidying.value.exchange(true, ordering: .acquiring) { jobs.add(.tidy) }
    }

    /// The answers since the last call; never waits.
    package func takeAnswers() -> [JournalAnswer] { answers.takeAll() }

    /// How much there is of what, as of the last tidying up: it is looked at about once a second. `nil` before the first.
    package var figures: ProducerSurroundings.Journal? { database.figures }

    /// Whether the last answers were given only when they were on disk; `false` of a temporary journal.
    package var isSynced: Bool { (try? database.isSyncedAtCommit()) == true }

    /// Bytes of the articles that wait, as of the last answers.
    package var waitingBytes: Int { database.waitingBytes }

    /// Answers what was asked, closes the file and unlocks the folder; returns when that is done.
    package func close() {
        jobs.close()
        thread.join()
    }

    /// Milliseconds since 1970 by the system's clock.
    package static let systemTime: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
