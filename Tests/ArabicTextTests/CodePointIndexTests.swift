import ArabicText
import Testing

@Suite("Code points")
struct CodePointIndexTests {
    @Test("a range of code points is cut as Python cuts it", arguments: 0..<60)
    func cuts(seed: Int) {
        let text = (0..<6).map { HostileText.make(seed: UInt64(seed * 6 + $0)) }.joined()
        let scalars = Array(text.unicodeScalars)
        let index = CodePointIndex(text)
        #expect(index.count == scalars.count && text.codePointCount == scalars.count)
        for start in stride(from: 0, through: scalars.count, by: 7) {
            for end in [start, start + 1, start + 63, start + 64, start + 65, scalars.count] where end <= scalars.count
            {
                guard start <= end else { continue }
                var expected = String.UnicodeScalarView()
                expected.append(contentsOf: scalars[start..<end])
                #expect(Array(index[start..<end].utf8) == Array(String(expected).utf8), "seed \(seed)")
            }
        }
    }

    @Test("long texts are counted whole", arguments: [0, 1, 7, 8, 9, 2039, 2040, 2041, 2048, 4080, 4088, 30_000])
    func lengths(count: Int) {
        for text in ["a", "و", "ﻻ", "😀", "قال 7 «ﻻ» 😀"] {
            let scalars = Array(String(repeating: text, count: count).unicodeScalars.prefix(count))
            #expect(String(String.UnicodeScalarView(scalars)).codePointCount == scalars.count, "\(text)")
        }
    }

    @Test("offsets outside of the text are clamped")
    func clamps() {
        let index = CodePointIndex("مصر")
        #expect(index[1..<9] == "صر" && index[5..<9] == "" && CodePointIndex("")[0..<4] == "")
        #expect(index.utf8Offset(of: 1) == 2 && index.utf8Offset(of: 7) == 6)
    }
}
