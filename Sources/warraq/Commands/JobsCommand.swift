import ArgumentParser
import Cluster
import ClusterRuntime

/// `warraq jobs`.
struct JobsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "Lists the articles that the producer knows, newest first."
    )

    @Option(
        help: .setting("state", "Only those that are \(JobState.labels)", placeholder: "state"),
        transform: { text in
            guard let state = JobState(label: text) else {
                throw ValidationError("'\(text)' is not \(JobState.labels)")
            }
            return state
        }
    )
    var state: JobState?
    @Option(help: .setting("limit", "How many at most; 0 for all", default: "50", placeholder: "n"))
    var limit: Int?
    @OptionGroup var options: ClientOptions
    @OptionGroup var json: JSONOption

    func validate() throws {
        _ = try count()
        _ = try chosenState()
    }

    private func count() throws -> Int {
        let count = try Setting.value(limit, "limit") ?? 50
        guard count >= 0 else { throw ValidationError("--limit must be 0 or more, not \(count)") }
        return count == 0 ? .max : count
    }

    private func chosenState() throws -> JobState? {
        guard state == nil, let label = try Setting.value(String?.none, "state") else { return state }
        guard let state = JobState(label: label) else {
            throw ValidationError("\(Setting.variable("state")) can't be '\(label)' (it can be: \(JobState.labels))")
        }
        return state
    }

    func run() throws {
        let client = try options.client()
        let (count, state, isJSON) = (try count(), try chosenState(), try json.isOn())
        var (listed, last) = (0, UInt64?.none)
        while listed < count {
            let limit = min(count - listed, ClusterLimits.jobsPerPage)
            // A producer that does not say where a page ends counts from the newest.
            let page = try client.jobs(state: state, before: last, offset: last == nil ? listed : 0, limit: limit)
            if isJSON {
                for job in page.jobs { Terminal.write(try JSONText.line(JobDocument(job)), to: .output) }
            } else {
                let table = Job.table(page.jobs).lines(width: Terminal.Stream.output.width)
                let lines = table.dropFirst(listed == 0 ? 0 : 1)
                if !lines.isEmpty { Terminal.write(lines.joined(separator: "\n") + "\n", to: .output) }
            }
            (listed, last) = (listed + page.jobs.count, page.last)
            if page.jobs.count < limit { break }
        }
    }
}
