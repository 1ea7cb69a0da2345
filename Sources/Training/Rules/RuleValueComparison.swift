internal import Extraction

/// Compares our values with those of Recognizers-Text, which write the same in other words: with a sign behind
/// percentages, the day itself where ours has the distance to it, and intervals in brackets with their length.
struct RuleValueComparison {
    private let writing: RelativeDate?

    /// `day` is the case's day of writing, «2016-11-07».
    init(day: String?) {
        writing = day.flatMap { RelativeDate(writtenOn: $0) }
    }

    func alike(_ expected: String, _ found: String) -> Bool {
        if expected == found || expected == found + "%" { return true }
        if let left = Double(expected), let right = Double(found) {
            return (left - right).magnitude <= left.magnitude * 1e-12
        }
        let value = writing?.resolved(found) ?? found
        if expected == value { return true }
        guard expected.hasPrefix("("), expected.contains("P") else { return false }
        let ends = expected.dropFirst().split(separator: ",")
        return ends.count == 3 && Self.interval(value) == [String(ends[0]), String(ends[1])]
    }

    /// The first day or hour of a period and the first one behind it; for «from … to …» those that the text names.
    private static func interval(_ value: String) -> [String] {
        let ends = value.split(separator: "/")
        if ends.count == 2 { return ends.map { $0.count == 4 && Int($0) != nil ? "\($0)-01-01" : String($0) } }
        let parts = value.split(separator: "-")
        if parts.count == 1, value.count == 3, let decade = Int(value) {
            return ["\(decade)0-01-01", "\(decade + 1)0-01-01"]
        }
        if parts.count == 1, value.count == 3, let decade = Int(value.dropFirst(2)), decade < 9 {
            return ["XX\(decade)0-01-01", "XX\(decade + 1)0-01-01"]
        }
        guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1].dropFirst()) else { return [] }
        let length = parts[1].hasPrefix("Q") ? 3 : 6
        guard parts[1].hasPrefix("Q") || parts[1].hasPrefix("H"), number * length <= 12 else { return [] }
        let first = (number - 1) * length + 1
        let behind = first + length
        func written(_ month: Int) -> String { month < 10 ? "0\(month)" : String(month) }
        return ["\(year)-\(written(first))-01", behind > 12 ? "\(year + 1)-01-01" : "\(year)-\(written(behind))-01"]
    }
}
