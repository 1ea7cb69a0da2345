/// Something that an operator wants to read. The loop writes it; the state machine only says it.
package struct LogEvent: Sendable, Equatable {
    package enum Level: Sendable, Equatable { case debug, info, notice, warning, error }
    package var level: Level
    package var message: String
    /// Keys and values, in order: peer, article, section …
    package var details: [(key: String, value: String)]

    package init(_ level: Level, _ message: String, _ details: KeyValuePairs<String, String> = [:]) {
        self.level = level
        self.message = message
        self.details = details.map { ($0.key, $0.value) }
    }

    package static func == (left: LogEvent, right: LogEvent) -> Bool {
        left.level == right.level && left.message == right.message
            && left.details.elementsEqual(right.details) { $0 == $1 }
    }
}

extension LogEvent.Level {
    package var name: String {
        switch self {
        case .debug: "debug"
        case .info: "info"
        case .notice: "notice"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
