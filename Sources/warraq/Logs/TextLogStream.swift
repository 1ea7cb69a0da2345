import Reports

/// The stream of a log for people: what is logged stays one line, in which nothing moves a terminal's cursor, for names,
/// digests and reasons come from peers that may be anyone.
package struct TextLogStream: TextOutputStream, Sendable {
    private let writeLine: @Sendable (String) -> Void

    /// - Parameter write: gets each line, its end included, from any thread.
    package init(write: @escaping @Sendable (String) -> Void = LogLines.writeToStandardError) { writeLine = write }

    /// - Parameter event: all that is written of it.
    package func write(_ event: String) {
        let text = event.last == "\n" ? event.dropLast() : event[...]
        writeLine(TerminalText.harmless(String(text)) + "\n")
    }
}
