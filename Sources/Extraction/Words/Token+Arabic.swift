internal import ArabicText

extension Token {
    /// Whether it is a word in Arabic letters. Unlike `==`, which another module's enumeration has as a function, a
    /// pattern costs nothing.
    @inline(__always)
    var isArabic: Bool { if case .arabic = kind { true } else { false } }
}
