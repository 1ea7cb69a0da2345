internal import ArabicText
internal import Extraction

/// Reads the titles that stand before a person's name: «الرئيس الروسي فلاديمير بوتين» has «الرئيس», «وزير الخارجية الروسي
/// سيرغي لافروف» has «وزير الخارجية», «ولي العهد الأمير محمد» has both of its titles.
struct TitleFinder {
    private let text: CodePointIndex
    private let lexicon: any NameLexicon
    /// The letters of the words that are looked at, kept for the next name.
    private var letters: [UInt16] = []
    private var places: [Place] = []

    /// Code points before a name in which its titles are looked for, words of one title, titles of one name.
    private static let reach = 80
    private static let longestTitle = 5
    private static let mostTitles = 2
    /// So many words are looked at: each title may have another one before it.
    private static let mostWords = longestTitle * mostTitles + mostTitles

    init(text: CodePointIndex, lexicon: any NameLexicon) {
        self.text = text
        self.lexicon = lexicon
    }

    /// The titles of the name that begins at code point `start`, the one next to it first; no word before `section`.
    mutating func titles(before start: Int, from section: Int) -> [String] {
        let words = words(before: start, from: section)
        guard !words.isEmpty else { return [] }
        var titles: [String] = []
        var next = 0
        while titles.count < Self.mostTitles, let title = title(in: words, from: next) {
            titles.append(title.text)
            next = title.end
        }
        return titles
    }

    /// A word before a name.
    private struct Word {
        /// Where it stands, in UTF-8.
        var place: Range<Int>
        /// Whether it is the word at ``place`` with an alef before it: «لرئيس», left of «للرئيس», is «الرئيس».
        var hasAlefRestored = false
        /// Code points.
        var length: Int
        /// What its first letters are if they are clitics.
        var clitics: (Clitic?, Clitic?, Clitic?)
        /// Folded.
        var letters: ArraySlice<UInt16>

        init(_ word: Place, letters: [UInt16], bytes: UnsafeBufferPointer<UInt8>) {
            place = word.bytes
            length = word.length
            let bytes = bytes[word.bytes]
            clitics = (Clitic(letter: 0, of: bytes), Clitic(letter: 1, of: bytes), Clitic(letter: 2, of: bytes))
            self.letters = letters[word.letters]
        }

        var hasArticle: Bool { letters.count > 3 && letters.starts(with: TitleFinder.article) }

        /// Whether ``withoutClitics`` may have more than the word itself.
        var mayHaveClitics: Bool { clitics.0 != nil }

        /// Whether it, or what it is without clitics, is or opens a title.
        var mayBeTitle: Bool {
            TitleLexicon.isOrOpensTitle(letters)
                || mayHaveClitics && withoutClitics.dropFirst().contains { TitleLexicon.isOrOpensTitle($0.letters) }
        }

        /// The word without the clitics before a title, and before that as it is: «وللرئيس» is «الرئيس».
        var withoutClitics: [Word] {
            var found = [self]
            var word = self
            for isConjunction in [true, false] {
                guard let first = word.clitics.0, first.isConjunction == isConjunction else { continue }
                word = word.withoutFirst
                if word.length >= 3 { found.append(word) }
            }
            return found
        }

        private var withoutFirst: Word {
            var word = self
            word.place = place.lowerBound + 2..<place.upperBound
            word.letters = letters.dropFirst()
            word.length -= 1
            word.clitics = (clitics.1, clitics.2, nil)
            if clitics.0 == .lam, clitics.1 == .lam {
                word.hasAlefRestored = true
                word.letters = ([0x627] + word.letters)[...]
                word.length += 1
                word.clitics = (nil, nil, nil)
            }
            return word
        }
    }

    /// What may be written together with the word behind it, each two bytes.
    private enum Clitic {
        case wawOrFeh, behOrKaf, lam

        var isConjunction: Bool { self == .wawOrFeh }

        /// What letter number `index` of a word is; `nil` for what is none of these.
        init?(letter index: Int, of word: Slice<UnsafeBufferPointer<UInt8>>) {
            let place = word.startIndex + 2 * index
            guard place + 1 < word.endIndex else { return nil }
            switch (word[place], word[place + 1]) {
            case (0xD9, 0x88), (0xD9, 0x81): self = .wawOrFeh
            case (0xD8, 0xA8), (0xD9, 0x83): self = .behOrKaf
            case (0xD9, 0x84): self = .lam
            default: return nil
            }
        }
    }

    /// Where a word stands, in UTF-8, its length in code points, and where its folded letters stand.
    private struct Place {
        var bytes: Range<Int>
        var length: Int
        var letters: Range<Int>
    }

    private static let article: [UInt16] = [0x627, 0x644]

    /// A word as it is written.
    private func written(_ word: Word) -> String {
        text.withUTF8 { utf8 in
            let written = String(cut: UnsafeBufferPointer(rebasing: utf8.bytes[word.place]))
            return word.hasAlefRestored ? "ا" + written : written
        }
    }

    /// The words before `start`, the nearest first, up to a mark or the end of the line; none if none may be a title.
    private mutating func words(before start: Int, from section: Int) -> [Word] {
        var letters: [UInt16] = []
        swap(&letters, &self.letters)
        letters.removeAll(keepingCapacity: true)
        var places: [Place] = []
        swap(&places, &self.places)
        places.removeAll(keepingCapacity: true)
        defer {
            self.letters = letters
            self.places = places
        }
        return text.withUTF8 { utf8 in
            Self.eachWord(
                before: utf8.range(of: start..<start).lowerBound,
                of: utf8.bytes,
                reach: min(Self.reach, start - section),
                isCut: start - Self.reach > section
            ) { place, length in
                let first = letters.count
                FoldedText.fold(utf8: UnsafeBufferPointer(rebasing: utf8.bytes[place]), into: &letters)
                places.append(Place(bytes: place, length: length, letters: first..<letters.count))
                return places.count < Self.mostWords
            }
            // Before most names there is no title: for the others words are made.
            let mayBeTitle = places.contains { place in
                TitleLexicon.isOrOpensTitle(letters[place.letters])
                    || Clitic(letter: 0, of: utf8.bytes[place.bytes]) != nil
                        && Word(place, letters: letters, bytes: utf8.bytes).mayBeTitle
            }
            return mayBeTitle ? places.map { Word($0, letters: letters, bytes: utf8.bytes) } : []
        }
    }

    /// Calls `body` with the place and length of each word of Arabic letters and marks that ends at byte `end` or before it,
    /// the nearest first, as long as it says so: up to a mark, the end of the line, or `reach` code points. Where the
    /// reach cuts the text off (`isCut`), the word that it cuts through is left out.
    private static func eachWord(
        before end: Int,
        of bytes: UnsafeBufferPointer<UInt8>,
        reach: Int,
        isCut: Bool,
        _ body: (Range<Int>, Int) -> Bool
    ) {
        var (place, wordEnd, length, rest) = (end, end, 0, reach)
        func isLetter(_ lead: UInt8, _ byte: UInt8) -> Bool {
            // U+0610 to 061A, 0620 to 063F; 0640 to 065F.
            lead == 0xD8 ? 0x90...0x9A ~= byte || 0xA0...0xBF ~= byte : lead == 0xD9 && 0x80...0x9F ~= byte
        }
        while rest > 0 {
            rest -= 1
            if place >= 2, isLetter(bytes[place - 2], bytes[place - 1]) {
                // The name stands behind white space, or this is no word before it.
                if place == end { return }
                place -= 2
                length += 1
                continue
            }
            if length > 0, !body(place..<wordEnd, length) { return }
            if place >= 1, bytes[place - 1] == 0x20 {
                place -= 1
            } else if place >= 2, bytes[place - 2] == 0xC2, bytes[place - 1] == 0xA0 {
                place -= 2
            } else {
                return
            }
            (wordEnd, length) = (place, 0)
        }
        if length > 0, !isCut { _ = body(place..<wordEnd, length) }
    }

    /// The first title at or behind word `start`, counted from the name, and the word behind it.
    private func title(in words: [Word], from start: Int) -> (text: String, end: Int)? {
        for index in start..<min(words.count, start + Self.longestTitle) {
            let word = words[index]
            switch title(word, in: words, start, index) {
            case .found(let text, let end): return (text, end)
            case .none: return nil
            case .goOn: break
            }
            guard word.mayHaveClitics else { continue }
            for bare in word.withoutClitics.dropFirst() {
                switch title(bare, in: words, start, index) {
                case .found(let text, let end): return (text, end)
                case .none: return nil
                case .goOn: break
                }
            }
        }
        return nil
    }

    private enum Reading {
        case found(String, end: Int)
        /// There is none, nor can there be one further off.
        case none
        case goOn
    }

    /// What `word`, a reading of word `index`, makes of the words from `start` to it.
    private func title(_ word: Word, in words: [Word], _ start: Int, _ index: Int) -> Reading {
        if TitleLexicon.isDefiniteTitle(word.letters) {
            let between = words[start..<index]
            guard between.allSatisfy({ isAttribute($0) }) else { return .none }
            let complement = between.last.flatMap { TitleLexicon.completesTitle($0.letters) ? $0 : nil }
            let parts = ([word] + [complement].compactMap(\.self)).map(written)
            return .found(parts.joined(separator: " "), end: index + 1)
        }
        if index > start, TitleLexicon.opensTitle(word.letters),
            let title = construct(word, words, start, index)
        {
            return .found(title.text, end: title.end)
        }
        return .goOn
    }

    /// Whether a word may stand between a title and its name: «الروسي», «السابق», «العام».
    private func isAttribute(_ word: Word) -> Bool {
        TitleLexicon.isQualifier(word.letters) || TitleLexicon.completesTitle(word.letters)
            || word.hasArticle && lexicon.isNisba(word.letters)
    }

    /// A title with what it is a title of: «رئيس الوزراء», «نائب وزير الخارجية», «ملك الأردن».
    private func construct(
        _ head: Word,
        _ words: [Word],
        _ start: Int,
        _ index: Int
    ) -> (text: String, end: Int)? {
        var complement = words[start..<index]
        while let nearest = complement.first, complement.count > 1, isAttribute(nearest) { complement.removeFirst() }
        guard complement.allSatisfy({ $0.hasArticle || Self.links.contains(written($0)) || isKnown($0) }) else {
            return nil
        }
        // Another title may stand before: «نائب وزير الخارجية».
        var title = [head] + complement.reversed()
        var end = index + 1
        if end < words.count,
            let outer = words[end].withoutClitics.last(where: { TitleLexicon.opensTitle($0.letters) }),
            head.place == words[index].place
        {
            title.insert(outer, at: 0)
            end += 1
        }
        return (title.map(written).joined(separator: " "), end)
    }

    private func isKnown(_ word: Word) -> Bool {
        guard let entry = lexicon.entry(for: word.letters) else { return false }
        return entry.canBe(.location) || entry.canBe(.organization)
    }

    /// Words that titles go on with: «رئيس مجلس النواب».
    private static let links: Set<String> = [
        "مجلس", "مجلسي", "شؤون", "مكتب", "لجنة", "هيئة", "هيئه", "أركان", "اركان", "حكومة", "وزراء", "وزارة", "عام",
        "أول",
        "جمهورية", "مملكة", "دولة", "حزب", "حركة", "بنك", "جامعة", "اتحاد", "نادي", "منتخب", "شركة", "منظمة", "بلدية",
    ]
}
