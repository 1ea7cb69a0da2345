internal import DequeModule
internal import OrderedCollections

/// The workers that have joined, and whose turn it is: the one that has waited longest with credit.
struct Workers: Sendable {
    private var sessions: OrderedDictionary<UInt64, WorkerSession> = [:]
    private var numbers: [PeerID: UInt64] = [:]
    private var nextNumber: UInt64 = 1
    /// Some may be kept free for suspects.
    var hasReserved = false
    /// Workers that may have credit for fresh sections, each once.
    private var ready: Deque<UInt64> = []
    private var isReady: Set<UInt64> = []

    var count: Int { sessions.count }
    var readyCount: Int { ready.count }
    /// How many sections all of them hold at most.
    var capacity: Int { sessions.values.reduce(0) { $0 + $1.capacity } }
    var all: OrderedDictionary<UInt64, WorkerSession>.Values { sessions.values }
    /// The numbers of all sessions, oldest first.
    var allNumbers: [UInt64] { Array(sessions.keys) }

    subscript(number: UInt64) -> WorkerSession? {
        _read { yield sessions[number] }
        _modify { yield &sessions[number] }
    }

    func number(of peer: PeerID) -> UInt64? { numbers[peer] }

    mutating func join(
        _ peer: PeerID,
        _ introduction: Introduction,
        capacity: Int,
        session: UInt64,
        at now: Instant
    ) -> UInt64 {
        let number = nextNumber
        nextNumber += 1
        numbers[peer] = number
        sessions[number] = WorkerSession(
            number: number,
            peer: peer,
            introduction: introduction,
            capacity: capacity,
            session: session,
            at: now
        )
        return number
    }

    mutating func remove(_ number: UInt64) -> WorkerSession? {
        guard let session = sessions.removeValue(forKey: number) else { return nil }
        numbers[session.peer] = nil
        if isReady.remove(number) != nil { ready.removeAll { $0 == number } }
        return session
    }

    /// Queues a worker for fresh sections, if it takes any.
    mutating func queueIfReady(_ number: UInt64) {
        guard let session = sessions[number], session.takesFreshSections, isReady.insert(number).inserted else {
            return
        }
        ready.append(number)
    }

    /// The worker whose turn it is; it has left the queue.
    mutating func popReady() -> UInt64? {
        while let number = ready.popFirst() {
            isReady.remove(number)
            if let session = sessions[number], session.takesFreshSections { return number }
        }
        return nil
    }
}
