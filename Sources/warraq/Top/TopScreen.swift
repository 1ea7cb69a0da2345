package import Cluster
import Reports

/// `warraq top`'s picture of a cluster: lines of text from a status and a size, and nothing else.
package struct TopScreen: Sendable {
    /// How a stretch of text is shown.
    package enum Style: Sendable, Equatable {
        case plain, bold, dim, good, warning, bad, heading
    }

    package struct Span: Sendable, Equatable {
        package var text: String
        package var style: Style
    }

    package struct Line: Sendable, Equatable {
        package var spans: [Span] = []

        package init(_ text: String = "", _ style: Style = .plain) {
            if !text.isEmpty { spans = [Span(text: TerminalText.harmless(text), style: style)] }
        }

        package var text: String { spans.map(\.text).joined() }

        static func + (line: Line, span: (String, Style)) -> Line {
            var line = line
            if !span.0.isEmpty { line.spans.append(Span(text: TerminalText.harmless(span.0), style: span.1)) }
            return line
        }

        /// At most `width` columns.
        func cut(to width: Int) -> Line {
            guard TerminalText.columns(text) > width else { return self }
            var cut = Line()
            var room = width
            for (index, span) in spans.enumerated() where room > 0 {
                let isLast = index == spans.count - 1
                // Where more follows, the last column is for the sign that something is missing.
                let fits = TerminalText.columns(span.text) <= (isLast ? room : room - 1)
                let text = fits ? span.text : TerminalText.fit(span.text + "…", into: room)
                cut = cut + (text, span.style)
                room = fits ? room - TerminalText.columns(text) : 0
            }
            return cut
        }
    }

    /// What the workers are sorted by.
    package enum Order: Sendable, CaseIterable { case joined, rate, inFlight, failures }

    package var status: ClusterStatus
    /// Where the producer is.
    package var producer: String
    /// Why the status is not of now; `nil`: it is.
    package var problem: String?
    package var order = Order.joined

    package init(status: ClusterStatus, producer: String, problem: String? = nil, order: Order = .joined) {
        self.status = status
        self.producer = producer
        self.problem = problem
        self.order = order
    }

    /// - Parameter rows: `nil` for as many as it takes.
    package func lines(width: Int, rows: Int?) -> [Line] {
        let width = max(1, width)
        let head = header(width) + [Line()]
        guard let rows else {
            return (head + workers(limit: .max, width) + slowest(limit: .max, width) + events(limit: .max, width)).map {
                $0.cut(to: width)
            }
        }
        // What is slow and what went wrong get a part of what is left; the workers get the rest.
        let room = max(0, rows - head.count)
        let blank = rows >= 24 ? [Line()] : []
        func block(_ lines: [Line]) -> [Line] { lines.isEmpty ? [] : blank + lines }
        let last = block(events(limit: min(6, room / 4), width))
        let slow = block(slowest(limit: min(6, room / 5), width))
        let table = workers(limit: max(0, room - last.count - slow.count), width)
        return (head + table + slow + last).prefix(rows).map { $0.cut(to: width) }
    }

    // MARK: The head

    private func header(_ width: Int) -> [Line] {
        var lines = [
            Line("warraq", .bold) + (
                "  \(producer)  \(status.name)  up \(TimeSpan.milliseconds(status.uptime).short)", .plain
            )
        ]
        if status.isDraining { lines[0] = lines[0] + ("  draining", .warning) }
        if let problem { lines.append(Line(problem, .bad)) }
        for (label, spans) in [articles, sections, latency, peers, disk] {
            lines.append(spans.reduce(Line(label.padded(to: 10), .dim)) { $0 + $1 })
        }
        return lines
    }

    private typealias Row = (String, [(String, Style)])

    private var articles: Row {
        let age = status.oldestWaiting.map { ", oldest \(TimeSpan.milliseconds($0).short)" } ?? ""
        return (
            "articles",
            [
                ("\(status.reportedRate.tenSeconds.asRate)/s", .bold),
                ("  \(status.waiting) waiting\(age), \(status.open) open, \(status.reported) reported", .plain),
                status.partial > 0 ? (", \(status.partial) partial", .warning) : ("", .plain),
                status.cancelled > 0 ? (", \(status.cancelled) cancelled", .plain) : ("", .plain),
                ("  in \(status.acceptedRate.tenSeconds.asRate)/s", .dim),
            ]
        )
    }

    private var sections: Row {
        (
            "sections",
            [
                ("\(status.sectionRate.tenSeconds.asRate)/s", .bold),
                ("  \(status.sectionsPending) pending, \(status.sectionsInFlight) in flight", .plain),
                status.sectionsRetried > 0 ? (", \(status.sectionsRetried) tried again", .warning) : ("", .plain),
                status.counts.sectionsGivenUp > 0
                    ? (", \(status.counts.sectionsGivenUp) given up", .bad) : ("", .plain),
                ("  last minute \(status.sectionRate.minute.asRate)/s", .dim),
            ]
        )
    }

    private var latency: Row {
        func quantiles(_ latency: ClusterStatus.Latency) -> String {
            guard latency.minute.count > 0 else { return "none in the last minute" }
            let minute = latency.minute
            return "\(minute.p50.short) · \(minute.p95.short) · \(minute.p99.short)"
        }
        return (
            "latency",
            [
                (quantiles(status.articleLatency), .bold), ("  sections ", .plain),
                (quantiles(status.sectionLatency), .plain), ("  p50 · p95 · p99", .dim),
            ]
        )
    }

    private var peers: Row {
        let workers = status.workers.count
        let count = (
            workers == 0 ? "no workers" : workers == 1 ? "1 worker" : "\(workers) workers",
            workers == 0 ? Style.bad : .bold
        )
        let lost = status.counts.workersLost
        var spans: [(String, Style)] = [count]
        if lost > 0 { spans.append((", \(lost) lost", .warning)) }
        guard let sink = status.sink else { return ("cluster", spans + [("  no sink", .bad)]) }
        spans.append(("  sink \(sink.name)", .plain))
        spans.append((": \(sink.openArticles) articles, \(sink.reportsPending) reports to write", .plain))
        if sink.isLeaving { spans.append((", leaving", .warning)) }
        return ("cluster", spans)
    }

    private var disk: Row {
        guard status.journal.free > 0 else { return ("journal", [("in memory", .plain)]) }
        let isShort = status.journal.free < 1_000_000_000
        return (
            "journal",
            [
                ("\(status.journal.bytes.asBytes)", .plain),
                ("  \(status.journal.free.asBytes) free", isShort ? .bad : .dim),
                status.counts.journalFailures > 0
                    ? ("  \(status.counts.journalFailures) failures", .bad) : ("", .plain),
                status.counts.reportsFailed > 0
                    ? ("  \(status.counts.reportsFailed) reports could not be written", .bad) : ("", .plain),
                ("  model \(status.modelDigest.prefix(8)), version \(status.softwareVersion)", .dim),
            ]
        )
    }

    // MARK: Workers

    private var sortedWorkers: [ClusterStatus.Worker] {
        // Sorting is not stable: the order of joining decides between equals.
        let numbered = status.workers.enumerated()
        func sorted(_ key: (ClusterStatus.Worker) -> Double) -> [ClusterStatus.Worker] {
            numbered.sorted { (-key($0.element), $0.offset) < (-key($1.element), $1.offset) }.map(\.element)
        }
        return switch order {
        case .joined: status.workers
        case .rate: sorted { $0.rate.tenSeconds }
        case .inFlight: sorted { Double($0.inFlight) }
        case .failures: sorted { Double($0.failures) }
        }
    }

    private func workers(limit: Int, _ width: Int) -> [Line] {
        guard limit > 1 else { return [] }
        let all = sortedWorkers
        var table = TopTable(
            ["WORKER", "/s", "IN FLIGHT", "DONE", "FAILED", "HEARD", "JOINED"],
            priorities: [0, 1, 3, 2, 4, 5, 6]
        )
        let isWhole = all.count <= limit - 1
        let shown = isWhole ? all : Array(all.prefix(max(0, limit - 2)))
        for worker in shown {
            let style: Style = worker.silence > 3000 ? .bad : worker.failures > 0 ? .warning : .plain
            table.add(
                [
                    worker.name + (worker.isLeaving ? " (leaving)" : ""), worker.rate.tenSeconds.asRate,
                    "\(worker.inFlight)/\(worker.capacity)", "\(worker.analysed)", "\(worker.failures)",
                    TimeSpan.milliseconds(worker.silence).short, TimeSpan.milliseconds(worker.connected).short,
                ],
                style
            )
        }
        var lines = table.lines(width: width)
        if !isWhole { lines.append(Line("… and \(all.count - shown.count) more", .dim)) }
        for worker in status.departedWorkers.prefix(max(0, min(4, limit - lines.count))) where worker.cause != .left {
            lines.append(
                Line(
                    "\(worker.name) \(worker.cause.name) \(TimeSpan.milliseconds(worker.ago).short) ago, "
                        + "\(worker.analysed) done",
                    .dim
                )
            )
        }
        return lines
    }

    // MARK: What is slow, what went wrong

    private func slowest(limit: Int, _ width: Int) -> [Line] {
        let sections = status.slowestSections.prefix(max(0, limit - 1))
        guard limit > 1, !sections.isEmpty else { return [] }
        var table = TopTable(["SLOWEST SECTION", "UNDER WAY", "TRIES", "WORKER"], priorities: [0, 1, 3, 2])
        for section in sections {
            table.add(
                [
                    "\(section.id.article) \(section.id.index)", TimeSpan.milliseconds(section.age).short,
                    "\(section.failedAttempts + 1)", section.worker + (section.isAnalysed ? " (done)" : ""),
                ],
                section.age > 10_000 ? .warning : .plain
            )
        }
        return table.lines(width: width)
    }

    private func events(limit: Int, _ width: Int) -> [Line] {
        let events = status.events.prefix(max(0, limit - 1))
        guard limit > 1, !events.isEmpty else { return [] }
        return [Line("WHAT HAPPENED".padded(to: width), .heading)]
            + events.map { event in
                let details = event.event.details.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
                let style: Style =
                    switch event.event.level {
                    case .error: .bad
                    case .warning: .warning
                    case .debug, .info, .notice: .plain
                    }
                return Line(TimeSpan.milliseconds(event.age).short.padded(to: 12), .dim)
                    + (event.event.message + (event.count > 1 ? " (\(event.count) times)" : ""), style)
                    + (details.isEmpty ? "" : ": " + details, .plain)
            }
    }
}
