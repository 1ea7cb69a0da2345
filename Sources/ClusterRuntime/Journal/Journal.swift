package import Cluster
internal import Glibc
package import Logging
internal import Synchronization
internal import ZeroMQ

/// The producer's memory on disk: SQLite in WAL mode with full sync, on a thread of its own.
///
/// Requests are answered in order. All that are waiting are committed as one transaction, so that a thousand small
/// submissions cost a few syncs. An answer means that it is on disk.
package final class Journal: Sendable {
    private let requests = WorkQueue<JournalRequest>()
    private let answers: Mailbox<JournalAnswer>
    private let thread: DedicatedThread

    /// Opens the journal in `folder`, which is made where it is missing, and locks it for this process.
    ///
    /// - Parameters:
    ///   - now: milliseconds since 1970.
    ///   - answered: called on the journal's thread when there are answers to take.
    package convenience init(
        folder: String,
        logger: Logger,
        now: @escaping @Sendable () -> Int64 = Journal.systemTime,
        answered: @escaping @Sendable () -> Void
    ) throws(JournalError) {
        try self.init(
            database: JournalDatabase(folder: folder, logger: logger, now: now),
            answered: answered
        )
    }

    /// A journal that nobody finds again: it is in memory as far as that is small, and in a nameless file beyond.
    package convenience init(
        temporaryWith logger: Logger,
        now: @escaping @Sendable () -> Int64 = Journal.systemTime,
        answered: @escaping @Sendable () -> Void
    ) throws(JournalError) {
        try self.init(database: JournalDatabase(temporaryWith: logger, now: now), answered: answered)
    }

    private init(database: JournalDatabase, answered: @escaping @Sendable () -> Void) throws(JournalError) {
        let requests = requests
        let answers = Mailbox<JournalAnswer>(notify: answered)
        self.answers = answers
        do {
            thread = try DedicatedThread(name: "journal") {
                while let group = requests.takeAll() { answers.deliver(database.answer(group)) }
                database.close()
            }
        } catch {
            throw .thread(reason: error.description)
        }
    }

    deinit { requests.close() }

    package func send(_ request: JournalRequest) { requests.add(request) }

    /// The answers since the last call; never waits.
    package func takeAnswers() -> [JournalAnswer] { answers.takeAll() }

    /// Answers what was asked, closes the file and unlocks the folder; returns when that is done.
    package func close() {
        requests.close()
        thread.join()
    }

    /// Milliseconds since 1970 by the system's clock.
    package static let systemTime: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
