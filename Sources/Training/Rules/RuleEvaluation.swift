internal import ArabicText
internal import Extraction

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Scores the rules on the Arabic cases of Recognizers-Text: a case is right in position if exactly the expected texts
/// are found, and right in value if what is read out of them is as expected too.
package struct RuleEvaluation: Sendable, Equatable {
    package struct Score: Sendable, Equatable {
        package var name: String
        package var cases = 0
        package var rightPositions = 0
        package var rightValues = 0
    }

    package private(set) var scores: [Score] = []
    /// A line for each case that is not right.
    package private(set) var misses: [String] = []

    package init() {}

    /// Which specifications stand for which of our types. Bare numbers are no mentions, but what amounts are made of.
    private static let specifications: [(file: String, type: EntityType?)] = [
        ("DateTime/Arabic/DateExtractor.json", .date), ("DateTime/Arabic/DateParser.json", .date),
        ("DateTime/Arabic/DatePeriodExtractor.json", .date), ("DateTime/Arabic/DatePeriodParser.json", .date),
        ("DateTime/Arabic/TimeExtractor.json", .time), ("DateTime/Arabic/TimeParser.json", .time),
        ("DateTime/Arabic/DurationExtractor.json", .quantity), ("DateTime/Arabic/DurationParser.json", .quantity),
        ("Number/Arabic/PercentModel.json", .percent), ("Number/Arabic/NumberModel.json", nil),
    ]

    /// Scores all specifications below `folder`.
    package init(folder: String) throws {
        for (file, type) in Self.specifications {
            let text = try TrainingFiles.text("\(folder)/\(file)")
            do {
                let cases = try RuleCase.supported(in: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
                let name = file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? file
                add(cases, name: name, typeLabel: type?.label)
            } catch {
                throw TrainingError("\(file): not a list of cases (\(error))")
            }
        }
    }

    /// Scores cases of one type; `nil` stands for bare numbers.
    package mutating func add(_ cases: [RuleCase], name: String, typeLabel: String?) {
        var score = Score(name: name)
        for item in cases {
            let found = Self.found(in: item.input, typeLabel: typeLabel)
            let hasPositions =
                found.map(\.text) == item.expected.map { Self.trimmed($0.text) }
            let hasValues =
                hasPositions
                && zip(item.expected, found).allSatisfy { expected, found in
                    guard let value = expected.value else { return true }
                    return Self.alike(value, found.value, day: item.day)
                }
            score.cases += 1
            if hasPositions { score.rightPositions += 1 }
            if hasValues {
                score.rightValues += 1
            } else {
                let wanted = item.expected.map { "«\($0.text)» \($0.value ?? "")" }.joined(separator: ", ")
                let got = found.map { "«\($0.text)» \($0.value)" }.joined(separator: ", ")
                misses.append("\(name): \(item.input)\n    expected \(wanted)\n    found    \(got)")
            }
        }
        scores.append(score)
    }

    private static func found(in text: String, typeLabel: String?) -> [(text: String, value: String)] {
        let tokenized = TokenizedText(text)
        let scalars = Array(text.unicodeScalars)
        func part(_ range: Range<Int>) -> String {
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[range])
            return String(part)
        }
        guard let typeLabel else {
            return RuleFinder.numbers(in: tokenized).map { (part($0.range), $0.value.description) }
        }
        return RuleFinder.mentions(in: tokenized).filter { $0.type.label == typeLabel }
            .map { (part($0.range), $0.value ?? "") }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    /// Whether our value says what the case's does: theirs have a sign behind percentages, and the day itself where
    /// ours has the distance to it, and intervals in brackets with their length.
    private static func alike(_ expected: String, _ found: String, day: String?) -> Bool {
        if expected == found || expected == found + "%" { return true }
        if expected.hasPrefix("(") {
            let ends = expected.dropFirst().split(separator: ",")
            return ends.count == 3 && found == "\(ends[0])/\(ends[1])"
        }
        guard found.hasPrefix("P"), found.hasSuffix("D"), let days = Int(found.dropFirst().dropLast()), let day,
            let date = try? Date("\(day)T00:00:00Z", strategy: .iso8601)
        else { return false }
        return date.addingTimeInterval(Double(days) * 86_400).formatted(.iso8601).prefix(10) == expected
    }

    /// A line for each specification and one for all.
    package var table: String {
        var all = Score(name: "all")
        for score in scores {
            all.cases += score.cases
            all.rightPositions += score.rightPositions
            all.rightValues += score.rightValues
        }
        func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        func share(_ part: Int, of whole: Int) -> String {
            let tenths = whole == 0 ? 0 : (part * 2000 + whole) / (whole * 2)
            return padded("\(tenths / 10).\(tenths % 10)", 10)
        }
        let lines = (scores + [all]).map { score in
            score.name + String(repeating: " ", count: max(1, 22 - score.name.count)) + padded("\(score.cases)", 5)
                + share(score.rightPositions, of: score.cases) + share(score.rightValues, of: score.cases)
        }
        return (["                      cases positions    values"] + lines).joined(separator: "\n")
    }
}
