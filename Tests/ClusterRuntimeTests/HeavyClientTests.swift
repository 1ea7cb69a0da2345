import Articles
import Cluster
import ClusterRuntime
import Testing
import ZeroMQ

@Suite("A client that sends without waiting for answers", .timeLimit(.minutes(5)))
struct HeavyClientTests {
    @Test("each of its submissions is answered, be it taken or not, and what is taken is there")
    func answers() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        let socket = try Socket(.dealer, in: try Context())
        try socket.set(.linger, to: .milliseconds(0))
        try socket.set(.receiveTimeout, to: .milliseconds(60_000))
        try socket.connect(to: cluster.producerEndpoint.description)
        let text = String(repeating: "خبر طويل ", count: Limits.longestArticle / 32)
        let articles = (1...24).map { Article(source: "\($0).txt", text: "\($0) " + text) }
        for (number, article) in articles.enumerated() {
            let bytes = MessageCodec.encode(.submit(request: UInt64(number + 1), [article]))
            #expect(try socket.send(Message(adopting: bytes), .block).isSent)
        }
        var message = Message()
        var accepted: [UInt64] = []
        var busy: [UInt64] = []
        while accepted.count + busy.count < articles.count {
            guard case .message = try socket.receiveWhole(into: &message, .block) else { break }
            switch try message.withUnsafeBytes({ bytes in try MessageCodec.decodeForClient(bytes) }) {
            case .accepted(let request, let acceptances):
                #expect(acceptances == [Acceptance(id: articles[Int(request) - 1].id, isNew: true)])
                accepted.append(request)
            case .busy(let request, _, _): busy.append(request)
            case let other: Issue.record("\(other)")
            }
        }
        #expect(Set(accepted + busy) == Set(1...24) && !accepted.isEmpty)
        try cluster.stopAll()
    }
}
