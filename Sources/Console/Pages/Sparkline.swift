internal import Reports

/// A small plot of a series, as SVG: a line over a tinted ground, no axes. What it shows is said in words beside it.
struct Sparkline {
    var values: [Int]
    var width = 140.0
    var height = 32.0
    var label: String
    /// Columns instead of a line: for few and scattered values.
    var isColumns = false

    func write(to writer: inout HTMLWriter) {
        writer.element(
            "svg",
            [
                ("class", "spark"), ("viewBox", "0 0 \(Int(width)) \(Int(height))"), ("role", "img"),
                ("aria-label", label), ("preserveAspectRatio", "none"),
            ]
        ) { writer in
            guard !values.isEmpty else { return }
            if isColumns {
                writer.element("path", [("class", "columns"), ("d", columns)]) { _ in }
            } else {
                writer.element(
                    "path",
                    [("class", "ground"), ("d", line + "L\(text(width)) \(text(height))L0 \(text(height))Z")]
                ) { _ in }
                writer.element("path", [("class", "line"), ("d", line)]) { _ in }
            }
        }
    }

    private var top: Double { Double(max(1, values.max() ?? 1)) }

    private func y(_ value: Int) -> Double { height - 2 - Double(value) / top * (height - 4) }

    private var line: String {
        let step = values.count > 1 ? width / Double(values.count - 1) : width
        var path = values.enumerated().map { index, value in
            "\(index == 0 ? "M" : "L")\(text(Double(index) * step)) \(text(y(value)))"
        }.joined()
        if values.count == 1 { path += "L\(text(width)) \(text(y(values[0])))" }
        return path
    }

    private var columns: String {
        let step = width / Double(values.count)
        let column = max(1, min(step * 0.75, 14))
        return values.enumerated().compactMap { index, value in
            guard value > 0 else { return nil }
            let x = Double(index) * step + (step - column) / 2
            return "M\(text(x)) \(text(height))V\(text(y(value)))h\(text(column))V\(text(height))Z"
        }.joined()
    }

    private func text(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}

extension HTMLWriter {
    /// A share as a length. The number stands beside it.
    mutating func meter(_ value: Double, of most: Double) {
        let share = most > 0 ? min(100, max(0, value / most * 100)) : 0
        element(
            "svg",
            [("class", "meter"), ("viewBox", "0 0 100 1"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")]
        ) { writer in
            writer.element("rect", [("width", "\((share * 10).rounded() / 10)"), ("height", "1")]) { _ in }
        }
    }
}
