import ArabicText
import Testing

@Suite("White space")
struct WhiteSpaceTests {
    @Test("every scalar is told as Unicode has it")
    func allScalars() {
        for scalar in (UInt32.min...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
            guard scalar.isWhiteSpace != scalar.properties.isWhitespace else { continue }
            Issue.record("U+\(String(scalar.value, radix: 16))")
        }
    }
}
