internal import ArabicText
internal import Extraction

/// What spellings of one foreign name share: «غورباتشوف» and «جورباتشوف», «سورية» and «سوريا», «الجامعة الأميركية» and
/// «الجامعة الأمريكية», «ڤيتنام» and «فيتنام».
///
/// Only long words are changed: «جمال» and «كمال» are two names.
struct NameSound {
    /// Kept for the next name.
    private var letters: [UInt16] = []

    private static let fewestLetters = 5

    /// The same for names that sound alike. `words` are some of the words of `forms`.
    mutating func key(of words: Range<Int>, of forms: NameForms, type: EntityType) -> UInt64 {
        letters.removeAll(keepingCapacity: true)
        for index in words {
            if index > words.lowerBound { letters.append(NameForms.space) }
            append(forms.words[index].letters, of: forms.letters, isPlace: type.isLocation)
        }
        var hash = LetterRunHash()
        for letter in letters { hash.add(letter) }
        return LetterRunHash.join(hash.value, Int(type.rawValue))
    }

    private mutating func append(_ word: Range<Int>, of source: [UInt16], isPlace: Bool) {
        let first = word.lowerBound
        var base = word
        if word.count > 4, source[first] == NameForms.alef, source[first + 1] == NameForms.lam {
            letters.append(NameForms.alef)
            letters.append(NameForms.lam)
            base = word.dropFirst(2)
        }
        guard base.count >= Self.fewestLetters else {
            for index in base { letters.append(Self.foreign(source[index])) }
            return
        }
        let start = letters.count
        for index in base {
            switch Self.foreign(source[index]) {
            // غ, ج and ك for the g of other languages.
            case 0x63A, 0x62C, 0x643: letters.append(0x643)
            case let letter: letters.append(letter)
            }
        }
        // «أميركا» is «أمريكا».
        if letters[start] == NameForms.alef, letters[start + 1] == 0x645, letters[start + 2] == 0x64A,
            letters[start + 3] == 0x631
        {
            letters.swapAt(start + 2, start + 3)
        }
        // «سورية» is «سوريا».
        if isPlace, letters[letters.count - 1] == 0x647, letters[letters.count - 2] == 0x64A {
            letters[letters.count - 1] = NameForms.alef
        }
    }

    /// Letters that Arabic borrows, as those that it has.
    private static func foreign(_ letter: UInt16) -> UInt16 {
        switch letter {
        case 0x67E: 0x628
        case 0x6A4: 0x641
        case 0x686: 0x62C
        case 0x6AF: 0x643
        default: letter
        }
    }
}

/// Names with a word before them that says what kind of thing they are: «شركة أبل» is «أبل», «مدينة حلب» «حلب».
enum KindWords {
    /// The name without the word of its kind; `nil` where it has none, or where the rest could be something else
    /// («محافظة حلب» is not «حلب»). `words` are some of the words of `forms`.
    static func name(_ words: Range<Int>, of forms: NameForms, type: EntityType) -> Range<Int>? {
        let wanted = type.isLocation ? place : type.isOrganization ? organization : 0
        guard wanted > 0, words.count > 1, forms.words[words.lowerBound + 1].letters.count >= 3,
            kinds[forms.letters[forms.words[words.lowerBound].letters]] == wanted
        else { return nil }
        return words.dropFirst()
    }

    private static let place: UInt32 = 1
    private static let organization: UInt32 = 2

    /// Folded.
    private static let kinds = LetterTable(
        table("مدينه", place) + table("شركه نادي صحيفه جريده مجله قناه وكاله حركه تنظيم", organization)
    )

    private static func table(_ words: String, _ value: UInt32) -> [(word: [UInt16], value: UInt32)] {
        words.split(separator: " ").map { (Array($0.utf16), value) }
    }
}
