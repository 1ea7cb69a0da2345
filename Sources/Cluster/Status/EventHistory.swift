internal import DequeModule

/// The last things that an operator may want to know of. Bounded in number and in size; the same thing happening again
/// is counted.
struct EventHistory: Sendable {
    private static let entries = 32
    private static let detailSize = 256

    private struct Entry: Sendable {
        var event: LogEvent
        var last: Instant
        var count = 1
    }

    private var history: Deque<Entry> = []

    mutating func add(_ event: LogEvent, at now: Instant) {
        guard event.level.isNotable else { return }
        let event = event.cut(to: Self.detailSize)
        if history.first?.event == event {
            history[0].last = now
            history[0].count += 1
            return
        }
        history.prepend(Entry(event: event, last: now))
        if history.count > Self.entries { history.removeLast() }
    }

    /// Newest first.
    func events(at now: Instant) -> [ClusterStatus.Event] {
        history.map { ClusterStatus.Event($0.event, age: (now - $0.last).milliseconds, count: $0.count) }
    }
}

extension LogEvent.Level {
    fileprivate var isNotable: Bool {
        switch self {
        case .debug, .info: false
        case .notice, .warning, .error: true
        }
    }
}

extension LogEvent {
    fileprivate func cut(to size: Int) -> LogEvent {
        var event = self
        for index in event.details.indices where event.details[index].value.utf8.count > size {
            event.details[index].value = String(event.details[index].value.unicodeScalars.prefix(size / 4)) + "…"
        }
        return event
    }
}
