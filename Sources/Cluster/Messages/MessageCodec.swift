/// Why bytes from a socket are no message.
package struct MessageError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// Messages as bytes: protobuf (`warraq.proto`), one `Frame` for each ZeroMQ message.
package enum MessageCodec {
    package static func encode(_ envelope: Envelope<WorkerToProducer>) -> [UInt8] { [] }
    package static func encode(_ envelope: Envelope<ProducerToWorker>) -> [UInt8] { [] }
    package static func encode(_ envelope: Envelope<WorkerToSink>) -> [UInt8] { [] }
    package static func encode(_ envelope: Envelope<SinkToWorker>) -> [UInt8] { [] }
    package static func encode(_ envelope: Envelope<SinkToProducer>) -> [UInt8] { [] }
    package static func encode(_ envelope: Envelope<ProducerToSink>) -> [UInt8] { [] }
    package static func encode(_ message: ClientToProducer) -> [UInt8] { [] }
    package static func encode(_ message: ProducerToClient) -> [UInt8] { [] }

    /// A message to the producer, from whichever role.
    package static func decodeForProducer(
        _ bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> ProducerStateMachine.Message { throw MessageError("empty") }
    package static func decodeForWorker(
        fromProducer bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<ProducerToWorker> { throw MessageError("empty") }
    package static func decodeForWorker(
        fromSink bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<SinkToWorker> { throw MessageError("empty") }
    package static func decodeForSink(
        fromProducer bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<ProducerToSink> { throw MessageError("empty") }
    package static func decodeForSink(
        fromWorker bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> Envelope<WorkerToSink> { throw MessageError("empty") }
    package static func decodeForClient(
        _ bytes: UnsafeRawBufferPointer
    ) throws(MessageError) -> ProducerToClient { throw MessageError("empty") }
}
