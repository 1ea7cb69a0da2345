import Articles
import Cluster
import Extraction
import Testing

@Suite("Messages as bytes")
struct MessageCodecTests {
    @Test("what is encoded comes back, for every kind of message")
    func roundTrip() throws {
        let seed = freshSeed()
        var random = RandomMessages(seed: seed)
        for _ in 0..<2000 {
            let work = random.workerToProducer()
            try #expect(decoded(MessageCodec.encode(work), MessageCodec.decodeForProducer) == .worker(work))
            let report = random.sinkToProducer()
            try #expect(decoded(MessageCodec.encode(report), MessageCodec.decodeForProducer) == .sink(report))
            let question = random.clientToProducer()
            try #expect(decoded(MessageCodec.encode(question), MessageCodec.decodeForProducer) == .client(question))
            let task = random.producerToWorker()
            try #expect(decoded(MessageCodec.encode(task), MessageCodec.decodeForWorker(fromProducer:)) == task)
            let receipt = random.sinkToWorker()
            try #expect(decoded(MessageCodec.encode(receipt), MessageCodec.decodeForWorker(fromSink:)) == receipt)
            let outline = random.producerToSink()
            try #expect(decoded(MessageCodec.encode(outline), MessageCodec.decodeForSink(fromProducer:)) == outline)
            let results = random.workerToSink()
            try #expect(decoded(MessageCodec.encode(results), MessageCodec.decodeForSink(fromWorker:)) == results)
            let answer = random.producerToClient()
            try #expect(decoded(MessageCodec.encode(answer), MessageCodec.decodeForClient) == answer)
            let article = random.article()
            try #expect(decoded(MessageCodec.encode(article), MessageCodec.decodeArticle) == article)
        }
    }

    @Test("what is written by hand is what the generated code writes")
    func sameBytes() {
        let seed = freshSeed()
        var random = RandomMessages(seed: seed)
        for _ in 0..<2000 {
            let (work, report) = (random.workerToProducer(), random.sinkToProducer())
            #expect(MessageCodec.encode(work) == MessageCodec.encode(work, by: .generated))
            #expect(MessageCodec.encode(report) == MessageCodec.encode(report, by: .generated))
            let (question, task) = (random.clientToProducer(), random.producerToWorker())
            #expect(MessageCodec.encode(question) == MessageCodec.encode(question, by: .generated))
            #expect(MessageCodec.encode(task) == MessageCodec.encode(task, by: .generated))
            let (receipt, outline) = (random.sinkToWorker(), random.producerToSink())
            #expect(MessageCodec.encode(receipt) == MessageCodec.encode(receipt, by: .generated))
            #expect(MessageCodec.encode(outline) == MessageCodec.encode(outline, by: .generated))
            let (results, article) = (random.workerToSink(), random.article())
            #expect(MessageCodec.encode(results) == MessageCodec.encode(results, by: .generated))
            #expect(MessageCodec.encode(article) == MessageCodec.encode(article, by: .generated))
            let answer = random.producerToClient()
            #expect(MessageCodec.encode(answer) == MessageCodec.encode(answer, by: .generated))
        }
    }

    @Test("what is read by hand is what the generated code reads, of whole and of damaged messages")
    func sameReading() {
        let seed = freshSeed()
        var random = RandomMessages(seed: seed)
        for round in 0..<8000 {
            var bytes =
                switch round % 8 {
                case 0: MessageCodec.encode(random.workerToProducer())
                case 1: MessageCodec.encode(random.producerToWorker())
                case 2: MessageCodec.encode(random.workerToSink())
                case 3: MessageCodec.encode(random.sinkToWorker())
                case 4: MessageCodec.encode(random.sinkToProducer())
                case 5: MessageCodec.encode(random.producerToSink())
                case 6: MessageCodec.encode(random.producerToClient())
                default: MessageCodec.encode(random.clientToProducer())
                }
            for _ in 0..<random.number(0...2) where !bytes.isEmpty {
                let place = random.number(0...bytes.count - 1)
                switch random.number(0...2) {
                case 0: bytes[place] ^= 1 << UInt8(random.number(0...7))
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8(random.number(0...255)), at: place)
                }
            }
            compare(bytes) { (bytes, coder) throws(MessageError) in try MessageCodec.decodeForProducer(bytes, by: coder)
            }
            compare(bytes) { (bytes, coder) throws(MessageError) in
                try MessageCodec.decodeForWorker(fromProducer: bytes, by: coder)
            }
            compare(bytes) { (bytes, coder) throws(MessageError) in
                try MessageCodec.decodeForWorker(fromSink: bytes, by: coder)
            }
            compare(bytes) { (bytes, coder) throws(MessageError) in
                try MessageCodec.decodeForSink(fromProducer: bytes, by: coder)
            }
            compare(bytes) { (bytes, coder) throws(MessageError) in
                try MessageCodec.decodeForSink(fromWorker: bytes, by: coder)
            }
            compare(bytes) { (bytes, coder) throws(MessageError) in
                try MessageCodec.decodeForClient(bytes, by: coder)
            }
            compare(bytes) { (bytes, coder) throws(MessageError) in try MessageCodec.decodeArticle(bytes, by: coder) }
        }
    }

    private func compare<Value: Equatable>(
        _ bytes: [UInt8],
        _ decode: (UnsafeRawBufferPointer, MessageCodec.Coder) throws(MessageError) -> Value
    ) {
        func reading(_ coder: MessageCodec.Coder) -> Result<Value, MessageError> {
            bytes.withUnsafeBytes { bytes in
                do throws(MessageError) { return .success(try decode(bytes, coder)) } catch { return .failure(error) }
            }
        }
        #expect(reading(.fastest) == reading(.generated), "\(bytes)")
    }

    @Test("a status comes back whole")
    func status() throws {
        let seed = freshSeed()
        var random = RandomMessages(seed: seed)
        for _ in 0..<300 {
            let answer = ProducerToClient.status(request: 3, random.status())
            try #expect(decoded(MessageCodec.encode(answer), MessageCodec.decodeForClient) == answer, "seed \(seed)")
        }
    }

    @Test("the status of a producer that knows less of itself is read")
    func statusOfBefore() throws {
        // A frame with a status with one worker, all of them empty.
        let empty: [UInt8] = [0x08, 0x01, 0x5A, 0x04, 0x2A, 0x02, 0x6A, 0x00]
        var status = ClusterStatus()
        status.workers = [ClusterStatus.Worker()]
        try #expect(decoded(empty, MessageCodec.decodeForClient) == .status(request: 0, status))
        // And one with a sink: name and endpoint, no more.
        let sink: [UInt8] = [0x08, 0x01, 0x5A, 0x08, 0x2A, 0x06, 0x72, 0x01, 0x73, 0x7A, 0x01, 0x65]
        status = ClusterStatus()
        status.sink = ClusterStatus.Sink()
        status.sink?.name = "s"
        status.sink?.endpoint = "e"
        try #expect(decoded(sink, MessageCodec.decodeForClient) == .status(request: 0, status))
    }

    @Test("changed, cut and lengthened messages are read or refused, and never trap")
    func mutations() {
        let seed = freshSeed()
        var random = RandomMessages(seed: seed)
        var refused = 0
        for round in 0..<6000 {
            var bytes =
                switch round % 8 {
                case 0: MessageCodec.encode(random.workerToProducer())
                case 1: MessageCodec.encode(random.producerToWorker())
                case 2: MessageCodec.encode(random.workerToSink())
                case 3: MessageCodec.encode(random.sinkToWorker())
                case 4: MessageCodec.encode(random.sinkToProducer())
                case 5: MessageCodec.encode(random.producerToSink())
                case 6: MessageCodec.encode(random.clientToProducer())
                default: MessageCodec.encode(random.producerToClient())
                }
            for _ in 0..<random.number(1...4) where !bytes.isEmpty {
                let place = random.number(0...bytes.count - 1)
                switch random.number(0...3) {
                case 0: bytes[place] = UInt8(random.number(0...255))
                case 1: bytes[place] ^= 1 << UInt8(random.number(0...7))
                case 2: bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: random.bytes(), at: place)
                }
            }
            refused += refusals(bytes)
        }
        #expect(refused > 0)
    }

    @Test("garbage is refused by every reader")
    func garbage() {
        let seed = freshSeed()
        var random = RandomMessages(seed: seed)
        for length in 0..<400 {
            // A first byte of 0x0F is wire type 7, which does not exist.
            let bytes = [0x0F] + (0..<length).map { _ in UInt8(random.number(0...255)) }
            #expect(refusals(bytes) == 7)
        }
        #expect(refusals([]) == 6, "an empty message is no frame, but an article without text")
    }

    @Test("a message for another role is refused")
    func misdirected() {
        let bytes = MessageCodec.encode(ClientToProducer.status(request: 1))
        #expect(throws: MessageError("the message is not for a worker")) {
            try decoded(bytes, MessageCodec.decodeForWorker(fromProducer:))
        }
        #expect(throws: MessageError("the message is not for the sink")) {
            try decoded(bytes, MessageCodec.decodeForSink(fromWorker:))
        }
    }

    @Test("a hello of another protocol can be read, so that it can be answered; all else of it is refused")
    func otherProtocol() throws {
        // Field 1 of the frame, put again at the end: the last one counts.
        let version: [UInt8] = [0x08, 0x63]
        let introduction = Introduction(name: "n", protocolVersion: 99, softwareVersion: "9", modelDigest: "m")
        let hello = Envelope(session: 1, sequence: 1, body: WorkerToProducer.hello(introduction, capacity: 4))
        try #expect(decoded(MessageCodec.encode(hello) + version, MessageCodec.decodeForProducer) == .worker(hello))
        let beat = Envelope(session: 1, sequence: 2, body: WorkerToProducer.beat(analysed: 0, granted: 0))
        #expect(throws: MessageError.self) {
            try decoded(MessageCodec.encode(beat) + version, MessageCodec.decodeForProducer)
        }
        let question = MessageCodec.encode(ClientToProducer.status(request: 17)) + version
        let error = #expect(throws: MessageError.self) { try decoded(question, MessageCodec.decodeForProducer) }
        #expect(error?.request == 17)
    }

    @Test("unknown fields are ignored")
    func unknownFields() throws {
        let beat = Envelope(session: 1, sequence: 2, body: WorkerToProducer.beat(analysed: 3, granted: 4))
        // Field 1000, two bytes long.
        let bytes = MessageCodec.encode(beat) + [0xC2, 0x3E, 0x02, 0x01, 0x02]
        try #expect(decoded(bytes, MessageCodec.decodeForProducer) == .worker(beat))
    }

    @Test(
        "numbers out of bounds are refused",
        arguments: [
            EntityMention(range: 0..<1, type: .person, confidence: 1001),
            EntityMention(range: 0..<1, type: .person, confidence: 0, support: [2_000_000, 0, 0, 0]),
            EntityMention(range: 0..<(1 << 31) + 1, type: .person, confidence: 0),
        ]
    )
    func outOfBounds(_ mention: EntityMention) {
        let result = SectionResult(
            serial: 1,
            id: SectionID(article: ArticleID(high: 1, low: 2), index: 0),
            findings: Findings(mentions: [mention])
        )
        let bytes = MessageCodec.encode(
            Envelope(session: 1, sequence: 1, body: WorkerToSink.results([result], sink: 1))
        )
        #expect(throws: MessageError.self) { try decoded(bytes, MessageCodec.decodeForSink(fromWorker:)) }
    }

    @Test("a list beyond its limit is refused, and a question that was refused is named")
    func limits() {
        let ids = (0...ClusterLimits.awaitedArticles).map { ArticleID(high: 0, low: UInt64($0)) }
        let bytes = MessageCodec.encode(ClientToProducer.await(request: 5, ids, timeout: 0))
        let error = #expect(throws: MessageError.self) { try decoded(bytes, MessageCodec.decodeForProducer) }
        #expect(error?.request == 5)
    }

    @Test("a message of millions of empty elements is refused before room is made for them")
    func amplification() {
        // Client's submit with 4 million articles of no bytes each: 8 MB that would become a gigabyte.
        let articles = [UInt8](repeating: 0, count: 8_000_000).enumerated().map { $0.offset % 2 == 0 ? UInt8(0x0A) : 0 }
        func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
            var length = content.count
            var bytes = [number << 3 | 2]
            repeat {
                bytes.append(UInt8(length & 0x7F) | (length > 0x7F ? 0x80 : 0))
                length >>= 7
            } while length > 0
            return bytes + content
        }
        let bytes = [0x08, 0x01] + field(10, [0x08, 0x07] + field(2, articles))
        let error = #expect(throws: MessageError.self) { try decoded(bytes, MessageCodec.decodeForProducer) }
        #expect(error?.description.contains("elements") == true, "\(String(describing: error))")
    }

    @Test("long reasons are cut at a character's end")
    func longReason() throws {
        let reason = String(repeating: "قرص ممتلئ ", count: 1000)
        let bytes = MessageCodec.encode(ProducerToClient.failed(request: 1, reason: reason))
        guard case .failed(_, let cut) = try decoded(bytes, MessageCodec.decodeForClient) else {
            Issue.record("another message")
            return
        }
        #expect(reason.hasPrefix(cut))
        #expect(cut.utf8.count > WireLimits.reasonSize - 4 && cut.utf8.count <= WireLimits.reasonSize)
    }

    private func decoded<Value>(
        _ bytes: [UInt8],
        _ decode: (UnsafeRawBufferPointer) throws(MessageError) -> Value
    ) throws -> Value {
        try bytes.withUnsafeBytes(decode)
    }

    /// How many of the seven readers refuse `bytes`.
    private func refusals(_ bytes: [UInt8]) -> Int {
        var refusals = 0
        func read<Value>(_ decode: (UnsafeRawBufferPointer) throws(MessageError) -> Value) {
            do { _ = try decoded(bytes, decode) } catch { refusals += 1 }
        }
        read(MessageCodec.decodeForProducer)
        read(MessageCodec.decodeForWorker(fromProducer:))
        read(MessageCodec.decodeForWorker(fromSink:))
        read(MessageCodec.decodeForSink(fromProducer:))
        read(MessageCodec.decodeForSink(fromWorker:))
        read(MessageCodec.decodeForClient)
        read(MessageCodec.decodeArticle)
        return refusals
    }
}
