import ArabicText
import Testing

@Suite("Checking UTF-8")
struct UTF8CheckTests {
    private static let bad: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xD8], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF],
        [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xD8, 0xD8, 0xA7],
    ]

    @Test("what is broken is found at every place of a block", arguments: bad)
    func everyPlace(_ bad: [UInt8]) {
        // Letters of three and four bytes end a block; behind them are some without.
        let start = "قال الوزير a «نعم» – 😀 في المؤتمر الصحفي"
        let text = Array((start + "، الذي عقد اليوم في مقر الوزارة ©2024: «أهلا وسهلا بكم».").utf8)
        for place in 0...text.count {
            let bytes = text[..<place] + bad + text[place...]
            var expected: Int?
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: bytes.span)
            } catch {
                expected = error.byteOffsets.lowerBound
            }
            #expect(UTF8Check.firstInvalid(bytes) == expected)
            let checked = bytes.withUnsafeBufferPointer { String(checking: $0) }
            #expect((checked == nil) == (expected != nil))
        }
    }

    @Test(
        "what is sound is the same text",
        arguments: ["", "a", "نص", "سطر\nآخر ﻻ", "قال الوزير a «نعم» – 😀 في المؤتمر الصحفي"]
    )
    func sound(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(bytes.withUnsafeBufferPointer { String(checking: $0) } == text)
        #expect(bytes.withUnsafeBufferPointer { String(cut: $0) } == text)
        #expect(String(reading: bytes) == text)
    }
}
