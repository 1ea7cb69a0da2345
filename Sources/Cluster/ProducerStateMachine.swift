/// The producer without its sockets: an event comes in, actions go out.
package struct ProducerStateMachine: Sendable {
    /// Who a message came from, by what it is.
    package enum Message: Sendable, Equatable {
        case worker(Envelope<WorkerToProducer>)
        case sink(Envelope<SinkToProducer>)
        case client(ClientToProducer)
    }

    package enum Action: Sendable, Equatable {
        case sendToWorker(PeerID, Envelope<ProducerToWorker>)
        case sendToSink(PeerID, Envelope<ProducerToSink>)
        case sendToClient(PeerID, ProducerToClient)
        case journal(JournalRequest)
        case log(LogEvent)
        /// Everything is done that a shutdown waits for: leave the loop.
        case stop
    }

    package init(
        incarnation: UInt64, introduction: Introduction, configuration: ClusterConfiguration, at now: Instant
    ) {}

    /// What to do at the start: asks the journal for its counts and for work.
    package mutating func start(at now: Instant) -> [Action] { [] }
    package mutating func received(_ message: Message, from peer: PeerID, at now: Instant) -> [Action] { [] }
    /// A send to `peer` was answered by «host unreachable»: it is gone. (A full send queue is `congested`: nothing was
    /// sent, and the message is dropped as if it were lost on the way.)
    package mutating func unreachable(_ peer: PeerID, at now: Instant) -> [Action] { [] }
    package mutating func congested(_ peer: PeerID, at now: Instant) -> [Action] { [] }
    package mutating func journalAnswered(_ answer: JournalAnswer, at now: Instant) -> [Action] { [] }
    package mutating func tick(at now: Instant) -> [Action] { [] }
    /// SIGTERM: take no more submissions, commit and answer what is under way, say farewell, stop.
    package mutating func shutdownRequested(at now: Instant) -> [Action] { [] }
    /// When `tick` is due.
    package var nextTick: Instant { Instant(nanoseconds: 0) }
}
