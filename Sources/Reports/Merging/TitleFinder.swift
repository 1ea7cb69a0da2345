internal import ArabicText
internal import Extraction

/// Reads the titles that stand before a person's name: «الرئيس الروسي فلاديمير بوتين» has «الرئيس», «وزير الخارجية الروسي
/// سيرغي لافروف» has «وزير الخارجية», «ولي العهد الأمير محمد» has both of its titles.
struct TitleFinder {
    private let text: CodePointIndex
    private let lexicon: any NameLexicon

    /// Code points before a name in which its titles are looked for, words of one title, titles of one name.
    private static let reach = 80
    private static let longestTitle = 5
    private static let mostTitles = 2

    init(text: CodePointIndex, lexicon: any NameLexicon) {
        self.text = text
        self.lexicon = lexicon
    }

    /// The titles of the name that begins at code point `start`, the one next to it first; no word before `section`.
    func titles(before start: Int, from section: Int) -> [String] {
        let words = words(before: start, from: section)
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
        var scalars: ArraySlice<Unicode.Scalar>
        /// Folded.
        var letters: ArraySlice<UInt16>

        var written: String { String(String.UnicodeScalarView(scalars)) }

        var hasArticle: Bool { letters.count > 3 && letters.starts(with: TitleFinder.article) }

        init(_ scalars: ArraySlice<Unicode.Scalar>) {
            self.scalars = scalars
            var letters: [UInt16] = []
            letters.reserveCapacity(scalars.count)
            FoldedText.fold(scalars, into: &letters)
            self.letters = letters[...]
        }

        init(_ scalars: ArraySlice<Unicode.Scalar>, letters: ArraySlice<UInt16>) {
            self.scalars = scalars
            self.letters = letters
        }

        /// Whether ``withoutClitics`` may have more than the word itself.
        var mayHaveClitics: Bool {
            guard let first = scalars.first else { return false }
            return TitleFinder.isConjunction(first) || TitleFinder.isPreposition(first)
        }

        /// The word without the clitics before a title, and before that as it is: «وللرئيس» is «الرئيس».
        var withoutClitics: [Word] {
            var found = [self]
            var scalars = scalars
            for isClitic in [TitleFinder.isConjunction, TitleFinder.isPreposition] {
                guard let first = scalars.first, isClitic(first) else { continue }
                scalars = scalars.dropFirst()
                if first == "ل", scalars.first == "ل" { scalars = ["ا"] + scalars }
                if scalars.count >= 3 { found.append(Word(scalars)) }
            }
            return found
        }
    }

    private static let article: [UInt16] = [0x627, 0x644]

    private static func isConjunction(_ scalar: Unicode.Scalar) -> Bool { scalar == "و" || scalar == "ف" }

    private static func isPreposition(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "ب" || scalar == "ل" || scalar == "ك"
    }

    /// The words before `start`, the nearest first, up to a mark or the end of the line.
    private func words(before start: Int, from section: Int) -> [Word] {
        let scalars = Array(text[max(section, start - Self.reach)..<start].unicodeScalars)
        guard scalars.last?.properties.isWhitespace == true else { return [] }
        var letters: [UInt16] = []
        letters.reserveCapacity(scalars.count)
        var places: [(scalars: Range<Int>, letters: Range<Int>)] = []
        places.reserveCapacity(Self.longestTitle * Self.mostTitles)
        func add(_ range: Range<Int>) {
            let first = letters.count
            FoldedText.fold(scalars[range], into: &letters)
            places.append((range, first..<letters.count))
        }
        var end = scalars.count
        var isWhole = true
        for index in scalars.indices.reversed() {
            let scalar = scalars[index]
            let isWord = (0x610...0x61A).contains(scalar.value) || (0x620...0x65F).contains(scalar.value)
            if isWord { continue }
            if index + 1 < end { add(index + 1..<end) }
            end = index
            if scalar != " ", scalar != "\u{A0}" {
                isWhole = false
                break
            }
        }
        // A word that the reach cuts through is left out.
        if isWhole, end > 0, start - Self.reach <= section { add(0..<end) }
        return places.map { Word(scalars[$0.scalars], letters: letters[$0.letters]) }
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
            let parts = ([word] + [complement].compactMap(\.self)).map(\.written)
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
        guard complement.allSatisfy({ $0.hasArticle || Self.links.contains($0.written) || isKnown($0) }) else {
            return nil
        }
        // Another title may stand before: «نائب وزير الخارجية».
        var title = [head] + complement.reversed()
        var end = index + 1
        if end < words.count,
            let outer = words[end].withoutClitics.last(where: { TitleLexicon.opensTitle($0.letters) }),
            head.written == words[index].written
        {
            title.insert(outer, at: 0)
            end += 1
        }
        return (title.map(\.written).joined(separator: " "), end)
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
