/// The link of a worker or sink to the producer: says when to say hello, when to connect anew, and which messages
/// belong to the session that is on.
///
/// Every hello opens a session of its own. Until a welcome comes it is repeated, at first after a beat, then after
/// twice as long each time, so that a welcome which takes longer than a beat finds its session still wanted.
package struct ProducerLink: Sendable {
    /// What a message's numbers say of it.
    package enum Verdict: Sendable, Equatable {
        /// The next of the session that is on.
        case expected
        /// Of a session that is over: to be ignored.
        case stale
        /// Something was lost: the session is over.
        case broken
    }

    package enum Duty: Sendable, Equatable {
        case nothing
        case hello
        /// Nothing was heard for too long: open a new socket, then say hello.
        case reconnectAndHello
        case beat
    }

    private static let missedBeats: Int64 = 4

    package private(set) var isJoined = false
    package private(set) var beat: TimeSpan
    package private(set) var silence: TimeSpan
    private var sequence: SessionSequence
    private var lastHeard: Instant
    private var lastHello: Instant
    private var helloInterval: TimeSpan

    package init(sessionSeed: UInt64, at now: Instant) {
        let configuration = ClusterConfiguration()
        beat = configuration.beat
        silence = configuration.silence
        helloInterval = configuration.beat
        sequence = SessionSequence(session: sessionSeed)
        lastHeard = now
        lastHello = now
    }

    /// Opens a new session and numbers its hello.
    package mutating func hello<Body>(_ body: Body, at now: Instant) -> Envelope<Body> {
        isJoined = false
        // 0 is no session.
        let next = sequence.session &+ 1
        sequence = SessionSequence(session: next == 0 ? 1 : next)
        lastHello = now
        return sequence.envelope(body)
    }

    /// Numbers a message of the session that is on; `nil` where there is none.
    package mutating func envelope<Body>(_ body: Body) -> Envelope<Body>? {
        isJoined ? sequence.envelope(body) : nil
    }

    package mutating func judge(session: UInt64, sequence number: UInt64, at now: Instant) -> Verdict {
        lastHeard = now
        guard session == sequence.session else { return .stale }
        return sequence.accepts(number) ? .expected : .broken
    }

    /// Whether a message outside the numbering (`rejoin`, `refused`) is meant for the session that is on.
    package mutating func isCurrent(session: UInt64, at now: Instant) -> Bool {
        lastHeard = now
        return session == sequence.session
    }

    package mutating func welcomed(beat: Int, silence: Int) {
        isJoined = true
        self.beat = .milliseconds(max(1, beat))
        self.silence = .milliseconds(max(1, silence))
        helloInterval = self.beat
    }

    /// The producer answered, but not with a welcome: ask again after a beat.
    package mutating func askAgain(at now: Instant) {
        isJoined = false
        helloInterval = beat
        lastHello = now
    }

    /// Whether several beats in a row did not come: the producer is gone, or kept from working. For who is leaving
    /// and has nothing to wait for but a farewell.
    package func misses(beatsAt now: Instant) -> Bool {
        now - lastHeard > TimeSpan(nanoseconds: Self.missedBeats * beat.nanoseconds)
    }

    package mutating func duty(at now: Instant) -> Duty {
        if now - lastHeard > silence {
            lastHeard = now
            helloInterval = beat
            return .reconnectAndHello
        }
        if isJoined { return .beat }
        guard now - lastHello >= helloInterval else { return .nothing }
        helloInterval.nanoseconds = min(2 * helloInterval.nanoseconds, silence.nanoseconds)
        return .hello
    }
}
