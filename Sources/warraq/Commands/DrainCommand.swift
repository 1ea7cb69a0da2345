import ArgumentParser
import Cluster
import ClusterRuntime

/// `warraq drain`.
struct DrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drain",
        abstract: "Has the producer take no more articles, and waits until all that it has are reported.",
        discussion: """
            For what is easier done to a cluster that has nothing under way: moving its reports, its journal, its hosts. \
            Submissions are refused until `warraq resume`, or until the producer is started anew; that this command is \
            ended does not take it back.
            """
    )

    @OptionGroup var options: ClientOptions

    func run() throws {
        var hint = WaitingHint(at: .now)
        let count = try options.client().drain { status throws(ClientError) in
            let settled = status.reported + status.partial + status.cancelled
            if let reason = try hint.look(settled: settled, at: .now, { status }) { Terminal.complain(reason) }
        }
        Terminal.write("drained: nothing is under way; \(count) articles were finished since it began\n", to: .output)
    }
}
