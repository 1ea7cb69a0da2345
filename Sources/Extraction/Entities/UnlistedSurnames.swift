internal import ArabicText

/// Surnames that the tagger and the lists have not, behind names that it cut short: «المهوس» of «عبدالعزيز المهوس», «كعبي» of
/// «خالد كعبي», «قدح» of «صالح بن حسين قدح». What stands before the name says that it is one of a person, and the word behind it
/// is too rare to be another one there.
struct UnlistedSurnames: SentenceReader {
    private let words: NameWords
    private let kinds: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    private var gazetteer: Gazetteer { words.gazetteer }

    init(words: NameWords, kinds: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.kinds = kinds
        self.text = text
        self.sentence = sentence
    }

    /// Whether the word right behind a name is its surname.
    ///
    /// - Parameters:
    ///   - isOther: whether a token is part of another mention.
    ///   - isKnown: whether a word was part of a full name before: alone it stands for that.
    func isSurname(
        behind name: Range<Int>,
        isOther: (Int) -> Bool,
        isKnown: (ArraySlice<UInt16>) -> Bool
    ) -> Bool {
        let index = name.upperBound
        guard isWord(index), isWord(index - 1), text.tokens[index - 1].end + 1 == text.tokens[index].start,
            isTold(name, isKnown: isKnown), mayBeSurname(index)
        else { return false }
        return Article.begins(word(index)) || !opensConstruct(index, isOther: isOther)
    }

    /// Whether what stands before a name, or in it, says that it is a person's and that more of it may follow.
    private func isTold(_ name: Range<Int>, isKnown: (ArraySlice<UInt16>) -> Bool) -> Bool {
        let before = name.lowerBound - 1
        // «عبد الرحمن» is a first name alone.
        if name.count == 1 || name.count == 2 && word(name.lowerBound).elementsEqual(Self.servant) {
            let given = word(name.upperBound - 1)
            return (name.count == 2 || words.isGivenName(given)) && !isKnown(given)
                && (isReporting(before) || isTitle(before))
        }
        // «صالح بن حسين» is whoever he is; princes have no surname.
        return name.count > 2 && PersonEdges.isParticle(word(name.upperBound - 2)) && !isRuler(before)
            && words.isGivenName(word(name.upperBound - 1))
    }

    private func isReporting(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        let verb = word(index)
        return ReportedPersons.isVerb(verb) || kinds[verb].contains(.reporting)
            || verb.first == ArabicLetter.waw && kinds[verb.dropFirst()].contains(.reporting)
    }

    /// Whether a title ends at a token: «المهندس», «رئيس الوزراء», «المدرب الجزائري», «رئيس الحكومة اليمنية».
    private func isTitle(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        // «النائب السابق», «رئيسه».
        if TitleLexicon.isQualifier(word(index)) { return isTitle(index - 1) }
        if isPossessed(word(index)) { return true }
        if TitleLexicon.isDefiniteTitle(word(index)) { return !RulerTitles.isOfRuler(word(index)) }
        var title = index
        while title > index - Self.longestTitle, isWord(title), Article.isBorne(by: word(title)) {
            title -= 1
            guard isWord(title) else { return false }
            let noun = word(title).first == ArabicLetter.waw ? word(title).dropFirst() : word(title)
            if TitleLexicon.opensTitle(noun) { return true }
            if TitleLexicon.isDefiniteTitle(noun) { return title == index - 1 && isNisba(index) }
        }
        return false
    }

    /// «رئيسه», «مديرها»; a woman's title without the article looks like his.
    private func isPossessed(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4 else { return false }
        if word.last == ArabicLetter.heh { return TitleLexicon.opensTitle(word.dropLast()) }
        return Self.possessors.contains { word.suffix(2).elementsEqual($0) }
            && TitleLexicon.opensTitle(word.dropLast(2))
    }

    private static let possessors = ["ها", "هم", "نا"].map { Array($0.utf16) }
    private static let servant = FoldedText(folding: "عبد").letters

    private func isNisba(_ index: Int) -> Bool { gazetteer.classes(for: word(index)).contains(.nisba) }

    private func isRuler(_ index: Int) -> Bool { word(at: index).map(RulerTitles.isOfRuler) ?? false }

    /// Whether a word is no verb, no title, nothing behind a preposition, and rare.
    private func mayBeSurname(_ index: Int) -> Bool {
        let word = word(index)
        guard word.count > 2, word.first != ArabicLetter.waw, !StopWords.contains(word),
            !TitleLexicon.isOrOpensTitle(word), !TitleLexicon.isQualifier(word), !TitleLexicon.completesTitle(word),
            !text.tokens[index].hasTanween(in: text.folded), !words.isNounBehindPreposition(word),
            !words.hasPronoun(word), !words.isPossessed(word), !isInflected(word),
            Self.introductions[word] == nil, gazetteer.classes(for: word).isDisjoint(with: .noNames)
        else { return false }
        if Article.opensNoun(word) {
            return word.count > 4 && !isNisba(index) && words.isRare(word.dropFirst(2))
        }
        guard !Article.begins(word), !words.isVerb(word), !mayBearPreposition(word), words.isRare(word) else {
            return false
        }
        return word.last != ArabicLetter.alef || !words.isKnown(word)
    }

    /// «كنبي», «للمعسكر»: what is left without the first letter is a word that everybody has.
    private func mayBearPreposition(_ word: ArraySlice<UInt16>) -> Bool {
        guard let first = word.first,
            [ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf, ArabicLetter.feh].contains(first)
        else { return false }
        let rest = Article.opensNoun(word.dropFirst()) ? word.dropFirst(3) : word.dropFirst()
        return !words.isKnown(word) && !words.isRare(rest) || rest.first == ArabicLetter.lam
    }

    /// ـات ـين ـون ـان ـة
    private func isInflected(_ word: ArraySlice<UInt16>) -> Bool {
        word.last == ArabicLetter.heh || SoundPlural.ends(word) || word.suffix(2).elementsEqual(Self.dual)
    }

    /// Whether a word belongs to what stands behind it: «محمد مغربي الجنسية», «محمد بن سلمان هديتي الكلية», «علي بن الحسين حليف
    /// بلاتر».
    private func opensConstruct(_ index: Int, isOther: (Int) -> Bool) -> Bool {
        guard isWord(index + 1) else { return false }
        let next = word(index + 1)
        return isOther(index + 1) && next.first != ArabicLetter.waw
            || Article.opensNoun(next) && !StopWords.contains(next) && !TitleLexicon.isDefiniteTitle(next)
    }

    /// «علي بن نافع الملقب بزرياب».
    private static let introductions = LetterTable(
        names: [
            "الملقب", "المدعو", "المتوفى", "المعروف", "المكنى", "البالغ", "المولود", "المقيم", "المتهم", "الحائز",
            "المنضم", "القادم",
        ]
    )
    private static let longestTitle = 3
    /// Names have it, too («سلمان»), but those are in the lists.
    private static let dual = [ArabicLetter.alef, ArabicLetter.noon]
}
