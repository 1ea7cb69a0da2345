import Reports

/// Rows of text in columns, for a terminal; controls in it are made harmless.
package struct Table: Sendable, Equatable {
    package var header: [String]
    package var rows: [[String]] = []

    package init(_ header: [String]) { self.header = header }

    /// The lines. Every column but the last is as wide as its widest cell; the last is cut to fit into `width`.
    package func lines(width: Int) -> [String] {
        let all = ([header] + rows).map { $0.map(TerminalText.harmless) }
        let columns = header.count
        let widths = (0..<columns).map { column in all.map { TerminalText.columns($0[column]) }.max() ?? 0 }
        let room = max(8, width - widths.dropLast().reduce(0) { $0 + $1 + 2 })
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += column < columns - 1 ? cell.padded(to: widths[column] + 2) : TerminalText.fit(cell, into: room)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
