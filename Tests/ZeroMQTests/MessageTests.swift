import Testing
import ZeroMQ

@Suite("Message")
struct MessageTests {
    // 33 bytes is the most that a message holds without the heap.
    @Test("a message has the bytes that it was made from", arguments: [0, 1, 32, 33, 34, 1_024, 70_000])
    func keepsItsBytes(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let copied = Message(copying: bytes)
        let adopted = Message(adopting: bytes)
        let filled = Message(byteCount: count) { $0.copyBytes(from: bytes) }
        #expect(copied.bytes.elementsEqual(bytes) == true)
        #expect(adopted.bytes.elementsEqual(bytes) == true)
        #expect(filled.bytes.elementsEqual(bytes) == true)
        #expect(copied.byteCount == count)
        #expect(copied.isEmpty == (count == 0))
        let sum = adopted.withBytes { span in
            var sum = 0
            for index in span.byteOffsets { sum += Int(span.unsafeLoad(fromByteOffset: index, as: UInt8.self)) }
            return sum
        }
        #expect(sum == bytes.reduce(0) { $0 + Int($1) })
    }

    @Test("text becomes its UTF-8")
    func text() {
        let message = Message("ورّاق")
        #expect(message.bytes == Array("ورّاق".utf8))
        #expect(message.property("Peer-Address") == nil)
    }

    @Test("a copy outlives its original", arguments: [5, 5_000])
    func copyOutlivesOriginal(count: Int) {
        let bytes = [UInt8](repeating: 7, count: count)
        var copy: Message
        do {
            var original = Message(copying: bytes)
            copy = original.copy()
        }
        #expect(copy.bytes.elementsEqual(bytes) == true)
        copy = Message()
        #expect(copy.isEmpty == true)
    }

    @Test("a message whose filling fails is given back whole")
    func failedFilling() {
        struct Failure: Error {}
        #expect(throws: Failure.self) {
            let message = try Message(byteCount: 4_096) { _ throws(Failure) in throw Failure() }
            _ = message.byteCount
        }
    }
}
