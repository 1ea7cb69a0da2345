import Articles
import Extraction
import Reports
import Testing

@Suite("Report merger")
struct ReportMergerTests {
    private let article = MarkedArticle([
        .lead("بدأت [LOC روسيا] حوارا"),
        .body("عنوان عن [LOC كييف]", "ثم [PER بوتين] في [LOC روسيا]"),
        .boilerplate("تابعنا عبر [ORG فيسبوك]"),
    ])

    @Test("sections name their kind, heading and entities; boilerplate is listed and not mined")
    func sections() throws {
        let report = try article.report()
        #expect(report.sections.map(\.section.kind) == [.lead, .body, .boilerplate])
        #expect(report.sections.map(\.heading) == [nil, "عنوان عن كييف", nil])
        #expect(report.sections.map(\.entities) == [[0], [0, 1, 2], []])
        #expect(report.entity("فيسبوك") == nil)
        #expect(report.problems.isEmpty)
    }

    @Test("mentions are sliced from the article, with offsets in it")
    func slices() throws {
        let report = try article.report()
        let scalars = Array(report.article.text.unicodeScalars)
        for mention in report.entities.flatMap(\.mentions) {
            #expect(String(String.UnicodeScalarView(scalars[mention.range])) == mention.text)
            #expect(report.sections[mention.section].section.range.contains(mention.range.lowerBound))
        }
        #expect(report.entities.flatMap(\.mentions).count == 4)
    }

    @Test("of an article that is a table the first mentions are listed, and a problem says how many are not")
    func table() throws {
        let more = 1500
        let cell = Array("5% ".unicodeScalars)
        let count = ReportLimits.mentions + more
        let text = String(String.UnicodeScalarView((0..<count).flatMap { _ in cell }))
        let article = Article(source: "table.txt", text: text)
        let half = count / 2
        let places = [0..<half, half..<count]
        let outline = Outline(
            id: article.id,
            article: article,
            sections: places.enumerated().map { index, cells in
                Section(index: index, kind: .body, range: cells.lowerBound * 3..<cells.upperBound * 3)
            }
        )
        let findings = places.map { cells in
            let mentions = (0..<cells.count).map {
                EntityMention(range: $0 * 3..<$0 * 3 + 2, type: .percent, confidence: 900)
            }
            return Findings(
                mentions: mentions,
                nisbas: mentions.map { NisbaMention(range: $0.range, country: "RU") }
            )
        }
        var merger = ReportMerger(model: try BuiltInModel.model())
        let report = merger.report(outline: outline, findings: findings)
        let starts = report.entities.flatMap(\.mentions).map(\.range.lowerBound).sorted()
        #expect(starts == (0..<ReportLimits.mentions).map { $0 * 3 })
        #expect(report.nisbas.flatMap(\.mentions).count == ReportLimits.mentions)
        #expect(report.problems.allSatisfy { $0.section == nil })
        let limit = ReportLimits.mentions
        for (problem, text) in zip(report.problems, ["mentions of entities", "adjectives of countries"]) {
            #expect(problem.message.hasPrefix("\(limit) \(text) are listed, the first ones; \(more) more were found"))
        }
        #expect(report.problems.count == 2)
    }

    @Test("of a keyphrase that is everywhere the first places are listed, and a problem says how many are not")
    func keyphraseEverywhere() throws {
        let (more, limit) = (7, ReportLimits.keyphraseMentions)
        let article = MarkedArticle(String(repeating: "كلمة ", count: limit + more))
        let places = (0..<limit + more).map { RankedPhrase.Mention(section: 0, range: 5 * $0..<5 * $0 + 4) }
        func phrase(_ places: [RankedPhrase.Mention]) -> RankedPhrase {
            .init(text: "كلمة", score: 9, mentions: places)
        }
        let report = try article.report(themes: ArticleThemes(keyphrases: [phrase(places)], topics: []))
        #expect(report.keyphrases.map(\.mentions.count) == [limit])
        let problem = try #require(report.problems.first)
        #expect(report.problems.count == 1 && problem.section == nil)
        #expect(
            problem.message.hasPrefix("\(limit) places of a keyphrase are listed, the first ones; 7 more were found")
        )
        let most = try article.report(
            themes: ArticleThemes(keyphrases: [phrase(Array(places.prefix(limit)))], topics: [])
        )
        #expect(most.problems.isEmpty)
    }

    @Test("a section that was given up is a problem that says what to do; the others are whole")
    func givenUp() throws {
        var article = article
        article.findings[1] = nil
        let report = try article.report()
        #expect(report.problems.map(\.section) == [1])
        #expect(report.problems[0].message.contains("`warraq retry \(report.id)`"))
        #expect(report.outlineOfEntities == ["LOC روسيا ×1"])
        article.findings = [article.findings[0]]
        #expect(try article.report() == report)
    }

    @Test("boilerplate without findings is no problem")
    func noBoilerplateFindings() throws {
        var article = article
        article.findings[2] = nil
        #expect(try article.report().problems.isEmpty)
    }

    @Test(
        "a finding that does not fit its section is left out and named",
        arguments: [
            -1..<3, 3..<3, 0..<1_000_000, Int.min..<Int.max, 900..<905, Int.max..<Int.max, 7..<12,
        ]
    )
    func misfits(range: Range<Int>) throws {
        let whole = try article.report()
        var article = article
        // Its own mention is at 5..<10.
        article.findings[0]?.mentions.append(EntityMention(range: range, type: .person, confidence: 900))
        article.findings[0]?.phraseWords.append(PhraseWord(range: range, stem: 7))
        let report = try article.report()
        #expect(report.entities == whole.entities)
        #expect(report.problems.map(\.section) == [0])
        #expect(report.problems[0].message.contains(range == 7..<12 ? "1 finding does" : "2 findings do"))
    }

    @Test("a confidence or a topic score beyond sense is left out and named", arguments: [-1, 1001, .min, .max])
    func senselessNumbers(number: Int) throws {
        let whole = try article.report()
        var article = article
        article.findings[1]?.mentions.append(EntityMention(range: 0..<2, type: .person, confidence: number))
        article.findings[1]?.topics.append(TopicScore(concept: -1, score: 1, evidence: 1))
        article.findings[1]?.mentions[0].support = [number, number, number, number]
        let report = try article.report()
        #expect(report.problems.map(\.section) == [1])
        #expect(report.entities.map(\.name) == whole.entities.map(\.name))
    }

    @Test("an outline that does not fit its text harms nothing else")
    func misfittingOutline() throws {
        var article = article
        article.outline.sections[1].range = 20..<9_000_000
        article.outline.sections[1].heading = 8_000_000..<8_500_000
        article.outline.sections[2].range = 9_000_000..<9_100_000
        let report = try article.report()
        #expect(report.sections[1].section.range.upperBound == report.article.text.unicodeScalars.count)
        #expect(report.sections[2].section.range.isEmpty)
    }

    @Test("themes are ordered by score, then position, numbered, and listed with their sections, topics first")
    func themes() throws {
        let place = { RankedPhrase.Mention(section: $0, range: $1) }
        let report = try article.report(
            themes: ArticleThemes(
                keyphrases: [
                    .init(text: "حوار", score: 700, mentions: [place(1, 30..<34), place(0, 11..<15)]),
                    .init(text: "عنوان", score: 900, mentions: [place(1, 18..<23)]),
                    .init(text: "بدأت", score: 700, mentions: [place(0, 0..<4)]),
                    .init(text: "لا مكان له", score: 999, mentions: [place(0, 5..<900_000)]),
                ],
                topics: [
                    .init(code: "2", arabicLabel: "سياسة", englishLabel: "politics", score: 500, sections: [1, 0, 1]),
                    .init(code: "1", arabicLabel: "", englishLabel: "war", score: 500, sections: [0, 1, 77]),
                ]
            )
        )
        #expect(report.keyphrases.map(\.text) == ["عنوان", "بدأت", "حوار"])
        #expect(report.keyphrases.map(\.id) == ["k0", "k1", "k2"])
        #expect(report.keyphrases[2].sections == [0, 1])
        #expect(report.keyphrases[2].mentions.map(\.range.lowerBound) == [11, 30])
        #expect(report.topics.map(\.code) == ["1", "2"])
        #expect(report.topics.map(\.sections) == [[0, 1], [0, 1]])
        #expect(report.topics.map(\.arabicLabel) == ["war", "سياسة"])
        #expect(report.sections.map(\.themes) == [["t0", "t1", "k1", "k2"], ["t0", "t1", "k0", "k2"], []])
    }
}
