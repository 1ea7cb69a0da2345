/// The numbers of one session: what this side sends is numbered from 1 without gaps, and what comes must be as well.
package struct SessionSequence: Sendable {
    package let session: UInt64
    package private(set) var lastSent: UInt64
    package private(set) var lastReceived: UInt64

    package init(session: UInt64, lastSent: UInt64 = 0, lastReceived: UInt64 = 0) {
        self.session = session
        self.lastSent = lastSent
        self.lastReceived = lastReceived
    }

    package mutating func envelope<Body>(_ body: Body) -> Envelope<Body> {
        lastSent += 1
        return Envelope(session: session, sequence: lastSent, body: body)
    }

    /// Whether a message is the one expected next. `false`: something was lost, repeated or overtaken on the way.
    package mutating func accepts(_ sequence: UInt64) -> Bool {
        guard sequence == lastReceived + 1 else { return false }
        lastReceived = sequence
        return true
    }
}
