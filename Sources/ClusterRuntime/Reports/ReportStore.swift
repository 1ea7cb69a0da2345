package import Articles
package import Extraction
internal import Reports
internal import ZeroMQ

/// Merges findings into reports and writes them, on a thread of its own.
///
/// All that is waiting is taken as a group: each report goes into a file of another name, is synced and named, and one
/// sync of the folder makes the names last. Only then a report is said to be written.
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
    }

    /// Bounds what one group holds in memory, and how long the first of it waits.
    private static let groupLimit = 64

    private let jobs = WorkQueue<Job>()
    private let answers: Mailbox<ReportStoreAnswer>
    private let thread: DedicatedThread

    /// - Parameters:
    ///   - isPretty: whether reports are laid out for people, or one line each.
    ///   - observer: called on the store's thread for each report, after it is on disk.
    ///   - answered: called on the store's thread when there are answers to take.
    package init(
        destination: Destination,
        model: Model,
        isPretty: Bool = true,
        observer: (@Sendable (ReportEvent) -> Void)? = nil,
        answered: @escaping @Sendable () -> Void
    ) throws(RoleError) {
        let jobs = jobs
        let answers = Mailbox<ReportStoreAnswer>(notify: answered)
        self.answers = answers
        do {
            let folder: ReportFolder? =
                if case .folder(let path) = destination { try ReportFolder(path: path) } else { nil }
            thread = try DedicatedThread(name: "reports") {
                var writer = ReportWriter(
                    folder: folder,
                    merger: ReportMerger(model: model),
                    isPretty: isPretty,
                    observer: observer
                )
                while let group = jobs.takeAll(limit: Self.groupLimit) {
                    answers.deliver(Self.perform(group, &writer))
                }
            }
        } catch {
            throw .start(reason: "\(error)")
        }
    }

    deinit { jobs.close() }

    package func write(_ outline: Outline, _ findings: [Findings?]) { jobs.add(.write(outline, findings)) }
    package func checkExistence(_ id: ArticleID) { jobs.add(.checkExistence(id)) }
    package func read(request: UInt64, _ id: ArticleID) { jobs.add(.read(request: request, id)) }

    /// The answers since the last call; never waits.
    package func takeAnswers() -> [ReportStoreAnswer] { answers.takeAll() }

    /// Does what was asked and ends the thread; returns when that is done.
    package func close() {
        jobs.close()
        thread.join()
    }

    private static func perform(_ group: [Job], _ writer: inout ReportWriter) -> [ReportStoreAnswer] {
        let writes: [(Outline, [Findings?])] = group.compactMap { job in
            if case .write(let outline, let findings) = job { (outline, findings) } else { nil }
        }
        // Reports first: a question that came after a write is answered by what was written.
        var answers = writer.write(writes)
        for job in group {
            switch job {
            case .write: break
            case .checkExistence(let id): answers.append(.existence(id, writer.exists(id)))
            case .read(let request, let id): answers.append(.read(request: request, bytes: writer.read(id)))
            }
        }
        return answers
    }
}
