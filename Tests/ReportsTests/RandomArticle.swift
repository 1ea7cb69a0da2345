import Articles
import Extraction
import Reports
import TestSupport

/// An article of random words with random findings, some sections given up.
struct RandomArticle {
    private static let words = [
        "روسيا", "الأردن", "أردن", "أميركا", "الولايات", "المتحدة", "محمد", "بن", "سلمان", "الأسد", "بشار", "حافظ",
        "بُوتين", "بوتين", "فلاديمير", "ـــ", "\u{64B}", "😀", "\u{0}", "\"\\", "e\u{301}", "\u{E9}", "\u{2028}", "2026",
        "X", "كيان", "\u{200F}", "،",
    ]

    var outline: Outline
    var findings: [Findings?] = []
    var themes = ArticleThemes()
    /// The mentions' ranges in the article, of sections that were not given up.
    var expectedMentions: [Range<Int>] = []
    var givenUp: [Int] = []

    init(sections count: Int, using random: inout SeededRandom) {
        outline = Outline(id: ArticleID(high: 0, low: 0), article: Article(text: ""), sections: [])
        var text = String.UnicodeScalarView()
        var sections: [Section] = []
        for index in 0..<count {
            let start = text.count
            var words: [Range<Int>] = []
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                let word = Self.words.randomElement(using: &random) ?? ""
                words.append(text.count..<text.count + word.unicodeScalars.count)
                text += word.unicodeScalars
                text +=
                    [" ", " ", " ", "\n", "\u{A0}"].randomElement(using: &random)?.unicodeScalars ?? " ".unicodeScalars
            }
            let kind: Section.Kind =
                index == 0 ? .lead : Int.random(in: 0..<10, using: &random) == 0 ? .boilerplate : .body
            sections.append(
                Section(
                    index: index,
                    kind: kind,
                    heading: Bool.random(using: &random) ? words[0] : nil,
                    range: start..<text.count,
                    part: Int.random(in: 1...3, using: &random)
                )
            )
            addFindings(words, section: sections[index], using: &random)
        }
        let title = Bool.random(using: &random) ? Self.words.shuffled(using: &random).joined(separator: " ") : nil
        let article = Article(title: title, text: String(text))
        outline = Outline(id: article.id, article: article, sections: sections)
    }

    private mutating func addFindings(_ words: [Range<Int>], section: Section, using random: inout SeededRandom) {
        let start = section.range.lowerBound
        var mentions: [EntityMention] = []
        var word = 0
        while word < words.count {
            let last = min(word + Int.random(in: 0...2, using: &random), words.count - 1)
            if Bool.random(using: &random) {
                let type = EntityType.allCases.randomElement(using: &random) ?? .person
                let hasSupport = Bool.random(using: &random)
                mentions.append(
                    EntityMention(
                        range: words[word].lowerBound - start..<words[last].upperBound - start,
                        type: type,
                        confidence: Int.random(in: 0...1000, using: &random),
                        support: hasSupport
                            ? TypeSupport((0..<4).map { _ in Int.random(in: 0...1000, using: &random) }) : [],
                        value: Bool.random(using: &random) ? nil : ["", "5", "2026"].randomElement(using: &random)
                    )
                )
            }
            word = last + 1
        }
        if section.kind != .boilerplate, Int.random(in: 0..<10, using: &random) == 0 {
            findings.append(nil)
            givenUp.append(section.index)
            return
        }
        findings.append(Findings(mentions: mentions, tokenCount: words.count))
        guard section.kind != .boilerplate else { return }
        expectedMentions += mentions.map { start + $0.range.lowerBound..<start + $0.range.upperBound }
        themes.topics.append(
            .init(
                code: "\(section.index)",
                arabicLabel: "ا",
                englishLabel: "a",
                score: Int.random(in: 0...1000, using: &random),
                sections: [section.index]
            )
        )
        themes.keyphrases.append(
            .init(
                text: "عبارة",
                score: Int.random(in: 0...1000, using: &random),
                mentions: words.prefix(3).map { RankedPhrase.Mention(section: section.index, range: $0) }
            )
        )
    }

    /// Its report.
    func merged() throws -> Report {
        var merger = ReportMerger(model: try BuiltInModel.model(), lexicon: FixtureLexicon())
        return merger.report(outline: outline, findings: findings, themes: themes)
    }
}
