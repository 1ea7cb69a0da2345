import Cluster

/// Random messages as the bytes that the fuzzer's targets read.
extension RandomMessages {
    mutating func frame() -> [UInt8] {
        switch number(0...7) {
        case 0: MessageCodec.encode(workerToProducer())
        case 1: MessageCodec.encode(producerToWorker())
        case 2: MessageCodec.encode(workerToSink())
        case 3: MessageCodec.encode(sinkToWorker())
        case 4: MessageCodec.encode(sinkToProducer())
        case 5: MessageCodec.encode(producerToSink())
        case 6: MessageCodec.encode(clientToProducer())
        default: MessageCodec.encode(producerToClient())
        }
    }

    /// Several messages, each after its sender and its length in two bytes.
    mutating func conversation(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { _ in
            let frame = Array(self.frame().prefix(1 << 15))
            return [UInt8(number(0...3)), UInt8(frame.count & 0xFF), UInt8(frame.count >> 8)] + frame
        }
    }

    mutating func journalRow() -> [UInt8] { MessageCodec.encode(article()) }
}
