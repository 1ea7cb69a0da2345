internal import ArabicText

/// Names that stand in marks right behind a name and say what it is called for short: persons' nicknames («محمود عبد المنعم
/// «كهربا»», «محمد جابر (أبو شجاع)»), and bodies' («قوات سوريا الديمقراطية (قسد)»).
struct Nicknames: SentenceReader {
    private let words: NameWords
    let text: TokenizedText
    let sentence: Range<Int>

    init(words: NameWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// The nickname of a person; `nil` where none stands behind the name. In parentheses may stand anything: where somebody is
    /// from, whose part he plays.
    ///
    /// - Parameter isPlace: whether a token is part of a name of a place or body.
    func nickname(ofPerson person: Range<Int>, isPlace: (Int) -> Bool) -> Range<Int>? {
        guard person.count > 1, let name = marked(behind: person) else { return nil }
        if name.count == 2 { return word(name.lowerBound).elementsEqual(Self.father) ? name : nil }
        guard name.count == 1, text.letters(of: text.tokens[person.upperBound]).first != Self.parenthesis,
            !isPlace(name.lowerBound), isName(name.lowerBound)
        else { return nil }
        return name
    }

    /// A body's short name; `nil` where none stands behind its name. One of several words alone has one, and it stands in
    /// parentheses: «وكالة الأنباء العراقية (واع)».
    func shortName(ofBody body: Range<Int>) -> Range<Int>? {
        guard body.count > 1, let name = marked(behind: body), name.count == 1,
            text.letters(of: text.tokens[body.upperBound]).first == Self.parenthesis
        else { return nil }
        let word = word(name.lowerBound)
        let classes = words.gazetteer.classes(for: word)
        // «(السبت)», «(قريباً)», «(بالقدية)», «(بنات)».
        // «(ش.م.ع.)»: of what form it is.
        guard word.count > 2, text.tokens[name.lowerBound].range.count == word.count, !Article.begins(word),
            !Article.begins(word.dropFirst()), !StopWords.contains(word),
            !SoundPlural.endsFeminine(word), !text.tokens[name.lowerBound].hasTanween(in: text.folded),
            classes.isDisjoint(with: GazetteerClasses.locations.union([.calendar, .speech, .nisba, .title]))
        else { return nil }
        return name
    }

    /// The name of a body of which another stands right behind it in parentheses, where that is its noun and words with the
    /// article alone: «شركة الصناعات الكيميائية الأساسية (بي سي آي)».
    ///
    /// - Parameter isOther: whether a token is part of a mention.
    func fullName(ofBodyCalled short: Range<Int>, isOther: (Int) -> Bool) -> Range<Int>? {
        let open = short.lowerBound - 1
        guard sentence.contains(open), sentence.contains(short.upperBound),
            text.letters(of: text.tokens[open]).first == Self.parenthesis,
            text.letters(of: text.tokens[short.upperBound]).first == Self.closingParenthesis
        else { return nil }
        var index = open - 1
        while index > open - Self.longestFullName, let word = word(at: index), !isOther(index),
            Article.isBorne(by: word)
                || word.prefix(2).elementsEqual(Self.forThe)
        {
            index -= 1
        }
        guard index < open - 1, let noun = word(at: index), !isOther(index) else { return nil }
        let kind = noun.first == ArabicLetter.waw || noun.first == ArabicLetter.lam ? noun.dropFirst() : noun
        guard KindNouns.type(of: noun) == .organization || KindNouns.type(of: kind) == .organization else { return nil }
        return index..<open
    }

    private static let longestFullName = 7
    private static let closingParenthesis: UInt16 = 0x29
    private static let forThe = [ArabicLetter.lam, ArabicLetter.lam]

    /// The word in quotation marks right behind a body's name of several words.
    func quotedName(ofBody body: Range<Int>) -> Range<Int>? {
        guard body.count > 1, let name = marked(behind: body), name.count == 1,
            text.letters(of: text.tokens[body.upperBound]).first != Self.parenthesis
        else { return nil }
        return name
    }

    /// What stands between two marks right behind a name.
    private func marked(behind name: Range<Int>) -> Range<Int>? {
        let open = name.upperBound
        guard sentence.contains(open), let mark = text.letters(of: text.tokens[open]).first,
            let closing = Self.pairs.first(where: { $0.0 == mark })?.1
        else { return nil }
        var end = open + 1
        while end < open + 4, isWord(end) { end += 1 }
        guard end > open + 1, sentence.contains(end), let close = text.letters(of: text.tokens[end]).first,
            closing.contains(close)
        else { return nil }
        // A quotation mark that closes stands away from the next word.
        guard mark == Self.parenthesis || text.tokens[open].end == text.tokens[open + 1].start else { return nil }
        return open + 1..<end
    }

    /// « ( " “ and what closes them.
    private static let pairs: [(UInt16, [UInt16])] = [
        (0xAB, [0xBB]), (parenthesis, [0x29]), (0x22, [0x22]), (0x201C, [0x201C, 0x201D]), (0x201D, [0x201C, 0x201D]),
    ]
    private static let parenthesis: UInt16 = 0x28

    /// A word that nobody has as another: «تشيتشاريتو», not «الطائف», «نعم».
    private func isName(_ index: Int) -> Bool {
        let word = word(index)
        guard word.count > 3, !Article.begins(word), !StopWords.contains(word), !words.hasPronoun(word),
            !text.tokens[index].hasTanween(in: text.folded), !words.isEveryday(word)
        else { return false }
        let classes = words.gazetteer.classes(for: word)
        if classes.isEmpty {
            // «شيكابالا»; «للاغتيال» is no name.
            return word.withUnsafeBufferPointer { CliticCuts($0).preposition == 0 } || words.isUnknown(word)
        }
        return !classes.isDisjoint(with: .people) && classes.isDisjoint(with: GazetteerClasses.locations)
    }

    private static let father = FoldedText(folding: "أبو").letters
}
