import ArgumentParser
import Articles
import Cluster
import ClusterRuntime

/// Of the articles that were named, those that a command applies to; the others cost a line each.
struct JobChoice {
    var ids: [ArticleID] = []
    var left = 0

    /// - Parameters:
    ///   - purpose: what the command does to them: «cancelled».
    ///   - remedy: what else may be done with those that are reported.
    static func choose(
        _ ids: [ArticleID],
        of client: ClusterClient,
        in states: Set<JobState>,
        for purpose: String,
        remedy: String? = nil
    ) throws -> JobChoice {
        var choice = JobChoice()
        for id in ids {
            switch try client.job(id)?.state {
            case nil:
                Terminal.complain("\(id): the producer knows no such article")
                choice.left += 1
            case let state? where states.contains(state):
                choice.ids.append(id)
            case let state?:
                let isDone = state == .cancelled && !states.contains(.cancelled)
                let advice = state == .reported ? remedy.map { "; \($0)" } ?? "" : ""
                let refusal = "it is \(state.label), and can't be \(purpose)" + advice
                Terminal.complain("\(id): " + (isDone ? "it is cancelled already" : refusal))
                choice.left += 1
            }
        }
        return choice
    }

    /// Ends with status 1 if the command did not apply to all.
    func finish() throws {
        if left > 0 { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
