internal import Extraction

/// What a worker has found and the sink has not yet acknowledged. Bounded by the worker's capacity, since credit comes
/// back only with the acknowledgement.
struct UnacknowledgedResults: Sendable {
    private struct Held: Sendable {
        var id: SectionID
        var findings: Findings
        /// `nil`: not sent to the sink that serves now.
        var sentAt: Instant?
    }

    private var results = NumberedWindow<Held>()
    private var firstUnsent: UInt64 = 1
    private var oldestUnsentSince: Instant?

    var count: Int { results.count }
    var isEmpty: Bool { results.isEmpty }
    var unsentCount: Int { Int(results.nextNumber - min(firstUnsent, results.nextNumber)) }

    mutating func append(_ id: SectionID, _ findings: Findings, at now: Instant) {
        if unsentCount == 0 { oldestUnsentSince = now }
        results.append(Held(id: id, findings: findings))
    }

    /// Whether the sink did not know of it yet.
    mutating func acknowledged(_ serial: UInt64) -> Bool { results.remove(serial) != nil }

    /// Forgets all of them; returns how many there were.
    mutating func removeAll() -> Int {
        defer {
            results.removeAll()
            firstUnsent = results.nextNumber
        }
        return results.count
    }

    /// Since when the oldest unsent result waits, if there is one.
    var unsentSince: Instant? { unsentCount > 0 ? oldestUnsentSince : nil }

    mutating func takeUnsent(at now: Instant) -> [SectionResult] {
        var taken: [SectionResult] = []
        while firstUnsent < results.nextNumber {
            if let result = send(firstUnsent, at: now) { taken.append(result) }
            firstUnsent += 1
        }
        return taken
    }

    /// Those that were sent so long ago that the way there or back must have lost something.
    mutating func takeOverdue(after span: TimeSpan, at now: Instant) -> [SectionResult] {
        results.all.compactMap { number, held in
            guard let sentAt = held.sentAt, now - sentAt >= span else { return nil }
            return send(number, at: now)
        }
    }

    private mutating func send(_ serial: UInt64, at now: Instant) -> SectionResult? {
        results.update(serial) { $0.sentAt = now }
        return results[serial].map { SectionResult(serial: serial, id: $0.id, findings: $0.findings) }
    }
}
