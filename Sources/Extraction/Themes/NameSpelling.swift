package import ArabicText

/// What the spellings of one foreign name have in common: «نتنياهو» and «نتانياهو», «ترامب» and «ترمب», «غوغل» and «جوجل».
///
/// Long vowels are written or not, and letters that Arabic lacks are written as one of several: so the vowels are left
/// out, and letters that stand for each other are one.
package enum NameSpelling {
    /// Shorter ones are those of too many words.
    private static let fewest = 3

    /// The consonants of the name at `range`, in code points, words joined, or `nil` where there are too few of them in a
    /// word to tell it by.
    package static func skeleton(of range: Range<Int>, in text: CodePointIndex.UTF8) -> [UInt16]? {
        let name = UnsafeBufferPointer(rebasing: text.bytes[text.range(of: range)])
        return isPlain(name) ? skeleton(ofPlain: name) : skeleton(of: String(decoding: name, as: UTF8.self))
    }

    /// The same of a name by itself, whatever is in it.
    package static func skeleton(of name: String) -> [UInt16]? {
        let text = TokenizedText(name)
        var skeleton: [UInt16] = []
        for token in text.tokens {
            guard token.isArabic else { return nil }
            guard append(text.letters(of: token), to: &skeleton) else { return nil }
        }
        return skeleton.isEmpty ? nil : skeleton
    }

    /// Appends a word's consonants and a zero; whether there are enough of them.
    private static func append(_ word: some Sequence<UInt16>, to skeleton: inout [UInt16]) -> Bool {
        let start = skeleton.count
        for letter in word {
            if let consonant = consonant(letter) { skeleton.append(consonant) }
        }
        guard skeleton.count - start >= fewest else { return false }
        skeleton.append(0)
        return true
    }

    /// Whether a name is of Arabic letters without marks, with single blanks between words, as most are: its tokens are
    /// what stands between the blanks.
    private static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < name.count {
            if name[place] == 0x20 {
                guard place > 0, name[place - 1] != 0x20 else { return false }
                place += 1
                continue
            }
            // U+0621 to U+063A, and U+0641 to U+064A.
            guard place + 1 < name.count,
                name[place] == 0xD8 && 0xA1...0xBA ~= name[place + 1]
                    || name[place] == 0xD9 && 0x81...0x8A ~= name[place + 1]
            else { return false }
            place += 2
        }
        return name.last.map { $0 != 0x20 } ?? false
    }

    private static func skeleton(ofPlain name: UnsafeBufferPointer<UInt8>) -> [UInt16]? {
        var skeleton: [UInt16] = []
        var letters: [UInt16] = []
        skeleton.reserveCapacity(name.count / 2 + 1)
        letters.reserveCapacity(name.count / 2)
        var start = 0
        while start < name.count {
            var end = start
            while end < name.count, name[end] != 0x20 { end += 1 }
            letters.removeAll(keepingCapacity: true)
            FoldedText.fold(utf8: UnsafeBufferPointer(rebasing: name[start..<end]), into: &letters)
            guard append(letters, to: &skeleton) else { return nil }
            start = end + 1
        }
        return skeleton
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
