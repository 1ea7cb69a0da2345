/// Random text of the scalars that break text code, from a seed.
enum HostileText {
    private static let pieces: [String] = [
        "ال", "و", "كتاب", "أ", ".", "..", "…", "؟", "!", "\"", "«", "»", "“", "”", "(", ")", "\n", "\r\n", "\u{2028}",
        " ", "\t",
        "\u{64B}", "\u{654}", "\u{640}", "\u{FE73}", "\u{FC60}", "\u{200C}", "\u{200D}", "\u{200F}", "\u{202E}",
        "\u{FEFF}", "\u{AD}", "\u{0}",
        "ﷲ", "ﷺ", "ﻻ", "\u{FDFD}", "1", "٣", "٫", ",", "-", "'", "@", "/", "http://", "www.", "a@b.org", "U.S.",
        "Zürich",
        "\u{301}", "😀", "👩‍👩‍👧", "\u{10FFFF}", "\u{1EE00}", "\u{FFFD}", "\u{E000}", "中国", "हिन्दी", "د.", "\u{85}", "\u{A0}",
    ]

    static func make(seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        return (0..<random(120)).map { _ in pieces[random(pieces.count)] }.joined()
    }

    /// White space and the controls that count as such at the edge of a word.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
            || scalar.properties.generalCategory == .format && scalar.value != 0x200C && scalar.value != 0x200D
    }
}
