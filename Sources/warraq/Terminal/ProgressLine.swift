/// How far something is, as one line that fits.
package struct ProgressLine: Sendable, Equatable {
    package var done: Int
    /// `nil` while no one knows.
    package var total: Int?
    package var failed: Int
    /// Seconds since the start.
    package var elapsed: Double

    package init(done: Int, total: Int?, failed: Int = 0, elapsed: Double) {
        self.done = done
        self.total = total
        self.failed = failed
        self.elapsed = elapsed
    }

    package var percent: Int? { total.map { $0 > 0 ? done * 100 / $0 : 100 } }

    /// At most `width` columns: the bar shrinks first, then the time left, the rate, and the bar itself go.
    package func text(width: Int) -> String {
        let count = (total.map { "\(done)/\($0)" } ?? "\(done) done") + (failed > 0 ? " (\(failed) failed)" : "")
        var tail = percent.map { ["\($0) %"] } ?? []
        if done > 0 && elapsed >= 1 {
            let rate = Double(done) / elapsed
            tail.append(rate >= 10 ? "\(Int(rate))/s" : "\(Double(Int(rate * 10)) / 10)/s")
            if let total, done < total { tail.append(Self.clock(seconds: Double(total - done) / rate) + " left") }
        }
        while true {
            let words = ([count] + tail).joined(separator: "  ")
            if let total {
                let cells = min(width - words.count - 4, 40)
                if cells >= 8 {
                    let full = total > 0 ? done * cells / total : cells
                    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: cells - full)
                    return "[\(bar)]  \(words)"
                }
            } else if words.count <= width {
                return words
            }
            if tail.popLast() == nil { return String(count.prefix(max(0, width))) }
        }
    }

    private static func clock(seconds: Double) -> String {
        let whole = Int(min(seconds, 359_999).rounded(.up))
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}
