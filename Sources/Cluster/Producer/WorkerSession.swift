/// What the producer knows of one worker: its session, its credit and its leases.
///
/// Sections are analysed in the order in which they were sent, so the worker's count of what it has analysed tells
/// which of its leases are still to be computed: those numbered higher.
struct WorkerSession: Sendable {
    enum Duty: Sendable, Equatable {
        case freshSections
        /// Gets nothing more until it holds nothing, and then a suspect alone.
        case reserved
        /// Holds a suspect, alone.
        case quarantine
    }

    /// A section that it holds, and since when.
    struct Lease: Sendable, Equatable {
        var section: SectionID
        var since: Instant
    }

    let number: UInt64
    let peer: PeerID
    let name: String
    let softwareVersion: String
    let capacity: Int
    var sequence: SessionSequence
    var duty = Duty.freshSections
    var isLeaving = false
    /// The last thing it got was a suspect: fresh sections have their turn now.
    var hadSuspectLast = false
    /// Whether it was sent something since the last beat, and need not be sent the next one.
    var isSpokenTo = false
    private(set) var leases = NumberedWindow<Lease>()
    private(set) var granted: UInt64
    private(set) var analysed: UInt64 = 0
    private(set) var lastHeard: Instant
    private var lastProgress: Instant
    /// When something of it was last taken at the sink, or it had analysed nothing that was to be taken there.
    private var lastDelivery: Instant

    init(
        number: UInt64,
        peer: PeerID,
        introduction: Introduction,
        capacity: Int,
        session: UInt64,
        at now: Instant
    ) {
        self.number = number
        self.peer = peer
        name = introduction.name
        softwareVersion = introduction.softwareVersion
        self.capacity = max(0, capacity)
        sequence = SessionSequence(session: session, lastReceived: 1)
        granted = UInt64(self.capacity)
        lastHeard = now
        lastProgress = now
        lastDelivery = now
    }

    /// How many sections were sent to it in this session.
    var sent: UInt64 { leases.nextNumber - 1 }
    var credit: Int { granted > sent ? Int(min(granted - sent, UInt64(Int32.max))) : 0 }
    /// Holds nothing: everything is analysed, and in the sink's memory.
    var isIdle: Bool { leases.isEmpty && analysed == sent }
    /// It has offered to take something in this session; who waits for the sink with all that it can hold has not.
    var offersCredit: Bool { granted > 0 }
    var takesFreshSections: Bool { duty == .freshSections && !isLeaving && credit > 0 }

    mutating func heard(at now: Instant) { lastHeard = now }

    mutating func counted(analysed: UInt64, granted: UInt64, at now: Instant) {
        let analysed = min(analysed, sent)
        if !hasUndelivered { lastDelivery = now }
        if analysed > self.analysed {
            self.analysed = analysed
            lastProgress = now
        }
        self.granted = max(self.granted, granted)
    }

    @discardableResult
    mutating func lease(_ section: SectionID, at now: Instant) -> UInt64 {
        if analysed == sent { lastProgress = now }
        return leases.append(Lease(section: section, since: now))
    }

    @discardableResult
    mutating func endLease(_ lease: UInt64) -> Lease? { leases.remove(lease) }

    /// Ends the lease of a section that the sink has, or does not need any more.
    mutating func deliver(_ lease: UInt64, at now: Instant) -> Lease? {
        lastDelivery = now
        return leases.remove(lease)
    }

    mutating func forgetLeases() { leases.removeAll() }

    /// Whether it has held sections for so long without finishing one, or said nothing at all.
    func isHung(lease: TimeSpan, at now: Instant) -> Bool {
        now - lastHeard > lease || (analysed < sent && now - lastProgress > lease)
    }

    private var hasUndelivered: Bool { leases.oldestNumber.map { $0 <= analysed } ?? false }

    /// Whether nothing of what it has analysed has come to the sink for so long, with a sink that has served since then.
    ///
    /// The sink takes findings before it does anything with them, so one that is slow, or whose disk is full, takes some
    /// of them all the same. And a worker sends what was not acknowledged again each second. So if for many seconds
    /// nothing has come, there is no way from here to there.
    func isCutOff(for span: TimeSpan, sinkSince: Instant, at now: Instant) -> Bool {
        hasUndelivered && now - max(lastDelivery, sinkSince) > span
    }
}
