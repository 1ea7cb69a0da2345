import Cluster
import ClusterRuntime
import InMemoryLogging
import Logging
import Testing

@Suite("What can't be read")
struct UnreadableMessagesTests {
    @Test("the first of each peer is logged with its address, then one each ten seconds with how many there were")
    func restraint() {
        let log = InMemoryLogHandler()
        var messages = UnreadableMessages(logger: Logger(label: "test") { _ in log })
        let start = Instant(nanoseconds: 0)
        /// What was logged of `count` more from a peer at a moment: how many it says that there were.
        func add(_ count: Int, from peer: String, after seconds: Int) -> [String?] {
            log.clear()
            for _ in 0..<count {
                messages.add(from: PeerID(peer), at: "10.0.0.7", reason: "cut", now: start + .seconds(seconds))
            }
            for entry in log.entries {
                #expect(entry.level == .warning)
                #expect(entry.metadata["address"] == "10.0.0.7" && entry.metadata["reason"] == "cut")
                #expect(entry.metadata["peer"] == "\(peer)")
            }
            return log.entries.map { $0.metadata["dropped"]?.description }
        }
        #expect(add(1000, from: "a", after: 0) == ["1"])
        #expect(add(1000, from: "b", after: 1) == ["1000"])
        #expect(add(500, from: "a", after: 9) == [])
        #expect(add(2, from: "a", after: 11) == ["1500"])
        #expect(messages.count == 2502)
    }

    @Test("a name that can't be printed is written as bytes, and names without end don't fill the log")
    func names() {
        let log = InMemoryLogHandler()
        var messages = UnreadableMessages(logger: Logger(label: "test") { _ in log })
        messages.add(from: PeerID(bytes: [7, 0xFF]), reason: "cut", now: Instant(nanoseconds: 0))
        #expect(log.entries.first?.metadata["peer"] == "0x07ff")
        for number in 0..<10_000 {
            messages.add(from: PeerID("stranger \(number)"), reason: "cut", now: Instant(nanoseconds: 0))
        }
        #expect(log.entries.count < 200)
        #expect(messages.count == 10_001)
    }
}
