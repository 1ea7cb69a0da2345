/// When to look for who is gone after a connection has ended.
///
/// The look is a message to everyone who has sections on lease. It waits a moment: libzmq says that a connection has ended
/// before it says «host unreachable» of who had it, for which its threads have to talk to each other twice. And who comes and
/// goes all day shall not make more than a few looks a beat.
struct ConnectionEnds: Sendable {
    private static let moment = TimeSpan.milliseconds(10)
    private static let pause = TimeSpan.milliseconds(30)

    /// When to look; `nil` if nothing has ended since the last look.
    private(set) var due: Instant?
    private var lastLook: Instant?

    mutating func ended(at now: Instant) {
        guard due == nil else { return }
        let soon = now + Self.moment
        due = lastLook.map { max($0 + Self.pause, soon) } ?? soon
    }

    mutating func looked(at now: Instant) { (due, lastLook) = (nil, now) }
}
