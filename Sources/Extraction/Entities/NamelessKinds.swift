internal import ArabicText

/// Bodies, laws and events of which a text says only the kind, and what they are for or do: «مكتب للصرافة», «قانون يحفظ الحقوق», «مهرجان
/// للتمور», «نظام دولي». Behind the noun of a name stands what has the article or is a name.
struct NamelessKinds {
    private let words: NameWords
    private let text: TokenizedText

    init(words: NameWords, text: TokenizedText) {
        self.words = words
        self.text = text
    }

    /// Whether a mention says no more than that.
    ///
    /// - Parameter cut: how many letters of its first word are clitics.
    func isOne(_ mention: Range<Int>, type: EntityType, cut: Int) -> Bool {
        guard mention.count > 1, text.tokens[mention.lowerBound + 1].isArabic else { return false }
        let noun = word(mention.lowerBound).dropFirst(cut)
        let next = word(mention.lowerBound + 1)
        guard !Article.begins(next), !isName(next) else { return false }
        switch type {
        case .organization:
            return Self.bodies[noun] != nil && isPurpose(next)
                || Self.offices[noun] != nil && isDescribed(noun, in: mention) && mention.count > 2
        case .miscellaneous:
            guard Self.things[noun] != nil else { return false }
            if isPurpose(next) || isClause(next) || isDescribed(noun, in: mention) { return true }
            return mention.count == 2 && Self.laws[noun] != nil && words.isEveryday(next)
        default: return false
        }
    }

    /// «للصرافة», «لمنع».
    private func isPurpose(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, word.first == ArabicLetter.lam else { return false }
        return word.dropFirst().first == ArabicLetter.lam || words.isNounBehindPreposition(word)
    }

    /// «يحفظ», «ومؤسسات», «حديثه».
    private func isClause(_ word: ArraySlice<UInt16>) -> Bool {
        // Not «تجنب»: deeds begin as «she» does.
        if word.first == ArabicLetter.yeh, words.isPresentVerb(word) { return true }
        if words.isPossessed(word) { return true }
        // «مؤتمر ومعرض».
        return word.count > 4 && word.first == ArabicLetter.waw && Self.things[word.dropFirst()] == nil
            && words.isEveryday(word.dropFirst())
    }

    /// Whether one adjective or two without the article, and perhaps a purpose, say what something is: «نظام دولي», «هيئة شرعية مركزية»,
    /// «هيئة عليا للسياحة».
    private func isDescribed(_ noun: ArraySlice<UInt16>, in mention: Range<Int>) -> Bool {
        let first = word(mention.lowerBound + 1)
        guard isDescription(first, of: noun) || Self.supreme[first] != nil else { return false }
        guard mention.count > 2 else { return true }
        let second = word(mention.lowerBound + 2)
        guard text.tokens[mention.lowerBound + 2].isArabic, !isName(second) else { return false }
        return isPurpose(second)
            || isDescription(second.first == ArabicLetter.waw ? second.dropFirst() : second, of: noun)
    }

    /// Whether a word may be the adjective of a noun, both without the article.
    private func isDescription(_ word: ArraySlice<UInt16>, of noun: ArraySlice<UInt16>) -> Bool {
        let isFeminine = noun.last == ArabicLetter.heh
        return !Article.begins(word) && isFeminine == (word.last == ArabicLetter.heh) && words.isAdjective(word)
    }

    private func isName(_ word: ArraySlice<UInt16>) -> Bool {
        !words.gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.names.union(.properNoun))
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    private static let bodies = LetterTable(
        list: "هيئة مكتب مركز مستشفى مشفى وكالة مصرف معهد مدرسة لجنة شركة جمعية مؤسسة منظمة مجلس صندوق جهاز مجموعة"
    )
    /// Of which a company is none: «شركة تقنية للطاقة» is called so.
    private static let offices = LetterTable(names: ["هيئة", "لجنة", "مركز", "معهد", "مجلس", "مكتب", "جهاز"])
    private static let things = LetterTable(
        list: "قانون نظام مهرجان معرض مؤتمر ملتقى بطولة مسابقة اتفاق اتفاقية مشروع جائزة"
    )
    /// «قانون هجرة»; but «ملتقى لقاءات» is called so.
    private static let laws = LetterTable(names: ["قانون", "نظام", "اتفاق"])
    private static let supreme = LetterTable(names: ["عليا", "عامة", "وطنية"])
}
