import Articles
import TestSupport
import Testing

@Suite("Code pages")
struct CodePageTests {
    /// Letters of ASCII, of two and three bytes of UTF-8, diacritics, and bytes that the one code page or the other has
    /// nothing for.
    private static let pieces: [[UInt8]] = [
        Array("ab 12\n".utf8), EncodingTests.windows1256("قال المتحدث باسم الوزارة، أمس: "),
        [0x93, 0xC7, 0xE1, 0x94, 0x85],
        EncodingTests.windows1256("كتَبَ مُحمّدٌ "), [0x81, 0x8D, 0x80, 0xA0], [0xF8, 0xF3, 0xF3, 0xF8, 0xF6, 0xC8],
        [0xFF, 0xA1],
        EncodingTests.iso8859_6("ذهب الرئيس إلى السوق؛ "),
    ]

    @Test(
        "text is converted and scored alike many bytes at a time and byte by byte, whatever its length",
        arguments: [CodePage.windows1256, .iso8859_6]
    )
    func same(page: CodePage) {
        var random = SeededRandom(seed: 11)
        for round in 0..<3000 {
            // Some of few kinds of pieces, so that all paths are gone.
            let kinds = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
                Self.pieces.randomElement(using: &random)
            }
            var bytes: [UInt8] = []
            let count = round < 400 ? round : Int.random(in: 0...700, using: &random)
            while bytes.count < count { bytes += kinds.randomElement(using: &random) ?? [] }
            bytes.removeLast(bytes.count - count)
            if round % 7 == 0 { bytes = bytes.map { _ in UInt8.random(in: 0...0xFF, using: &random) } }

            var (text, expected): ([UInt8], [UInt8]) = ([], [])
            let invalid = bytes.withUnsafeBufferPointer { page.append($0, to: &text) }
            let expectedInvalid = bytes.withUnsafeBufferPointer { page.portable.append($0, to: &expected) }
            #expect(text == expected && invalid == expectedInvalid, "round \(round): \(bytes)")
            #expect(page.score(of: bytes) == page.portable.score(of: bytes), "round \(round): \(bytes)")
        }
    }
}
