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

    @Test("offsets outside of the text are clamped")
    func clamps() {
        let index = CodePointIndex("مصر")
        #expect(index[1..<9] == "صر" && index[5..<9] == "" && CodePointIndex("")[0..<4] == "")
        #expect(index.utf8Offset(of: 1) == 2 && index.utf8Offset(of: 7) == 6)
    }
}
