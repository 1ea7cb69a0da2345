import Cluster
import Testing

@Suite("Questions that nobody reads")
struct UnreadQuestionTests {
    @Test("a question's number is read without the rest; what is none has none, and half of one does no harm")
    func unread() {
        let seed = freshSeed()
        var random = RandomMessages(seed: seed)
        func unread(_ bytes: some Collection<UInt8>) -> ProducerStateMachine.Message? {
            Array(bytes).withUnsafeBytes { MessageCodec.unreadQuestion($0) }
        }
        for _ in 0..<500 {
            let question = random.clientToProducer()
            let bytes = MessageCodec.encode(question)
            // A number of 0 takes no bytes.
            #expect(unread(bytes) == (question.request == 0 ? nil : .unread(request: question.request)))
            _ = unread(bytes.prefix(random.number(0...bytes.count)))
            #expect(unread(MessageCodec.encode(random.workerToProducer())) == nil)
            #expect(unread(MessageCodec.encode(random.sinkToProducer())) == nil)
        }
    }
}
