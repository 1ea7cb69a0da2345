package import ArabicText

/// Decides where in its first word a mention begins: behind the clitics that the word carries.
///
/// «وواشنطن» begins at its second letter, «ولكييف» at its third, «واشنطن» at its first. «للأمم المتحدة» begins behind the
/// first ل: the article that the name bears is part of it, though its alef is not written.
///
/// What the lexicon knows decides first, for a name is a name whatever its letters look like («باريس»); of the rest the
/// segmentation of words does.
package struct MentionBoundaries: Sendable {
    private let gazetteer: Gazetteer
    private var segmenter: WordSegmenter?
    /// Of the text whose mentions are asked for.
    var tells = TextTells()

    package init(gazetteer: Gazetteer, segmenter: WordSegmenter?) {
        self.gazetteer = gazetteer
        self.segmenter = segmenter
    }

    /// How well the lexicon knows what is left behind a cut.
    private enum Knowledge: Int, Comparable {
        case unknown
        /// The first word alone is in the lexicon.
        case word
        /// The first word alone is in one of the project's own lists.
        case curatedWord
        /// The whole mention is in the lexicon.
        case whole

        static func < (left: Knowledge, right: Knowledge) -> Bool { left.rawValue < right.rawValue }
    }

    /// The mention in code points of the source. Marks and quotation marks at its ends are cut off, and of a person's
    /// name the titles before it («الرئيس بوتين»); `nil` where nothing is left.
    ///
    /// - Parameter known: how many letters of the first word are known to be clitics.
    package mutating func range(
        of mention: Range<Int>,
        type: EntityType,
        in text: TokenizedText,
        cut known: Int? = nil
    ) -> Range<Int>? {
        var tokens = mention
        func isMark(_ index: Int) -> Bool {
            text.tokens[index].kind == .punctuation || text.tokens[index].kind == .symbol
                || text.tokens[index].letters.isEmpty
        }
        while let first = tokens.first, isMark(first) { tokens = tokens.dropFirst() }
        while let last = tokens.last, isMark(last) || Self.isLoose(text.tokens[last], in: text) {
            tokens = tokens.dropLast()
        }
        guard !tokens.isEmpty else { return nil }
        if type == .person {
            // «م. سعد», «د. أحمد»: an abbreviated title.
            if tokens.count > 2, text.tokens[tokens.lowerBound].letters.count == 1, isMark(tokens.lowerBound + 1) {
                tokens = tokens.dropFirst(2)
            } else if tokens.count > 1, isAbbreviatedTitle(text.letters(of: text.tokens[tokens.lowerBound])) {
                // «م سعد».
                tokens = tokens.dropFirst()
            }
            while tokens.count > 1, isTitle(text.letters(of: text.tokens[tokens.lowerBound])),
                !isMark(tokens.lowerBound + 1), !isGiven(tokens.lowerBound, in: text)
            {
                tokens = tokens.dropFirst()
            }
        }
        let first = text.tokens[tokens.lowerBound]
        let isName = type == .person && beginsWithFeh(tokens.lowerBound, in: text)
        var cut = known ?? (isName ? 0 : cut(of: tokens, in: text))
        if type == .person, known == nil {
            if isOwnLetter(cut, at: tokens.lowerBound, in: text) {
                cut -= 1
            } else if cut > 0, tokens.count > 1,
                MaghrebiNames.isOne(
                    text.letters(of: first).dropFirst(cut - 1),
                    at: tokens.lowerBound,
                    in: text,
                    gazetteer,
                    &tells
                ),
                knowledge(of: tokens, from: cut, contracted: false, in: text) < .whole
            {
                cut -= 1
            }
        }
        let start = cut == 0 ? Int(first.start) : Int(text.folded.origins[Int(first.firstLetter) + cut])
        return start..<Int(text.tokens[tokens.upperBound - 1].end)
    }

    /// A clitic that stands apart from its word, with a tatweel: «كأس الخليج الـ (23)», «مهرجان عيد بـ «الكورنيش»».
    private static func isLoose(_ token: Token, in text: TokenizedText) -> Bool {
        let letters = text.letters(of: token)
        guard letters.count <= 2, token.range.count > letters.count, let first = letters.first else { return false }
        return letters.count == 2
            ? first == ArabicLetter.alef && letters.last == ArabicLetter.lam
            : first == ArabicLetter.beh || first == ArabicLetter.lam || first == ArabicLetter.kaf
    }

    /// Whether a word's ف is a person's: «so» opens a clause and stands behind a mark («على رأسهم فولفجانج»), but where the
    /// article stands behind it, it may do so elsewhere.
    private func beginsWithFeh(_ index: Int, in text: TokenizedText) -> Bool {
        let word = text.letters(of: text.tokens[index])
        return word.first == ArabicLetter.feh && index > 0 && text.tokens[index - 1].isArabic
            && !Article.begins(word.dropFirst())
    }

    /// Whether the last letter that would be cut is the name's own: a ك before an article of which nobody knows a name
    /// («كالامار»), or where nobody is compared: behind «and» («وكواك»), an adjective («الإسباني كاميليو»), a title; and a ب behind a
    /// verb that takes none («وقال باريك»).
    private func isOwnLetter(_ cut: Int, at index: Int, in text: TokenizedText) -> Bool {
        let word = text.letters(of: text.tokens[index])
        guard cut > 0, word.count > cut else { return false }
        let letter = word[word.startIndex + cut - 1]
        guard letter == ArabicLetter.kaf || letter == ArabicLetter.beh else { return false }
        let isArabic = index > 0 && text.tokens[index - 1].isArabic
        let before = isArabic ? text.letters(of: text.tokens[index - 1]) : []
        if cut == 1, isArabic, Self.sayings[before] != nil { return true }
        guard letter == ArabicLetter.kaf else { return false }
        let rest = word.dropFirst(cut)
        if Article.begins(rest) { return gazetteer.classes(for: rest).isDisjoint(with: .people) }
        if !isArabic { return gazetteer.classes(for: rest).isDisjoint(with: .people) }
        return cut == 2 || TitleLexicon.isDefiniteTitle(before)
            || Article.opensNoun(before) && before.last == ArabicLetter.yeh
    }

    /// Verbs of speech that take no ب before whoever speaks.
    private static let sayings = LetterTable(
        list: "قال وقال قالت وقالت يقول ويقول تقول وتقول أضاف وأضاف أضافت وأضافت أوضح وأوضح أوضحت وأوضحت"
    )

    /// «م» for an engineer, «د» for a doctor.
    private func isAbbreviatedTitle(_ word: ArraySlice<UInt16>) -> Bool {
        word.count == 1 && (word.first == 0x645 || word.first == 0x62F)
    }

    /// Whether «الشيخ» is a given name: before «ولد».
    private func isGiven(_ index: Int, in text: TokenizedText) -> Bool {
        Self.isSheikh(text.letters(of: text.tokens[index]))
            && PersonEdges.isMauritanianParticle(text.letters(of: text.tokens[index + 1]))
    }

    static func isSheikh(_ word: ArraySlice<UInt16>) -> Bool { word.elementsEqual(sheikh) }
    private static let sheikh = FoldedText(folding: "الشيخ").letters

    /// Whether a word is a title that is never a name, behind clitics too.
    private func isTitle(_ word: ArraySlice<UInt16>) -> Bool {
        if TitleLexicon.isDefiniteTitle(word) { return true }
        let first = word.first
        guard word.count > 4, first == ArabicLetter.waw || first == ArabicLetter.feh || first == ArabicLetter.beh
        else { return false }
        return TitleLexicon.isDefiniteTitle(word.dropFirst())
    }

    /// The number of letters to cut from the mention's first word.
    mutating func cut(of tokens: Range<Int>, in text: TokenizedText) -> Int {
        let letters = Array(text.letters(of: text.tokens[tokens.lowerBound]))
        let cuts = letters.withUnsafeBufferPointer { CliticCuts($0) }
        guard cuts.preposition > 0 else { return 0 }
        // «وأم متنان».
        if tokens.count > 1, cuts.conjunction > 0, Self.parents[letters.dropFirst()] != nil { return cuts.conjunction }
        if WordPlaces.isJeddah(tokens.lowerBound, in: text, &tells) { return cuts.conjunction }
        if WordPlaces.isRussia(tokens.lowerBound, in: text, &tells) { return cuts.preposition }
        var best = (cut: 0, knowledge: knowledge(of: tokens, from: 0, contracted: false, in: text))
        if cuts.conjunction > 0 {
            let found = knowledge(of: tokens, from: cuts.conjunction, contracted: false, in: text)
            // «مكة وجدة»: behind a place the town of Oujda is Jeddah.
            if found > best.knowledge || found == .whole && isRow(before: tokens, from: cuts.conjunction, in: text) {
                best = (cuts.conjunction, found)
            }
        }
        if cuts.preposition > cuts.conjunction, !isBehindPreposition(tokens.lowerBound, in: text) {
            let found = knowledge(of: tokens, from: cuts.preposition, contracted: cuts.isContracted, in: text)
            if found > best.knowledge { best = (cuts.preposition, found) }
        }
        if best.cut > cuts.conjunction, best.knowledge < .whole, isBehindKind(tokens.lowerBound, in: text) { return 0 }
        if best.knowledge != .unknown { return best.cut }
        let word = text.letters(of: text.tokens[tokens.lowerBound])
        guard let split = segmenter?.clitics(ofFolded: word) else { return guess(letters, cuts: cuts) }
        if split.nameStart > 0,
            isBehindPreposition(tokens.lowerBound, in: text) || isBehindKind(tokens.lowerBound, in: text)
        {
            return 0
        }
        return letters.count - split.nameStart >= 2 ? split.nameStart : 0
    }

    /// Whether a preposition stands right before a word, which has no other one then, and no «and»: «في بابنوسة».
    private func isBehindPreposition(_ index: Int, in text: TokenizedText) -> Bool {
        index > 0 && text.tokens[index - 1].isArabic
            && Self.prepositions[text.letters(of: text.tokens[index - 1])] != nil
    }

    /// What names begin with, and no word.
    private static let parents = LetterTable(
        names: ["أم", "أبو", "أبي", "أبا"]
    )
    private static let prepositions = LetterTable(
        list: """
            بين وبين بمشاركة بحضور برئاسة بقيادة بإشراف برعاية برفقة رفقة بينهم وبينهم بينها بينهن \
            في من إلى على عن مع وفي ومن وإلى وعلى وعن ومع نحو لدى قرب شمال جنوب شرق غرب ضد داخل خارج عند حول
            """
    )

    /// Whether a noun that waits for a place's name stands right before a word: «ولاية باليكسير».
    private func isBehindKind(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, text.tokens[index - 1].isArabic,
            text.letters(of: text.tokens[index]).first != ArabicLetter.waw
        else { return false }
        let word = text.letters(of: text.tokens[index - 1])
        guard let kind = Self.kinds[word] ?? Self.kinds[word.dropFirst()] else { return false }
        // «مدينة بالجنوب»: they are spoken of without their names, too.
        let rest = text.letters(of: text.tokens[index]).dropFirst()
        return kind == Self.province || !Article.begins(rest) && rest.first != ArabicLetter.lam
    }

    private static let province: UInt32 = 1

    private static let kinds = LetterTable(
        lists: [
            ("ولاية محافظة مقاطعة إقليم بلدية", province),
            ("مدينة بلدة قرية قضاء جزيرة ناحية منطقة معسكر فريق نادي شركة مجموعة نظيره", 2),
        ]
    )

    /// Whether a mention of one word that is a town without its «and», too, stands behind a place.
    private func isRow(before mention: Range<Int>, from cut: Int, in text: TokenizedText) -> Bool {
        guard mention.count == 1, mention.lowerBound > 0 else { return false }
        let places: GazetteerClasses = [.country, .city, .region]
        let town = gazetteer.classes(for: text.letters(of: text.tokens[mention.lowerBound]).dropFirst(cut))
        let word = text.letters(of: text.tokens[mention.lowerBound - 1])
        let before = gazetteer.classes(for: word)
        // «إلى» is a village as well.
        return town.contains(.curated) && !town.isDisjoint(with: places) && !before.isDisjoint(with: places)
            && !StopWords.contains(word)
    }

    private func knowledge(
        of tokens: Range<Int>,
        from cut: Int,
        contracted: Bool,
        in text: TokenizedText
    ) -> Knowledge {
        var hash = LetterHash()
        if contracted { hash.append(ArabicLetter.alef) }
        var knowledge = Knowledge.unknown
        for index in tokens.prefix(Gazetteer.longestName) {
            let token = text.tokens[index].letters
            if index > tokens.lowerBound { hash.append(LetterHash.space) }
            for position in token.dropFirst(index == tokens.lowerBound ? cut : 0) {
                hash.append(text.folded.letters[position])
            }
            guard let match = gazetteer.match(hash: hash.value) else { break }
            // Two letters are known as too many things.
            let isLongEnough = cut == 0 || token.count - cut >= 3 || index > tokens.lowerBound
            if isLongEnough, !match.classes.isDisjoint(with: Self.naming) {
                if index == tokens.upperBound - 1 { return .whole }
                knowledge = max(knowledge, match.classes.contains(.curated) ? .curatedWord : .word)
            }
            if !match.continues { break }
        }
        return knowledge
    }

    /// Classes whose words begin names.
    private static let naming: GazetteerClasses = GazetteerClasses.names.union([
        .title, .organizationTrigger, .locationTrigger, .eventTrigger, .nameParticle, .properNoun, .nisba,
        .body,
    ])

    /// For words that the lexicon doesn't know with or without clitics, in a model without segmentation. An article behind a clitic shows that it is
    /// one. و before a consonant is nearly always «and»; before a vowel letter it is as often the W of a foreign name.
    /// ف, ب, ل and ك are more often a name's own first letters.
    private func guess(_ letters: [UInt16], cuts: CliticCuts) -> Int {
        let restHasArticle = cuts.article > cuts.preposition && letters.count - cuts.article >= 3
        if restHasArticle, cuts.isContracted || letters.count - cuts.preposition >= 5 { return cuts.preposition }
        guard letters[0] == ArabicLetter.waw, letters.count >= 5 else { return 0 }
        let vowels: [UInt16] = [ArabicLetter.alef, ArabicLetter.waw, ArabicLetter.yeh]
        return vowels.contains(letters[1]) ? 0 : cuts.conjunction
    }
}
