package import Articles
package import Cluster
package import Extraction
internal import Reports
internal import ZeroMQ

/// Merges findings into reports and writes them, on threads of its own.
///
/// Each thread takes what is waiting as a group: each report goes into a file of another name, is synced and named, and
/// one sync of the folder makes the names last. Only then a report is said to be written. Several threads keep a
/// processor at merging while others wait for the disk, and the file system syncs for several of them at once. What
/// concerns one article is always done by the same thread, in the order of the calls; between articles there is none.
package final class ReportStore: Sendable {
    /// Where reports go.
    package enum Destination: Sendable, Equatable {
        case folder(String)
        /// Nowhere but to the observer.
        case none
    }

    private enum Job: Sendable {
        case write(Outline, [Findings?])
        case checkExistence(ArticleID)
        case read(request: UInt64, ArticleID)
        case claim(ReportsClaim)

        var article: ArticleID? {
            switch self {
            case .write(let outline, _): outline.id
            case .checkExistence(let id), .read(_, let id): id
            case .claim: nil
            }
        }
    }

    /// Bounds how long the first of a group waits for the last, and leaves something for the other threads.
    private static let groupLimit = 16
    private static let threadCount = 4

    /// One for each thread.
    private let queues: [WorkQueue<Job>]
    private let answers: Mailbox<ReportStoreAnswer>
    private let threads: [DedicatedThread]
    private let path: String?
    private let experience = ReportRoom()

    /// - Parameters:
    ///   - isPretty: whether reports are laid out for people, or one line each.
    ///   - observer: called on one of the store's threads for each report, after it is on disk.
    ///   - answered: called on one of the store's threads when there are answers to take.
    package init(
        destination: Destination,
        model: Model,
        isPretty: Bool = true,
        observer: (@Sendable (ReportEvent) -> Void)? = nil,
        metrics: ReportMetrics? = nil,
        answered: @escaping @Sendable () -> Void
    ) throws(RoleError) {
        path = if case .folder(let path) = destination { path } else { nil }
        queues = (1...Self.threadCount).map { _ in WorkQueue() }
        let answers = Mailbox<ReportStoreAnswer>(notify: answered)
        self.answers = answers
        do {
            let folder: ReportFolder? =
                if case .folder(let path) = destination { try ReportFolder(path: path) } else { nil }
            let room = experience
            threads = try queues.enumerated().map { number, jobs in
                try DedicatedThread(name: "reports \(number + 1)") {
                    var writer = ReportWriter(
                        folder: folder,
                        merger: ReportMerger(model: model),
                        isPretty: isPretty,
                        observer: observer,
                        metrics: metrics,
                        room: room
                    )
                    while let group = jobs.takeAll(limit: Self.groupLimit) {
                        answers.deliver(Self.perform(group, &writer))
                    }
                }
            }
        } catch {
            throw .start(reason: "\(error)")
        }
    }

    deinit { for queue in queues { queue.close() } }

    package func write(_ outline: Outline, _ findings: [Findings?]) { add(.write(outline, findings)) }
    package func checkExistence(_ id: ArticleID) { add(.checkExistence(id)) }
    package func read(request: UInt64, _ id: ArticleID) { add(.read(request: request, id)) }

    /// Makes the folder this sink's; nothing may be written before the first claim is answered.
    package func claim(_ claim: ReportsClaim) { add(.claim(claim)) }

    /// The folder's disk has room for the reports of so many bytes of articles; `nil` where that can't be found out.
    package var room: UInt64? { path.flatMap { Disk(at: $0) }.map { experience.articles(on: $0) } }

    /// The answers since the last call; never waits.
    package func takeAnswers() -> [ReportStoreAnswer] { answers.takeAll() }

    /// Does what was asked and ends the threads; returns when that is done.
    package func close() {
        for queue in queues { queue.close() }
        for thread in threads { thread.join() }
    }

    private func add(_ job: Job) { queues[Int((job.article?.low ?? 0) % UInt64(queues.count))].add(job) }

    private static func perform(_ group: [Job], _ writer: inout ReportWriter) -> [ReportStoreAnswer] {
        let writes: [(Outline, [Findings?])] = group.compactMap { job in
            if case .write(let outline, let findings) = job { (outline, findings) } else { nil }
        }
        // Reports first: a question that came after a write in the group is answered by what was written.
        var answers = writer.write(writes)
        for job in group {
            switch job {
            case .write: break
            case .checkExistence(let id): answers.append(.existence(id, writer.exists(id)))
            case .read(let request, let id): answers.append(.read(request: request, bytes: writer.read(id)))
            case .claim(let claim): answers.append(writer.claim(claim))
            }
        }
        return answers
    }
}
