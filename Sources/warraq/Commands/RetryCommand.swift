import ArgumentParser
import Articles
import Cluster
import ClusterRuntime

/// `warraq retry`.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Has articles computed again whose report is partial, or that were cancelled."
    )

    @Argument(help: "The articles' ids, 32 hexadecimal digits each.")
    var ids: [ArticleID]
    @OptionGroup var options: ClientOptions

    func run() throws {
        let client = try options.client()
        let chosen = try JobChoice.choose(
            ids,
            of: client,
            in: [.partial, .cancelled],
            for: "computed again",
            remedy: "if its report is gone, submit the article: the same is made"
        )
        if !chosen.ids.isEmpty { _ = try client.retry(chosen.ids) }
        try chosen.finish()
    }
}
