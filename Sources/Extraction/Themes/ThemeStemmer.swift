/// Cuts suffixes off a word from which clitics and article are already gone: light stemming by the letters' range alone.
///
/// After light10 (Larkey, Ballesteros & Connell 2007), with the plural and the nisba taken off together, so that
/// «عملية» and «عمليات», «روسي» and «روسيين» share a stem; letters are folded (ة is ه).
package enum ThemeStemmer {
    /// The end of the stem of `letters`, whose possessive suffix has `pronoun` letters.
    @inline(__always)
    package static func end(of letters: ArraySlice<UInt16>, pronoun: Int, isAccusative: Bool) -> Int {
        let start = letters.startIndex
        var end = letters.endIndex - pronoun
        func ends(_ first: UInt16, _ second: UInt16) -> Bool {
            letters[end - 1] == second && letters[end - 2] == first
        }
        if isAccusative, end - start > 3 { end -= 1 }
        // «سياستها»: what is ت before a suffix is ة without it.
        if pronoun > 0, end - start > 3, letters[end - 1] == teh, letters[end - 2] != alef { return end - 1 }
        guard end - start > 3 else { return end }
        if end - start > 4, ends(alef, teh) || ends(alef, noon) || ends(waw, noon) || ends(yeh, noon) {
            end -= 2
            if end - start > 3, letters[end - 1] == yeh { end -= 1 }
            return end
        }
        if end - start > 4, ends(yeh, heh) { return end - 2 }
        if letters[end - 1] == heh || letters[end - 1] == yeh { return end - 1 }
        return end
    }

    /// How many letters of a possessive suffix end `letters`.
    @inline(__always)
    package static func pronoun(of letters: ArraySlice<UInt16>) -> Int {
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
