import Articles
import Extraction
import Reports
import TestSupport
import Testing

@Suite("Determinism")
struct DeterminismTests {
    @Test("the same arguments give the same bytes, run after run, by any merger")
    func repeated() throws {
        var random = SeededRandom(seed: 7)
        let article = RandomArticle(sections: 40, using: &random)
        let first = try article.merged().json(pretty: true)
        for _ in 0..<5 { #expect(try article.merged().json(pretty: true) == first) }
        var merger = ReportMerger(model: try BuiltInModel.model(), lexicon: FixtureLexicon())
        for seed in UInt64(0)..<5 {
            var other = SeededRandom(seed: seed)
            let noise = RandomArticle(sections: 5, using: &other)
            _ = merger.report(outline: noise.outline, findings: noise.findings)
            let report = merger.report(outline: article.outline, findings: article.findings, themes: article.themes)
            #expect(report.json(pretty: true) == first)
        }
    }

    @Test("the order in which links were put into their dictionary does not show")
    func links() throws {
        let keys = (0..<40).map { "scheme\($0)" }
        var random = SeededRandom(seed: 3)
        let report = try MarkedArticle("[LOC روسيا]").report()
        let documents = (0..<20).map { round in
            var links = Dictionary<String, String>(minimumCapacity: round * 16)
            for key in keys.shuffled(using: &random) { links[key] = "x" }
            var report = report
            report.entities[0].links = Report.Links(links)
            return report.json(pretty: false)
        }
        #expect(Set(documents).count == 1)
    }

    @Test("the order of themes with one score does not depend on the order in which they came")
    func themes() throws {
        let article = MarkedArticle([.lead("واحد اثنان ثلاثة أربعة"), .body(nil, "خمسة ستة سبعة ثمانية")])
        var phrases = (0..<16).map { index in
            RankedPhrase(
                text: "p\(index % 4)",
                score: 500 + index % 2,
                mentions: [.init(section: 0, range: index / 4..<index / 4 + 1)]
            )
        }
        var topics = (0..<16).map { index in
            RankedTopic(
                code: "\(index)",
                arabicLabel: "ا",
                englishLabel: "a",
                score: 500 + index % 2,
                sections: [index % 2]
            )
        }
        var random = SeededRandom(seed: 11)
        let first = try article.report(themes: ArticleThemes(keyphrases: phrases, topics: topics))
        for _ in 0..<10 {
            phrases.shuffle(using: &random)
            topics.shuffle(using: &random)
            #expect(try article.report(themes: ArticleThemes(keyphrases: phrases, topics: topics)) == first)
        }
    }

    @Test("random findings: every mention is kept once, ids are consistent, and the outside validator agrees")
    func random() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("random findings: seed \(seed)")
        var reports: [Report] = []
        for round in UInt64(0)..<60 {
            var random = SeededRandom(seed: seed &+ round)
            let article = RandomArticle(sections: 1 + Int(round % 12), using: &random)
            let report = try article.merged()
            let expected = article.expectedMentions
            let kept = report.entities.flatMap(\.mentions).map(\.range).sorted { $0.lowerBound < $1.lowerBound }
            #expect(kept == expected, "seed \(seed), round \(round)")
            #expect(report.problems.map(\.section) == article.givenUp, "seed \(seed), round \(round)")
            reports.append(report)
        }
        let faults = try OutsideValidator.faults(in: reports)
        #expect(faults == nil, "seed \(seed)")
    }
}
