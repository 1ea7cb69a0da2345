import ArabicText
import Articles
import Extraction
import Testing

@Suite("A name and the kind of thing that it names")
struct NamedKindTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    /// The phrases of `text`, where `names` are of the type that is given with each.
    private func phrases(_ text: String, _ names: [(String, EntityType)]) -> [RankedPhrase] {
        let tokens = TokenizedText(text)
        var extractor = ThemeExtractor(model: model)
        let found = extractor.findings(in: tokens)
        var mentions: [EntityMention] = []
        for (name, type) in names {
            for range in text.ranges(of: name) {
                let start = text[..<range.lowerBound].unicodeScalars.count
                let place = start..<start + name.unicodeScalars.count
                if mentions.contains(where: { $0.range.overlaps(place) }) { continue }
                mentions.append(EntityMention(range: place, type: type, confidence: 900))
            }
        }
        mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
        return ThemeRanking(model: model).themes(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(mentions: mentions, phraseWords: found.phraseWords, tokenCount: tokens.tokens.count)]
        ).keyphrases
    }

    @Test("a club and its name alone are one phrase, with the places of both")
    func club() throws {
        let text = """
            فاز نادي الصقور في الجولة الأخيرة. وسجل الصقور هدفين في الشوط الأول. وقال المدرب إن الصقور يستحق الفوز، وإن \
            جمهور الصقور ساند الفريق.
            """
        let found = phrases(text, [("نادي الصقور", .organization), ("الصقور", .organization)])
        let club = try #require(found.first { $0.text == "نادي الصقور" })
        #expect(club.mentions.count == 4)
        #expect(!found.contains { $0.text == "الصقور" })
    }

    @Test("a town is called by its name or with its kind, not both")
    func town() {
        let text = """
            وصلت القافلة إلى مدينة طبرق فجرا. واستقبلت طبرق القافلة. وقال سكان طبرق إن المياه شحيحة. وتقع طبرق على البحر.
            """
        let found = phrases(text, [("مدينة طبرق", .location), ("طبرق", .location)]).map(\.text)
        #expect(found.filter { $0 == "طبرق" || $0 == "مدينة طبرق" }.count == 1)
    }

    @Test("a body that is called by a place is another thing than the place")
    func university() {
        let text = """
            فازت جامعة طبرق بالجائزة. وتقع طبرق على البحر. وقالت جامعة طبرق إن الجائزة كبيرة. وتحتفل طبرق غدا. وشكرت طبرق الجامعة.
            """
        let found = phrases(text, [("جامعة طبرق", .organization), ("طبرق", .location)]).map(\.text)
        #expect(found.contains("جامعة طبرق") && found.contains("طبرق"))
    }
}
