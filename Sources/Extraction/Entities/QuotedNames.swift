internal import ArabicText

/// Names in quotation marks, told by the noun before them: works and what else bears a title («مسرحية «الزعيم»», «جائزة
/// «الكتاب الأول»»), bodies («مطعم «زرياب»», «صحيفة «المدينة»»), persons («العداء «سعد شداد»»).
///
/// A row of works is named by one noun: «أفلام «غروب وشروق»، و«شيء في صدري»».
struct QuotedNames {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    private let text: TokenizedText
    private let sentence: Range<Int>

    /// The most words of a paper's and of a person's name.
    private static let longestPaper = 3
    private static let longestPerson = 4
    /// The most words between the noun and what it names: «مسلسله الكوميدي الجديد».
    private static let mostBetween = 2
    /// The most tokens from one work of a row to the next: «1984 مع عادل إمام،».
    private static let mostInRow = 8

    init(gazetteer: Gazetteer, words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// Of what is quoted, the names.
    func names(among quotations: Quotations) -> [(tokens: Range<Int>, type: EntityType)] {
        var names: [(tokens: Range<Int>, type: EntityType)] = []
        var row: Range<Int>?
        for content in quotations.contents {
            if let type = type(of: content) {
                names.append((content, type))
                row = type == .miscellaneous ? content : nil
            } else if let last = row, goesOn(from: last, to: content) {
                names.append((content, .miscellaneous))
                row = content
            }
        }
        return names
    }

    private func type(of content: Range<Int>) -> EntityType? {
        guard content.contains(where: { [.arabic, .foreign].contains(text.tokens[$0].kind) }),
            let noun = noun(before: content)
        else { return nil }
        if noun.kinds.contains(.paper) { return content.count <= Self.longestPaper ? .organization : nil }
        if noun.kinds.contains(.person) { return noun.isNext && isPerson(content) ? .person : nil }
        // What stands behind «الأغنية» alone may be said of it: «الأغنية "مرحة"».
        if noun.isDefinite, noun.isNext, text.tokens[content.lowerBound].kind != .foreign { return nil }
        if noun.kinds.contains(.titled) { return isPlace(content) ? nil : .miscellaneous }
        return noun.isDefinite || saysSomething(content) ? nil : .organization
    }

    /// Whether a noun right before the mark says that a place is named so: «ملعب «لوفتس رود»».
    func isPlaced(_ content: Range<Int>) -> Bool {
        let index = content.lowerBound - 2
        guard index >= sentence.lowerBound, isMark(index + 1), text.tokens[index].isArabic,
            KindNouns.type(of: text.letters(of: text.tokens[content.lowerBound])) == nil
        else { return false }
        let word = text.letters(of: text.tokens[index])
        // Behind one clitic at most.
        return KindNouns.type(of: word) == .location || KindNouns.type(of: word.dropFirst()) == .location
    }

    /// Whether it is the name of the newspaper that is called after the Middle East; the place stands in no marks.
    func isMiddleEast(_ content: Range<Int>) -> Bool {
        content.count == 2 && text.letters(of: text.tokens[content.lowerBound]).elementsEqual(Self.east)
            && text.letters(of: text.tokens[content.lowerBound + 1]).elementsEqual(Self.middle)
    }

    private static let east = FoldedText(folding: "الشرق").letters
    private static let middle = FoldedText(folding: "الأوسط").letters

    /// The noun before a name.
    private struct Noun {
        var kinds: EntityWords.Kinds
        var isDefinite: Bool
        /// Whether nothing stands between.
        var isNext: Bool
    }

    /// The noun before the content, adjectives and «بعنوان» between passed over.
    private func noun(before content: Range<Int>) -> Noun? {
        var index = content.lowerBound - 1
        if isMark(index) {
            // An abbreviation: «هيئة تطبيق التكنولوجيا (BPPT)».
            if text.tokens[content.lowerBound].kind == .foreign, text.letters(of: text.tokens[index]).first == 0x28 {
                return nil
            }
            index -= 1
        }
        if index >= sentence.lowerBound, isColon(index) { index -= 1 }
        for between in 0...Self.mostBetween {
            guard index >= sentence.lowerBound, text.tokens[index].isArabic else { return nil }
            let word = text.letters(of: text.tokens[index])
            let kinds = words[word]
            if !kinds.isDisjoint(with: Self.nouns) {
                return Noun(kinds: kinds, isDefinite: Article.isBorne(by: word), isNext: between == 0)
            }
            guard kinds.contains(.entitled) || isAdjective(word) else { return nil }
            index -= 1
        }
        return nil
    }

    private static let nouns: EntityWords.Kinds = [.titled, .paper, .named, .person]

    private func isAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        if gazetteer.classes(for: word).contains(.nisba) || TitleLexicon.isQualifier(word) { return true }
        return BodyNames.isAdjective(word)
            || Article.begins(word) && !words[word.dropFirst(2)].isDisjoint(with: [.bodyAttribute, .eventAttribute])
    }

    /// Whether it is a clause, not a name: «شركة المياه "لا ترد على الهاتف"».
    private func saysSomething(_ content: Range<Int>) -> Bool {
        content.contains { StopWords.contains(text.letters(of: text.tokens[$0])) }
    }

    /// «مهرجان «الجنادرية»» may be called by its place, but a country alone is one («تطبيق «السعودية»»).
    private func isPlace(_ content: Range<Int>) -> Bool {
        content.count == 1
            && gazetteer.classes(for: text.letters(of: text.tokens[content.lowerBound])).contains(.country)
    }

    /// Names and words that nobody knows; no everyday word.
    private func isPerson(_ content: Range<Int>) -> Bool {
        guard content.count <= Self.longestPerson else { return false }
        return content.allSatisfy { index in
            guard text.tokens[index].isArabic else { return false }
            let classes = gazetteer.classes(for: text.letters(of: text.tokens[index]))
            return classes.isDisjoint(with: [.commonWord, .speech, .title])
                || !classes.isDisjoint(with: GazetteerClasses.people.union(.nameParticle))
        }
    }

    /// Whether the content stands in a row with the one before: near, and behind a comma or «and».
    private func goesOn(from last: Range<Int>, to content: Range<Int>) -> Bool {
        let isForeign = text.tokens[content.lowerBound].kind == .foreign
        let before = content.lowerBound - (isForeign && !isMark(content.lowerBound - 1) ? 1 : 2)
        guard before >= last.upperBound, before - last.upperBound <= Self.mostInRow,
            isForeign == (text.tokens[last.lowerBound].kind == .foreign)
        else { return false }
        let letters = text.letters(of: text.tokens[before])
        return letters.count == 1 && [0x60C, 0x2C, ArabicLetter.waw].contains(letters.first ?? 0)
    }

    private func isColon(_ index: Int) -> Bool { text.letters(of: text.tokens[index]).first == 0x3A }

    private func isMark(_ index: Int) -> Bool {
        index >= sentence.lowerBound
            && (text.tokens[index].kind == .punctuation || text.tokens[index].kind == .symbol)
    }
}
