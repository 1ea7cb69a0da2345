/// What the producer knows of the sink: its session, and what it says that it holds.
struct SinkSession: Sendable {
    let peer: PeerID
    let name: String
    let softwareVersion: String
    let joinedAt: Instant
    let location: SinkLocation
    var sequence: SessionSequence
    /// It has said all that it holds, and the articles are marked accordingly.
    var isSynced: Bool { syncedAt != nil }
    /// Since when.
    var syncedAt: Instant?
    var isLeaving = false
    var lastHeard: Instant
    /// When it last came nearer to serving: it was welcomed, or said some of what it holds.
    var lastReadied: Instant
    /// Its disk has room for the reports of so many bytes of articles, as far as it says so.
    var room: UInt64?
    var discards = PendingDiscards()
    /// What it has said so far of what it holds.
    var held: [HeldArticle] = []
    var reported: [ReportedArticle] = []

    init(peer: PeerID, _ introduction: Introduction, location: SinkLocation, session: UInt64, at now: Instant) {
        self.peer = peer
        name = introduction.name
        softwareVersion = introduction.softwareVersion
        joinedAt = now
        self.location = location
        sequence = SessionSequence(session: session, lastReceived: 1)
        lastHeard = now
        lastReadied = now
    }

    /// Whether it lives and has not come to serve for so long: its disk does not let it have the folder of reports.
    func isStuck(for span: TimeSpan, at now: Instant) -> Bool { !isSynced && now - lastReadied > span }
}
