/// Rows of text in columns, for a terminal.
package struct Table: Sendable, Equatable {
    package var header: [String]
    package var rows: [[String]] = []

    package init(_ header: [String]) { self.header = header }

    /// The lines. Every column but the last is as wide as its widest cell; the last is cut to fit into `width`.
    package func lines(width: Int) -> [String] {
        let all = [header] + rows
        let columns = header.count
        let widths = (0..<columns).map { column in all.map { $0[column].count }.max() ?? 0 }
        let room = max(8, width - widths.dropLast().reduce(0) { $0 + $1 + 2 })
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                if column < columns - 1 {
                    line += cell + String(repeating: " ", count: widths[column] - cell.count + 2)
                } else {
                    line += cell.count > room ? cell.prefix(room - 1) + "…" : cell
                }
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
