import ArgumentParser
import Articles
import Cluster
import ClusterRuntime
import Console
import Extraction
import Logging
import ZeroMQ

/// `warraq console`.
struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Shows a cluster and its reports in a browser.",
        subcommands: [ConsoleServeCommand.self, ConsoleReindexCommand.self],
        defaultSubcommand: ConsoleServeCommand.self
    )
}

/// Where the console finds reports, and keeps its index of them.
struct IndexOptions: ParsableArguments {
    private static let standardReports = "reports"
    private static let standardData = "console"

    @Option(
        help: .setting(
            "reports",
            "The folder of the reports, as the sink writes it",
            default: standardReports,
            placeholder: "dir"
        )
    )
    var reports: String?
    @Option(
        help: .setting(
            "data",
            "The folder of the console's index, made if missing; it may be deleted at any time",
            default: standardData,
            placeholder: "dir"
        )
    )
    var data: String?
    @OptionGroup var model: ModelOption
    @OptionGroup var log: LogOption

    func files() throws -> ReportFiles {
        ReportFiles(folder: try Setting.value(reports, "reports") ?? Self.standardReports)
    }

    func index(_ logger: Logger) throws -> ReportIndex {
        try ReportIndex(folder: try Setting.value(data, "data") ?? Self.standardData, logger: logger)
    }
}

/// `warraq console`, without another word.
struct ConsoleServeCommand: AsyncParsableCommand {
    static let standardListen = "http://127.0.0.1:8080"

    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the console's pages (what `warraq console` does by itself).",
        discussion: """
            Pages: the cluster as it works, the list of reports with search, each report, and what rises, falls and \
            comes together across articles. Programs find the same under /v1, described by /v1/openapi.json.

            Reports are indexed as they are written, from DIR; the index can be thrown away and is made anew. The \
            console has no passwords: whoever reaches it reads all reports. It listens on this machine alone unless told \
            otherwise; put a proxy with a login before it for others, and name the host that it goes by then \
            (--allow-host). It only shows, unless --allow-control lets it submit, retry and cancel.

            Example: warraq console --producer tcp://127.0.0.1:5550 --reports reports/ --allow-control
            """
    )

    @OptionGroup var producer: ProducerOption
    @OptionGroup var index: IndexOptions
    @Option(help: .setting("listen", "Where to listen", default: standardListen, placeholder: "address"))
    var listen: ListenAddress?
    @Flag(
        inversion: .prefixedNo,
        help: .setting("allow-control", "Let whoever reaches the console submit, retry and cancel articles")
    )
    var allowControl: Bool?
    @Option(
        help: .setting(
            "allow-host",
            "A name by which browsers ask for the console, besides addresses and localhost; several with commas",
            placeholder: "name"
        )
    )
    var allowHost: String?

    func validate() throws { _ = try address() }

    private func address() throws -> ListenAddress {
        if let chosen = try Setting.value(listen, "listen") { return chosen }
        guard let standard = ListenAddress(argument: Self.standardListen) else { throw CommandFailure("no address") }
        return standard
    }

    func run() async throws {
        try ProcessLimits.checkSpace()
        let logger = try index.log.logger("console")
        let address = try address()
        try await ConsoleServer.check(host: address.host, port: address.port)
        let model = try index.model.load()
        let files = try index.files()
        let reports = try index.index(logger)
        let feed = LiveFeed()
        let loop = try IndexLoop(index: reports, files: files, model: model, logger: logger) { ids in
            feed.send(LiveFeed.reports(ids))
        }
        let endpoint = try producer.endpoint()
        let security = try producer.plain.security(.client)
        let context = try Context()
        let makeClient: @Sendable (TimeSpan) -> ClusterClient = { patience in
            ClusterClient(
                context: context,
                producer: endpoint,
                softwareVersion: Version.text,
                patience: patience,
                security: security
            )
        }
        let desk = ClusterDesk { makeClient(.seconds(8)) }
        let pages = PageDesk()
        let watch = try ClusterWatch(feed: feed, progress: { loop.progress }) { makeClient(.seconds(4)) }
        let hosts = try Setting.value(allowHost, "allow-host") ?? ""
        let site = ConsoleSite(
            index: reports,
            loop: loop,
            files: files,
            desk: desk,
            pages: pages,
            watch: watch,
            feed: feed,
            segmentation: model.segmentation,
            allowsControl: try Setting.isOn(allowControl, "allow-control"),
            requestGuard: RequestGuard(
                allowedHosts: hosts.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) } + [
                    address.host
                ]
            ),
            softwareVersion: Version.text,
            logger: logger
        )
        let server = ConsoleServer(
            host: address.host,
            port: address.port,
            logger: logger,
            started: { port in
                logger.notice("the console listens", metadata: ["address": "http://\(address.host):\(port)"])
            },
            respond: { await site.answer($0) }
        )
        defer {
            context.shutDown()
            reports.close()
        }
        try await RoleServices.run([loop, desk, watch, pages], services: [server], logger: logger)
    }
}

/// `warraq console reindex`.
struct ConsoleReindexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex",
        abstract: "Makes the console's index anew from the report files.",
        discussion: """
            For when no console runs; one that runs does the same when asked with POST /v1/index/rebuild (and by itself \
            where the index is damaged or of another version).
            """
    )

    @OptionGroup var index: IndexOptions

    func run() async throws {
        let logger = try index.log.logger("console")
        let files = try index.files()
        let reports = try index.index(logger)
        defer { reports.close() }
        var filler = IndexFiller(index: reports, files: files, model: try index.model.load())
        let total = try filler.clear()
        let bar = ProgressBar(style: nil)
        filler.pending = { bar.show(done: max(0, total - $0), total: total) }
        try filler.lookThrough()
        bar.finish()
        let counts = try await reports.counts()
        let unreadable = counts[.unreadable] ?? 0
        let indexed = counts.values.reduce(0, +) - unreadable
        Terminal.write("\(indexed) reports indexed, \(unreadable) files unreadable\n", to: .output)
        if unreadable > 0 { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
