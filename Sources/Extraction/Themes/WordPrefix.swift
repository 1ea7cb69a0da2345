/// The letters in front of a word that are not the word: conjunction, preposition, article.
struct WordPrefix {
    /// Letters before the stem, the article among them.
    var letters = 0
    /// Letters before what is shown of the word: the article stays, but not the assimilated one of «لل».
    var visible = 0
    var hasArticle = false
    /// There is something beside the article.
    var isProclitic = false

    init() {}

    /// A word of the lexicon has no clitic; an article that is no part of it was not looked up with it.
    init(ofKnown letters: WordLetters, _ known: WordClass, analyzer: WordAnalyzer) {
        guard Self.bearsArticle(letters, known, analyzer) else { return }
        self.letters = 2
        hasArticle = true
    }

    /// Whether a word of the lexicon that begins with the letters of the article bears it: «الحق» does, and may be a verb
    /// as well; «ألقت» does not, since «قت» is no word.
    private static func bearsArticle(_ letters: WordLetters, _ known: WordClass, _ analyzer: WordAnalyzer) -> Bool {
        guard !known.contains(.noun), letters.count >= 4, Article.begins(letters) else { return false }
        guard known.contains(.verb) else { return true }
        let rest = letters.dropFirst(2)
        return !analyzer.wordClass(rest).isEmpty || analyzer.counts(StemHash.hash(rest)).bare > 0
    }

    /// Whether ب, ك or ل stands right before the word, which is no verb then.
    func isPreposition(of word: WordLetters) -> Bool {
        guard letters > 0, !hasArticle else { return false }
        let last = word[word.startIndex + letters - 1]
        return last == ThemeStemmer.beh || last == ThemeStemmer.kaf || last == ThemeStemmer.lam
    }

    /// What stands in front of the word `letters`, which the lexicon does not know as it is.
    static func cut(of letters: WordLetters, analyzer: WordAnalyzer) -> WordPrefix {
        var cut = WordPrefix()
        var rest = letters
        if let first = rest.first, first == ThemeStemmer.waw || first == ThemeStemmer.feh, rest.count >= 3 {
            let after = rest.dropFirst()
            let known = analyzer.wordClass(after)
            if beginsDefinite(after) || !known.isEmpty
                || rest.count >= 4 && isClitic(first, before: after, whole: rest, analyzer: analyzer)
            {
                cut.letters = 1
                cut.isProclitic = true
                rest = after
                if !known.isEmpty {
                    cut.visible = 1
                    if bearsArticle(after, known, analyzer) {
                        cut.letters += 2
                        cut.hasArticle = true
                    }
                    return cut
                }
            }
        }
        guard let first = rest.first else { return cut }
        let after = rest.dropFirst()
        if rest.count >= 4, first == ThemeStemmer.lam, after.first == ThemeStemmer.lam {
            cut.letters += 2
            cut.visible = cut.letters
            cut.hasArticle = true
            cut.isProclitic = true
            return cut
        }
        if rest.count >= 5, Article.begins(after),
            first == ThemeStemmer.beh
                || first == ThemeStemmer.kaf && analyzer.counts(StemHash.hash(after.dropFirst(2))).definite > 0
        {
            cut.letters += 1
            cut.isProclitic = true
            rest = after
        } else if rest.count >= 4,
            first == ThemeStemmer.beh || first == ThemeStemmer.kaf || first == ThemeStemmer.lam,
            isClitic(first, before: after, whole: rest, analyzer: analyzer)
        {
            cut.letters += 1
            cut.isProclitic = true
            cut.visible = cut.letters
            return cut
        }
        cut.visible = cut.letters
        if rest.count >= 4, Article.begins(rest), !analyzer.wordClass(rest).contains(.noun) {
            cut.letters += 2
            cut.hasArticle = true
        }
        return cut
    }

    /// «ال…», «بال…», «كال…», «لل…».
    private static func beginsDefinite(_ letters: WordLetters) -> Bool {
        guard letters.count >= 4, let first = letters.first else { return false }
        let after = letters.dropFirst()
        if first == ThemeStemmer.lam, after.first == ThemeStemmer.lam { return true }
        if first == ThemeStemmer.beh || first == ThemeStemmer.kaf { return Article.begins(after) }
        return Article.begins(letters)
    }

    /// Whether the first letter of `whole` is a clitic: by which of `rest` and `whole` takes the article, or else is the
    /// more frequent word («لضمان» is never «اللضمان»), and where neither was ever seen, by the letter and the length. Both
    /// may have a pronoun behind them: «برنامجه» is «برنامج», and «بمجتمعه» «مجتمع».
    private static func isClitic(
        _ letter: UInt16,
        before rest: WordLetters,
        whole: WordLetters,
        analyzer: WordAnalyzer
    ) -> Bool {
        let own = OwnForm(of: whole, analyzer)
        guard !own.isNoun else { return false }
        guard analyzer.wordClass(rest).isDisjoint(with: [.noun, .common]) else { return true }
        var alone = OwnForm(of: rest, analyzer)
        // «وجدتها» is «وجدت», not «جدة».
        alone.isNoun = alone.isNoun && !own.isVerb
        let takesArticle = alone.definite > 0 && own.definite == 0 && alone.count * 4 > own.count
        switch letter {
        case ThemeStemmer.waw:
            return alone.isNoun || takesArticle || alone.count > own.count
                || (own.count <= 1 && alone.count == 0 && rest.count >= 4)
        case ThemeStemmer.beh, ThemeStemmer.lam:
            let isLong = rest.count >= (endsFeminine(rest) ? 5 : 6)
            return own.definite == 0
                && (alone.isNoun || takesArticle || alone.count > own.count
                    || (own.count <= 1 && alone.count == 0 && isLong))
        default: return own.count == 0 && alone.definite > 0 && alone.bare > 0 && alone.count > 3
        }
    }

    /// What is known of a word, as it stands and without a pronoun behind it.
    private struct OwnForm {
        var bare = 0
        var definite = 0
        /// It is a noun of the lexicon with a pronoun; a verb with one.
        var isNoun = false
        var isVerb = false
        var count: Int { bare + 2 * definite }

        init(of letters: WordLetters, _ analyzer: WordAnalyzer) {
            add(StemHash.hash(letters), analyzer)
            var pronoun = ThemeStemmer.pronoun(of: letters)
            if pronoun == 0, letters.last == ThemeStemmer.heh { pronoun = 1 }
            let free = letters.dropLast(pronoun)
            guard pronoun > 0, free.count >= 3, free.last != ThemeStemmer.heh else { return }
            if free.last == ThemeStemmer.teh {
                // «رحلته» is «رحلة»; a final ة is ه.
                let hash = StemHash.hash(free.dropLast(), then: ThemeStemmer.heh)
                add(hash, analyzer)
                isNoun = analyzer.wordClass(hash).contains(.noun)
            }
            add(StemHash.hash(free), analyzer)
            let known = analyzer.wordClass(free)
            isNoun = isNoun || known.contains(.noun)
            isVerb = known.contains(.verb)
        }

        private mutating func add(_ hash: UInt32, _ analyzer: WordAnalyzer) {
            let counts = analyzer.counts(hash)
            bare += counts.bare
            definite += counts.definite
        }
    }

    /// In ة or ات, as nouns do and few names of places in ب or ل.
    private static func endsFeminine(_ letters: WordLetters) -> Bool {
        guard let last = letters.last else { return false }
        return last == ThemeStemmer.heh
            || last == ThemeStemmer.teh && letters[letters.endIndex - 2] == ThemeStemmer.alef
    }
}
