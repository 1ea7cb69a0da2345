internal import Cluster
internal import Logging

extension Logger {
    /// Writes what a state machine says.
    func log(_ event: Cluster.LogEvent) {
        let level: Logger.Level =
            switch event.level {
            case .debug: .debug
            case .info: .info
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
        var metadata: Logger.Metadata = [:]
        for (key, value) in event.details { metadata[key] = "\(value)" }
        log(level: level, "\(event.message)", metadata: metadata)
    }
}
