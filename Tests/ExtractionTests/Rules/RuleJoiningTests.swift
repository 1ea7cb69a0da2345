import ArabicText
import Articles
import Extraction
import Testing

/// Rules beside the model that is built in.
@Suite("Joining what rules find with names")
struct RuleJoiningTests {
    private static func found(_ text: String) throws -> [String] {
        var extractor = Extractor(model: try Model.embedded())
        let index = CodePointIndex(text)
        return extractor.findings(in: SectionText(kind: .body, text: text)).mentions.map { mention in
            "\(mention.type.label) \(index[mention.range])"
        }
    }

    @Test("names and amounts stand together, by position")
    func together() throws {
        #expect(
            try Self.found("قالت موسكو إنها دفعت ثلاثة ملايين دولار في 23 نوفمبر 2026 إلى واشنطن.") == [
                "LOC موسكو", "MONEY ثلاثة ملايين دولار", "DATE 23 نوفمبر 2026", "LOC واشنطن",
            ]
        )
    }

    @Test("of two that overlap the longer stays; of two alike a name that no rule can know")
    func overlap() {
        let cup = EntityMention(range: 0..<15, type: .miscellaneous, confidence: 800, support: [0, 0, 0, 800])
        let year = EntityMention(range: 11..<15, type: .date, confidence: 900, value: "2018")
        #expect(EntityMention.joining([cup], with: [year]) == [cup])
        let long = EntityMention(range: 5..<30, type: .date, confidence: 900, value: "2018-01-01")
        #expect(EntityMention.joining([cup], with: [long]) == [long])
        var person = year
        person.type = .person
        #expect(EntityMention.joining([person], with: [year]) == [person])
        #expect(EntityMention.joining([], with: [year]) == [year])
        #expect(EntityMention.joining([cup], with: []) == [cup])
    }

    @Test("values are set where rules found something, support is not")
    func values() throws {
        var extractor = Extractor(model: try Model.embedded())
        let findings = extractor.findings(in: SectionText(kind: .body, text: "ارتفعت الأسعار 25 في المئة."))
        let percent = try #require(findings.mentions.first { $0.type == .percent })
        #expect(percent.value == "25")
        #expect(percent.support.isEmpty)
        #expect(percent.confidence == RuleFinder.confidence)
    }
}
