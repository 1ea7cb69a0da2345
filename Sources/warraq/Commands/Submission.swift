import ArgumentParser
import Articles
import Cluster
import ClusterRuntime

/// What `warraq submit` does with a cluster: hands articles over, waits for them, fetches their reports. Counts what
/// failed on the way, each with a line of its own.
final class Submission {
    private let client: ClusterClient
    private let progress: ProgressBar
    /// Of the articles that were accepted, in input order.
    private var ids: [ArticleID] = []
    private var failures = 0

    init(client: ClusterClient, progress: ProgressBar) {
        self.client = client
        self.progress = progress
        var said: String?
        client.whenBusy = { reason in
            guard said != reason else { return }
            said = reason
            progress.complain("the producer can't take more now and is asked again: \(reason)")
        }
    }

    /// Returns when the producer has all of them on disk.
    func submit(
        _ articles: AnySequence<Result<Article, InputProblem>>,
        priority: Priority,
        printsIDs: Bool
    ) throws {
        let articles = articles.makeIterator()
        try client.submit(
            {
                while let result = articles.next() {
                    switch result {
                    case .success(let article): return article
                    case .failure(let problem): self.fail(problem.description)
                    }
                }
                return nil
            },
            priority: priority,
            outcome: { article, outcome in
                switch outcome {
                case .accepted(let acceptance):
                    self.ids.append(acceptance.id)
                    if printsIDs { Terminal.write("\(acceptance.id)\n", to: .output) }
                case .refused(let reason):
                    self.fail("\(article.name): \(reason)")
                }
            }
        )
    }

    /// Returns when all that was accepted is settled, and fetched if it is to be.
    func wait(fetchingTo output: ReportOutput?) throws {
        // An article that came twice has one report.
        var seen: Set<ArticleID> = []
        let ids = ids.filter { seen.insert($0).inserted }
        var states: [ArticleID: JobState] = [:]
        var done = 0
        var delivered = 0
        var thrown: (any Error)?
        var hint = WaitingHint(at: .now)
        // A report goes out when those before it have.
        func deliver() throws {
            while delivered < ids.count, let state = states[ids[delivered]] {
                let id = ids[delivered]
                delivered += 1
                guard let output, state == .reported || state == .partial else { continue }
                guard let report = try client.report(of: id) else {
                    fail("\(id): the report is no longer in the cluster's folder")
                    continue
                }
                try output.write(report, of: id)
            }
        }
        progress.show(done: 0, total: ids.count)
        try client.waitUntilSettled(
            ids,
            settled: { id, state in
                done += 1
                states[id] = state ?? .cancelled
                note(state, of: id)
            },
            progress: {
                do {
                    if thrown == nil { try deliver() }
                    let status = { [client] () throws(ClientError) in try client.status() }
                    if let reason = try hint.look(settled: done, at: .now, status) { progress.complain(reason) }
                } catch {
                    thrown = error
                }
                progress.show(done: done, total: ids.count, failed: failures)
            }
        )
        if let thrown { throw thrown }
        progress.finish()
    }

    private func note(_ state: JobState?, of id: ArticleID) {
        switch state {
        case .reported, .waiting: break
        case .partial: fail("\(id): the report is partial; what it lacks stands under its problems: warraq retry \(id)")
        case .cancelled: fail("\(id): the article was cancelled")
        case nil: fail("\(id): the producer no longer knows this article; submit it again")
        }
    }

    private func fail(_ message: String) {
        failures += 1
        progress.complain(message)
    }

    /// Ends with status 1 if anything failed.
    func finish() throws {
        if failures > 0 { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
