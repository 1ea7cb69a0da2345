internal import SwiftProtobuf

/// Why bytes from a socket are no message.
package struct MessageError: Error, Equatable, CustomStringConvertible {
    package var description: String
    /// The number of the client's question that can't be taken, where it could be read: it is owed an answer.
    package var request: UInt64?

    package init(_ description: String, request: UInt64? = nil) {
        self.description = description
        self.request = request
    }
}

/// Messages as bytes: protobuf (`warraq.proto`), one `Frame` for each ZeroMQ message.
///
/// Encoding never fails: numbers that the format can't hold are clamped, and reasons are cut to
/// ``WireLimits/reasonSize``. Decoding takes any bytes: what it returns keeps to ``WireLimits``, so that no number in it
/// can trap where it is used.
///
/// Messages of which there are many are written and read by hand (``FrequentMessages``); whatever that does not know, the
/// generated code does. Both write the same bytes.
package enum MessageCodec {
    /// Which code does it: tests hold one against the other.
    package enum Coder: Sendable, CaseIterable { case fastest, generated }

    private static func quick<Value>(_ coder: Coder, _ code: () -> Value?) -> Value? {
        coder == .fastest ? code() : nil
    }

    package static func encode(_ envelope: Envelope<WorkerToProducer>, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(envelope) }
            ?? bytes(envelope.session, envelope.sequence, .workerToProducer(WireWorkerToProducer(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<ProducerToWorker>, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(envelope) }
            ?? bytes(envelope.session, envelope.sequence, .producerToWorker(WireProducerToWorker(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<WorkerToSink>, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(envelope) }
            ?? bytes(envelope.session, envelope.sequence, .workerToSink(WireWorkerToSink(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<SinkToWorker>, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(envelope) }
            ?? bytes(envelope.session, envelope.sequence, .sinkToWorker(WireSinkToWorker(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<SinkToProducer>, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(envelope) }
            ?? bytes(envelope.session, envelope.sequence, .sinkToProducer(WireSinkToProducer(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<ProducerToSink>, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(envelope) }
            ?? bytes(envelope.session, envelope.sequence, .producerToSink(WireProducerToSink(envelope.body)))
    }

    package static func encode(_ message: ClientToProducer, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(message) }
            ?? bytes(0, 0, .clientToProducer(WireClientToProducer(message)))
    }

    package static func encode(_ message: ProducerToClient, by coder: Coder = .fastest) -> [UInt8] {
        quick(coder) { FrequentMessages.encode(message) }
            ?? bytes(0, 0, .producerToClient(WireProducerToClient(message)))
    }

    /// A message to the producer, from whichever role.
    package static func decodeForProducer(
        _ bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> ProducerStateMachine.Message {
        try decodeForProducer(bytes, by: .fastest)
    }

    package static func decodeForProducer(
        _ bytes: UnsafeRawBufferPointer,
        by coder: Coder
    ) throws(MessageError) -> ProducerStateMachine.Message {
        try checkSize(bytes)
        if coder == .fastest {
            if let beat = FrequentMessages.beat(bytes) { return .worker(beat) }
            if let receipt = FrequentMessages.receipt(bytes) { return .sink(receipt) }
            if let reported = FrequentMessages.reported(bytes) { return .sink(reported) }
            if let submission = FrequentMessages.submission(bytes) { return .client(submission) }
            if let question = FrequentMessages.awaiting(bytes) { return .client(question) }
        }
        let frame = try frame(bytes)
        switch frame.body {
        case .workerToProducer(let message):
            return .worker(try envelope(frame, try message.message()))
        case .sinkToProducer(let message):
            return .sink(try envelope(frame, try message.message()))
        case .clientToProducer(let message):
            do throws(MessageError) {
                try requireVersion(frame)
                return .client(try message.message())
            } catch {
                throw MessageError(error.description, request: message.request)
            }
        default:
            throw misdirected(frame, to: "the producer")
        }
    }

    /// A client's question of which nothing is read but its number; `nil` for what is none.
    package static func unreadQuestion(_ bytes: UnsafeRawBufferPointer) -> ProducerStateMachine.Message? {
        WireScan.request(ofQuestion: bytes).map { .unread(request: $0) }
    }

    package static func decodeForWorker(
        fromProducer bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<ProducerToWorker> {
        try decodeForWorker(fromProducer: bytes, by: .fastest)
    }

    package static func decodeForWorker(
        fromProducer bytes: UnsafeRawBufferPointer,
        by coder: Coder
    ) throws(MessageError) -> Envelope<ProducerToWorker> {
        try checkSize(bytes)
        if let message = quick(coder, { FrequentMessages.work(bytes) }) { return message }
        let frame = try frame(bytes)
        guard case .producerToWorker(let message) = frame.body else { throw misdirected(frame, to: "a worker") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForWorker(
        fromSink bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<SinkToWorker> {
        try decodeForWorker(fromSink: bytes, by: .fastest)
    }

    package static func decodeForWorker(
        fromSink bytes: UnsafeRawBufferPointer,
        by coder: Coder
    ) throws(MessageError) -> Envelope<SinkToWorker> {
        try checkSize(bytes)
        if let message = quick(coder, { FrequentMessages.acknowledgement(bytes) }) { return message }
        let frame = try frame(bytes)
        guard case .sinkToWorker(let message) = frame.body else { throw misdirected(frame, to: "a worker") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForSink(
        fromProducer bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<ProducerToSink> {
        try decodeForSink(fromProducer: bytes, by: .fastest)
    }

    package static func decodeForSink(
        fromProducer bytes: UnsafeRawBufferPointer,
        by coder: Coder
    ) throws(MessageError) -> Envelope<ProducerToSink> {
        try checkSize(bytes)
        if let message = quick(coder, { FrequentMessages.outline(bytes) ?? FrequentMessages.settled(bytes) }) {
            return message
        }
        let frame = try frame(bytes)
        guard case .producerToSink(let message) = frame.body else { throw misdirected(frame, to: "the sink") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForSink(
        fromWorker bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<WorkerToSink> {
        try decodeForSink(fromWorker: bytes, by: .fastest)
    }

    package static func decodeForSink(
        fromWorker bytes: UnsafeRawBufferPointer,
        by coder: Coder
    ) throws(MessageError) -> Envelope<WorkerToSink> {
        try checkSize(bytes)
        if let message = quick(coder, { FrequentMessages.results(bytes) }) { return message }
        let frame = try frame(bytes)
        guard case .workerToSink(let message) = frame.body else { throw misdirected(frame, to: "the sink") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForClient(
        _ bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> ProducerToClient {
        try decodeForClient(bytes, by: .fastest)
    }

    package static func decodeForClient(
        _ bytes: UnsafeRawBufferPointer,
        by coder: Coder
    ) throws(MessageError) -> ProducerToClient {
        try checkSize(bytes)
        if let message = quick(coder, { FrequentMessages.answer(bytes) }) { return message }
        let frame = try frame(bytes)
        guard case .producerToClient(let message) = frame.body else { throw misdirected(frame, to: "a client") }
        do throws(MessageError) {
            try requireVersion(frame)
            return try message.message()
        } catch {
            throw MessageError(error.description, request: message.request)
        }
    }

    private static func bytes(_ session: UInt64, _ sequence: UInt64, _ body: WireFrame.OneOf_Body) -> [UInt8] {
        var frame = WireFrame()
        frame.protocol = protocolVersion
        frame.session = session
        frame.sequence = sequence
        frame.body = body
        return serialized(frame)
    }

    /// Serializing fails for missing proto2 fields and for more than 2 GiB: the former do not exist in `warraq.proto`,
    /// and the latter is far above ``ClusterLimits/messageSize``, which the senders keep to.
    static func serialized(_ message: some SwiftProtobuf.Message) -> [UInt8] {
        (try? message.serializedBytes()) ?? []
    }

    private static func checkSize(_ bytes: UnsafeRawBufferPointer) throws(MessageError) {
        guard bytes.count <= ClusterLimits.messageSize else {
            throw MessageError(
                "the message is too large: \(bytes.count) bytes, of \(ClusterLimits.messageSize) at most"
            )
        }
        try WireScan.check(bytes)
    }

    private static func frame(_ bytes: UnsafeRawBufferPointer) throws(MessageError) -> WireFrame {
        do {
            return try WireFrame(serializedBytes: bytes.bytes)
        } catch {
            throw MessageError("not a message of Warraq: \(bytes.count) bytes that can't be read (\(error))")
        }
    }

    /// Hellos are let through with any version: they are answered by a refusal that says what to do.
    private static func envelope<Body>(_ frame: WireFrame, _ body: Body) throws(MessageError) -> Envelope<Body> {
        if !frame.isHello { try requireVersion(frame) }
        return Envelope(session: frame.session, sequence: frame.sequence, body: body)
    }

    private static func requireVersion(_ frame: WireFrame) throws(MessageError) {
        guard frame.protocol == protocolVersion else {
            throw MessageError(
                "the message is of protocol \(frame.protocol), this program speaks \(protocolVersion): "
                    + "use the same version of Warraq everywhere"
            )
        }
    }

    private static func misdirected(_ frame: WireFrame, to receiver: String) -> MessageError {
        MessageError(
            frame.body == nil ? "the message has no content that is known" : "the message is not for \(receiver)"
        )
    }
}

extension WireFrame {
    fileprivate var isHello: Bool {
        switch body {
        case .workerToProducer(let message): if case .hello = message.kind { true } else { false }
        case .sinkToProducer(let message): if case .hello = message.kind { true } else { false }
        default: false
        }
    }
}
