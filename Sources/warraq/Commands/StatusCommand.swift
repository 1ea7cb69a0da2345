import ArgumentParser
import ClusterRuntime

/// `warraq status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says what the cluster is doing: articles, sections, workers, sink."
    )

    @OptionGroup var options: ClientOptions
    @OptionGroup var json: JSONOption

    func run() throws {
        let status = try options.client().status()
        if try json.isOn() {
            Terminal.write(try JSONText.line(status.document), to: .output)
        } else {
            let lines = status.lines(width: Terminal.Stream.output.width)
            Terminal.write(lines.joined(separator: "\n") + "\n", to: .output)
        }
    }
}
