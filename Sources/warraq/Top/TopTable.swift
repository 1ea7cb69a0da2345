import Reports

/// A table that gives up columns, and at last part of its first one, where it has no room. The first column's cells
/// begin at the left, the others end at the right; a last column of words begins at the left, too.
struct TopTable {
    private static let gap = 2
    private static let narrowestFirst = 12

    private let header: [String]
    /// The higher a column's, the sooner it goes.
    private let priorities: [Int]
    private var rows: [(cells: [String], style: TopScreen.Style)] = []

    init(_ header: [String], priorities: [Int]) {
        self.header = header
        self.priorities = priorities
    }

    mutating func add(_ cells: [String], _ style: TopScreen.Style) { rows.append((cells, style)) }

    func lines(width: Int) -> [TopScreen.Line] {
        let widths = header.indices.map { column in
            ([header] + rows.map(\.cells)).map { TerminalText.columns($0[column]) }.max() ?? 0
        }
        var columns = Array(header.indices)
        func others() -> Int { columns.dropFirst().reduce(0) { $0 + widths[$1] + Self.gap } }
        while columns.count > 1, width - others() < min(widths[0], Self.narrowestFirst) {
            guard let last = columns.max(by: { priorities[$0] < priorities[$1] }) else { break }
            columns.removeAll { $0 == last }
        }
        let first = max(1, min(widths[0], width - others()))
        func line(_ cells: [String]) -> String {
            columns.map { column in
                guard column > 0 else { return TerminalText.fit(cells[0], into: first).padded(to: first) }
                let room = String(repeating: " ", count: widths[column] - TerminalText.columns(cells[column]))
                return String(repeating: " ", count: Self.gap) + room + cells[column]
            }.joined()
        }
        return [TopScreen.Line(line(header).padded(to: width), .heading)]
            + rows.map { TopScreen.Line(line($0.cells), $0.style) }
    }
}
