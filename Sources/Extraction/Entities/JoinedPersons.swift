internal import ArabicText

/// Persons that the tagger has overlooked, or of whom it has the surname alone, where the persons and titles around tell
/// them: «أشرف حكيمي وجمال موسيالا ووليد الركراكي», «النائبة عالية نصيف».
struct JoinedPersons: SentenceReader {
    private let words: NameWords
    private let kinds: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>
    /// Those that were found, by position.
    private let persons: [Range<Int>]

    /// The most words of a name in a row.
    private static let longest = 4

    init(
        words: NameWords,
        kinds: EntityWords,
        text: TokenizedText,
        sentence: Range<Int>,
        persons: [Range<Int>]
    ) {
        self.words = words
        self.kinds = kinds
        self.text = text
        self.sentence = sentence
        self.persons = persons
    }

    private var gazetteer: Gazetteer { words.gazetteer }

    private func isPunctuation(_ index: Int) -> Bool {
        !sentence.contains(index) || text.tokens[index].kind == .punctuation || text.tokens[index].kind == .symbol
    }

    // MARK: First names

    /// A person's name with the first name before it, or as it is.
    func withFirstName(_ person: Range<Int>, isOther: (Int) -> Bool) -> Range<Int> {
        let index = person.lowerBound - 1
        guard index > sentence.lowerBound, isWord(index), !isOther(index), isWord(person.lowerBound),
            word(person.lowerBound).first != ArabicLetter.waw,
            text.tokens[index].end + 1 == text.tokens[person.lowerBound].start, isFirstName(index, of: person)
        else { return person }
        return index..<person.upperBound
    }

    private func isFirstName(_ index: Int, of person: Range<Int>) -> Bool {
        let word = word(index)
        if word.first == ArabicLetter.waw {
            // «قوباد» of «بافل طالباني وقوباد طالباني».
            guard person.count == 1, word.count > 3, words.gazetteer.classes(for: word).isDisjoint(with: .people) else {
                return false
            }
            let isBehindPerson = persons.contains { $0.upperBound == index }
            return isBehindPerson && isPlainName(word.dropFirst()) && !words.isEveryday(word.dropFirst())
        }
        guard isWord(index - 1), !StopWords.contains(word), !Article.begins(word) else { return false }
        let before = self.word(index - 1)
        // «العريف أول فاهم سعيد الحبسي».
        if person.count > 1, isFormOfAddress(index - 1), isBareNoun(index) { return true }
        if isTitle(before) {
            guard !TitleLexicon.isOrOpensTitle(word), !TitleLexicon.completesTitle(word),
                gazetteer.classes(for: word).isDisjoint(with: [.calendar, .speech, .nisba])
            else { return false }
            // Behind a noun with the article no adjective has none, and no verb ends in ة.
            return isPlainName(word) || isFeminine(word) || words.isGivenName(word) && !Credits.isCredit(word)
        }
        return person.count == 1 && Self.conjunctions[before] != nil && isPlainName(word)
    }

    /// Whether a form of address or a rank ends at a token: what stands behind it without the article is its bearer's name.
    private func isFormOfAddress(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        let word = word(index)
        if Self.formsOfAddress[word] != nil { return true }
        return index > sentence.lowerBound && isWord(index - 1) && TitleLexicon.completesTitle(word)
            && !Article.begins(word) && Self.formsOfAddress[self.word(index - 1)] != nil
    }

    /// Whether a word is no verb, no title, nobody's relative, nothing behind a clitic, and in no case or number that names are
    /// not in.
    private func isBareNoun(_ index: Int) -> Bool {
        let word = word(index)
        guard word.count > 2, !text.tokens[index].hasTanween(in: text.folded), word.last != ArabicLetter.alef,
            !SoundPlural.ends(word), !words.isVerb(word), !words.hasPronoun(word), !words.isNounBehindPreposition(word),
            !TitleLexicon.isOrOpensTitle(word), !TitleLexicon.completesTitle(word), !Credits.isCredit(word),
            Self.relations[word] == nil,
            // «العقيد أ.ح شريف عبد التواب».
            !word.contains(Self.stop)
        else { return false }
        return gazetteer.classes(for: word).isDisjoint(
            with: GazetteerClasses.locations.union(GazetteerClasses.organizations).union(
                [.kinship, .nisba, .calendar, .speech, .title, .nameParticle]
            )
        )
    }

    private static let formsOfAddress = LetterTable(
        list: ["", "و"].flatMap { clitic in
            addresses.split(whereSeparator: \.isWhitespace).map { clitic + $0 }
        }.joined(separator: " ")
    )
    private static let addresses = """
        الدكتور الدكتورة البروفيسور المهندس المهندسة الأستاذ الأستاذة السيد السيدة الشهيد الشهيدة الشيخ الحاج الحاجة العريف \
        الرقيب النقيب الملازم الرائد المقدم العقيد العميد اللواء المشير الجندي المحامي المحامية
        """
    private static let stop: UInt16 = 0x2E
    private static let relations = LetterTable(
        list: """
            صديق صديقة زميل زميلة حليف جار قريب نجل شقيق شقيقة زوج زوجة أرملة حرم عقيلة والد والدة ابن ابنة حفيد حفيدة صهر خطيب             خطيبة نجم نجمة عضو مؤسس صاحب صاحبة مرافق نظير خلف ضد رفيق رفيقة وريث متقاعد متقاعدة ممثل أحد جميع كل بعض نفس غير قبل بعد عقب لدى
            """
    )

    /// ـة, and no preposition before. («ـته» is his.)
    private func isFeminine(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 3 && word.last == ArabicLetter.heh && word.dropLast().last != ArabicLetter.teh
            && word.withUnsafeBufferPointer { CliticCuts($0).preposition } == 0
    }

    /// A given name that is no everyday word, or a word that nobody knows.
    private func isPlainName(_ word: ArraySlice<UInt16>) -> Bool {
        if Article.begins(word) { return false }
        if words.isGivenName(word) {
            if Credits.isCredit(word) { return false }
            let classes = gazetteer.classes(for: word)
            return !classes.contains(.commonWord) || classes.contains(.properNoun)
        }
        return words.isUnknown(word) && !words.hasPronoun(word)
    }

    /// Whether a word is a title with the article, behind clitics too, or says otherwise who somebody is: «الطالبة».
    private func isTitle(_ word: ArraySlice<UInt16>) -> Bool {
        TitleLexicon.isDefiniteTitle(word) || kinds[word].contains(.person)
            || word.first == ArabicLetter.waw && TitleLexicon.isDefiniteTitle(word.dropFirst())
    }

    private static let conjunctions = LetterTable(
        names: ["إن", "أن", "وإن", "وأن"]
    )

    // MARK: Rows

    /// The persons that stand with «and» behind persons.
    func inRows(isOther: (Int) -> Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for person in persons {
            var index = person.upperBound
            if let surname = surname(at: index, behind: person, isOther: isOther) {
                found.append(surname)
                index = surname.upperBound
            }
            while let next = name(at: index, isOther: isOther, depth: 0) {
                found.append(next)
                index = next.upperBound
            }
        }
        return found
    }

    /// A surname behind «and» and a surname: «الدوسري والقحطاني», «فيرمينو وجرفينيو».
    private func surname(at index: Int, behind person: Range<Int>, isOther: (Int) -> Bool) -> Range<Int>? {
        guard isWord(index), !isOther(index), person.count == 1, word(index).first == ArabicLetter.waw else {
            return nil
        }
        let name = word(index).dropFirst()
        if !Article.begins(word(person.lowerBound)) {
            let isForeign = name.count > 5 && !Article.begins(name) && words.isUnknown(name) && !words.isKnown(name)
            let isInflected = words.hasPronoun(name) || SoundPlural.ends(name)
            return isForeign && !isInflected && name.last != ArabicLetter.alef ? index..<index + 1 : nil
        }
        let classes = gazetteer.classes(for: name)
        guard Article.opensNoun(name), classes.contains(.familyName),
            classes.isDisjoint(with: GazetteerClasses.locations.union([.title, .calendar, .speech])),
            !TitleLexicon.isDefiniteTitle(name)
        else { return nil }
        return index..<index + 1
    }

    /// The name that begins with «and» at a token, where what stands behind it agrees.
    private func name(at index: Int, isOther: (Int) -> Bool, depth: Int) -> Range<Int>? {
        guard depth < 8, isWord(index), !isOther(index), mayOpen(index) else { return nil }
        let isGiven = isPlainName(word(index).dropFirst())
        for end in index + 2...index + Self.longest {
            let last = end - 1
            guard isWord(last), !isOther(last), mayGoOn(last) else { return nil }
            if closesRow(end) || name(at: end, isOther: isOther, depth: depth + 1) != nil { return index..<end }
            if end == index + 2, isGiven, isSurname(last), endsName(end) { return index..<end }
        }
        return nil
    }

    /// Whether another person stands there with «and».
    private func closesRow(_ index: Int) -> Bool {
        isWord(index) && word(index).first == ArabicLetter.waw && persons.contains { $0.lowerBound == index }
    }

    /// Whether a word is «and» with what may be a first name.
    private func mayOpen(_ index: Int) -> Bool {
        let word = word(index)
        guard word.first == ArabicLetter.waw, word.count > 3, gazetteer.classes(for: word).isDisjoint(with: .people)
        else {
            return false
        }
        let name = word.dropFirst()
        if words.isGivenName(name) || name.elementsEqual(Self.ali) { return true }
        return !StopWords.contains(name) && !Article.begins(name) && !words.isEveryday(name)
            && !TitleLexicon.isOrOpensTitle(name) && !words.isAccusative(name)
            && !words.hasPronoun(name)
            && gazetteer.classes(for: name).isDisjoint(
                with: GazetteerClasses.locations.union(GazetteerClasses.organizations).union(.noNames)
            )
    }

    private func mayGoOn(_ index: Int) -> Bool {
        let word = word(index)
        return (!StopWords.contains(word) || word.elementsEqual(Self.ali)) && word.first != ArabicLetter.waw
            && !TitleLexicon.isOrOpensTitle(word) && !TitleLexicon.isQualifier(word)
            && gazetteer.classes(for: word).isDisjoint(with: .noNames)
            && !word.prefix(2).elementsEqual(Self.forThe) && !words.isNounBehindPreposition(word)
            && !text.tokens[index].hasTanween(in: text.folded)
    }

    /// Whether a word is a surname by itself: of the lists, and no everyday word; or one that nobody knows.
    private func isSurname(_ index: Int) -> Bool {
        let word = word(index)
        let classes = gazetteer.classes(for: word)
        if classes.isEmpty { return words.isUnknown(word) }
        return !classes.isDisjoint(with: .people) && classes.isDisjoint(with: [.commonWord, .nisba])
            && classes.isDisjoint(with: .locations)
    }

    /// Whether no name goes on at a token: at a mark, a particle, a title.
    private func endsName(_ index: Int) -> Bool {
        guard isWord(index) else { return isPunctuation(index) }
        return StopWords.contains(word(index)) || TitleLexicon.isOrOpensTitle(word(index)) || mayOpen(index)
    }

    private static let forThe = [ArabicLetter.lam, ArabicLetter.lam]
    private static let ali = FoldedText(folding: "علي").letters
}
