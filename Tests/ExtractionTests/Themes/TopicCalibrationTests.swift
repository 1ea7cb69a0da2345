import ArabicText
import Articles
import Extraction
import Testing

@Suite("Calibration of topics")
struct TopicCalibrationTests {
    @Test("a table reads back as it was written")
    func table() throws {
        var calibration = TopicCalibration()
        calibration.padding = 33
        calibration.halves = ["15000000": 120, "20000822": 60]
        #expect(try TopicCalibration(table: calibration.table) == calibration)
    }

    @Test(
        "a broken table is refused, and the line is named",
        arguments: ["half\n", "half\tx\n", "half\t0\n", "half\t-3\n", "half\t1\t2\n", "half\t99999999\n"]
    )
    func broken(table: String) {
        do {
            _ = try TopicCalibration(table: table)
            Issue.record("«\(table)» was taken")
        } catch {
            #expect(error.description.contains("themes.calibration"))
        }
    }

    @Test(
        "a score is half at the half, rises with the evidence and falls with the length",
        arguments: [(0, 40, 0), (10, 40, 500), (30, 40, 750), (10, 140, 333), (-5, 40, 0), (Int.max, 0, 1000)]
    )
    func score(sum: Int, words: Int, expected: Int) {
        var calibration = TopicCalibration()
        calibration.padding = 60
        let score = calibration.score(sum, words: words, half: 100)
        #expect(abs(score - expected) <= 1)
    }

    @Test("words that only hint at a topic are no evidence of it")
    func hints() throws {
        let model = try Model.embedded().themes
        let politics = try #require(model.concepts.firstIndex { $0.code == "11000000" })
        var extractor = ThemeExtractor(model: model)
        func evidence(_ text: String) -> Int {
            extractor.findings(in: TokenizedText(text)).topics.first { $0.concept == politics }?.evidence ?? 0
        }
        #expect(evidence("قال الوزير إن اللجنة والأعضاء ناقشوا القرار في الاجتماع") == 0)
        #expect(evidence("دعت المعارضة السياسية والأحزاب إلى انتخابات") >= 2)
    }

    @Test("evidence and length from outside, however large, do no harm")
    func extremes() {
        let calibration = TopicCalibration()
        for sum in [Int.min, 0, 1, Int.max] {
            for words in [Int.min, 0, Int.max] {
                #expect((0...1000).contains(calibration.score(sum, words: words, half: 1_000_000)))
            }
        }
    }

    @Test("every code of the model is an official one, with labels, below a parent that stands before it")
    func vocabulary() throws {
        let model = try Model.embedded().themes
        let topics = model.concepts.filter(\.isTopic)
        #expect(topics.count >= 120)
        #expect(topics.count == model.topicCount)
        #expect(topics.filter { $0.parent == nil }.count == 17)
        #expect(Set(topics.map(\.code)).count == topics.count)
        for topic in topics {
            #expect(topic.code.count == 8 && topic.code.allSatisfy(\.isNumber))
            #expect(!topic.arabicLabel.isEmpty && !topic.englishLabel.isEmpty)
            #expect((topic.parent == nil) == topic.code.hasSuffix("000000"))
        }
    }

    @Test("what is no Media Topic is in no findings, and in no report if findings name it")
    func subjects() throws {
        let model = try Model.embedded().themes
        let beyond = try #require(model.concepts.firstIndex { !$0.isTopic })
        let findings = Findings(topics: [TopicScore(concept: beyond, score: 900, evidence: 9)], tokenCount: 10)
        let topics = TopicRanking(model: model).topics(
            sections: [Section(index: 0, kind: .lead, range: 0..<9)],
            findings: [findings]
        )
        #expect(topics.isEmpty)
    }

    /// The topics of an article of 90 words in which just so much speaks for sport that it may stand alone, or, `below`,
    /// just too little, and others say `others`.
    private func beside(_ others: [TopicScore], evidence: Int = 2, below: Bool = false) throws -> [RankedTopic] {
        let model = try Model.embedded().themes
        let sport = try #require(model.concepts.firstIndex { $0.code == "15000000" })
        let (calibration, half) = (model.calibration, model.concepts[sport].half)
        let enough = try #require(
            (1...9000).first { calibration.score($0, words: 90, half: half) >= calibration.alone }
        )
        let score = TopicScore(concept: sport, score: below ? enough - 1 : enough, evidence: evidence)
        return TopicRanking(model: model).topics(
            sections: [Section(index: 0, kind: .body, range: 0..<9)],
            findings: [Findings(topics: [score] + others, tokenCount: 90)]
        )
    }

    @Test("the strongest topic of an article that has no other needs less, but not nothing")
    func alone() throws {
        let model = try Model.embedded().themes
        let health = try #require(model.concepts.firstIndex { $0.code == "07000000" })
        #expect(model.calibration.alone < model.calibration.threshold)
        #expect(try beside([]).map(\.code) == ["15000000"])
        #expect(try beside([], below: true).isEmpty)
        #expect(try beside([], evidence: model.calibration.aloneEvidence - 1).isEmpty)
        #expect(try beside([TopicScore(concept: health, score: 5000, evidence: 9)]).map(\.code) == ["07000000"])
    }

    @Test("the strongest child of a topic that is shown needs less, its siblings do not; without the topic it is none")
    func strongestChild() throws {
        let model = try Model.embedded().themes
        let calibration = model.calibration
        func concept(_ code: String) throws -> Int { try #require(model.concepts.firstIndex { $0.code == code }) }
        let (disaster, calamity, accident) = try (concept("03000000"), concept("20000148"), concept("20000139"))
        func sum(of concept: Int, reaching score: Int) throws -> Int {
            try #require(
                (1...9000).first { calibration.score($0, words: 90, half: model.concepts[concept].half) >= score }
            )
        }
        func shown(parent: Int, _ children: [(concept: Int, score: Int)]) throws -> [String] {
            var scores = [TopicScore(concept: disaster, score: try sum(of: disaster, reaching: parent), evidence: 9)]
            for child in children {
                scores.append(
                    TopicScore(
                        concept: child.concept,
                        score: try sum(of: child.concept, reaching: child.score),
                        evidence: calibration.childEvidence
                    )
                )
            }
            let topics = TopicRanking(model: model).topics(
                sections: [Section(index: 0, kind: .body, range: 0..<9)],
                findings: [Findings(topics: scores, tokenCount: 90)]
            )
            return topics.map(\.code)
        }
        let least = calibration.childThreshold
        #expect(least < calibration.threshold)
        #expect(try shown(parent: 700, [(accident, least)]) == ["03000000", "20000139"])
        #expect(try shown(parent: 700, [(accident, least + 30), (calamity, least)]) == ["03000000", "20000139"])
        #expect(try shown(parent: 700, [(accident, least - 60)]) == ["03000000"])
        #expect(try shown(parent: calibration.alone - 60, [(accident, least)]).isEmpty)
    }

    @Test("a title that stands in no section says twice what its words do, and is twice as long")
    func title() throws {
        let model = try Model.embedded().themes
        let sport = try #require(model.concepts.firstIndex { $0.code == "15000000" })
        var extractor = ThemeExtractor(model: model)
        func score(_ title: String) -> Int? {
            TopicRanking(model: model).topics(
                sections: [Section(index: 0, kind: .body, range: 0..<9)],
                findings: [Findings(topics: [TopicScore(concept: sport, score: 30, evidence: 4)], tokenCount: 90)],
                title: TitleTopics(title, extractor: &extractor)
            ).first { $0.code == "15000000" }?.score
        }
        let without = try #require(score(""))
        #expect(try #require(score("المنتخب يفوز بكأس البطولة في كرة القدم")) > without)
        #expect(try #require(score("ماذا بعد ذلك")) < without)
        // All that is behind the first 300 code points is cut off.
        let long = String(repeating: "هنا ", count: 75)
        #expect(score(long) == score(long + "المنتخب يفوز بكأس البطولة في كرة القدم"))
    }

    @Test("an article's topics are the same however its sections were cut")
    func cutting() throws {
        let model = try Model.embedded().themes
        let sport = try #require(model.concepts.firstIndex { $0.code == "15000000" })
        let whole = Findings(topics: [TopicScore(concept: sport, score: 90, evidence: 9)], tokenCount: 90)
        let third = Findings(topics: [TopicScore(concept: sport, score: 30, evidence: 3)], tokenCount: 30)
        let ranking = TopicRanking(model: model)
        let one = ranking.topics(sections: [Section(index: 0, kind: .body, range: 0..<9)], findings: [whole])
        let three = ranking.topics(
            sections: (0..<3).map { Section(index: $0, kind: .body, range: $0 * 3..<$0 * 3 + 3) },
            findings: [third, third, third]
        )
        #expect(one.map(\.score) == three.map(\.score) && one.map(\.code) == ["15000000"])
        #expect(three.first?.sections == [0, 1, 2])
    }

    @Test("where the lead opens words say twice as much, and are twice as long; behind it and in the body once")
    func lead() throws {
        let model = try Model.embedded().themes
        var extractor = ThemeExtractor(model: model)
        let filling = Array(repeating: "هنا", count: TopicRanking.opening).joined(separator: " ")
        func health(_ text: String, isLead: Bool) -> Int? {
            let found = extractor.findings(in: TokenizedText(text), isLead: isLead).topics
            return found.first { model.concepts[$0.concept].code == "07000000" }?.score
        }
        let once = try #require(health("المستشفى \(filling)", isLead: false))
        #expect(health("المستشفى \(filling)", isLead: true) == 2 * once)
        #expect(health("\(filling) المستشفى", isLead: true) == once)
        #expect(
            [9, TopicRanking.opening, 90].map { count in
                TopicRanking.length(
                    of: Section(index: 0, kind: .lead, range: 0..<9),
                    with: Findings(tokenCount: count)
                )
            } == [18, 2 * TopicRanking.opening, 90 + TopicRanking.opening]
        )
    }

    @Test("what a term silences says nothing in it, and speaks everywhere else")
    func silence() throws {
        let model = try Model.embedded().themes
        var extractor = ThemeExtractor(model: model)
        for (text, code, speaks) in [
            ("فرق الدفاع المدني", "20000598", false), ("وزارة الدفاع", "20000598", true),
            ("فرق الدفاع المدني", "03000000", true),
            ("خادم الحرمين الشريفين", "12000000", false), ("زار الحرمين الشريفين", "12000000", true),
        ] {
            let topics = extractor.findings(in: TokenizedText(text)).topics
            #expect(topics.contains { model.concepts[$0.concept].code == code } == speaks, "\(text) \(code)")
        }
    }
}
