internal import ArabicText

/// What the spellings of one foreign name have in common: «نتنياهو» and «نتانياهو», «ترامب» and «ترمب», «غوغل» and «جوجل».
///
/// Long vowels are written or not, and letters that Arabic lacks are written as one of several: so the vowels are left
/// out, and letters that stand for each other are one.
enum NameSpelling {
    /// Shorter ones are those of too many words.
    private static let fewest = 3

    /// The consonants of a name, words joined, or `nil` where there are too few of them in a word to tell it by.
    static func skeleton(of name: String) -> [UInt16]? {
        let text = TokenizedText(name)
        var skeleton: [UInt16] = []
        for token in text.tokens {
            guard token.isArabic else { return nil }
            let consonants = text.letters(of: token).compactMap(consonant)
            guard consonants.count >= fewest else { return nil }
            skeleton += consonants
            skeleton.append(0)
        }
        return skeleton.isEmpty ? nil : skeleton
    }

    /// A folded letter as one of those that stand for each other; `nil` for a vowel.
    private static func consonant(_ letter: UInt16) -> UInt16? {
        switch letter {
        case ThemeStemmer.alef, ThemeStemmer.waw, ThemeStemmer.yeh, 0x621, 0x624, 0x626: nil
        case 0x63A, 0x642, 0x6AF: 0x62C
        case 0x637, 0x62B: ThemeStemmer.teh
        case 0x635: ThemeStemmer.seen
        case 0x6A4: ThemeStemmer.feh
        case 0x67E: ThemeStemmer.beh
        default: letter
        }
    }
}
