import Cluster
import ClusterRuntime
import CoreMetrics
import Logging
import MetricsTestKit
import TestSupport
import Testing

@Suite("Metrics for Prometheus")
struct PrometheusTests {
    private func scrape(_ fill: (PrometheusRegistry) -> Void) -> String {
        let registry = PrometheusRegistry()
        fill(registry)
        return registry.text
    }

    @Test("counters, gauges and histograms are written as the format has it")
    func golden() {
        let text = scrape { registry in
            Counter(label: "b_total", dimensions: [("x", "1"), ("a", "2")], factory: registry).increment(by: 3)
            Counter(label: "b_total", dimensions: [("a", "2"), ("x", "1")], factory: registry).increment()
            Counter(label: "b_total", dimensions: [], factory: registry).increment(by: 0)
            Meter(label: "a_bytes", dimensions: [], factory: registry).set(1.5)
            Gauge(label: "c", dimensions: [], factory: registry).record(-7)
            let timer = CoreMetrics.Timer(
                label: "warraq_producer_journal_commit_seconds",
                dimensions: [],
                factory: registry
            )
            for milliseconds in [1, 3, 700, 60_000] { timer.recordMilliseconds(milliseconds) }
        }
        #expect(
            text == """
                # HELP a_bytes a_bytes
                # TYPE a_bytes gauge
                a_bytes 1.5
                # HELP b_total b_total
                # TYPE b_total counter
                b_total 0
                b_total{a="2",x="1"} 4
                # HELP c c
                # TYPE c gauge
                c -7
                # HELP warraq_producer_journal_commit_seconds Time of one commit of the journal, which may hold many requests.
                # TYPE warraq_producer_journal_commit_seconds histogram
                warraq_producer_journal_commit_seconds_bucket{le="0.0005"} 0
                warraq_producer_journal_commit_seconds_bucket{le="0.001"} 1
                warraq_producer_journal_commit_seconds_bucket{le="0.0025"} 1
                warraq_producer_journal_commit_seconds_bucket{le="0.005"} 2
                warraq_producer_journal_commit_seconds_bucket{le="0.01"} 2
                warraq_producer_journal_commit_seconds_bucket{le="0.025"} 2
                warraq_producer_journal_commit_seconds_bucket{le="0.05"} 2
                warraq_producer_journal_commit_seconds_bucket{le="0.1"} 2
                warraq_producer_journal_commit_seconds_bucket{le="0.25"} 2
                warraq_producer_journal_commit_seconds_bucket{le="0.5"} 2
                warraq_producer_journal_commit_seconds_bucket{le="1"} 3
                warraq_producer_journal_commit_seconds_bucket{le="2.5"} 3
                warraq_producer_journal_commit_seconds_bucket{le="5"} 3
                warraq_producer_journal_commit_seconds_bucket{le="10"} 3
                warraq_producer_journal_commit_seconds_bucket{le="+Inf"} 4
                warraq_producer_journal_commit_seconds_sum 60.704
                warraq_producer_journal_commit_seconds_count 4

                """
        )
    }

    @Test("names and labels are made valid, and values of labels escaped")
    func names() {
        let text = scrape { registry in
            let label = [("le-vel", "a\"b\\c\nd"), ("9", "ورّاق")]
            Counter(label: "1 bad.name", dimensions: label, factory: registry).increment()
            Meter(label: "", dimensions: [], factory: registry).set(Double.infinity)
            Meter(label: "nan", dimensions: [], factory: registry).set(Double.nan)
        }
        #expect(text.contains("\n_1_bad_name{_9=\"ورّاق\",le_vel=\"a\\\"b\\\\c\\nd\"} 1\n"))
        #expect(text.contains("\n_ +Inf\n") && text.contains("\nnan NaN\n"))
    }

    @Test("labels without end, a name of two kinds, and numbers that go down harm nothing")
    func bounds() {
        let text = scrape { registry in
            for number in 0..<1000 {
                Counter(label: "many_total", dimensions: [("n", "\(number)")], factory: registry).increment()
            }
            Counter(label: "twice", dimensions: [], factory: registry).increment()
            Meter(label: "twice", dimensions: [], factory: registry).set(9)
            for number in 0..<2000 { Counter(label: "name\(number)", dimensions: [], factory: registry).increment() }
            let counter = FloatingPointCounter(label: "down_total", dimensions: [], factory: registry)
            counter.increment(by: 1.25)
            counter.increment(by: -4.0)
            counter.increment(by: Double.nan)
        }
        #expect(text.split(separator: "\n").count { $0.hasPrefix("many_total{") } == PrometheusRegistry.seriesOfName)
        #expect(text.contains("\ntwice 1\n"))
        #expect(text.split(separator: "\n").count < 2000)
    }

    @Test("what several threads add at once is all there")
    func threads() async {
        let registry = PrometheusRegistry()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let counter = Counter(label: "a_total", dimensions: [], factory: registry)
                    let timer = CoreMetrics.Timer(label: "b_seconds", dimensions: [], factory: registry)
                    let meter = Meter(label: "c", dimensions: [], factory: registry)
                    for _ in 0..<5000 {
                        counter.increment()
                        timer.recordNanoseconds(500_000)
                        meter.increment(by: 2.0)
                        meter.decrement(by: 1.0)
                    }
                }
            }
        }
        let text = registry.text
        #expect(text.contains("\na_total 20000\n"))
        #expect(text.contains("\nb_seconds_count 20000\n") && text.contains("\nb_seconds_bucket{le=\"0.001\"} 20000\n"))
        #expect(text.contains("\nc 20000\n"))
    }

    @Test("the catalogue keeps to Prometheus's conventions, and promtool finds nothing to complain of")
    func catalogue() throws {
        #expect(Set(MetricCatalogue.all.map(\.name)).count == MetricCatalogue.all.count)
        for metric in MetricCatalogue.all {
            #expect((metric.kind == .counter) == metric.name.hasSuffix("_total"), "\(metric.name)")
            #expect((metric.kind == .histogram) == !metric.buckets.isEmpty, "\(metric.name)")
            #expect(metric.buckets == metric.buckets.sorted() && metric.help.hasSuffix("."), "\(metric.name)")
        }
        let text = scrape { registry in
            for metric in MetricCatalogue.all {
                switch metric.kind {
                case .counter: Counter(label: metric.name, dimensions: [], factory: registry).increment()
                case .gauge: Meter(label: metric.name, dimensions: [], factory: registry).set(1.0)
                case .histogram:
                    CoreMetrics.Timer(label: metric.name, dimensions: [], factory: registry).recordSeconds(1)
                }
            }
        }
        let verdict = try OutsideTool.run("promtool", ["check", "metrics"], input: text)
        #expect(verdict.status == 0 && verdict.output == "", "\(verdict.output)")
    }

    @Test("health says what is lacking, and when a loop hangs")
    func health() {
        let observation = RoleObservation(softwareVersion: "1", modelDigest: "m")
        func answer(_ path: String, after span: TimeSpan = .zero) -> MonitorResponse {
            observation.answer(MonitorRequest(method: .get, path: path), at: Self.now + span)
        }
        #expect(answer("/health/live").status == 200)
        #expect(answer("/health/ready") == MonitorResponse(status: 503, body: "starting\n"))
        let loop = observation.loop("worker 1", at: Self.now)
        #expect(answer("/health/ready").body == "worker 1: starting\n")
        loop.ticked(lack: nil, LoopStats(["queue": ["pending": 2]]), at: Self.now)
        observation.loop("worker 2", at: Self.now)
            .ticked(lack: nil, LoopStats(["queue": ["pending": 3, "inFlight": 1]]), at: Self.now)
        #expect(answer("/health/ready") == MonitorResponse(body: "ok\n"))
        #expect(answer("/stats.json").body == "{\"queue\":{\"inFlight\":1,\"pending\":5}}\n")
        #expect(answer("/health/live", after: .seconds(29)).status == 200)
        let hung = answer("/health/live", after: .seconds(31))
        #expect(hung.status == 503 && hung.body.hasPrefix("worker 1 has done nothing for 31 s\n"))
        #expect(answer("/health/ready", after: .seconds(31)).status == 503)
        loop.ticked(lack: "shutting down", LoopStats(), at: Self.now)
        #expect(answer("/health/ready").body == "worker 1: shutting down\n")
        #expect(answer("/nothing").status == 404)
    }

    private static let now = Instant(nanoseconds: 1 << 50)

    @Test("what is logged is counted by its level")
    func logging() {
        let observation = RoleObservation(softwareVersion: "1", modelDigest: "m")
        let logger = observation.counting(Logger(label: "a") { StreamLogHandler.standardError(label: $0) })
        logger.warning("one")
        logger.warning("two")
        logger.info("three")
        #expect(observation.metrics.contains("\nwarraq_log_messages_total{level=\"warning\"} 2\n"))
        #expect(!observation.metrics.contains("level=\"info\""))
    }

    @Test("the producer's metrics follow its state machine")
    func producer() throws {
        let metrics = TestMetrics()
        let health = RoleObservation(softwareVersion: "", modelDigest: "").loop("producer", at: Self.now)
        var producer = ProducerMetrics(metrics, health: health)
        var machine = ProducerStateMachine(
            incarnation: 1,
            journal: 1,
            introduction: Introduction(name: "p", protocolVersion: 1, softwareVersion: "1", modelDigest: "m"),
            configuration: ClusterConfiguration(),
            at: Self.now,
            split: { _, _ in fatalError("nothing is split") }
        )
        _ = machine.start(at: Self.now)
        machine.surroundings.messagesUnreadable = 5
        var journal = ProducerSurroundings.Journal()
        (journal.waiting, journal.oldestWaiting) = (12, 2500)
        machine.surroundings.journal = journal
        producer.update(from: machine, at: Self.now)
        machine.surroundings.messagesUnreadable = 7
        producer.update(from: machine, at: Self.now)
        producer.update(from: machine, at: Self.now)
        func value(_ name: String, _ labels: [(String, String)] = []) throws -> Double? {
            try metrics.expectMeter(name, labels).lastValue
        }
        #expect(try metrics.expectCounter("warraq_producer_messages_unreadable_total").totalValue == 7)
        #expect(try metrics.expectCounter("warraq_producer_messages_unreadable_total").values == [5, 2])
        #expect(try value("warraq_producer_articles", [("state", "waiting")]) == 12)
        #expect(try value("warraq_producer_oldest_waiting_seconds") == 2.5)
        #expect(try value("warraq_producer_sink_connected") == 0)
    }
}
