internal import ArabicText

/// What the forms of one noun have in common, a broken plural among them: «المسجد» and «مساجد», «جهة» and «الجهات», whose
/// stems a light stemmer keeps apart.
///
/// The consonants of two such forms are the same, and one of them has the shape of a broken plural: without that,
/// «الوزير» and «الوزارة» would be one word.
package struct WordLikeness: Equatable {
    /// Hash of the letters without article and ending; of those that are no long vowels, but for the first.
    private var letters: UInt64 = 0
    private var consonants: UInt64 = 0
    private var shape: Shape = .other
    /// Of the consonants, those that are written for each other in foreign names as one; 0 where there are fewer than two.
    private var sound: UInt64 = 0

    private enum Shape {
        /// مفاعل, فواعل, فعاليل, أفعال, أفعلة, فعلاء: plurals of words of all shapes.
        case plural
        /// فعول, فعال: plurals of words of three letters, if of any.
        case shortPlural
        /// فعل
        case short
        case other
    }

    /// A word of `bytes`, UTF-8, as it is shown: without clitics, with or without the article.
    package init(_ bytes: some Sequence<UInt8>) {
        var word = Letters()
        var first: UInt16?
        for byte in bytes {
            // All letters of Arabic's own have two bytes, D8 to DB first.
            if byte & 0xC0 == 0xC0 {
                first = byte & 0xE0 == 0xC0 ? UInt16(byte & 0x1F) : nil
            } else if byte & 0xC0 == 0x80, let high = first {
                word.add(high << 6 | UInt16(byte & 0x3F))
                first = nil
            }
        }
        word.cutArticle()
        sound = Self.sound(of: word)
        let isFeminine = word.cutEnding()
        shape = Self.shape(of: word, isFeminine: isFeminine)
        // The alef of «أفعال» and «أفعلة» is no radical.
        let start = shape == .plural && word[0] == ThemeStemmer.alef ? 1 : 0
        var count = 0
        for place in 0..<word.count {
            letters = StemHash.mix(letters, UInt32(word[place]))
            guard place >= start, place == start || !Letters.isVowel(word[place]) else { continue }
            consonants = StemHash.mix(consonants, UInt32(word[place]))
            count += 1
        }
        if count < Self.fewest { consonants = 0 }
    }

    /// Fewer consonants are those of too many words.
    private static let fewest = 3

    /// A bit each for its letters and its consonants: words that are like each other have one of them in common.
    var bits: (letters: UInt64, consonants: UInt64) {
        (1 << (letters & 63), consonants == 0 ? 0 : 1 << (consonants & 63))
    }

    /// Whether both are forms of one noun.
    package func isLike(_ other: WordLikeness) -> Bool {
        if letters == other.letters { return true }
        guard consonants != 0, consonants == other.consonants else { return false }
        if shape == .plural || other.shape == .plural { return true }
        return shape == .shortPlural && other.shape == .short || shape == .short && other.shape == .shortPlural
    }

    /// Whether both may be spellings of one name: «نتنياهو» and «نتانياهو», «فيغاس» and «فيجاس», «ترامب» and «ترمب».
    package func soundsLike(_ other: WordLikeness) -> Bool { sound != 0 && sound == other.sound }

    private static func sound(of word: Letters) -> UInt64 {
        var (sound, count) = (UInt64(0), 0)
        for place in 0..<word.count {
            guard let consonant = consonant(word[place]) else { continue }
            sound = StemHash.mix(sound, UInt32(consonant))
            count += 1
        }
        return count < 2 ? 0 : sound
    }

    /// A letter as one of those that stand for each other; `nil` for what is written or not.
    private static func consonant(_ letter: UInt16) -> UInt16? {
        switch letter {
        case ThemeStemmer.alef, ThemeStemmer.waw, ThemeStemmer.yeh, ThemeStemmer.heh, 0x625, 0x629: nil
        // غ, ج, ق, گ
        case 0x63A, 0x62C, 0x642, 0x6AF: ThemeStemmer.kaf
        // ط, ث
        case 0x637, 0x62B: ThemeStemmer.teh
        // ذ, ظ, ض
        case 0x630, 0x638, 0x636: 0x62F
        // ص, ز, ش
        case 0x635, 0x632, 0x634: ThemeStemmer.seen
        case 0x6A4: ThemeStemmer.feh
        case 0x67E: ThemeStemmer.beh
        default: letter
        }
    }

    private static func shape(of word: Letters, isFeminine: Bool) -> Shape {
        let count = word.count
        guard count >= 3 else { return .other }
        let alef = ThemeStemmer.alef
        if word[0] == alef {
            let isPlural = isFeminine ? count == 4 && !Letters.isVowel(word[2]) : count == 5 && word[3] == alef
            return isPlural ? .plural : .other
        }
        if isFeminine { return .other }
        if count == 3 { return word.endsInHamza ? .plural : Letters.isVowel(word[1]) ? .other : .short }
        if count == 4 { return word[2] == alef || word[2] == ThemeStemmer.waw ? .shortPlural : .other }
        // مساجد and قوانين, not تعاون.
        let isNoun = count == 5 && word[0] == ThemeStemmer.teh
        return word[2] == alef && count <= 6 && !isNoun ? .plural : .other
    }

    /// The first letters of a word, folded.
    private struct Letters {
        private var letters = SIMD16<UInt16>()
        private(set) var count = 0
        /// It ends in «اء».
        private(set) var endsInHamza = false

        subscript(place: Int) -> UInt16 { letters[place] }

        static func isVowel(_ letter: UInt16) -> Bool {
            letter == ThemeStemmer.alef || letter == ThemeStemmer.waw || letter == ThemeStemmer.yeh
        }

        mutating func add(_ letter: UInt16) {
            let folded: UInt16
            switch letter {
            // Hamza alone, tatweel and marks.
            case 0x621:
                endsInHamza = count > 0 && letters[count - 1] == ThemeStemmer.alef
                return
            case 0x640, 0x64B...0x65F, 0x670: return
            // That of «إسلام» stays: it is no plural of «سلام».
            case 0x622, 0x623, 0x671: folded = ThemeStemmer.alef
            case 0x624: folded = ThemeStemmer.waw
            case 0x626, 0x649: folded = ThemeStemmer.yeh
            default: folded = letter
            }
            endsInHamza = false
            guard count < letters.scalarCount else { return }
            letters[count] = folded
            count += 1
        }

        mutating func cutArticle() {
            guard count > 4, letters[0] == ThemeStemmer.alef, letters[1] == ThemeStemmer.lam else { return }
            for place in 2..<count { letters[place - 2] = letters[place] }
            count -= 2
        }

        /// Cuts ة, ات, ون, ين, ان and the ي of relation off; whether the word was feminine.
        mutating func cutEnding() -> Bool {
            if endsInHamza {
                count -= 1
                return false
            }
            guard count > 2 else { return false }
            var isFeminine = false
            let (last, previous) = (letters[count - 1], letters[count - 2])
            if last == 0x629 {
                isFeminine = true
                count -= 1
            } else if last == ThemeStemmer.teh, previous == ThemeStemmer.alef, count > 3 {
                isFeminine = true
                count -= 2
            } else if last == ThemeStemmer.noon, isVowel(previous), count > 4 {
                count -= 2
            }
            if count > 3, letters[count - 1] == ThemeStemmer.yeh { count -= 1 }
            return isFeminine
        }

        private func isVowel(_ letter: UInt16) -> Bool { Self.isVowel(letter) }
    }
}
