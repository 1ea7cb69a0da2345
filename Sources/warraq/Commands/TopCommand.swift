import ArgumentParser
import Cluster
import ClusterRuntime
import Glibc
import Reports

/// `warraq top`.
struct TopCommand: ParsableCommand {
    private static let standardInterval = Span(milliseconds: 1000)

    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Watches the cluster: rates, backlog, workers, what is slow, what went wrong.",
        discussion: """
            Keys: q ends it, s sorts the workers by another column (joined, rate, in flight, failures).

            Where standard output is no terminal, and with --once, the cluster is shown once, as plain text; programs \
            read `warraq status --json`.
            """
    )

    @OptionGroup var options: ClientOptions
    @Option(help: .setting("every", "How often to look", default: "1s", placeholder: "time"))
    var every: Span?
    @Flag(inversion: .prefixedNo, help: .setting("once", "Show the cluster once and end"))
    var once: Bool?

    func validate() throws {
        _ = try interval()
        _ = try Setting.isOn(once, "once")
    }

    private func interval() throws -> TimeSpan {
        let span = try Setting.value(every, "every") ?? Self.standardInterval
        guard (100...3_600_000).contains(span.milliseconds) else {
            throw ValidationError("--every must be from 0.1s to 1h")
        }
        return .milliseconds(Int(span.milliseconds))
    }

    func run() throws {
        let endpoint = try options.producer.endpoint().description
        let isTerminal = Terminal.Stream.output.isInteractive && isatty(STDIN_FILENO) == 1
        guard try !Setting.isOn(once, "once"), isTerminal else {
            let screen = TopScreen(status: try options.client().status(), producer: endpoint)
            let width = Terminal.Stream.output.isInteractive ? Terminal.Stream.output.width : 160
            for line in screen.lines(width: width, rows: nil) {
                Terminal.write(line.text.withoutTail + "\n", to: .output)
            }
            return
        }
        let watch = try StatusWatch()
        // Checked here, so that what is wrong with the keys is an error and no screen.
        _ = try options.client()
        try watch.start(every: interval()) { [options] in try options.client() }
        defer { watch.stop() }
        try show(watch, endpoint)
    }

    private func show(_ watch: StatusWatch, _ endpoint: String) throws {
        let screen = try FullScreen()
        let isColoured = getenv("NO_COLOR") == nil
        var order = TopScreen.Order.joined
        while true {
            let (width, rows) = screen.size
            let news = watch.latest
            if let status = news.status {
                let top = TopScreen(status: status, producer: endpoint, problem: news.problem, order: order)
                screen.draw(top.lines(width: width, rows: rows), isColoured: isColoured)
            } else {
                let text = news.problem ?? "asking \(endpoint) …"
                screen.draw([TopScreen.Line(TerminalText.fit(text, into: width))], isColoured: isColoured)
            }
            switch screen.next(watch.wakeUp) {
            case .key(UInt8(ascii: "q")), .key(UInt8(ascii: "Q")), .key(3), .key(4), .end: return
            case .key(UInt8(ascii: "s")): order = order.next
            case .key(26): screen.suspend()
            case .key, .resized, .news: break
            }
        }
    }
}

extension TopScreen.Order {
    /// The one after it, round and round.
    fileprivate var next: Self {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}

extension String {
    fileprivate var withoutTail: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
