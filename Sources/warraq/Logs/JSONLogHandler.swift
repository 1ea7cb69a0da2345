package import Foundation
package import Logging
import Synchronization

/// Writes what is logged as JSON, one object a line: for log collectors.
///
///     {"level":"info","logger":"producer","message":"listening","metadata":{"endpoint":"tcp://…"},"time":"2026-03-01T12:00:00.123Z"}
///
/// `metadata` is absent where there is none; its values are strings, arrays or objects of such. An error's text is
/// `error.message`, its type `error.type`, as swift-log's own handler has them.
package struct JSONLogHandler: LogHandler {
    package var logLevel = Logger.Level.info
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    /// - Parameter write: gets each line, its end included, from any thread.
    package init(
        label: String,
        now: @escaping @Sendable () -> Date = { Date() },
        write: @escaping @Sendable (String) -> Void = LogLines.writeToStandardError
    ) {
        self.label = label
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var metadata = metadata
        metadata.merge(metadataProvider?.get() ?? [:]) { $1 }
        metadata.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error {
            metadata["error.message"] = "\(error)"
            metadata["error.type"] = "\(String(reflecting: type(of: error)))"
        }
        let line = Line(
            time: now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
            level: event.level.rawValue,
            logger: label,
            message: event.message.description,
            metadata: metadata.isEmpty ? nil : metadata.mapValues(Value.init)
        )
        // Strings alone: there is nothing in it that JSON can't say.
        if let text = try? JSONText.line(line) { write(text) }
    }

    /// Whether this process logs in this way: then its last words shall be of the same kind.
    package static var isInUse: Bool {
        get { use.withLock { $0 } }
        set { use.withLock { $0 = newValue } }
    }
    private static let use = Mutex(false)
}

extension JSONLogHandler {
    private struct Line: Encodable {
        var time, level, logger, message: String
        var metadata: [String: Value]?
    }

    private struct Value: Encodable {
        var value: Logger.Metadata.Value

        init(_ value: Logger.Metadata.Value) { self.value = value }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch value {
            case .string(let text): try container.encode(text)
            case .stringConvertible(let value): try container.encode(value.description)
            case .array(let values): try container.encode(values.map(Value.init))
            case .dictionary(let values): try container.encode(values.mapValues(Value.init))
            }
        }
    }
}
