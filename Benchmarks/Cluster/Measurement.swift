import Articles
import Cluster
import ClusterRuntime
import Glibc
import ZeroMQ

/// Articles on their way through a cluster, with the clock in hand.
struct Measurement {
    struct Failure: Error { let reason: String }

    private let client: ClusterClient
    private let articles: [Article]
    private let bytes: Int

    init(producer: Endpoint, inputs: [String]) throws {
        let reader = ArticleReader(inputs: inputs)
        var articles: [Article] = []
        while let result = reader.next() {
            if case .success(let article) = result { articles.append(article) }
        }
        guard !articles.isEmpty else { throw Failure(reason: "no article in \(inputs)") }
        self.articles = articles
        bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
        client = ClusterClient(
            context: try Context(),
            producer: producer,
            softwareVersion: try Self.version(),
            security: try Self.security(.client)
        )
    }

    /// The version of the cluster that is measured: all of it has to have one.
    static func version() throws -> String {
        guard let text = getenv("WARRAQ_BENCHMARK_VERSION") else {
            throw Failure(reason: "WARRAQ_BENCHMARK_VERSION has to be what `warraq --version` says")
        }
        return String(cString: text)
    }

    static func security(_ role: KeyFolder.Role) throws -> PeerSecurity? {
        guard let folder = getenv("WARRAQ_KEYS") else { return nil }
        return try PeerSecurity(folder: String(cString: folder), role: role)
    }

    func wait(forWorkers count: Int) throws {
        let end = now() + 30
        while true {
            let status = try client.status()
            if status.workers.count >= count, status.sink != nil { return }
            guard now() < end else { throw Failure(reason: "\(status.workers.count) of \(count) workers in 30 s") }
            usleep(20_000)
        }
    }

    func throughput() throws {
        let start = now()
        var rest = articles.makeIterator()
        var ids: [ArticleID] = []
        try client.submit({ rest.next() }) { _, outcome in
            if case .accepted(let acceptance) = outcome { ids.append(acceptance.id) }
        }
        let accepted = now() - start
        let partial = try settle(ids)
        let seconds = now() - start
        print(
            """
            {"seconds": \(seconds), "accepted": \(accepted), "articles": \(ids.count), "bytes": \(bytes), \
            "partial": \(partial)}
            """
        )
    }

    /// Milliseconds from the submission to the news that the report is on disk.
    func latency() throws {
        var times: [Double] = []
        for article in articles {
            let start = now()
            let outcomes = try client.submit([article])
            guard case .accepted(let acceptance)? = outcomes.first else { throw Failure(reason: "refused") }
            guard acceptance.isNew else { continue }
            guard try settle([acceptance.id]) == 0 else { throw Failure(reason: "a report is partial") }
            times.append((now() - start) * 1000)
        }
        times.sort()
        func percentile(_ part: Double) -> Double { times[min(times.count - 1, Int(Double(times.count) * part))] }
        print("{\"articles\": \(times.count), \"p50\": \(percentile(0.5)), \"p99\": \(percentile(0.99))}")
    }

    /// - Returns: how many have no whole report.
    private func settle(_ ids: [ArticleID]) throws -> Int {
        var partial = 0
        try client.waitUntilSettled(ids, settled: { _, state in if state != .reported { partial += 1 } })
        return partial
    }

    private func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
