import ClusterRuntime
import Foundation
import TestSupport
import Testing

/// Metrics and health of real processes.
@Suite("Metrics of a cluster", .timeLimit(.minutes(5)))
struct MetricsTests {
    /// Where a process that was started with `--metrics :0` says that it is watched.
    private static func address(of process: ProcessUnderTest) async throws -> URL {
        var address: URL?
        let isServed = try await eventually {
            let line = process.errorsSoFar.split(separator: "\n").first { $0.contains("http://") }
            let text = line?.split(whereSeparator: { $0 == "=" || $0 == " " }).first { $0.hasPrefix("http://") }
            address = text.flatMap { URL(string: String($0)) }
            return address != nil || !process.isRunning
        }
        #expect(isServed, "\(process.errorsSoFar)")
        return try #require(address, "\(process.errorsSoFar)").deletingLastPathComponent()
    }

    private static func get(_ url: URL) throws -> (status: Int, body: String) {
        // curl, because FoundationNetworking is a large thing to link for four questions.
        let result = try OutsideTool.run("curl", ["-s", "-w", "\n%{http_code}", url.absoluteString])
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        return (Int(lines.last ?? "") ?? 0, lines.dropLast().joined(separator: "\n"))
    }

    /// The names of the metrics in a scrape, and their first values.
    private static func values(_ scrape: String) -> [String: Double] {
        var values: [String: Double] = [:]
        for line in scrape.split(separator: "\n") where !line.hasPrefix("#") {
            guard let blank = line.lastIndex(of: " ") else { continue }
            values[String(line[..<blank])] = Double(line[line.index(after: blank)...])
        }
        return values
    }

    private static func names(_ scrape: String) -> Set<String> {
        Set(
            scrape.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map { String($0.split(separator: " ")[2]) }
        )
    }

    /// The metrics that an expression of Prometheus's asks for.
    private static func metrics(in text: String) throws -> Set<String> {
        let pattern = /\b(?:warraq|process)_[a-z_]+/
        return Set(text.matches(of: pattern).map { String($0.output) })
    }

    @Test("every role's scrape is sound and whole, and dashboard and alerts ask for nothing else")
    func scrape() async throws {
        let cluster = try ClusterOfProcesses()
        cluster.roleOptions = ["--metrics", "127.0.0.1:0"]
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(40))
        try cluster.start(workers: 1)
        let submitted = try await cluster.submit(["--wait", input.path])
        #expect(submitted.status == 0, "\(submitted.errors)")

        var all: Set<String> = []
        let expected: [(ClusterOfProcesses.Role, [MetricDefinition], String)] = [
            (.producer, MetricCatalogue.producer, "warraq_producer_articles_reported_total"),
            (.worker, MetricCatalogue.worker, "warraq_worker_joined_threads"),
            (.sink, MetricCatalogue.sink, "warraq_sink_reports_written_total"),
        ]
        for (role, catalogue, telling) in expected {
            let address = try await Self.address(of: cluster.process(role))
            // What is told is told at the next tick.
            let count = telling.hasSuffix("_total") ? 40.0 : 1
            #expect(
                try await eventually {
                    Self.values(try Self.get(address.appending(path: "metrics")).body)[telling] == count
                },
                "\(role)"
            )
            let scrape = try Self.get(address.appending(path: "metrics")).body
            let verdict = try OutsideTool.run("promtool", ["check", "metrics"], input: scrape)
            #expect(verdict.status == 0 && verdict.output == "", "\(role): \(verdict.output)")
            let names = Self.names(scrape)
            let known = Set((catalogue + MetricCatalogue.process).map(\.name))
            #expect(known.subtracting(names) == [], "\(role) does not tell these")
            #expect(names.subtracting(known) == [], "\(role) tells what is in no catalogue")
            all.formUnion(names)
            #expect(try Self.get(address.appending(path: "health/live")).status == 200)
            #expect(try Self.get(address.appending(path: "health/ready")).status == 200)
            #expect(try Self.get(address).status == 404)
        }

        let producer = try await Self.address(of: cluster.process(.producer))
        let stats = try Self.get(producer.appending(path: "stats.json")).body
        let json = try #require(try JSONSerialization.jsonObject(with: Data(stats.utf8)) as? [String: [String: Int]])
        #expect(json["workers"]?["connected"] == 1 && json["queue"] == ["pending": 0, "inFlight": 0], "\(stats)")

        for path in ["Deploy/grafana/warraq.json", "Deploy/prometheus/alerts.yml"] {
            let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
            let asked = try Self.metrics(in: text).map { name in
                for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) && !all.contains(name) {
                    return String(name.dropLast(suffix.count))
                }
                return name
            }
            #expect(Set(asked).subtracting(all) == [], "\(path) asks for what no role tells")
            #expect(asked.count > 10)
        }
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }

    /// The repository.
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("a worker that no producer lets in is alive and not ready")
    func notReady() async throws {
        let port = try FreePorts.take(1)[0]
        let worker = try ProcessUnderTest(["worker", "--producer", "tcp://127.0.0.1:\(port)", "--metrics", ":0"])
        let address = try await Self.address(of: worker)
        #expect(try Self.get(address.appending(path: "health/live")).status == 200)
        let ready = try Self.get(address.appending(path: "health/ready"))
        #expect(ready.status == 503 && ready.body.contains("worker 1: "), "\(ready)")
        worker.signal(SIGTERM)
        #expect(await worker.result().status == 0)
    }

    @Test("an address that is none is wrong usage; one that is taken ends the role with the reason")
    func addresses() async throws {
        let wrong = try await ProcessUnderTest.run(["worker", "--metrics", "http://a"])
        #expect(wrong.status == 2 && wrong.errors.contains("--metrics"), "\(wrong.errors)")
        let first = try ProcessUnderTest(["worker", "--metrics", ":0"])
        let address = try await Self.address(of: first)
        let second = try await ProcessUnderTest.run(["worker", "--metrics", "127.0.0.1:\(try #require(address.port))"])
        #expect(second.status != 0 && second.errors.contains("can't listen at 127.0.0.1:"), "\(second.errors)")
    }

    @Test("Documentation/Metrics.md has every metric")
    func documented() throws {
        let page = try String(contentsOf: Self.root.appending(path: "Documentation/Metrics.md"), encoding: .utf8)
        for metric in MetricCatalogue.all { #expect(page.contains("`\(metric.name)"), "\(metric.name)") }
        for name in try Self.metrics(in: page) where !MetricCatalogue.all.contains(where: { $0.name == name }) {
            let isPart = ["_bucket", "_sum", "_count"].contains { name.hasSuffix($0) }
            #expect(isPart, "\(name) is no metric")
        }
    }

    @Test("every expression of the dashboard is one")
    func dashboard() throws {
        let data = try Data(contentsOf: Self.root.appending(path: "Deploy/grafana/warraq.json"))
        let dashboard = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let panels = try #require(dashboard["panels"] as? [[String: Any]])
        let targets = panels.flatMap { $0["targets"] as? [[String: Any]] ?? [] }
        let expressions = targets.compactMap { $0["expr"] as? String }
        #expect(expressions.count == targets.count && expressions.count > 40)
        // As the rules of a Prometheus, which promtool can check. JSON is YAML.
        let rules = expressions.enumerated().map { index, expression in
            ["record": "rule\(index)", "expr": expression.replacing("$__rate_interval", with: "5m")]
        }
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "rules.yml",
            JSONSerialization.data(withJSONObject: ["groups": [["name": "dashboard", "rules": rules]]])
        )
        let verdict = try OutsideTool.run("promtool", ["check", "rules", file.path])
        #expect(verdict.status == 0, "\(verdict.output)")
        #expect(Set(panels.compactMap { $0["id"] as? Int }).count == panels.count)
    }

    @Test("promtool checks the alert rules, and their tests pass")
    func alerts() throws {
        let folder = Self.root.appending(path: "Deploy/prometheus")
        for arguments in [["check", "rules", "alerts.yml"], ["test", "rules", "alerts-test.yml"]] {
            var paths = arguments
            paths[2] = folder.appending(path: arguments[2]).path
            let verdict = try OutsideTool.run("promtool", paths)
            #expect(verdict.status == 0, "\(verdict.output)")
        }
    }
}
