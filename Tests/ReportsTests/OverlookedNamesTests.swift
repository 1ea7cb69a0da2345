import Articles
import Extraction
import Reports
import Testing

/// Names that one place of an article has and another one overlooks.
@Suite("Overlooked names")
struct OverlookedNamesTests {
    /// The article with each word of three letters and more as a phrase word, its stem the word itself.
    private func article(_ parts: [String]) -> MarkedArticle {
        var article = MarkedArticle(parts.map { .body(nil, $0) })
        let text = Array(article.outline.article.text.unicodeScalars)
        for (index, section) in article.outline.sections.enumerated() {
            var words: [PhraseWord] = []
            for piece in text[section.range].split(whereSeparator: { $0 == " " || $0 == "\n" }) where piece.count >= 3 {
                let stem = piece.reduce(UInt32(17)) { $0 &* 31 &+ $1.value }
                let start = piece.startIndex - section.range.lowerBound
                words.append(PhraseWord(range: start..<start + piece.count, stem: stem))
            }
            article.findings[index]?.phraseWords = words
        }
        return article
    }

    @Test(
        "a name found in one section is found in the others",
        arguments: [
            // The surname alone, behind the full name and before it.
            (["[PER سيرغي شوفكوفسكي] حارس", "تصدى شوفكوفسكي للكرة"], "سيرغي شوفكوفسكي", 2),
            (["تصدى شوفكوفسكي للكرة", "[PER سيرغي شوفكوفسكي] حارس"], "سيرغي شوفكوفسكي", 2),
            (["قال [PER شوفكوفسكي] ذلك", "تصدى شوفكوفسكي للكرة"], "شوفكوفسكي", 2),
            // Names of several words, whatever the words.
            (["زعيم [ORG حزب العمل الجديد] هنا", "أعلن حزب العمل الجديد فوزه"], "حزب العمل الجديد", 2),
            (["[LOC لندن] و[LOC باريس]", "وصل لندن أمس"], "لندن", 2),
            // Everyday words are no names again.
            (["قال [PER جميل] ذلك", "يوم جميل آخر"], "جميل", 1),
            (["قال [PER سالم كبير] ذلك", "حدث كبير آخر"], "سالم كبير", 1),
            // … but a surname that reports something is.
            (["قال [PER سالم صغير] ذلك", "وأضاف صغير أن الأمر انتهى"], "سالم صغير", 2),
            (["قال [PER سالم صغير] ذلك", "يوم آخر\nوقال صغير غيره"], "سالم صغير", 2),
            (["قال [PER سالم صغير] ذلك", "مقال صغير آخر"], "سالم صغير", 1),
            // «كبير الأطباء» is a title.
            (["قال [PER سالم كبير] ذلك", "وأضاف كبير الأطباء غيره"], "سالم كبير", 1),
            // … and «الشيخ» even alone.
            (["قال [PER زيد آل الشيخ] ذلك", "وأكد الشيخ عمر غيره"], "زيد آل الشيخ", 1),
            // What is there already, under another type too, stays as it is.
            (["[LOC لندن] هنا", "[ORG لندن] هناك"], "لندن", 2),
        ] as [([String], String, Int)]
    )
    func raised(parts: [String], name: String, count: Int) throws {
        let report = try article(parts).report()
        let entities = report.entities.filter { $0.name == name }
        #expect(entities.reduce(0) { $0 + $1.mentions.count } == count, "\(report.outlineOfEntities)")
        for mention in report.entities.flatMap(\.mentions) {
            let scalars = Array(report.article.text.unicodeScalars)[mention.range]
            #expect(String(String.UnicodeScalarView(scalars)) == mention.text)
        }
    }

    @Test("those for which a report has no room are counted under its problems")
    func noRoom() throws {
        let cells = String(repeating: "[PERCENT 5%] ", count: ReportLimits.mentions - 2)
        let names = String(repeating: "أعلن حزب العمل الجديد فوزه\n", count: 3)
        let report = try article(["زعيم [ORG حزب العمل الجديد] هنا", names, cells]).report()
        #expect(report.entity("حزب العمل الجديد")?.mentions.count == 2)
        #expect(report.problems.map(\.section) == [nil])
        #expect(report.problems[0].message.contains("; 2 more were found"))
    }

    @Test("it makes no difference where the article is cut")
    func cuts() throws {
        let sentences = ["[PER سيرغي شوفكوفسكي] حارس", "تصدى شوفكوفسكي للكرة", "فاز [ORG دينامو كييف] ثم دينامو كييف"]
        let apart = try article(sentences).report()
        let together = try article([sentences.joined(separator: "\n")]).report()
        #expect(apart.entities.map(\.name) == together.entities.map(\.name))
        #expect(apart.entities.map { $0.mentions.map(\.range) } == together.entities.map { $0.mentions.map(\.range) })
        #expect(apart.entity("سيرغي شوفكوفسكي")?.mentions.count == 2)
    }

    @Test("of two persons with one surname, the surname alone is neither's")
    func ambiguous() throws {
        let report = try article(
            ["[PER سيرغي شوفكوفسكي] و[PER إيفان شوفكوفسكي] معا", "تصدى شوفكوفسكي للكرة"]
        ).report()
        #expect(report.entities.allSatisfy { $0.mentions.count == 1 } && report.entities.count == 2)
    }

    @Test(
        "an organisation and its abbreviation in parentheses are one",
        arguments: [
            ("[ORG منظمة العمل الجديد] ([ORG معج]) ثم [ORG معج]", 1), ("[ORG معج] ([ORG منظمة العمل الجديد])", 1),
            ("[ORG منظمة العمل الجديد] و([ORG معج])", 2), ("[ORG منظمة العمل الجديد] ([LOC معج])", 2),
            ("[ORG منظمة العمل] ([ORG حزب السلام])", 2), ("[PER علي حسن] ([PER سالم])", 2),
        ]
    )
    func abbreviations(text: String, count: Int) throws {
        #expect(try MarkedArticle(text).report().entities.count == count)
    }
}
