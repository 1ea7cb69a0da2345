package import Articles
package import Extraction

/// The sink without its sockets and files.
package struct SinkStateMachine: Sendable {
    package enum Action: Sendable, Equatable {
        case sendToProducer(Envelope<SinkToProducer>)
        case sendToWorker(PeerID, Envelope<SinkToWorker>)
        /// Merge and write the report, then say ``reportWritten(_:at:)`` or ``writeFailed(_:reason:at:)``.
        case write(Outline, [Findings?])
        /// Look whether a report is on disk, then say ``existenceChecked(_:exists:at:)``.
        case checkExistence(ArticleID)
        /// Read a report, then say ``reportRead(request:bytes:at:)``.
        case readReport(request: UInt64, ArticleID)
        case reconnectProducer
        case log(LogEvent)
        case stop(SinkEnd)
    }

    package enum SinkEnd: Sendable, Equatable {
        case drained
        case refused(reason: String)
    }

    package init(introduction: Introduction, location: SinkLocation, sessionSeed: UInt64, at now: Instant) {}

    package mutating func start(at now: Instant) -> [Action] { [] }
    package mutating func received(_ envelope: Envelope<ProducerToSink>, at now: Instant) -> [Action] { [] }
    package mutating func received(
        _ envelope: Envelope<WorkerToSink>, from worker: PeerID, at now: Instant
    ) -> [Action] { [] }
    package mutating func reportWritten(_ id: ArticleID, at now: Instant) -> [Action] { [] }
    package mutating func writeFailed(_ id: ArticleID, reason: String, at now: Instant) -> [Action] { [] }
    package mutating func existenceChecked(_ id: ArticleID, exists: Bool, at now: Instant) -> [Action] { [] }
    package mutating func reportRead(request: UInt64, bytes: [UInt8]?, at now: Instant) -> [Action] { [] }
    package mutating func tick(at now: Instant) -> [Action] { [] }
    package mutating func shutdownRequested(at now: Instant) -> [Action] { [] }
    package var nextTick: Instant { Instant(nanoseconds: 0) }
}
