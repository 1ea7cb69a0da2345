internal import ArabicText

/// How far a person's name goes beyond what the tagger has of it: «عبدالله» of «عبدالله بن مساعد», «حمد» of «حمد مبروك», «حسن» of
/// «حسن الراهب».
struct PersonExtent: SentenceReader {
    private let words: NameWords
    private let kinds: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    private static let longestName = 10

    private var gazetteer: Gazetteer { words.gazetteer }

    init(words: NameWords, kinds: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.kinds = kinds
        self.text = text
        self.sentence = sentence
    }

    /// All of the name of which `mention` is a part.
    ///
    /// - Parameters:
    ///   - isOther: whether a token is part of another mention.
    ///   - isKnown: whether a word was part of a full name before: alone it stands for that.
    func name(
        around mention: Range<Int>,
        isOther: (Int) -> Bool,
        isKnown: (ArraySlice<UInt16>) -> Bool
    ) -> Range<Int> {
        var end = mention.upperBound
        let unlisted = UnlistedSurnames(words: words, kinds: kinds, text: text, sentence: sentence)
        while end - mention.lowerBound < Self.longestName {
            // «بن مساعد», «آل سعود».
            if isParticle(end), isWord(end + 1), !isOther(end), !isOther(end + 1) {
                end += 2
            } else if waits(end - 1), isWord(end), !isOther(end) {
                end += 1
            } else if mention.count > 1, end == mention.upperBound, isWord(end), !isOther(end),
                text.letters(of: text.tokens[end]).elementsEqual(Self.sabah)
            {
                end += 1
            } else if end == mention.upperBound, !isOther(end), isNisbaSurname(behind: mention) {
                end += 1
            } else if end == mention.upperBound, isOrdinal(end), !isOther(end),
                isRoyal(mention.lowerBound - 1) || mention.count > 1 && isRoyal(mention.lowerBound)
            {
                end += 1
            } else if end == mention.upperBound, isGivenName(mention), !isOther(end),
                isFamilyName(end) || isSurname(behind: mention, isOther: isOther)
                    || isToldSurname(behind: mention, isOther: isOther, isKnown: isKnown)
            {
                end += 1
            } else if end == mention.upperBound, !isOther(end),
                unlisted.isSurname(behind: mention, isOther: isOther, isKnown: isKnown)
            {
                end += 1
            } else if end == mention.upperBound, !isOther(end),
                DaySurname.stands(behind: mention, in: text, sentence: sentence, words: words)
            {
                end += 1
            } else if end == mention.upperBound, isOfVan(end, isOther: isOther) {
                end += 2
            } else {
                break
            }
        }
        var start = mention.lowerBound
        while isLeading(start - 1), !isOther(start - 1), text.tokens[start - 1].end + 1 == text.tokens[start].start {
            start -= 1
        }
        if isSheikh(before: mention, isOther: isOther, isKnown: isKnown) { start -= 1 }
        return start..<end
    }

    /// Whether «الشيخ» before «ولد» is a given name, as it is in Mauritania: «العقيد الشيخ ولد أحمد». Of whom the text has another
    /// first name it is the title.
    private func isSheikh(
        before mention: Range<Int>,
        isOther: (Int) -> Bool,
        isKnown: (ArraySlice<UInt16>) -> Bool
    ) -> Bool {
        let index = mention.lowerBound - 1
        guard mention.count > 1, PersonEdges.isMauritanianParticle(word(mention.lowerBound)), isWord(index),
            MentionBoundaries.isSheikh(word(index)), !isOther(index)
        else { return false }
        return isKnown(word(index)) || !isKnown(word(mention.upperBound - 1))
    }

    /// Whether a word belongs to the name behind it: «آيت الطالب», «آل باتشينو».
    private func isLeading(_ index: Int) -> Bool {
        isWord(index) && Self.leading[text.letters(of: text.tokens[index])] != nil
    }

    private static let servant = FoldedText(folding: "عبد").letters
    private static let leading = LetterTable(names: ["آيت", "آل"])

    /// Whether the word behind a name with «بن» is the adjective of a land or people, which is a surname there: «صالح بن علي
    /// التركي». Kings and princes have none.
    private func isNisbaSurname(behind mention: Range<Int>) -> Bool {
        guard isWord(mention.upperBound), mention.count > 2,
            Self.child[text.letters(of: text.tokens[mention.upperBound - 2])] != nil,
            !isOfRulers(mention.lowerBound - 1)
        else { return false }
        let word = text.letters(of: text.tokens[mention.upperBound])
        return Article.opensNoun(word) && word.last == ArabicLetter.yeh && !TitleLexicon.isQualifier(word)
            && gazetteer.classes(for: word).contains(.nisba)
    }

    private static let child = LetterTable(names: ["بن", "بنت"])

    private func isOfRulers(_ index: Int) -> Bool { word(at: index).map(RulerTitles.isOfRuler) ?? false }

    private func isParticle(_ index: Int) -> Bool {
        isWord(index) && Self.particles[text.letters(of: text.tokens[index])] != nil
    }

    /// Whether a word of a name waits for another: «شيرين أبو» for «عاقلة», «لونيس آيت» for «منقلات», «لولا دا» for «سيلفا», «فون
    /// دير» for «لاين».
    private func waits(_ index: Int) -> Bool {
        let word = text.letters(of: text.tokens[index])
        if Self.waiting[word] != nil { return true }
        // «رامي الحمد» for «الله».
        if word.elementsEqual(Self.praise), isWord(index + 1), self.word(index + 1).elementsEqual(Self.god) {
            return true
        }
        return word.elementsEqual(Self.der) && index > sentence.lowerBound
            && Self.von[text.letters(of: text.tokens[index - 1])] != nil
    }

    private static let praise = FoldedText(folding: "الحمد").letters
    private static let god = FoldedText(folding: "الله").letters

    /// Whether «فان» with a Dutch or Flemish name stands there, and not «so»: «لويس» «فان خال».
    private func isOfVan(_ index: Int, isOther: (Int) -> Bool) -> Bool {
        guard isWord(index), isWord(index + 1), !isOther(index), !isOther(index + 1),
            text.letters(of: text.tokens[index]).elementsEqual(Self.vanAlone)
        else { return false }
        return Self.ofVan[text.letters(of: text.tokens[index + 1])] != nil
    }

    private static let vanAlone = FoldedText(folding: "فان").letters
    private static let ofVan = LetterTable(
        list:
            "خال غال جال دايك دايك باستن بيرسي نيستلروي بومل هويدونك بروكهورست برونكهورست دي دن دام هولن رومباي غوخ جوخ بيتهوفن"
    )
    private static let der = FoldedText(folding: "دير").letters
    private static let von = LetterTable(names: ["فون", "فان"])

    /// The second of the name: «البابا تواضروس الثاني».
    private func isOrdinal(_ index: Int) -> Bool {
        isWord(index) && Self.ordinals[text.letters(of: text.tokens[index])] != nil
    }

    private func isRoyal(_ index: Int) -> Bool {
        guard let word = word(at: index) else { return false }
        return RulerTitles.mayBeNumbered(word)
            || word.first == ArabicLetter.waw && RulerTitles.mayBeNumbered(word.dropFirst())
    }

    /// Whether a mention is a given name alone, behind clitics too; «عبد الرحمن» is one.
    private func isGivenName(_ mention: Range<Int>) -> Bool {
        if mention.count == 2 {
            return text.letters(of: text.tokens[mention.lowerBound]).elementsEqual(Self.servant)
                && Article.begins(text.letters(of: text.tokens[mention.lowerBound + 1]))
        }
        guard mention.count == 1 else { return false }
        let word = text.letters(of: text.tokens[mention.lowerBound])
        if gazetteer.classes(for: word).contains(.givenName) { return true }
        guard word.count > 3, word.first == ArabicLetter.waw || word.first == ArabicLetter.lam else { return false }
        return gazetteer.classes(for: word.dropFirst()).contains(.givenName)
    }

    /// Whether the word behind a given name is with the article what surnames may be («إبراهيم النقيب»), and its place says that
    /// it is one: a title stands before the name, or it stands in a row of names. Kings have none, but airports.
    private func isSurname(behind given: Range<Int>, isOther: (Int) -> Bool) -> Bool {
        let index = given.lowerBound
        guard isWord(given.upperBound), index > sentence.lowerBound else { return false }
        let word = text.letters(of: text.tokens[given.upperBound])
        guard Article.opensNoun(word), word.count > 4, word.last != ArabicLetter.heh, !SoundPlural.ends(word),
            !StopWords.contains(word), !TitleLexicon.isOrOpensTitle(word), !TitleLexicon.isQualifier(word),
            !TitleLexicon.completesTitle(word), gazetteer.classes(for: word).isDisjoint(with: Self.noSurnames)
        else { return false }
        // «اختار الأب باولو الاستقرار في البلاد».
        guard endsRow(given.upperBound + 1), text.tokens[index - 1].isArabic else { return false }
        if isOther(index - 1) { return text.letters(of: text.tokens[index]).first == ArabicLetter.waw }
        let before = text.letters(of: text.tokens[index - 1])
        return TitleLexicon.isDefiniteTitle(before) && !RulerTitles.isOfRuler(before)
    }

    /// Whether a word behind a given name alone is a surname, though it may be another word («راغب علامة», «محمد المخرج»): a verb
    /// of reporting or a title stands before, behind it a mark, a clause or a title; or it stands in a row. The text has not
    /// told yet who that is.
    private func isToldSurname(
        behind given: Range<Int>,
        isOther: (Int) -> Bool,
        isKnown: (ArraySlice<UInt16>) -> Bool
    ) -> Bool {
        let index = given.lowerBound
        guard isWord(given.upperBound), index > sentence.lowerBound,
            !isKnown(text.letters(of: text.tokens[given.upperBound - 1]))
        else {
            return false
        }
        let word = text.letters(of: text.tokens[given.upperBound])
        guard word.count > 3, word.first != ArabicLetter.waw, !SoundPlural.ends(word), !StopWords.contains(word),
            !TitleLexicon.isOrOpensTitle(word), !TitleLexicon.isQualifier(word), !TitleLexicon.completesTitle(word),
            gazetteer.classes(for: word).isDisjoint(with: Self.noSurnames)
                // «خالد مغربي».
                || !Article.begins(word)
                    && gazetteer.classes(for: word).isDisjoint(with: Self.noSurnames.subtracting(.nisba))
                    && standsInRow(index, isOther: isOther),
            !text.tokens[given.upperBound].hasTanween(in: text.folded), !words.isNounBehindPreposition(word)
        else { return false }
        if standsInRow(index, isOther: isOther) {
            return !words.isVerb(word) && closesRow(given.upperBound + 1, isOther: isOther)
        }
        guard isWord(index - 1) else { return false }
        let before = text.letters(of: text.tokens[index - 1])
        guard
            kinds[before].contains(.reporting)
                || TitleLexicon.isDefiniteTitle(before) && !RulerTitles.isOfRuler(before)
        else {
            return false
        }
        if !Article.opensNoun(word), words.isEveryday(word) || word.last == ArabicLetter.alef { return false }
        let next = given.upperBound + 1
        guard isWord(next) else { return !sentence.contains(next) || text.tokens[next].kind == .punctuation }
        let behind = text.letters(of: text.tokens[next])
        return Self.clauses[behind] != nil || TitleLexicon.opensTitle(behind)
    }

    /// Whether a name stands behind another with a comma or «and»: «سلطان مسرحي، وخالد مغربي،».
    private func standsInRow(_ index: Int, isOther: (Int) -> Bool) -> Bool {
        if isWord(index - 1) {
            return text.letters(of: text.tokens[index]).first == ArabicLetter.waw && isOther(index - 1)
        }
        return isCommaOrHyphen(index - 1) && isOther(index - 2)
    }

    private func closesRow(_ index: Int, isOther: (Int) -> Bool) -> Bool {
        if isWord(index) { return text.letters(of: text.tokens[index]).first == ArabicLetter.waw && isOther(index) }
        return !sentence.contains(index) || isCommaOrHyphen(index)
            || Self.stops.contains(text.letters(of: text.tokens[index]).first ?? 0)
    }

    /// . ( ؛
    private static let stops: [UInt16] = [0x2E, 0x28, 0x61B]

    /// Whether a comma or a hyphen stands there, as line-ups have them between names.
    private func isCommaOrHyphen(_ index: Int) -> Bool {
        guard sentence.contains(index), let mark = text.letters(of: text.tokens[index]).first else { return false }
        return mark == 0x60C || mark == 0x2C || mark == 0x2D
    }

    private static let clauses = LetterTable(
        names: ["إن", "أن", "إنه", "أنه", "إنها", "أنها", "الذي", "التي"]
    )

    private func endsRow(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].isArabic else { return true }
        return text.letters(of: text.tokens[index]).first == ArabicLetter.waw
    }

    /// An adjective of a country is a surname in rows alone.
    private static let noSurnames: GazetteerClasses = .noNames.union(.nisba)

    /// A name, as it stands, and nothing else; or one with the article, which may be another word, too («الراهب»), but no
    /// title; or a word that no list and no open text has.
    private func isFamilyName(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        let word = text.letters(of: text.tokens[index])
        let classes = gazetteer.classes(for: word)
        if Article.opensNoun(word) {
            return classes.contains(.familyName) && !StopWords.contains(word) && !TitleLexicon.isDefiniteTitle(word)
                && !TitleLexicon.isQualifier(word) && !TitleLexicon.completesTitle(word)
        }
        if classes.isEmpty { return words.isUnknown(word) }
        // «وإلى» is written as a family name.
        return word.first != ArabicLetter.waw
            && !classes.isDisjoint(with: [.givenName, .familyName])
            && classes.isDisjoint(
                with: GazetteerClasses.locations.union([.commonWord, .speech, .nisba, .title, .nameParticle])
            )
    }

    /// Behind a person it is the family that reigns in Kuwait; in the morning is «صباحا».
    private static let sabah = FoldedText(folding: "الصباح").letters
    private static let waiting = LetterTable(
        names: ["أبو", "آيت", "آل", "دا", "دوس"]
    )
    private static let ordinals = LetterTable(
        names: ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
    )

    /// Not «ابن»: «موسى ابن جارنا».
    private static let particles = LetterTable(names: ["بن", "بنت", "آل"])
}
