internal import ArabicText

/// Persons whom nothing tells but the verb of reporting before them and what stands behind them: «قال فارع المسلمي، خبير …»,
/// «أكدت سامنتا باور مندوبة …».
struct ReportedPersons: SentenceReader {
    private let words: NameWords
    let text: TokenizedText
    let sentence: Range<Int>

    private var gazetteer: Gazetteer { words.gazetteer }

    init(words: NameWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// The person of two words right behind a verb; `nil` where none stands there.
    func person(behind verb: Int) -> Range<Int>? {
        let first = verb + 1
        guard isWord(first), isWord(first + 1), isFirstName(word(first)), isSurname(first + 1), closes(first + 2),
            !words.areBody(word(first), word(first + 1)),
            // «يقول سلفنا الفقهي»: a word that nobody knows may be a noun before its adjective.
            words.isGivenName(word(first)) || !Article.begins(word(first + 1))
        else { return nil }
        return first..<first + 2
    }

    private func isFirstName(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 2, !Article.begins(word), !StopWords.contains(word), !TitleLexicon.isOrOpensTitle(word),
            gazetteer.classes(for: word).isDisjoint(with: Self.noNames)
        else { return false }
        return words.isGivenName(word) || words.isUnknown(word) && !words.hasPronoun(word)
    }

    private func isSurname(_ index: Int) -> Bool {
        let word = word(index)
        let classes = gazetteer.classes(for: word)
        guard word.count > 3, word.first != ArabicLetter.waw, !StopWords.contains(word),
            !TitleLexicon.isOrOpensTitle(word), !TitleLexicon.isQualifier(word), !TitleLexicon.completesTitle(word),
            !text.tokens[index].hasTanween(in: text.folded), !words.hasPronoun(word),
            classes.isDisjoint(with: Self.noNames.union([.nisba]))
        else { return false }
        if Article.opensNoun(word) {
            return word.last != ArabicLetter.heh && (classes.contains(.familyName) || words.isRare(word.dropFirst(2)))
        }
        return !Article.begins(word) && !words.isEveryday(word)
            && (!classes.isDisjoint(with: .people) && !classes.contains(.commonWord) || words.isUnknown(word))
    }

    /// Whether a name ends before a token: at a mark, a clause or a title.
    private func closes(_ index: Int) -> Bool {
        guard isWord(index) else { return sentence.contains(index) && text.tokens[index].kind == .punctuation }
        let word = word(index)
        return Self.clauses[word] != nil || TitleLexicon.isOrOpensTitle(word)
    }

    /// Whether a word is a verb of reporting, with «and» too, behind which persons stand as often as bodies.
    static func isVerb(_ word: ArraySlice<UInt16>) -> Bool {
        // Most words of a text are told by their length and first letters, and need not be looked up.
        guard (3...7).contains(word.count), let first = word.first, initials >> UInt64(first & 63) & 1 == 1,
            !Article.begins(word)
        else { return false }
        return verbs[word] != nil
    }

    /// A bit for the lower six bits of each first letter.
    private static let initials = FoldedText(folding: "قيتاكذصشنو").letters.reduce(UInt64(0)) {
        $0 | 1 << UInt64($1 & 63)
    }
    private static let verbs = LetterTable(
        names: """
            قال قالت يقول تقول أكد أكدت يؤكد تؤكد أوضح أوضحت يوضح توضح أضاف أضافت يضيف تضيف كشف كشفت ذكر ذكرت صرح صرحت أشار أشارت \
            أفاد أفادت اعتبر اعتبرت تابع تابعت شدد شددت نفى نفت أعلن أعلنت
            """.split(separator: " ").flatMap { [String($0), "و" + $0] }
    )
    private static let clauses = LetterTable(
        names: ["إن", "أن", "إنه", "أنه", "إنها", "أنها", "الذي", "التي"]
    )
    /// Titles stand behind verbs as often as names do.
    private static let noNames: GazetteerClasses = .noNames.union(.title)
}
