package import Cluster

extension Double {
    /// A rate as people read it: three digits, as far as there are.
    package var asRate: String {
        switch self {
        case ..<0.005: "0"
        case ..<10: digits(2)
        case ..<100: digits(1)
        default: digits(0)
        }
    }

    private func digits(_ count: Int) -> String {
        let factor = [1.0, 10, 100][count]
        let scaled = Int(min(self * factor, 1e15).rounded())
        guard count > 0 else { return "\(scaled)" }
        let fraction = String(scaled % Int(factor))
        return "\(scaled / Int(factor))." + String(repeating: "0", count: count - fraction.count) + fraction
    }
}

extension TimeSpan {
    /// Two units at most: «850 µs», «12 ms», «3.4 s», «5 min 12 s», «3 h 20 min», «2 d 4 h».
    package var short: String {
        let seconds = nanoseconds / 1_000_000_000
        switch nanoseconds {
        case ..<1_000_000: return "\(max(0, nanoseconds / 1000)) µs"
        case ..<1_000_000_000: return "\(milliseconds) ms"
        case ..<10_000_000_000: return "\(seconds).\(milliseconds / 100 % 10) s"
        case ..<60_000_000_000: return "\(seconds) s"
        case ..<3_600_000_000_000: return "\(seconds / 60) min \(seconds % 60) s"
        case ..<86_400_000_000_000: return "\(seconds / 3600) h \(seconds / 60 % 60) min"
        default: return "\(seconds / 86400) d \(seconds / 3600 % 24) h"
        }
    }
}

extension Int {
    /// A number of bytes: «850 B», «1.2 kB», «34 MB», «71 GB».
    package var asBytes: String {
        var (value, unit) = (Double(Swift.max(0, self)), 0)
        let units = ["B", "kB", "MB", "GB", "TB", "PB"]
        while value >= 1000, unit < units.count - 1 { (value, unit) = (value / 1000, unit + 1) }
        if unit == 0 || value >= 10 { return "\(Int(value)) \(units[unit])" }
        return "\(Double(Int(value * 10)) / 10) \(units[unit])"
    }
}
