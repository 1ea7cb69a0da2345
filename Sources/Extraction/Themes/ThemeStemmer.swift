internal import ArabicText

/// Cuts suffixes off a word from which clitics and article are already gone: possessive pronouns and the alef of
/// tanween, and then what ``LightStemmer`` cuts.
package enum ThemeStemmer {
    /// The end of the stem of `letters`, whose possessive suffix has `pronoun` letters.
    @inline(__always)
    package static func end(of letters: WordLetters, pronoun: Int, isAccusative: Bool) -> Int {
        var stem = letters.dropLast(pronoun)
        if isAccusative, stem.count > 3 { stem = stem.dropLast() }
        // «سياستها»: what is ت before a suffix is ة without it.
        if pronoun > 0, stem.count > 3, stem.last == teh, stem[stem.endIndex - 2] != alef { stem = stem.dropLast() }
        guard stem.count > 3 else { return stem.endIndex }
        return LightStemmer.endWithoutSuffix(of: stem.base, stem.startIndex..<stem.endIndex)
    }

    /// How many letters of a possessive suffix end `letters`.
    @inline(__always)
    package static func pronoun(of letters: WordLetters) -> Int {
        let end = letters.endIndex
        guard letters.count >= 5 else { return 0 }
        if letters[end - 2] == heh {
            if letters[end - 1] == alef { return 2 }
            if letters[end - 1] == meem, letters.count >= 6 { return 2 }
        }
        if letters.count >= 6, letters[end - 3] == heh, letters[end - 2] == meem, letters[end - 1] == alef { return 3 }
        return 0
    }

    static let alef: UInt16 = 0x627
    static let teh: UInt16 = 0x62A
    static let heh: UInt16 = 0x647
    static let waw: UInt16 = 0x648
    static let yeh: UInt16 = 0x64A
    static let noon: UInt16 = 0x646
    static let meem: UInt16 = 0x645
    static let lam: UInt16 = 0x644
    static let beh: UInt16 = 0x628
    static let feh: UInt16 = 0x641
    static let kaf: UInt16 = 0x643
    static let seen: UInt16 = 0x633
}
