import Articles
import Extraction
import Reports
import TestSupport
import Testing

@Suite("Exact positions")
struct ExactnessTests {
    /// Names, titles, adjectives, clitics, marks, and the scalars that break text code.
    private static let pieces: [String] = [
        "و", "ف", "ب", "ل", "ك", "س", "ال", "لل", "بال", "ولل", "هم", "ها", "ـ", " ", " ", " ", " ", " ", "\n", "\t",
        "، ", ". ",
        "واشنطن", "الولايات المتحدة", "لأمم المتحدة", "بوتين", "فلاديمير بوتين", "الرئيس ", "وزير الخارجية ", "الروسي",
        "الأميركية", "المصريين", "كوريا الشمالية", "الكورية الجنوبية", "حزب الله", "أبو ظبي", "نتنياهو", "قال", "في",
        "إن",
        "ثلاثة ملايين دولار", "يوم الاثنين 23 نوفمبر 2026", "٪", "٣٫٥", "5%", "https://a.org/x", "a@b.org", "«", "»",
        "(", ")",
        "\u{64B}", "\u{651}", "\u{654}", "\u{670}", "\u{200F}", "\u{200C}", "\u{202E}", "\u{FEFF}", "\u{0}", "ﷲ", "ﻻ",
        "ﷺ",
        "\u{FDFD}", "\u{301}", "😀", "👩‍👩‍👧", "\u{10FFFF}", "\u{2028}", "\u{A0}", "é", "e\u{301}", "中国", "\r\n",
    ]

    @Test("text[start:end] is the mention's text, in every layer, whatever the text is")
    func everyLayer() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("exactness: seed \(seed)")
        let model = try BuiltInModel.model()
        var extractor = Extractor(model: model)
        var merger = ReportMerger(model: model)
        var mentions = 0
        for round in UInt64(0)..<300 {
            var random = SeededRandom(seed: seed &+ round)
            let text = (0..<Int.random(in: 0...80, using: &random))
                .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let scalars = Array(text.unicodeScalars)
            let cut = Int.random(in: 0...scalars.count, using: &random)
            let sections = [0..<cut, cut..<scalars.count].filter { !$0.isEmpty }.enumerated().map {
                Section(index: $0.offset, kind: $0.offset == 0 ? .lead : .body, range: $0.element)
            }
            func slice(_ range: Range<Int>) -> String {
                var piece = String.UnicodeScalarView()
                piece.append(contentsOf: scalars[range])
                return String(piece)
            }
            let findings = sections.map { extractor.findings(in: SectionText(kind: $0.kind, text: slice($0.range))) }
            let article = Article(text: text)
            let report = merger.report(
                outline: Outline(id: article.id, article: article, sections: sections),
                findings: findings
            )
            #expect(report.problems.isEmpty, "seed \(seed), round \(round)")
            let places =
                report.entities.flatMap(\.mentions).map { ($0.range, $0.text) }
                + report.nisbas.flatMap(\.mentions).map { ($0.range, $0.text) }
            for (range, text) in places {
                let isExact = !range.isEmpty && slice(range).unicodeScalars.elementsEqual(text.unicodeScalars)
                #expect(isExact, "seed \(seed), round \(round), \(range)")
            }
            for place in report.keyphrases.flatMap(\.mentions) {
                let isInside = !place.range.isEmpty && place.range.upperBound <= scalars.count
                #expect(isInside, "seed \(seed), round \(round)")
            }
            let json = report.json(pretty: false)
            #expect(try ReportReader.report(from: json).json(pretty: false) == json, "seed \(seed), round \(round)")
            mentions += places.count
        }
        #expect(mentions > 300)
    }
}
