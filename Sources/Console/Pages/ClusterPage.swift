internal import Reports

/// What the cluster is doing: as it is now when the page is made, and then as it goes, by the page's script.
struct ClusterPage {
    var context: PageContext
    var snapshot: LiveSnapshot
    var index: IndexLoop.Progress

    var answer: Answer {
        ConsoleFrame(context: context, title: context(.cluster), place: .cluster, isLive: true).answer { writer in
            writer.element("h1", [("class", "unseen")], text: context(.cluster))
            notices(to: &writer)
            tiles(to: &writer)
            plots(to: &writer)
            workers(to: &writer)
            writer.element("div", [("class", "pair")]) { writer in
                facts(to: &writer)
                events(to: &writer)
            }
        }
    }

    private var status: LiveStatus? { snapshot.status }

    private func notices(to writer: inout HTMLWriter) {
        writer.element("div", [("id", "notices"), ("role", "status")]) { writer in
            if let problem = snapshot.problem {
                notice(.unreachable, problem, to: &writer)
            } else if status == nil {
                notice(.connecting, to: &writer)
            }
            if let status, status.sink == nil { notice(.noSink, to: &writer) }
            if status?.isDraining == true { notice(.draining, to: &writer) }
            if let problem = index.problem { notice(.indexProblem, problem, to: &writer) }
        }
    }

    /// - Parameter reason: in the program's own words.
    private func notice(_ phrase: Phrase, _ reason: String? = nil, to writer: inout HTMLWriter) {
        writer.element("p", [("class", "notice")]) { writer in
            writer.text(context(phrase))
            guard let reason else { return }
            writer.text(": ")
            writer.element("bdi", [("dir", "ltr"), ("lang", "en")], text: reason)
        }
    }

    private func tiles(to writer: inout HTMLWriter) {
        writer.element("dl", [("class", "tiles")]) { writer in
            tile("articleRate", .articleRate, status.map { context.decimal($0.articleRate) }, to: &writer)
            tile("sectionRate", .sectionRate, status.map { context.decimal($0.sectionRate) }, to: &writer)
            tile("waiting", .backlog, status.map { context.number($0.waiting) }, note: "oldest", to: &writer)
            tile("inFlight", .inFlight, status.map { context.number($0.inFlight) }, to: &writer)
            tile("retried", .retried, status.map { context.number(Int(clamping: $0.retried)) }, to: &writer)
            let latency = status?.articleLatency
            tile("p50", .p50, latency.map { span($0.p50) }, of: .latency, to: &writer)
            tile("p95", .p95, latency.map { span($0.p95) }, of: .latency, to: &writer)
            tile("p99", .p99, latency.map { span($0.p99) }, of: .latency, to: &writer)
        }
    }

    private func span(_ milliseconds: Double) -> String { context.span(milliseconds: Int(milliseconds.rounded())) }

    private func tile(
        _ name: String,
        _ phrase: Phrase,
        _ value: String?,
        note: String? = nil,
        of whole: Phrase? = nil,
        to writer: inout HTMLWriter
    ) {
        writer.element("div", [("class", "tile")]) { writer in
            writer.element("dt") { writer in
                if let whole { writer.text(context(whole) + " ") }
                writer.element("span", text: context(phrase))
            }
            writer.element("dd", [("data-value", name)], text: value ?? "–")
            if let note { writer.element("dd", [("class", "note"), ("data-value", note)]) { _ in } }
        }
    }

    private func plots(to writer: inout HTMLWriter) {
        writer.element("section", [("class", "plots"), ("aria-labelledby", "hour")]) { writer in
            writer.element("h2", [("id", "hour")], text: context(.lastHour))
            let plots: [(name: String, title: Phrase, lines: [(String, Phrase)])] = [
                ("throughput", .throughput, [("sectionRate", .sectionRate), ("articleRate", .articleRate)]),
                ("backlog", .backlog, [("waiting", .backlog)]),
                ("flight", .inFlight, [("inFlight", .inFlight)]),
                ("latency", .latency, [("p99", .p99), ("p95", .p95), ("p50", .p50)]),
            ]
            for plot in plots {
                writer.element("figure", [("class", "plot"), ("data-plot", plot.name)]) { writer in
                    writer.element("figcaption") { writer in
                        writer.element("span", [("class", "name")], text: context(plot.title))
                        for (index, line) in plot.lines.enumerated() where plot.lines.count > 1 {
                            writer.element(
                                "span",
                                [("class", "key line\(index + 1)"), ("data-line", line.0)],
                                text: context(line.1)
                            )
                        }
                    }
                    writer.element(
                        "svg",
                        [
                            ("viewBox", "0 0 480 150"), ("role", "img"), ("preserveAspectRatio", "none"),
                            ("aria-label", "\(context(plot.title)): \(context(.lastHour))"),
                        ]
                    ) { _ in }
                    writer.element("span", [("class", "top"), ("data-top", "")]) { _ in }
                    writer.element("p", [("class", "axis")]) { writer in
                        writer.element("bdi", text: "−" + context.span(milliseconds: 3_600_000))
                        writer.element("span", text: context(.now))
                    }
                }
            }
        }
    }

    private func workers(to writer: inout HTMLWriter) {
        let columns: [Phrase] = [.worker, .rate, .inFlight, .analysed, .failures, .age, .lastBeat]
        writer.element("section", [("aria-labelledby", "workers-title")]) { writer in
            writer.element("h2", [("id", "workers-title")]) { writer in
                writer.text(context(.workers) + " ")
                writer.element(
                    "span",
                    [("class", "count"), ("data-value", "workers")],
                    text: "\(status?.workers.count ?? 0)"
                )
            }
            writer.element(
                "div",
                [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "workers-title")]
            ) { writer in
                writer.element("table") { writer in
                    writer.element("thead") { writer in
                        writer.element("tr") { writer in
                            for column in columns { writer.element("th", [("scope", "col")], text: context(column)) }
                        }
                    }
                    writer.element("tbody", [("id", "workers")]) { writer in
                        for worker in status?.workers ?? [] { row(worker, to: &writer) }
                    }
                }
            }
            var attributes: HTMLWriter.Attributes = [("class", "hint"), ("id", "no-workers")]
            if status?.workers.isEmpty == false { attributes.append(("hidden", "")) }
            writer.element("p", attributes, text: context(.noWorkers))
        }
    }

    private func row(_ worker: LiveStatus.Worker, to writer: inout HTMLWriter) {
        writer.element("tr") { writer in
            writer.element("th", [("scope", "row")]) { writer in
                writer.element("bdi", text: worker.name)
                if worker.isLeaving { writer.element("span", [("class", "badge")], text: context(.leaving)) }
            }
            let cells = [
                context.decimal(worker.rate), "\(worker.inFlight)/\(worker.capacity)",
                context.number(Int(clamping: worker.analysed)), context.number(Int(clamping: worker.failures)),
                worker.connected.map { context.span(milliseconds: $0) } ?? "–",
                context.span(milliseconds: worker.silence),
            ]
            for cell in cells { writer.element("td", text: cell) }
        }
    }

    private func facts(to writer: inout HTMLWriter) {
        writer.element("section", [("aria-labelledby", "facts-title")]) { writer in
            writer.element("h2", [("id", "facts-title")], text: context(.producer))
            writer.element("dl", [("class", "facts")]) { writer in
                fact(.producer, "producer", status?.producer, to: &writer)
                fact(.sink, "sink", status?.sink.map { "\($0.name) \($0.endpoint ?? "")" }, to: &writer)
                fact(.uptime, "uptime", status?.uptime.map { context.span(milliseconds: $0) }, to: &writer)
                fact(.version, "version", status?.version, to: &writer)
                fact(.model, "model", status.map { String($0.model.prefix(12)) }, to: &writer)
                fact(.reported, "reported", status.map { context.number($0.reported) }, to: &writer)
                fact(
                    .partial,
                    "partial",
                    status.map { context.number($0.partial) },
                    link: "/articles?state=partial",
                    to: &writer
                )
                fact(
                    .waiting,
                    "waitingArticles",
                    status.map { context.number($0.waiting) },
                    link: "/articles?state=waiting",
                    to: &writer
                )
                fact(
                    .cancelled,
                    "cancelled",
                    status.map { context.number($0.cancelled) },
                    link: "/articles?state=cancelled",
                    to: &writer
                )
                fact(.pending, "pending", status.map { context.number($0.pending) }, to: &writer)
                fact(.indexing, "indexPending", context.number(index.pending), to: &writer)
            }
        }
    }

    private func fact(
        _ phrase: Phrase,
        _ name: String,
        _ value: String?,
        link: String? = nil,
        to writer: inout HTMLWriter
    ) {
        writer.element("div") { writer in
            writer.element("dt") { writer in
                if let link {
                    writer.element("a", [("href", link)], text: context(phrase))
                } else {
                    writer.text(context(phrase))
                }
            }
            writer.element("dd", [("data-value", name), ("dir", "auto")], text: value ?? "–")
        }
    }

    private func events(to writer: inout HTMLWriter) {
        writer.element("section", [("aria-labelledby", "events-title")]) { writer in
            writer.element("h2", [("id", "events-title")], text: context(.events))
            writer.element("ul", [("class", "events"), ("id", "events")]) { writer in
                for event in status?.events ?? [] {
                    writer.element("li", [("class", event.level), ("dir", "ltr")]) { writer in
                        writer.element("span", [("class", "ago")], text: context.span(milliseconds: event.age))
                        writer.element(
                            "span",
                            text: event.message + (event.details.isEmpty ? "" : " (\(event.details))")
                        )
                        if event.count > 1 { writer.element("span", [("class", "count")], text: "× \(event.count)") }
                    }
                }
            }
            var attributes: HTMLWriter.Attributes = [("class", "hint"), ("id", "no-events")]
            if status?.events.isEmpty == false { attributes.append(("hidden", "")) }
            writer.element("p", attributes, text: context(.noEvents))
        }
    }
}
