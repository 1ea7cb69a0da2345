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

    /// The same for names that sound alike.
    mutating func key(of words: ArraySlice<ArraySlice<UInt16>>, type: EntityType) -> HashKey {
        letters.removeAll(keepingCapacity: true)
        for index in words.indices {
            if index > words.startIndex { letters.append(NameForm.space) }
            Self.append(words[index], to: &letters, type: type)
        }
        return HashKey(hash: LetterRunHash.join(LetterRunHash.hash(letters), Int(type.rawValue)))
    }

    private static func append(_ word: ArraySlice<UInt16>, to letters: inout [UInt16], type: EntityType) {
        let hasArticle = word.count > 4 && word[word.startIndex] == 0x627 && word[word.startIndex + 1] == 0x644
        let base = hasArticle ? word.dropFirst(2) : word
        letters += word.prefix(word.count - base.count)
        guard base.count >= fewestLetters else {
            for letter in base { letters.append(foreign(letter)) }
            return
        }
        let start = letters.count
        for letter in base {
            switch foreign(letter) {
            // غ, ج and ك for the g of other languages.
            case 0x63A, 0x62C, 0x643: letters.append(0x643)
            case let letter: letters.append(letter)
            }
        }
        // «أميركا» is «أمريكا».
        if letters[start] == 0x627, letters[start + 1] == 0x645, letters[start + 2] == 0x64A,
            letters[start + 3] == 0x631
        {
            letters.swapAt(start + 2, start + 3)
        }
        // «سورية» is «سوريا».
        if type == .location, letters.last == 0x647, letters[letters.count - 2] == 0x64A {
            letters[letters.count - 1] = 0x627
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
    /// («محافظة حلب» is not «حلب»).
    static func name(_ words: [ArraySlice<UInt16>], type: EntityType) -> ArraySlice<ArraySlice<UInt16>>? {
        guard words.count > 1, let first = words.first, words[1].count >= 3, let kind = kinds[first],
            kind == (type == .location ? place : type == .organization ? organization : 0)
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
