/// Which adjectives a noun takes, told by its form where that tells: «الأمن الإسرائيلي», but «الأجهزة الإسرائيلية».
///
/// Broken plurals of things take feminine adjectives, and have the same forms as many masculine nouns («أعمال», «إعلام»;
/// «مصانع», «منافس»): of these, of short words and of what ends in ى or اء nothing is said, unless the lexicon knows.
package enum WordGender: Sendable {
    case masculine
    case feminine
    case either

    /// Of a word without clitics, article and possessive suffix; folded letters, in which ة is ه.
    package init(of letters: WordLetters, _ classes: WordClass) {
        if classes.contains(.feminine) {
            self = .feminine
        } else if classes.contains(.masculine) {
            self = .masculine
        } else {
            self = Self.byForm(letters)
        }
    }

    private static func byForm(_ letters: WordLetters) -> WordGender {
        let count = letters.count
        guard count >= 4 else { return .either }
        let first = letters.startIndex
        let (last, previous) = (letters[first + count - 1], letters[first + count - 2])
        switch last {
        case ThemeStemmer.heh: return .feminine
        case ThemeStemmer.teh where previous == ThemeStemmer.alef: return count >= 5 ? .feminine : .either
        case ThemeStemmer.noon
        where previous == ThemeStemmer.waw || previous == ThemeStemmer.yeh || previous == ThemeStemmer.alef:
            return .either
        case ThemeStemmer.alef, ThemeStemmer.yeh, hamza: return .either
        default: break
        }
        let (second, third) = (letters[first + 1], letters[first + 2])
        let startsWithAlef = letters[first] == ThemeStemmer.alef
        switch count {
        case 4:
            // فعال, فعول, أفعل
            return third == ThemeStemmer.alef || third == ThemeStemmer.waw || startsWithAlef ? .either : .masculine
        case 5:
            // أفعال, مفاعل
            let isPlural = third == ThemeStemmer.alef || startsWithAlef && previous == ThemeStemmer.alef
            return isPlural && second != ThemeStemmer.alef ? .either : .masculine
        case 6:
            // مفاعيل, أفاعيل
            let isPlural = third == ThemeStemmer.alef && (previous == ThemeStemmer.yeh || previous == ThemeStemmer.waw)
            return isPlural ? .either : .masculine
        default: return .masculine
        }
    }

    private static let hamza: UInt16 = 0x621

    var traits: WordTraits {
        switch self {
        case .masculine: []
        case .feminine: .feminine
        case .either: .eitherGender
        }
    }
}
