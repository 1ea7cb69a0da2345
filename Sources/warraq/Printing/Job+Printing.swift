import Articles
package import Cluster
import Reports

extension JobState {
    static var labels: String { allCases.map(\.label).joined(separator: ", ") }
}

/// A ``Job`` as JSON.
struct JobDocument: Encodable, Sendable {
    var id: String
    var state: String
    var title: String?
    var source: String?
    var submitted: String
    var settled: String?
    var missingSections: Int
    /// What has gone wrong with one that waits; absent where nothing has.
    var trouble: Job.Trouble?

    init(_ job: Job) {
        id = job.id.description
        state = job.state.label
        title = job.title
        source = job.source
        submitted = Moment.text(millisecondsSince1970: job.submittedAt)
        settled = job.settledAt.map { Moment.text(millisecondsSince1970: $0) }
        missingSections = job.missingSections
        trouble = job.trouble.ifAny
    }
}

extension Job.Trouble {
    /// For a person; `nil` where there is none.
    package var text: String? {
        var parts: [String] = []
        if sinkDeaths > 0 { parts.append(sinkDeaths == 1 ? "a sink died with it" : "\(sinkDeaths) sinks died with it") }
        if failedAttempts > 0 {
            let times = failedAttempts == 1 ? "once" : "\(failedAttempts) times"
            parts.append("workers failed with it \(times)")
        }
        if pause > 0 { parts.append("tried again in \(TimeSpan.milliseconds(pause).short)") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Job {
    /// For a person.
    package var lines: [String] {
        var lines = [
            "article    \(id)", "state      \(state.label)",
            "submitted  \(Moment.text(millisecondsSince1970: submittedAt))",
        ]
        if let settledAt { lines.append("settled    \(Moment.text(millisecondsSince1970: settledAt))") }
        if let title { lines.append("title      \(TerminalText.harmless(title))") }
        if let source { lines.append("source     \(TerminalText.harmless(source))") }
        if let trouble = trouble.text { lines.append("trouble    \(trouble)") }
        if missingSections > 0 { lines.append("missing    \(missingSections) sections: warraq retry \(id)") }
        return lines
    }

    /// A table of jobs, a row each.
    package static func table(_ jobs: [Job]) -> Table {
        var table = Table(["ID", "STATE", "SUBMITTED", "ARTICLE"])
        for job in jobs {
            let name = [job.title, job.source].compactMap { $0 }.first ?? ""
            let state = [job.state.label, job.trouble.text].compactMap { $0 }.joined(separator: ": ")
            table.rows.append([
                job.id.description, state, Moment.text(millisecondsSince1970: job.submittedAt), name,
            ])
        }
        return table
    }
}
