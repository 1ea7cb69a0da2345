package import ArabicText

extension Token {
    /// Whether it is a word in Arabic letters.
    @inline(__always)
    var isArabic: Bool { kind == .arabic }

    /// Whether it is a number in digits.
    @inline(__always)
    var isNumber: Bool { kind == .number }

    /// Whether a word's final alef carries tanween: behind it, or on the letter before.
    package func hasTanween(in folded: FoldedText) -> Bool {
        guard letters.count > 2 else { return false }
        let last = letters.upperBound - 1
        return folded.letters[last] == ArabicLetter.alef && folded.hasTanween(in: last - 1...last)
    }
}
