package import ArabicText

extension Token {
    /// Whether it is a word in Arabic letters. Unlike `==`, which another module's enumeration has as a function, a
    /// pattern costs nothing.
    @inline(__always)
    var isArabic: Bool { if case .arabic = kind { true } else { false } }

    /// Whether a word's final alef carries tanween: behind it, or on the letter before.
    package func hasTanween(in folded: FoldedText) -> Bool {
        guard letters.count > 2 else { return false }
        let last = letters.upperBound - 1
        return folded.letters[last] == ArabicLetter.alef && folded.hasTanween(in: last - 1...last)
    }
}
