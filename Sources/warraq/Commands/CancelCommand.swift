import ArgumentParser
import Articles
import Cluster
import ClusterRuntime

/// `warraq cancel`.
struct CancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Gives articles up that are not reported yet.",
        discussion: "A cancelled article gets no report; `warraq retry` takes it up again."
    )

    @Argument(help: "The articles' ids, 32 hexadecimal digits each.")
    var ids: [ArticleID]
    @OptionGroup var options: ClientOptions

    func run() throws {
        let client = try options.client()
        let chosen = try JobChoice.choose(ids, of: client, in: [.waiting], for: "cancelled")
        if !chosen.ids.isEmpty { _ = try client.cancel(chosen.ids) }
        try chosen.finish()
    }
}
