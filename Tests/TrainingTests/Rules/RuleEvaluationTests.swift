import Testing
import Training

@Suite("Scoring the rules")
struct RuleEvaluationTests {
    private static let json = """
        [
          {"Input": "سأعود أمس", "Context": {"ReferenceDateTime": "2016-11-01T00:00:00"},
           "Results": [{"Text": "أمس", "Value": {"Timex": "2016-10-31"}}]},
          {"Input": "في 2015/3", "Results": [{"Text": "2015/3", "Value": {"Timex": "2015-04"}}]},
          {"Input": "لا شيء", "NotSupported": "dotnet, python", "Results": [{"Text": "شيء"}]},
          {"Input": "لا شيء", "Results": [{"Text": "شيء"}]}
        ]
        """

    @Test("positions and values are counted case by case; relative days are those of the case")
    func scores() throws {
        let cases = try RuleCase.supported(in: Self.json)
        #expect(cases.count == 3)
        var evaluation = RuleEvaluation()
        evaluation.add(cases, name: "Dates", layer: .mentions("DATE"))
        let score = try #require(evaluation.scores.first)
        #expect([score.cases, score.rightPositions, score.rightValues] == [3, 2, 1])
        #expect(evaluation.misses.count == 2)
        #expect(evaluation.table.hasSuffix("    3      66.7      33.3"))
    }

    @Test("a percentage's sign is no difference, its number is one", arguments: [("5%", 1), ("6%", 0)])
    func percentages(value: String, right: Int) throws {
        var evaluation = RuleEvaluation()
        let item = RuleCase(input: "خمسة بالمئة", expected: [.init(text: "خمسة بالمئة", value: value)])
        evaluation.add([item], name: "Percent", layer: .mentions("PERCENT"))
        #expect(evaluation.scores.first?.rightValues == right)
    }

    @Test(
        "values that say the same in other words are right, others are wrong",
        arguments: [
            ("سأخرج في الربع الثالث من هذا العام", "الربع الثالث من هذا العام", "(2016-07-01,2016-10-01,P3M)", 1),
            ("سأخرج في الربع الثالث من هذا العام", "الربع الثالث من هذا العام", "(2016-04-01,2016-07-01,P3M)", 0),
            ("من 4 إلى 22 هذا الشهر", "من 4 إلى 22 هذا الشهر", "(2016-11-04,2016-11-22,P18D)", 1),
            ("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "(1980-01-01,1990-01-01,P10Y)", 1),
            ("في الأسبوع القادم", "الأسبوع القادم", "2016-W46", 1),
            ("في الأسبوع القادم", "الأسبوع القادم", "2016-W47", 0),
        ]
    )
    func values(input: String, text: String, value: String, right: Int) {
        var evaluation = RuleEvaluation()
        let item = RuleCase(input: input, expected: [.init(text: text, value: value)], day: "2016-11-07")
        evaluation.add([item], name: "Dates", layer: .mentions("DATE"))
        #expect(evaluation.scores.first?.rightPositions == 1)
        #expect(evaluation.scores.first?.rightValues == right)
    }

    @Test("readers are layers of their own, and the sum of mentions leaves them out")
    func layers() {
        var evaluation = RuleEvaluation()
        let number = RuleCase(input: "١ على ٣", expected: [.init(text: "١ على ٣", value: "0.333333333333333")])
        evaluation.add([number], name: "Numbers", layer: .numbers)
        let ordinal = RuleCase(input: "الصف الحادي عشر", expected: [.init(text: "الحادي عشر", value: "11")])
        evaluation.add([ordinal], name: "Ordinals", layer: .ordinals(relative: false))
        let comparison = RuleCase(input: "أقل من ألف", expected: [.init(text: "أقل من ألف", value: "(,1000)")])
        evaluation.add([comparison], name: "Comparisons", layer: .comparisons)
        #expect(evaluation.scores.map(\.rightValues) == [1, 1, 1])
        let sums = evaluation.table.split(separator: "\n").suffix(2)
        #expect(sums.first?.contains("    0 ") == true)
        #expect(sums.last?.hasSuffix("    3     100.0     100.0") == true)
    }

    @Test("what is no list of cases is an error")
    func broken() {
        #expect(throws: (any Error).self) { try RuleCase.supported(in: "{") }
    }
}
