package import Extraction

/// A worker without its sockets.
package struct WorkerStateMachine: Sendable {
    package enum Message: Sendable, Equatable {
        case producer(Envelope<ProducerToWorker>)
        case sink(Envelope<SinkToWorker>)
    }

    package enum Action: Sendable, Equatable {
        case sendToProducer(Envelope<WorkerToProducer>)
        case sendToSink(Envelope<WorkerToSink>)
        /// Open a socket to the sink at this endpoint; close the one to another endpoint.
        case connectSink(SinkLocation)
        case disconnectSink
        /// Close the socket to the producer and open another one.
        case reconnectProducer
        case log(LogEvent)
        case stop(WorkerEnd)
    }

    package enum WorkerEnd: Sendable, Equatable {
        case drained
        /// The producer will not have this worker (another protocol or model).
        case refused(reason: String)
    }

    /// `sessionSeed`: random, from the shell; sessions are numbered from it.
    package init(introduction: Introduction, capacity: Int, sessionSeed: UInt64, at now: Instant) {}

    package mutating func start(at now: Instant) -> [Action] { [] }
    package mutating func received(_ message: Message, at now: Instant) -> [Action] { [] }
    /// The next section to analyse, if any; the shell analyses it and calls ``analysed(_:findings:at:)`` or
    /// ``failed(_:reason:at:)``, and looks at its sockets between two sections.
    package mutating func nextTask() -> SectionTask? { nil }
    package mutating func analysed(_ id: SectionID, findings: Findings, at now: Instant) -> [Action] { [] }
    package mutating func failed(_ id: SectionID, reason: String, at now: Instant) -> [Action] { [] }
    package mutating func tick(at now: Instant) -> [Action] { [] }
    /// SIGTERM: goodbye, finish what is held, hand it over, stop.
    package mutating func shutdownRequested(at now: Instant) -> [Action] { [] }
    package var nextTick: Instant { Instant(nanoseconds: 0) }
}
