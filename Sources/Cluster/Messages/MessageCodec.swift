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
package enum MessageCodec {
    package static func encode(_ envelope: Envelope<WorkerToProducer>) -> [UInt8] {
        bytes(envelope.session, envelope.sequence, .workerToProducer(WireWorkerToProducer(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<ProducerToWorker>) -> [UInt8] {
        bytes(envelope.session, envelope.sequence, .producerToWorker(WireProducerToWorker(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<WorkerToSink>) -> [UInt8] {
        bytes(envelope.session, envelope.sequence, .workerToSink(WireWorkerToSink(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<SinkToWorker>) -> [UInt8] {
        bytes(envelope.session, envelope.sequence, .sinkToWorker(WireSinkToWorker(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<SinkToProducer>) -> [UInt8] {
        bytes(envelope.session, envelope.sequence, .sinkToProducer(WireSinkToProducer(envelope.body)))
    }

    package static func encode(_ envelope: Envelope<ProducerToSink>) -> [UInt8] {
        bytes(envelope.session, envelope.sequence, .producerToSink(WireProducerToSink(envelope.body)))
    }

    package static func encode(_ message: ClientToProducer) -> [UInt8] {
        bytes(0, 0, .clientToProducer(WireClientToProducer(message)))
    }

    package static func encode(_ message: ProducerToClient) -> [UInt8] {
        bytes(0, 0, .producerToClient(WireProducerToClient(message)))
    }

    /// A message to the producer, from whichever role.
    package static func decodeForProducer(
        _ bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> ProducerStateMachine.Message {
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

    package static func decodeForWorker(
        fromProducer bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<ProducerToWorker> {
        let frame = try frame(bytes)
        guard case .producerToWorker(let message) = frame.body else { throw misdirected(frame, to: "a worker") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForWorker(
        fromSink bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<SinkToWorker> {
        let frame = try frame(bytes)
        guard case .sinkToWorker(let message) = frame.body else { throw misdirected(frame, to: "a worker") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForSink(
        fromProducer bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<ProducerToSink> {
        let frame = try frame(bytes)
        guard case .producerToSink(let message) = frame.body else { throw misdirected(frame, to: "the sink") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForSink(
        fromWorker bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<WorkerToSink> {
        let frame = try frame(bytes)
        guard case .workerToSink(let message) = frame.body else { throw misdirected(frame, to: "the sink") }
        return try envelope(frame, try message.message())
    }

    package static func decodeForClient(
        _ bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> ProducerToClient {
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

    private static func frame(_ bytes: UnsafeRawBufferPointer) throws(MessageError) -> WireFrame {
        guard bytes.count <= ClusterLimits.messageSize else {
            throw MessageError(
                "the message is too large: \(bytes.count) bytes, of \(ClusterLimits.messageSize) at most"
            )
        }
        try WireScan.check(bytes)
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
