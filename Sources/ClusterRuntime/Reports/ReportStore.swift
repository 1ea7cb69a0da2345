package import Articles
package import Cluster
internal import Dispatch
package import Extraction
internal import Glibc
internal import Reports
internal import Synchronization
internal import ZeroMQ

/// Merges findings into reports and writes them, on threads of its own.
///
/// Several threads merge; what they have made goes to one thread for the disk, which writes what is there as a group:
/// each report goes into a file of another name, is synced and named, and one sync of the folder makes the names last.
/// Only then a report is said to be written. What is synced together costs a fraction of what it costs alone, so a group
/// waits some milliseconds for others while there are articles that are about to be finished; one that comes alone waits
/// for nothing. What concerns one article is done in the order of the calls; between articles there is none.
package final class ReportStore: Sendable {
    /// Where reports go.
    package enum Destination: Sendable, Equatable {
        case folder(String)
        /// Nowhere but to the observer.
        case none
    }

    private enum Job: Sendable {
        case write(Outline, [Findings?])
        case ask(Question)

        var article: ArticleID? {
            switch self {
            case .write(let outline, _): outline.id
            case .ask(let question): question.article
            }
        }
    }

    private enum Question: Sendable {
        case wholeness(ArticleID)
        case read(request: UInt64, ArticleID)
        case claim(ReportsClaim)

        var article: ArticleID? {
            switch self {
            case .wholeness(let id), .read(_, let id): id
            case .claim: nil
            }
        }
    }

    /// For the disk's thread.
    private enum Task: Sendable {
        case write(MadeReport)
        case ask(Question)
    }

    private static let mostMergers = 4
    /// Bounds what is lost with a group that can't be written, and how long its first report waits for its last.
    private static let groupLimit = 64
    /// So many reports are worth a group; with fewer, others are waited for.
    private static let enough = 24
    private static let longestWait = DispatchTimeInterval.milliseconds(10)

    /// One for each merging thread.
    private let merging: [WorkQueue<Job>]
    private let disk: WorkQueue<Task>
    private let traffic: Traffic
    private let answers: Mailbox<ReportStoreAnswer>
    private let mergers: [DedicatedThread]
    private let writer: DedicatedThread
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
        let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        merging = (0..<min(processors, Self.mostMergers)).map { _ in WorkQueue() }
        let (disk, traffic) = (WorkQueue<Task>(), Traffic(mergers: merging.count))
        let answers = Mailbox<ReportStoreAnswer>(notify: answered)
        (self.disk, self.traffic, self.answers) = (disk, traffic, answers)
        do {
            let folder: ReportFolder? =
                if case .folder(let path) = destination { try ReportFolder(path: path) } else { nil }
            let room = experience
            mergers = try merging.enumerated().map { number, jobs in
                try DedicatedThread(name: "merge \(number + 1)") {
                    var maker = ReportMaker(merger: ReportMerger(model: model), isPretty: isPretty, metrics: metrics)
                    while let group = jobs.takeAll(limit: 1) {
                        for job in group { Self.perform(job, &maker, disk, traffic) }
                    }
                    if traffic.mergers.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { disk.close() }
                }
            }
            writer = try DedicatedThread(name: "reports") {
                let writer = ReportWriter(
                    folder: folder,
                    model: Report.ModelName(model),
                    observer: observer,
                    metrics: metrics,
                    room: room
                )
                // What is not synced is not worth waiting for.
                while let group = folder == nil ? disk.takeAll() : Self.group(disk, traffic) {
                    answers.deliver(Self.perform(group, writer))
                }
            }
        } catch {
            for queue in merging { queue.close() }
            throw .start(reason: "\(error)")
        }
    }

    deinit { for queue in merging { queue.close() } }

    package func write(_ outline: Outline, _ findings: [Findings?]) {
        traffic.merging.add(1, ordering: .relaxed)
        add(.write(outline, findings))
    }

    /// Asks whether there is a report of the article that is whole and of this store's model.
    package func lookForWholeReport(of id: ArticleID) { add(.ask(.wholeness(id))) }
    package func read(request: UInt64, _ id: ArticleID) { add(.ask(.read(request: request, id))) }

    /// Makes the folder this sink's; nothing may be written before the first claim is answered.
    package func claim(_ claim: ReportsClaim) { add(.ask(.claim(claim))) }

    /// Says for how many articles findings are still awaited: while there are some, reports wait a little for others.
    package func expect(_ articles: Int) { traffic.gathering.store(articles, ordering: .relaxed) }

    /// The folder's disk has room for the reports of so many bytes of articles; `nil` where that can't be found out.
    package var room: UInt64? { path.flatMap { Disk(at: $0) }.map { experience.articles(on: $0) } }

    /// The answers since the last call; never waits.
    package func takeAnswers() -> [ReportStoreAnswer] { answers.takeAll() }

    /// Does what was asked and ends the threads; returns when that is done.
    package func close() {
        for queue in merging { queue.close() }
        for merger in mergers { merger.join() }
        writer.join()
    }

    private func add(_ job: Job) { merging[Int((job.article?.low ?? 0) % UInt64(merging.count))].add(job) }

    private static func perform(_ job: Job, _ maker: inout ReportMaker, _ disk: WorkQueue<Task>, _ traffic: Traffic) {
        switch job {
        case .write(let outline, let findings):
            let report = maker.make(outline, findings)
            traffic.merging.subtract(1, ordering: .relaxed)
            disk.add(.write(report))
        case .ask(let question): disk.add(.ask(question))
        }
    }

    /// What is written together.
    private static func group(_ disk: WorkQueue<Task>, _ traffic: Traffic) -> [Task]? {
        guard var group = disk.takeAll(limit: groupLimit) else { return nil }
        let end = DispatchTime.now() + longestWait
        while group.count < enough, traffic.isComing {
            guard let more = disk.takeAll(limit: groupLimit - group.count, until: end), !more.isEmpty else { break }
            group += more
        }
        return group
    }

    private static func perform(_ group: [Task], _ writer: ReportWriter) -> [ReportStoreAnswer] {
        // Reports first: a question that came after a write in the group is answered by what was written.
        var answers = writer.write(group.compactMap { if case .write(let report) = $0 { report } else { nil } })
        for case .ask(let question) in group {
            switch question {
            case .wholeness(let id): answers.append(.whole(id, writer.hasWholeReport(of: id)))
            case .read(let request, let id): answers.append(writer.read(id, for: request))
            case .claim(let claim): answers.append(writer.claim(claim))
            }
        }
        return answers
    }

    /// What is on its way to the disk.
    private final class Traffic: Sendable {
        /// Threads that have not ended; the last closes the disk's queue.
        let mergers: Atomic<Int>
        /// Articles whose findings are being merged, or wait for that.
        let merging = Atomic<Int>(0)
        /// Articles whose findings are awaited.
        let gathering = Atomic<Int>(0)

        init(mergers: Int) {
            self.mergers = Atomic(mergers)
        }

        var isComing: Bool { merging.load(ordering: .relaxed) > 0 || gathering.load(ordering: .relaxed) > 0 }
    }
}
