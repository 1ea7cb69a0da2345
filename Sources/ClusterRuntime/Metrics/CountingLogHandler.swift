internal import Logging

/// Counts the lines of each level from notice on, and lets another handler write them.
struct CountingLogHandler: LogHandler {
    private static let levels: [Logger.Level] = [.notice, .warning, .error, .critical]

    private var handler: any LogHandler
    private let counters: [Logger.Level: AtomicCounter]

    init(_ handler: any LogHandler, _ registry: PrometheusRegistry) {
        self.handler = handler
        counters = Dictionary(
            uniqueKeysWithValues: Self.levels.map {
                ($0, registry.counter("warraq_log_messages_total", [("level", $0.rawValue)]))
            }
        )
    }

    var logLevel: Logger.Level {
        get { handler.logLevel }
        set { handler.logLevel = newValue }
    }

    var metadata: Logger.Metadata {
        get { handler.metadata }
        set { handler.metadata = newValue }
    }

    var metadataProvider: Logger.MetadataProvider? {
        get { handler.metadataProvider }
        set { handler.metadataProvider = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { handler[metadataKey: key] }
        set { handler[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        counters[event.level]?.increment(by: Int64(1))
        handler.log(event: event)
    }
}
