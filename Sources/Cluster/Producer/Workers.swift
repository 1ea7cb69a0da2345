internal import DequeModule

/// The workers that have joined, and whose turn it is: the one that has waited longest with credit.
struct Workers: Sendable {
    /// Oldest first, which is by number.
    private var sessions: [WorkerSession] = []
    private var numbers: [PeerID: UInt64] = [:]
    private var nextNumber: UInt64 = 1
    /// Some may be kept free for suspects.
    var hasReserved = false
    /// Workers that may have credit for fresh sections, each once.
    private var ready: Deque<UInt64> = []
    private var isReady: Set<UInt64> = []

    var count: Int { sessions.count }
    var readyCount: Int { ready.count }
    /// The sessions, oldest first.
    var all: [WorkerSession] { sessions }
    /// The numbers of all sessions, oldest first.
    var allNumbers: [UInt64] { sessions.map(\.number) }

    subscript(number: UInt64) -> WorkerSession? { index(of: number).map { sessions[$0] } }

    /// Changes a session where it stands.
    ///
    /// - Returns: what `change` does; `nil` if there is no such session.
    @discardableResult
    mutating func update<Result>(_ number: UInt64, _ change: (inout WorkerSession) -> Result) -> Result? {
        index(of: number).map { change(&sessions[$0]) }
    }

    private func index(of number: UInt64) -> Int? {
        var (low, high) = (0, sessions.count)
        while low < high {
            let middle = (low + high) / 2
            if sessions[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < sessions.count && sessions[low].number == number ? low : nil
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
        sessions.append(
            WorkerSession(
                number: number,
                peer: peer,
                introduction: introduction,
                capacity: capacity,
                session: session,
                at: now
            )
        )
        return number
    }

    mutating func remove(_ number: UInt64) -> WorkerSession? {
        guard let session = index(of: number).map({ sessions.remove(at: $0) }) else { return nil }
        numbers[session.peer] = nil
        if isReady.remove(number) != nil { ready.removeAll { $0 == number } }
        return session
    }

    /// Queues a worker for fresh sections, if it takes any.
    mutating func queueIfReady(_ number: UInt64) {
        guard let session = self[number], session.takesFreshSections, isReady.insert(number).inserted else {
            return
        }
        ready.append(number)
    }

    /// The worker whose turn it is; it has left the queue.
    mutating func popReady() -> UInt64? {
        while let number = ready.popFirst() {
            isReady.remove(number)
            if let session = self[number], session.takesFreshSections { return number }
        }
        return nil
    }
}
