internal import OrderedCollections

/// What is kept of each worker beyond its session: a worker that only connects anew goes on where it was.
struct WorkerRecords: Sendable {
    struct Record: Sendable {
        let peer: PeerID
        /// Of the peer, for the status.
        let publicName: String
        let name: String
        let joinedAt: Instant
        /// Sections analysed in sessions that are over.
        var analysedBefore: UInt64 = 0
        var failures: UInt64 = 0
        var history: CounterHistory
    }

    private struct Departed: Sendable {
        var record: Record
        var cause: ClusterStatus.DepartedWorker.Cause
        var at: Instant
    }

    /// Those that are gone are forgotten after so long, or when so many others are gone.
    private static let memory = TimeSpan.seconds(300)
    private static let departedInMemory = 64

    /// By the number of the session.
    private var records: [UInt64: Record] = [:]
    private var departed: OrderedDictionary<PeerID, Departed> = [:]

    mutating func joined(_ number: UInt64, _ peer: PeerID, name: String, at now: Instant) {
        if let earlier = departed.removeValue(forKey: peer) {
            records[number] = earlier.record
        } else {
            records[number] = Record(
                peer: peer,
                publicName: peer.publicName,
                name: name,
                joinedAt: now,
                history: CounterHistory(at: now)
            )
        }
    }

    /// - Parameter analysed: in the session that is over.
    mutating func departed(
        _ number: UInt64,
        analysed: UInt64,
        _ cause: ClusterStatus.DepartedWorker.Cause,
        at now: Instant
    ) {
        guard var record = records.removeValue(forKey: number) else { return }
        record.analysedBefore += analysed
        departed[record.peer] = nil
        departed[record.peer] = Departed(record: record, cause: cause, at: now)
        if departed.count > Self.departedInMemory { departed.removeFirst() }
    }

    mutating func failed(_ number: UInt64, times: Int = 1) { records[number]?.failures += UInt64(times) }

    subscript(number: UInt64) -> Record? { records[number] }

    /// - Parameter analysed: of each session, by its number.
    mutating func sample(_ sessions: some Sequence<WorkerSession>, at now: Instant) {
        for session in sessions {
            guard let before = records[session.number]?.analysedBefore else { continue }
            records[session.number]?.history.sample(before + session.analysed, at: now)
        }
        departed.removeAll { now - $0.value.at > Self.memory }
    }

    /// The last one that went first.
    func departedWorkers(at now: Instant) -> [ClusterStatus.DepartedWorker] {
        departed.values.reversed().map {
            var worker = ClusterStatus.DepartedWorker()
            worker.id = $0.record.publicName
            worker.name = $0.record.name
            worker.cause = $0.cause
            worker.ago = (now - $0.at).milliseconds
            worker.analysed = $0.record.analysedBefore
            worker.failures = $0.record.failures
            return worker
        }
    }
}
