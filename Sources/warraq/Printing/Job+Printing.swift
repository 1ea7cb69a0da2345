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

    init(_ job: Job) {
        id = job.id.description
        state = job.state.label
        title = job.title
        source = job.source
        submitted = Moment.text(millisecondsSince1970: job.submittedAt)
        settled = job.settledAt.map { Moment.text(millisecondsSince1970: $0) }
        missingSections = job.missingSections
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
        if missingSections > 0 { lines.append("missing    \(missingSections) sections: warraq retry \(id)") }
        return lines
    }

    /// A table of jobs, a row each.
    static func table(_ jobs: [Job]) -> Table {
        var table = Table(["ID", "STATE", "SUBMITTED", "ARTICLE"])
        for job in jobs {
            let name = [job.title, job.source].compactMap { $0 }.first ?? ""
            table.rows.append([
                job.id.description, job.state.label, Moment.text(millisecondsSince1970: job.submittedAt), name,
            ])
        }
        return table
    }
}
