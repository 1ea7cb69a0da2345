import Articles
import Cluster
import Reports
import Testing
import warraq

@Suite("warraq top")
struct TopScreenTests {
    private static func status(workers: Int) -> ClusterStatus {
        var status = ClusterStatus()
        (status.name, status.uptime, status.softwareVersion) = ("host:1", 3_723_000, "1.0")
        (status.waiting, status.oldestWaiting, status.open, status.reported) = (1200, 65_000, 128, 4000)
        (status.partial, status.sectionsPending, status.sectionsInFlight) = (2, 300, 128)
        status.reportedRate = ClusterStatus.Rate(tenSeconds: 123.4, minute: 100)
        status.sectionRate = ClusterStatus.Rate(tenSeconds: 1234.5, minute: 1000)
        status.articleLatency.minute.count = 10
        status.articleLatency.minute.p50 = .milliseconds(12)
        status.articleLatency.minute.p95 = .milliseconds(3400)
        status.articleLatency.minute.p99 = .seconds(65)
        (status.journal.bytes, status.journal.free) = (34_000_000, 71_000_000_000)
        status.workers = (0..<workers).map { number in
            var worker = ClusterStatus.Worker()
            (worker.name, worker.capacity, worker.inFlight) = ("host:\(number)", 64, number % 65)
            (worker.analysed, worker.silence, worker.connected) = (UInt64(number) * 10, 120, 60_000)
            worker.rate.tenSeconds = Double(number)
            worker.failures = UInt64(number % 3)
            return worker
        }
        var sink = ClusterStatus.Sink()
        (sink.name, sink.openArticles, sink.reportsPending) = ("host:9", 128, 3)
        status.sink = sink
        var section = ClusterStatus.SectionUnderWay(id: SectionID(article: ArticleID(high: 1, low: 2), index: 3))
        (section.worker, section.age) = ("host:0", 12_000)
        status.slowestSections = Array(repeating: section, count: 8)
        let event = LogEvent(.warning, "worker is silent or stuck", ["worker": "host:7\u{1B}[2J\nنص"])
        status.events = Array(repeating: ClusterStatus.Event(event, age: 5000, count: 2), count: 32)
        return status
    }

    private func screen(workers: Int = 3, order: TopScreen.Order = .joined) -> TopScreen {
        TopScreen(status: Self.status(workers: workers), producer: "tcp://127.0.0.1:5550", order: order)
    }

    @Test("no line is wider than the window, and there are no more than it has rows")
    func fits() {
        for workers in [0, 1, 3, 400] {
            for width in [1, 2, 5, 10, 20, 39, 40, 79, 80, 120, 300] {
                for rows in [0, 1, 2, 5, 8, 12, 24, 50] {
                    let lines = screen(workers: workers).lines(width: width, rows: rows)
                    #expect(lines.count <= rows)
                    #expect(lines.allSatisfy { TerminalText.columns($0.text) <= width }, "\(width) × \(rows)")
                }
            }
        }
    }

    @Test("a window of 80 by 24 has everything in it")
    func usual() {
        let lines = screen().lines(width: 80, rows: 24).map(\.text)
        #expect(lines[0] == "warraq  tcp://127.0.0.1:5550  host:1  up 1 h 2 min")
        #expect(
            lines[1]
                == "articles  123/s  1200 waiting, oldest 1 min 5 s, 128 open, 4000 reported, 2 par…"
        )
        #expect(lines[3] == "latency   12 ms · 3.4 s · 1 min 5 s  sections none in the last minute  p50 · p9…")
        #expect(lines[4] == "cluster   3 workers  sink host:9: 128 articles, 3 reports to write")
        #expect(lines[5].hasPrefix("journal   34 MB  71 GB free"))
        let header = lines.first { $0.hasPrefix("WORKER") }
        #expect(header?.split(separator: " ").joined(separator: " ") == "WORKER /s IN FLIGHT DONE FAILED HEARD JOINED")
        #expect(lines.contains { $0.hasPrefix("host:2") && $0.contains("2/64") })
        #expect(lines.contains { $0.hasPrefix("00000000000000010000000000000002 3") && $0.contains("12 s") })
        #expect(lines.contains { $0.hasPrefix("5.0 s") && $0.contains("worker is silent or stuck (2 times)") })
    }

    @Test("what comes from outside can't move the cursor")
    func harmless() {
        for line in screen().lines(width: 300, rows: 60) {
            #expect(line.text.unicodeScalars.allSatisfy { $0.value >= 32 }, "\(line.text)")
        }
        #expect(TerminalText.fit("a\u{202E}b\u{1B}c", into: 10) == "ab c")
    }

    @Test("a narrow window keeps the columns that matter most")
    func narrow() {
        let lines = screen().lines(width: 40, rows: 24).map(\.text)
        let header = lines.first { $0.hasPrefix("WORKER") } ?? ""
        #expect(header.contains("IN FLIGHT") && !header.contains("JOINED"), "\(header)")
        let tiny = screen().lines(width: 12, rows: 24).map(\.text).first { $0.hasPrefix("WORKER") } ?? ""
        #expect(tiny.contains("/s") && !tiny.contains("DONE"), "\(tiny)")
    }

    @Test("more workers than rows are counted, and sorting shows those that matter")
    func many() {
        let lines = screen(workers: 400, order: .rate).lines(width: 100, rows: 30).map(\.text)
        let first = lines.firstIndex { $0.hasPrefix("WORKER") }.map { lines[$0 + 1] }
        #expect(first?.hasPrefix("host:399 ") == true, "\(first ?? "")")
        #expect(lines.contains { $0.hasPrefix("… and ") && $0.hasSuffix(" more") })
        let failing = screen(workers: 6, order: .failures).lines(width: 100, rows: 30).map(\.text)
        let names = failing.filter { $0.hasPrefix("host:") }.map { String($0.prefix { $0 != " " }) }
        #expect(names == ["host:2", "host:5", "host:1", "host:4", "host:0", "host:3"])
    }

    @Test("a cluster without workers and sink, and one that can't be reached, are told so")
    func broken() {
        var status = Self.status(workers: 0)
        status.sink = nil
        let screen = TopScreen(status: status, producer: "tcp://p:1", problem: "no answer; trying again")
        let lines = screen.lines(width: 80, rows: 24)
        #expect(lines[1] == TopScreen.Line("no answer; trying again", .bad))
        #expect(lines.contains { $0.text == "cluster   no workers  no sink" && $0.spans.last?.style == .bad })
    }
}

@Suite("Quantities for people")
struct QuantityTests {
    @Test(
        arguments: [
            (-5, "0 µs"), (850_000, "850 µs"), (12_000_000, "12 ms"), (3_450_000_000, "3.4 s"),
            (59_900_000_000, "59 s"),
            (312_000_000_000, "5 min 12 s"), (12_000_000_000_000, "3 h 20 min"), (187_200_000_000_000, "2 d 4 h"),
        ] as [(Int64, String)]
    )
    func spans(nanoseconds: Int64, text: String) { #expect(TimeSpan(nanoseconds: nanoseconds).short == text) }

    @Test(
        arguments: [
            (0, "0"), (0.004, "0"), (0.1, "0.10"), (9.994, "9.99"), (12.34, "12.3"), (99.96, "100.0"), (1234.6, "1235"),
            (1e300, "1000000000000000"),
        ] as [(Double, String)]
    )
    func rates(rate: Double, text: String) { #expect(rate.asRate == text) }

    @Test(
        arguments: [
            (-1, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (12_345, "12 kB"), (71_000_000_000, "71 GB"),
            (Int.max, "9223 PB"),
        ]
    )
    func bytes(count: Int, text: String) { #expect(count.asBytes == text) }
}
