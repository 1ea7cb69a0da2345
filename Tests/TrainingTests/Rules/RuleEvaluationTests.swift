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
        evaluation.add(cases, name: "Dates", typeLabel: "DATE")
        let score = try #require(evaluation.scores.first)
        #expect([score.cases, score.rightPositions, score.rightValues] == [3, 2, 1])
        #expect(evaluation.misses.count == 2)
        #expect(evaluation.table.hasSuffix("    3      66.7      33.3"))
    }

    @Test("a percentage's sign is no difference, its number is one", arguments: [("5%", 1), ("6%", 0)])
    func percentages(value: String, right: Int) throws {
        var evaluation = RuleEvaluation()
        let item = RuleCase(input: "خمسة بالمئة", expected: [.init(text: "خمسة بالمئة", value: value)])
        evaluation.add([item], name: "Percent", typeLabel: "PERCENT")
        #expect(evaluation.scores.first?.rightValues == right)
    }

    @Test("what is no list of cases is an error")
    func broken() {
        #expect(throws: (any Error).self) { try RuleCase.supported(in: "{") }
    }
}
