import Synchronization

/// Where all that is logged goes.
package enum LogLines {
    /// Whole lines, their ends included, whichever thread they come from.
    package static let writeToStandardError: @Sendable (String) -> Void = { line in
        standardError.withLock { Terminal.write(line, to: $0) }
    }
    private static let standardError = Mutex(Terminal.Stream.error)
}
