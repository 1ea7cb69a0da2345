/// Lets a trouble that comes again and again be said at once, and then now and then with how often it came: a full disk
/// fails hundreds of times a second, and shall not be filled by the log of it.
package struct LogRestraint: Sendable {
    private static let pause = TimeSpan.seconds(10)
    /// Far more than a cluster has; then all are forgotten.
    private static let troublesInMemory = 64

    private struct Trouble: Sendable {
        var lastSaid: Instant
        var unsaid = 0
    }

    private var troubles: [String: Trouble] = [:]

    package init() {}

    /// A trouble is told from another by its message and its reason. What stands before the reason's last
    /// colon (the file, the statement) makes no difference.
    /// - Returns: how often it came since it was last said, this time included; `nil`: it is not to be said now.
    mutating func admit(_ message: String, because reason: String, at now: Instant) -> Int? {
        let cause = reason.lastIndex(of: ":").map { String(reason[$0...]) } ?? reason
        return admit(message + cause, at: now)
    }

    /// The same of a trouble that has a name of its own.
    package mutating func admit(_ trouble: String, at now: Instant) -> Int? {
        if let known = troubles[trouble], now - known.lastSaid < Self.pause {
            troubles[trouble]?.unsaid += 1
            return nil
        }
        if troubles.count >= Self.troublesInMemory { troubles.removeAll() }
        let unsaid = troubles[trouble]?.unsaid ?? 0
        troubles[trouble] = Trouble(lastSaid: now)
        return unsaid + 1
    }
}

extension LogEvent {
    /// With how often it came, where that is more than once.
    func counted(_ times: Int) -> LogEvent {
        var event = self
        if times > 1 { event.details.append((key: "times", value: "\(times)")) }
        return event
    }
}
