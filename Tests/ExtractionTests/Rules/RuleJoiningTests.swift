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

    @Test(
        "a day of a month is no place and no organisation, unless a noun before it is called after it",
        arguments: [
            ("تم تدشين الملعب في 27 أفريل بولاية وهران.", ["DATE 27 أفريل", "LOC وهران"]),
            ("كان ذلك في 3 نيسان بولاية وهران", ["DATE 3 نيسان", "LOC وهران"]),
            ("زار مدينة 6 أكتوبر", ["LOC 6 أكتوبر"]),
        ]
    )
    func days(text: String, expected: [String]) throws {
        let found = try Self.found(text)
        // What the model makes of the rest is no matter of this test.
        #expect(
            found.first == expected.first && (expected.count < 2 || !found.contains { $0.contains("بولاية") }),
            "\(found)"
        )
    }

    @Test("which of the two stays where a day's mention and a name overlap")
    func daysAndNames() {
        let day = EntityMention(range: 10..<17, type: .date, confidence: 900, value: "XXXX-04-27")
        var place = EntityMention(range: 10..<17, type: .location, confidence: 800, support: [0, 800, 0, 0])
        #expect(EntityMention.joining([place], with: [day]) == [day])
        #expect(EntityMention.joining([place], with: [day]) { $0 == 10 } == [place])
        place.range = 13..<30
        #expect(EntityMention.joining([place], with: [day]) { _ in true } == [day])
        place.type = .person
        #expect(EntityMention.joining([place], with: [day]) == [place])
        place.type = .location
        place.range = 5..<17
        #expect(EntityMention.joining([place], with: [day]) == [place])
        let month = EntityMention(range: 10..<17, type: .date, confidence: 900, value: "XXXX-04")
        place.range = 10..<17
        #expect(EntityMention.joining([place], with: [month]) == [place])
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
