import ArgumentParser
import Articles
import Cluster
import ClusterRuntime
import Reports

/// `warraq show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows an article: its state, and its report in short.",
        discussion: "With --report the report itself is printed, as it is on disk."
    )

    @Argument(help: "The article's id, 32 hexadecimal digits.")
    var id: ArticleID
    @Flag(inversion: .prefixedNo, help: .setting("report", "Print the whole report"))
    var report: Bool?
    @OptionGroup var options: ClientOptions
    @OptionGroup var json: JSONOption

    func validate() throws { _ = try Setting.isOn(report, "report") }

    func run() throws {
        let client = try options.client()
        guard let job = try client.job(id) else { throw CommandFailure("\(id): the producer knows no such article") }
        if try Setting.isOn(report, "report") {
            guard let bytes = try client.report(of: id) else {
                throw CommandFailure("\(id): there is no report (the article is \(job.state.label))")
            }
            return Terminal.write(bytes, to: .output)
        }
        if try json.isOn() {
            return Terminal.write(try JSONText.line(JobDocument(job)), to: .output)
        }
        Terminal.write(job.lines.joined(separator: "\n") + "\n", to: .output)
        guard job.state == .reported || job.state == .partial, let bytes = try client.report(of: id) else { return }
        Terminal.write("\n" + Summary.text(of: try ReportReader.report(from: bytes)), to: .output)
    }
}
