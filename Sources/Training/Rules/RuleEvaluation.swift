internal import ArabicText
internal import Extraction

/// Scores the rules on the Arabic cases of Recognizers-Text: a case is right in position if exactly the expected texts
/// are found, and right in value if what is read out of them is as expected too.
package struct RuleEvaluation: Sendable, Equatable {
    package struct Score: Sendable, Equatable {
        package var name: String
        package var cases = 0
        package var rightPositions = 0
        package var rightValues = 0
        /// Whether it is about what reports have, not about a reader alone.
        package var isOfMentions = false
    }

    package private(set) var scores: [Score] = []
    /// A line for each case that is not right.
    package private(set) var misses: [String] = []

    package init() {}

    /// What of the rules a specification is about: mentions of a type, as reports have them, or one of the readers that
    /// they are made with. Bare numbers, ordinals and comparisons are no mentions.
    package enum Layer: Sendable, Equatable {
        case mentions(String)
        case numbers
        /// `relative` counts «الأخير» and «التالي» too.
        case ordinals(relative: Bool)
        case comparisons
    }

    private static let specifications: [(file: String, layer: Layer)] = [
        ("DateTime/Arabic/DateExtractor.json", .mentions("DATE")),
        ("DateTime/Arabic/DateParser.json", .mentions("DATE")),
        ("DateTime/Arabic/DatePeriodExtractor.json", .mentions("DATE")),
        ("DateTime/Arabic/DatePeriodParser.json", .mentions("DATE")),
        ("DateTime/Arabic/HolidayExtractor.json", .mentions("DATE")),
        ("DateTime/Arabic/HolidayParser.json", .mentions("DATE")),
        ("DateTime/Arabic/TimeExtractor.json", .mentions("TIME")),
        ("DateTime/Arabic/TimeParser.json", .mentions("TIME")),
        ("DateTime/Arabic/TimePeriodExtractor.json", .mentions("TIME")),
        ("DateTime/Arabic/TimePeriodParser.json", .mentions("TIME")),
        ("DateTime/Arabic/DurationExtractor.json", .mentions("QUANTITY")),
        ("DateTime/Arabic/DurationParser.json", .mentions("QUANTITY")),
        ("Number/Arabic/PercentModel.json", .mentions("PERCENT")), ("Number/Arabic/NumberModel.json", .numbers),
        ("Number/Arabic/OrdinalModel.json", .ordinals(relative: true)),
        ("Number/Arabic/OrdinalModelSuppressExtendedTypes.json", .ordinals(relative: false)),
        ("Number/Arabic/NumberRangeModel.json", .comparisons),
    ]

    /// Scores all specifications below `folder`.
    package init(folder: String) throws {
        for (file, layer) in Self.specifications {
            let text = try TrainingFiles.text("\(folder)/\(file)")
            do {
                let cases = try RuleCase.supported(in: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
                let name = file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? file
                add(cases, name: name, layer: layer)
            } catch {
                throw TrainingError("\(file): not a list of cases (\(error))")
            }
        }
    }

    /// Scores the cases of one specification.
    package mutating func add(_ cases: [RuleCase], name: String, layer: Layer) {
        var score = Score(name: name)
        if case .mentions = layer { score.isOfMentions = true }
        for item in cases {
            let found = Self.found(in: item.input, layer: layer)
            let hasPositions =
                found.map(\.text) == item.expected.map { Self.trimmed($0.text) }
            let hasValues =
                hasPositions
                && zip(item.expected, found).allSatisfy { expected, found in
                    guard let value = expected.value else { return true }
                    return RuleValueComparison(day: item.day).alike(value, found.value)
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

    private static func found(in text: String, layer: Layer) -> [(text: String, value: String)] {
        let tokenized = TokenizedText(text)
        let scalars = Array(text.unicodeScalars)
        func part(_ range: Range<Int>) -> String {
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[range])
            return String(part)
        }
        switch layer {
        case .mentions(let label):
            return RuleFinder.mentions(in: tokenized).filter { $0.type.label == label }
                .map { (part($0.range), $0.value ?? "") }
        case .numbers:
            return NumberReading.numbers(in: tokenized).map { (part($0.range), $0.value) }
        case .ordinals(let relative):
            return NumberReading.ordinals(in: tokenized, relative: relative).map { (part($0.range), $0.value) }
        case .comparisons:
            return NumberReading.comparisons(in: tokenized).map { (part($0.range), $0.value) }
        }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    /// The sum of some scores.
    private static func sum(_ scores: [Score], name: String) -> Score {
        scores.reduce(into: Score(name: name)) { sum, score in
            sum.cases += score.cases
            sum.rightPositions += score.rightPositions
            sum.rightValues += score.rightValues
        }
    }

    /// A line for each specification, one for those about mentions of reports, and one for all.
    package var table: String {
        let sums = [
            Self.sum(scores.filter(\.isOfMentions), name: "mentions of reports"), Self.sum(scores, name: "all"),
        ]
        func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        func share(_ part: Int, of whole: Int) -> String {
            let tenths = whole == 0 ? 0 : (part * 2000 + whole) / (whole * 2)
            return padded("\(tenths / 10).\(tenths % 10)", 10)
        }
        let lines = (scores + sums).map { score in
            score.name + String(repeating: " ", count: max(1, 40 - score.name.count)) + padded("\(score.cases)", 5)
                + share(score.rightPositions, of: score.cases) + share(score.rightValues, of: score.cases)
        }
        return (["                                        cases positions    values"] + lines).joined(separator: "\n")
    }
}
