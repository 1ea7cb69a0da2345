extension WireClusterStatus.Event {
    init(_ event: ClusterStatus.Event) {
        self.init()
        switch event.event.level {
        case .debug, .info, .notice: level = .notice
        case .warning: level = .warning
        case .error: level = .error
        }
        message = event.event.message
        details = event.event.details.map { key, value in
            var detail = Detail()
            detail.key = key
            detail.value = value
            return detail
        }
        age = UInt64(clamping: event.age)
        count = UInt64(clamping: event.count)
    }

    func event() throws(MessageError) -> ClusterStatus.Event {
        let level: LogEvent.Level
        switch self.level {
        case .unspecified, .notice: level = .notice
        case .warning: level = .warning
        case .error: level = .error
        case .UNRECOGNIZED(let raw): throw MessageError("an event's level is unknown (\(raw))")
        }
        var event = LogEvent(level, try Wire.reason(message))
        event.details = try Wire.list(details, "an event's details") { detail throws(MessageError) in
            (key: try Wire.name(detail.key, "a detail's name"), value: try Wire.reason(detail.value))
        }
        return ClusterStatus.Event(
            event,
            age: try Wire.milliseconds(age, "an event's age"),
            count: try Wire.count(count, upTo: .max, "how often an event happened")
        )
    }
}
