import ArabicText
import Extraction
import Testing
import Training

@Suite("Segmentation of words")
struct SegmentationTests {
    private static let corpus = """
        refTok(Farasa)\trefPOS(Farasa)\r
        ال+مدين+ة\tDET+NOUN+NSUFF\r
        و+ال+مدرس+ة\tCONJ+DET+NOUN+NSUFF\r
        ل+ال+أمم\tPREP+DET+NOUN\r
        ل+ال+لغ+ة\tPREP+DET+NOUN+NSUFF\r
        ترشيح+ات+ها\tNOUN+NSUFF+PRON\r
        كتب\tV\r
        +\tPUNC\r
        2014\tNUM\r
        """

    private func words() throws -> [SegmentedWord] { try SegmentationCorpus.wikiNews(Self.corpus, name: "small") }

    @Test("the corpus' words are joined as they are written")
    func reading() throws {
        #expect(
            try words().map(\.word) == [
                "المدينة", "والمدرسة", "للأمم", "للغة", "ترشيحاتها", "كتب", "+", "2014",
            ]
        )
    }

    @Test("a line without a tab is refused with its number")
    func badLine() {
        #expect(throws: TrainingError("small, line 2: no tab between the word and its parts of speech")) {
            try SegmentationCorpus.wikiNews("header\nكتب", name: "small")
        }
    }

    @Test("what was learnt is read right, and the same words give the same bytes")
    func learning() throws {
        let training = SegmentationTraining()
        let words = try words()
        let tables = try training.tables(from: words) { _ in }
        #expect(try training.tables(from: words.reversed()) { _ in } == tables)
        var segmenter = try SegmentationTraining.segmenter(tables)
        let scores = SegmentationScores(&segmenter, on: words, level: .full)
        #expect(scores.words == 8 && scores.right == 8)
        #expect(scores.line == "8 of 8 words right, 100.00 %")
    }

    @Test("a treebank's clitics are joined, the article behind ل too")
    func treebank() {
        func line(_ number: Int, _ form: String, joined: Bool) -> String {
            "\(number)\t\(form)\t_\tX\t_\t_\t_\t_\t_\t\(joined ? "SpaceAfter=No" : "_")"
        }
        let text = [
            line(1, "ل", joined: true), line(2, "لسلطة", joined: false), line(3, "نشرت", joined: true),
            line(4, "ها", joined: true), line(5, ".", joined: false), line(6, "قال", joined: false),
        ].joined(separator: "\n")
        let words = SegmentationCorpus.universalDependencies(text)
        #expect(words.map(\.parts) == [["ل", "السلطة"], ["نشرت", "ها"], ["قال"]])
        #expect(words.map(\.word) == ["للسلطة", "نشرتها", "قال"])
    }

    private static func parts(_ word: String) throws -> String {
        let model = try Model.embedded()
        var segmenter = try #require(model.segmenter())
        let scores = SegmentationScores(&segmenter, on: [SegmentedWord(parts: [word])], level: .full)
        return scores.faults.first?.found ?? word
    }

    @Test(
        "the model that is built in cuts words that it was not taught",
        arguments: [
            "و+ال+مستشفي+ات", "ب+ال+مصنع", "ل+ال+محافظ+ة", "س+يبحث+ون", "مكتب+ت+ه", "لندن", "باريس", "وزير",
            "ف+ال+مشكل+ة", "و+ب+ال+تحديد", "ل+ال+باحث+ين", "سيار+ات+هم",
        ]
    )
    func builtIn(expected: String) throws {
        let word = SegmentedWord(parts: expected.split(separator: "+").map(String.init)).word
        #expect(try Self.parts(word) == expected)
    }

    @Test("hostile words are read without harm, each letter in one part")
    func hostile() throws {
        var segmenter = try #require(try Model.embedded().segmenter())
        let letters: [UInt16] = [
            0x648, 0x641, 0x628, 0x644, 0x643, 0x633, 0x627, 0x647, 0x64A, 0x62A, 0x629, 0x649, 0x623, 0x41, 0xFFFD, 0,
        ]
        var state: UInt64 = 7
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let count = Int(state >> 60)
            let word = (0..<count).map { letters[Int(truncatingIfNeeded: state >> UInt64(4 * $0 % 60)) & 15] }
            let segmentation = segmenter.segmentation(of: word)
            var end = 0
            for case .letters(let range) in segmentation.parts {
                #expect(range.lowerBound >= end && range.upperBound <= word.count)
                end = range.upperBound
            }
            #expect(end == word.count)
            let clitics = segmenter.clitics(ofFolded: word[...])
            #expect(clitics.nameStart <= clitics.baseStart && clitics.baseStart + clitics.suffixLength <= word.count)
        }
    }
}
