import ArabicText
import Articles
import Testing

@Suite("Sections tile the text")
struct TilingTests {
    private static let pieces = [
        "P", "\n", "\n", "\n\n", "\r\n", "\r", "\u{2028}", "\u{85}", " ", "\t", "\u{A0}", "\u{3000}", "عنوان قصير",
        "فرصة أم مناورة؟", "اقرأ أيضا",
        "تابعنا على فيسبوك", "- بند", "© 2026", "#أ #ب", "\u{0}", "\u{200F}", "\u{64B}", "😀", "👩‍👩‍👧", "\u{10FFFF}", "ﷲ",
        ".", "؟", "…", "«", "»", "http://a.org",
        "نص قصير ينتهي بنقطة.", "X",
    ]

    private static func text(seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        return (0..<random(80)).map { _ in
            let piece = pieces[random(pieces.count)]
            switch piece {
            case "P":
                return String(repeating: "أعلنت الوزارة أن الوفدين سيجتمعان قريبا، في العاصمة. ", count: random(6) + 1)
            case "X":
                return String(
                    repeating: ["كلمة", "ك ", "a", "😀", "\u{64B}", "\n", " "][random(7)],
                    count: random(6000)
                )
            default: return piece
            }
        }.joined()
    }

    @Test("for every text, marked or not", arguments: 0..<200)
    func tiling(seed: Int) {
        let text = Self.text(seed: UInt64(seed))
        let length = text.codePointCount
        for marks in [nil, [0..<1], stride(from: 0, to: length, by: 97).map { $0..<min($0 + 9, length) }] {
            let outline = SectionSplitter.outline(of: Article(text: text, markedHeadings: marks))
            var end = 0
            for (index, section) in outline.sections.enumerated() {
                #expect(
                    section.index == index && section.range.lowerBound == end && !section.range.isEmpty,
                    "seed \(seed)"
                )
                if let heading = section.heading {
                    let isInside =
                        section.range.lowerBound <= heading.lowerBound && heading.upperBound <= section.range.upperBound
                    #expect(isInside && !heading.isEmpty, "seed \(seed)")
                }
                #expect(section.part >= 1)
                end = section.range.upperBound
            }
            #expect(end == length, "seed \(seed)")
            let texts = outline.sectionTexts().map(\.text)
            #expect(Array(texts.joined().utf8) == Array(text.utf8), "seed \(seed)")
            #expect(texts.allSatisfy { $0.utf8.count <= 4096 }, "seed \(seed)")
        }
    }

    @Test(
        "a long run of anything takes one pass",
        arguments: [
            "\n", "ك\n", "ك\n\n", "اقرأ أيضا\n", "عنوان قصير\n", "نص ينتهي بنقطة بعد كلمات.\n", " ", "ك", "\r",
            "\u{2028}", "تابعنا على فيسبوك\n",
        ]
    )
    func longRuns(unit: String) {
        let text = String(repeating: unit, count: 4_000)
        let sections = SectionSplitter.sections(of: Article(text: text))
        #expect(sections.last?.range.upperBound == text.codePointCount)
    }
}
