internal import ArabicText

/// Where a person's name ends that the tagger let run on: at a word that no name has («فارس عوض سوف»), or where another
/// person begins with a mark or «and» («اسلام سراج وصالح العمري»).
struct PersonEdges {
    private let words: NameWords
    private let text: TokenizedText

    private var gazetteer: Gazetteer { words.gazetteer }

    init(words: NameWords, text: TokenizedText) {
        self.words = words
        self.text = text
    }

    /// What of a mention are names; nothing where it names nobody.
    func names(in mention: Range<Int>) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var start = mention.lowerBound
        for index in mention.dropFirst() {
            if separates(index) || isOpen(index, in: mention) {
                names.append(start..<index)
                start = index + 1
            } else if index > start, beginsAnother(index) {
                names.append(start..<index)
                start = index
            } else if index > start, goesOnWithout(index) {
                names.append(start..<index)
                start = index + 1
            }
        }
        names.append(start..<mention.upperBound)
        return names.filter { !$0.isEmpty }.compactMap(trimmed)
    }

    private func trimmed(_ mention: Range<Int>) -> Range<Int>? {
        var end = mention.upperBound
        while end > mention.lowerBound + 1, isNoName(end - 1) { end -= 1 }
        // What was taken for a name where others sent one.
        if end == mention.lowerBound + 1, Self.messages[word(mention.lowerBound)] != nil { return nil }
        // «وكيل إمارة», «مدير المراسم»: a title of somebody else.
        if end == mention.lowerBound + 1, opensTitle(mention.lowerBound) || isOffice(mention.lowerBound) { return nil }
        return mention.lowerBound..<end
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    /// Whether a token is a mark between two names: «أمير كردي – منصور الحربي», but not «جان-كلود».
    private func separates(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .punctuation || token.kind == .symbol, let mark = text.letters(of: token).first else {
            return false
        }
        if Self.separators.contains(mark) { return true }
        guard mark == 0x2D, index + 1 < text.tokens.count else { return false }
        return text.tokens[index - 1].end < token.start && token.end < text.tokens[index + 1].start
    }

    /// Whether a quotation is opened in the mention and not closed there: «أحمد سيد «زيزو» عاد».
    private func isOpen(_ index: Int, in mention: Range<Int>) -> Bool {
        text.letters(of: text.tokens[index]).first == 0xAB
            && !mention[index...].contains { text.letters(of: text.tokens[$0]).first == 0xBB }
    }

    /// – — ، , ؛ ; :
    private static let separators: [UInt16] = [0x2013, 0x2014, 0x60C, 0x2C, 0x61B, 0x3B, 0x3A]

    /// Whether a word is «and» with a given name, and is no name with its first letter.
    private func beginsAnother(_ index: Int) -> Bool {
        let word = word(index)
        guard text.tokens[index].isArabic, word.count > 3,
            word.first == ArabicLetter.waw || word.first == ArabicLetter.feh,
            // «أبو وليد» goes on.
            !gazetteer.classes(for: self.word(index - 1)).contains(.nameParticle)
        else { return false }
        let rest = gazetteer.classes(for: word.dropFirst())
        return rest.contains(.givenName) && !rest.contains(.nameParticle)
            && (!rest.contains(.commonWord) || rest.contains(.properNoun))
            && gazetteer.classes(for: word).isDisjoint(with: Self.naming)
    }

    /// Whether a word at the end of a mention is everyday and no name: «سوف», «أن», «وكيل»; or waits for another: «بن».
    private func isNoName(_ index: Int) -> Bool {
        let word = word(index)
        // A number to call.
        if text.tokens[index].kind == .number { return word.count >= 5 }
        guard text.tokens[index].isArabic, !Article.begins(word) else { return false }
        // «عبدالله جانباً».
        if text.tokens[index].hasTanween(in: text.folded) { return true }
        let classes = gazetteer.classes(for: word)
        if Self.isParticle(word) { return true }
        // «عبدالله بن مساعد».
        if Self.isParticle(self.word(index - 1)) { return false }
        if opensConstruct(index) || opensStatement(index) { return true }
        guard classes.isDisjoint(with: Self.naming) else { return false }
        return !classes.isDisjoint(with: [.commonWord, .speech]) || TitleLexicon.opensTitle(word)
            || words.isFutureVerb(word)
            || words.isPastVerb(word)
    }

    /// Whether a word says what becomes of the person: a noun behind a preposition («الطيب بجهود مدبولي»), or what was sent
    /// («آل سعود برقية تهنئة»).
    private func goesOnWithout(_ index: Int) -> Bool {
        guard text.tokens[index].isArabic, !Self.isParticle(word(index - 1)),
            !gazetteer.classes(for: word(index - 1)).contains(.nameParticle)
        else { return false }
        return Self.messages[word(index)] != nil || Self.saying[word(index)] != nil || isContracted(word(index))
            || words.isNounBehindPreposition(word(index))
    }

    /// Whether «ل» stands with the article before a noun: «حسين رياض للمربد».
    private func isContracted(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 4 && word.starts(with: [ArabicLetter.lam, ArabicLetter.lam])
            && gazetteer.classes(for: word).isDisjoint(with: Self.naming)
    }

    /// What is said of where somebody lives, or how old he is: «إدريس ب. القاطن بحي».
    private static let saying = LetterTable(
        names: [
            "القاطن", "القاطنة", "المقيم", "المقيمة", "البالغ", "البالغة", "المزداد", "المزدادة", "المولود", "المولودة",
            "الملقب", "الملقبة", "المكنى", "المكناة", "المدعو", "المدعوة", "المعروف", "المعروفة", "المتولدين",
            "القاطنين",
        ]
    )

    private static let messages = LetterTable(
        names: ["برقية", "برقيتي", "برقيات"]
    )

    /// Whether a word that may be a name is the person's title before the noun with the article: «أحمد الطيب شيخ الأزهر», but not
    /// «محمد أمير الدين».
    private func opensConstruct(_ index: Int) -> Bool {
        guard index + 1 < text.tokens.count, text.tokens[index + 1].isArabic, Self.constructs[word(index)] != nil else {
            return false
        }
        let noun = word(index + 1)
        return Article.opensNoun(noun) && Self.ofCompounds[noun] == nil && !TitleLexicon.isDefiniteTitle(noun)
            && !TitleLexicon.isQualifier(noun) && gazetteer.classes(for: noun).isDisjoint(with: [.familyName, .nisba])
    }

    /// Whether a word is of what the person says, with the noun behind it: «(أكد) حسام عبد الغفار خلو البلاد (من المرض)».
    private func opensStatement(_ index: Int) -> Bool {
        Self.statements[word(index)] != nil && index + 1 < text.tokens.count && text.tokens[index + 1].isArabic
            && Article.opensNoun(word(index + 1))
    }

    private static let statements = LetterTable(
        list: "خلو عدم ضرورة أهمية حرص وجود استعداد التزام نفاد جاهزية استمرار متانة عمق"
    )

    /// Whether a surname alone is what somebody is to those behind it: «مطران الكلدان».
    private func isOffice(_ index: Int) -> Bool {
        guard Self.offices[word(index)] != nil, index + 1 < text.tokens.count, text.tokens[index + 1].isArabic else {
            return false
        }
        return Article.opensNoun(word(index + 1))
    }

    private static let offices = LetterTable(names: ["مطران", "خوري", "قنصل"])

    /// Given names that are titles as often.
    private static let constructs = LetterTable(names: ["شيخ", "أمير", "عميد"])
    private static let ofCompounds = LetterTable(
        names: ["الدين", "الله", "الإسلام", "الحق", "الإيمان", "الهدى"]
    )

    private func opensTitle(_ index: Int) -> Bool {
        let word = word(index)
        // «وولي عهده».
        if word.first == ArabicLetter.waw, TitleLexicon.opensTitle(word.dropFirst()) { return true }
        return TitleLexicon.opensTitle(word) && gazetteer.classes(for: word).isDisjoint(with: .people)
    }

    /// Whether a word is never the last of a name, and of persons' names only: «بن», «آل».
    static func isParticle(_ word: ArraySlice<UInt16>) -> Bool { particles[word] != nil }

    /// «محمد آل» lacks the rest of it. Other particles may be a name's last word («باولو دي»).
    private static let particles = LetterTable(names: ["بن", "ابن", "بنت", "آل"])

    /// Whether a word is «ولد», which in Mauritania stands where others have «بن» («محمد ولد الغزواني»), and elsewhere is
    /// a boy: where it may be either, what stands around it tells.
    static func isMauritanianParticle(_ word: ArraySlice<UInt16>) -> Bool { word.elementsEqual(child) }

    private static let child = FoldedText(folding: "ولد").letters

    private static let naming: GazetteerClasses = GazetteerClasses.people.union(.properNoun)
}
