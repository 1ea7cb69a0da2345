import ArgumentParser
import ClusterRuntime
import Glibc

/// What the process says to the shell when it ends.
package enum ExitStatus: Int32, Sendable {
    case done = 0
    /// Some article failed, or its report is partial; or what was asked for could not be done.
    case failed = 1
    /// Wrong usage: the arguments or an environment variable.
    case usage = 2
    /// The cluster can't be reached.
    case unreachable = 3

    /// Ends the process, with what `error` says on standard error, or on standard output if it is what was asked for
    /// (help, the version).
    static func leave(with error: any Error) -> Never {
        if let failure = error as? CommandFailure {
            Terminal.complain(failure.message)
            exit(failure.status.rawValue)
        }
        if let error = error as? ClientError {
            Terminal.complain(error.description)
            exit(error.exitStatus.rawValue)
        }
        let code = Warraq.exitCode(for: error)
        let isUsage = code == .validationFailure
        if code != .success && !isUsage && !(error is ExitCode) {
            Terminal.complain("\(error)")
            exit(failed.rawValue)
        }
        if isUsage, JSONLogHandler.isInUse {
            Terminal.complain(Warraq.message(for: error))
            exit(usage.rawValue)
        }
        let message = Warraq.fullMessage(for: error)
        if !message.isEmpty {
            Terminal.write(message + "\n", to: code == .success ? .output : .error)
        }
        exit(isUsage ? usage.rawValue : code.rawValue)
    }
}

/// A command can't do what it was asked to: one line that says why, and the exit status that goes with it.
package struct CommandFailure: Error {
    package var status: ExitStatus
    package var message: String

    package init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    package init(_ message: String) { self.init(.failed, message) }
}

extension ClientError {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .unreachable, .endpoint: .unreachable
        case .busy, .failed, .socket: .failed
        }
    }
}
