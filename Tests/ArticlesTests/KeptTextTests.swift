import ArabicText
import Articles
import TestSupport
import Testing

@Suite("What came in is what is reported")
struct KeptTextTests {
    private static let pieces = [
        "ﻻ", "ﷲ", "ﺍﻟﺤﻜﻮﻣﺔ", "ـــ", "قَالَ", "الرّئيسُ", "ی", "ک", "ہ", "پوتين", "٣٫٥", "۱۲۳", "123", "\u{200F}",
        "\u{200E}",
        "\u{202B}", "\u{202C}", "\u{2067}", "\u{2069}", "\u{200C}", "\u{200D}", "\u{AD}", "e\u{301}", "é", "😀", "👩‍👩‍👧",
        " ", "\t",
        "\u{A0}", "،", "؟", "«", "»", "في", "من", "التي", "OpenAI", "\u{64B}", "\u{670}", "\u{FEFF}", "\u{2028}", "\\",
        "\"", "/",
    ]

    private static func text(_ random: inout SeededRandom) -> String {
        "قال المتحدث في البيان "
            + (0..<Int.random(in: 1...80, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    private static func json(_ text: String, _ random: inout SeededRandom) -> String {
        var json = "{\"text\":\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar == "\"" || scalar == "\\" || scalar.value < 0x20
            if mustEscape || Int.random(in: 0..<5, using: &random) == 0 {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                    json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                json.unicodeScalars.append(scalar)
            }
        }
        return json + "\"}"
    }

    @Test("scalar for scalar, from every format that keeps text, and offsets are exact")
    func kept() throws {
        var random = SeededRandom(seed: 11)
        let folder = try TemporaryFolder()
        for round in 0..<300 {
            let text = Self.text(&random)
            let files: [(String, [UInt8])] = [
                ("a.txt", Array(text.utf8)),
                ("b.txt", EncodingTests.utf16(text, bigEndian: Bool.random(using: &random))),
                ("c.jsonl", Array(Self.json(text, &random).utf8)),
                ("d.jsonl", EncodingTests.utf16(Self.json(text, &random), bigEndian: true)),
            ]
            for (name, bytes) in files {
                let path = try folder.write(name, bytes)
                let article = try #require(try ArticleReader(inputs: [path]).next()?.get(), "round \(round) \(name)")
                #expect(
                    article.text.unicodeScalars.elementsEqual(text.unicodeScalars),
                    "round \(round), \(name): \(text.debugDescription)"
                )
                let index = CodePointIndex(article.text)
                let scalars = Array(article.text.unicodeScalars)
                for section in SectionSplitter.sections(of: article) {
                    let expected = String(String.UnicodeScalarView(scalars[section.range]))
                    #expect(index[section.range].unicodeScalars.elementsEqual(expected.unicodeScalars))
                }
            }
        }
    }

    @Test("what HTML shows keeps its letters, marks and controls")
    func html() throws {
        var random = SeededRandom(seed: 12)
        let folder = try TemporaryFolder()
        for round in 0..<200 {
            let text = Self.text(&random)
            let escaped = text.map { $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0) }.joined()
            let path = try folder.write("a.html", "<html><body><p>\(escaped)</p></body></html>".utf8)
            let article = try #require(try ArticleReader(inputs: [path]).next()?.get())
            func seen(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0.value > 0x20 } }
            #expect(seen(article.text) == seen(text), "round \(round): \(text.debugDescription)")
        }
    }
}
