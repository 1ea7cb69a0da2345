import Cluster
import Console
import Testing

@Suite("What is live")
struct LiveTests {
    private func status(_ rate: Double, waiting: Int = 0) -> LiveStatus {
        var status = ClusterStatus()
        status.reportedRate.tenSeconds = rate
        status.waiting = waiting
        return LiveStatus(status)
    }

    @Test("the last hour is kept in steps of ten seconds: means of rates, the last of the rest")
    func history() {
        var history = LiveHistory()
        for second in 0..<20 { history.add(status(Double(second), waiting: second), at: 1_000_000 + Int64(second)) }
        #expect(history.points.map(\.time) == [1_000_000, 1_000_010])
        #expect(history.points.map(\.articleRate) == [4.5, 14.5])
        #expect(history.points.map(\.waiting) == [9, 19])
    }

    @Test("what is older than an hour goes, a pause leaves a gap, a clock set back changes nothing")
    func bounds() {
        var history = LiveHistory()
        for step in 0..<1000 { history.add(status(1), at: Int64(step) * 10) }
        #expect(history.points.count == LiveHistory.length)
        #expect(history.points.last?.time == 9990)
        history.add(status(9), at: 100)
        #expect(history.points.last?.time == 9990)
        history.add(status(1), at: 9990 + 7200)
        #expect(history.points.count == 1)
    }

    @Test("latencies are in milliseconds, and absent where nothing was measured")
    func latency() {
        var cluster = ClusterStatus()
        #expect(LiveStatus(cluster).articleLatency == nil)
        cluster.articleLatency.minute.count = 1
        cluster.articleLatency.minute.p50 = .milliseconds(12)
        #expect(LiveStatus(cluster).articleLatency?.p50 == 12)
    }

    @Test("everyone who listens hears, until they go or the feed ends")
    func feed() async throws {
        let feed = LiveFeed()
        let first = try #require(feed.listen(Array("a".utf8)))
        do {
            let second = try #require(feed.listen())
            #expect(feed.listenerCount == 2)
            feed.send(Array("b".utf8))
            var heard = second.makeAsyncIterator()
            #expect(await heard.next() == Array("b".utf8))
        }
        feed.close()
        var heard: [String] = []
        for await event in first { heard.append(String(decoding: event, as: UTF8.self)) }
        #expect(heard == ["a", "b"])
        #expect(feed.listen() == nil)
    }

    @Test("the number of those who listen is bounded")
    func listeners() {
        let feed = LiveFeed()
        let streams = (0..<100).map { _ in feed.listen() }
        #expect(streams.contains { $0 == nil } && streams.first != nil)
        withExtendedLifetime(streams) {}
    }

    @Test("an event is one line of data")
    func events() {
        let event = String(decoding: LiveFeed.reports([]), as: UTF8.self)
        #expect(event == "event: reports\ndata: {\"count\":0,\"ids\":[]}\n\n")
    }
}
