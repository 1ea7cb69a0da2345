import ArgumentParser
import Logging

/// How much a role says on standard error, and how.
struct LogOption: ParsableArguments {
    enum Level: String, CaseIterable, ExpressibleByArgument {
        case trace, debug, info, notice, warning, error, critical
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case text
        /// For log collectors: ``JSONLogHandler``.
        case json
    }

    @Option(
        help: .setting(
            "log-level",
            "How much is logged: \(Level.allValueStrings.joined(separator: ", "))",
            default: "info; warning in run",
            placeholder: "level"
        )
    )
    var logLevel: Level?
    @Option(
        help: .setting(
            "log-format",
            "How it is logged: text for people, json for programs, one object a line",
            default: "text",
            placeholder: "format"
        )
    )
    var logFormat: Format?

    /// Whether the command of these arguments logs, and is asked to do so as JSON: known before they are parsed, for what
    /// is wrong with them is to be said in the same way.
    static func asksForJSON(_ arguments: [String]) -> Bool {
        let logging: [any ParsableCommand.Type] = [
            RunCommand.self, ProducerCommand.self, WorkerCommand.self, SinkCommand.self, ConsoleCommand.self,
        ]
        guard arguments.count > 1, logging.contains(where: { $0.configuration.commandName == arguments[1] }) else {
            return false
        }
        let flag = "--log-format"
        var value: String?
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix(flag + "=") { value = String(argument.dropFirst(flag.count + 1)) }
            if argument == flag, index + 1 < arguments.count { value = arguments[index + 1] }
        }
        let format = try? Setting.value(value.flatMap(Format.init(argument:)), "log-format")
        return format == .json
    }

    /// A logger that writes to standard error.
    func logger(_ label: String, standard: Level = .info) throws -> Logger {
        let format = try Setting.value(logFormat, "log-format") ?? .text
        JSONLogHandler.isInUse = format == .json
        var logger = Logger(label: label) { label in
            switch format {
            case .text: StreamLogHandler(label: label, stream: TextLogStream())
            case .json: JSONLogHandler(label: label)
            }
        }
        let level = try Setting.value(logLevel, "log-level") ?? standard
        logger.logLevel = Logger.Level(rawValue: level.rawValue) ?? .info
        return logger
    }

    func validate() throws { _ = try (Setting.value(logLevel, "log-level"), Setting.value(logFormat, "log-format")) }
}
