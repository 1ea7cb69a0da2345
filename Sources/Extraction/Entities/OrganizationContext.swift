internal import ArabicText

/// What the word before a name says of its type: «صحيفة «المدينة»» is a newspaper, «نادي قطر» a club.
struct OrganizationContext {
    private let words: EntityWords
    private let text: TokenizedText
    private let sentence: Range<Int>

    /// The most words of a name in quotation marks.
    private static let longestQuotation = 3

    init(words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// Whether the mention is an organisation's that looks like a place's or a person's.
    func isOrganization(_ mention: Range<Int>, type: EntityType) -> Bool {
        guard mention.lowerBound > sentence.lowerBound else { return false }
        var before = mention.lowerBound - 1
        let isQuoted = isMark(before)
        if isQuoted { before -= 1 }
        guard before >= sentence.lowerBound else { return false }
        let kinds = words[text.letters(of: text.tokens[before])]
        if kinds.contains(.paper) { return mention.count <= Self.longestQuotation }
        guard !isQuoted, type == .location, kinds.contains(.club) else { return false }
        // «نادي سان جرمان»; «فريق الولايات المتحدة» is a country's.
        return mention.count == 1
            || mention.count <= Self.longestQuotation
                && text.letters(of: text.tokens[before]).suffix(Self.club.count).elementsEqual(Self.club)
    }

    /// The name of a newspaper at token `index` that no noun and no mark before it tells by itself: «بصحيفة الوئام», «قال
    /// لـ«الوطن»», «سبق – الرياض» before a text.
    ///
    /// - Parameters:
    ///   - isFirst: whether the sentence is the first of its text.
    ///   - classes: what the lexicon has of a token: «مجلة الأخبار الألمانية» is none, «الرياض» in a byline a place.
    func isPaper(
        _ index: Int,
        in quotations: Quotations,
        isFirst: Bool,
        classes: (Int) -> GazetteerClasses
    ) -> Bool {
        let word = text.letters(of: text.tokens[index])
        guard words[word].contains(.paperName) else { return false }
        if index > sentence.lowerBound, kinds(index - 1).contains(.paper) {
            return index + 1 == sentence.upperBound || !classes(index + 1).contains(.nisba)
        }
        if quotations.isWhole(index..<index + 1) {
            return isTold(index - 2) || sentence.contains { kinds($0).contains(.reporting) }
        }
        return isFirst && index < sentence.lowerBound + Self.longestByline && (isDash(index - 1) || isDash(index + 1))
            && classes(index).isDisjoint(with: .locations)
    }

    /// Whether the word at token `index` ends the name of another newspaper, «عين اليوم».
    static func isEyeOfToday(_ index: Int, in text: TokenizedText) -> Bool {
        index > 0 && text.letters(of: text.tokens[index - 1]).elementsEqual(eye)
            && text.letters(of: text.tokens[index]).elementsEqual(today)
    }

    private static let club = FoldedText(folding: "نادي").letters
    private static let eye = FoldedText(folding: "عين").letters
    private static let today = FoldedText(folding: "اليوم").letters

    /// Tokens of a byline.
    private static let longestByline = 8

    /// «لـ«الوطن»».
    private func isTold(_ index: Int) -> Bool {
        guard sentence.contains(index) else { return false }
        let word = text.letters(of: text.tokens[index])
        return word.count == 1 && word.first == ArabicLetter.lam
    }

    private func kinds(_ index: Int) -> EntityWords.Kinds { words[text.letters(of: text.tokens[index])] }

    /// - – — and a tatweel that stands for one
    private func isDash(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].end == text.tokens[index].start + 1 else { return false }
        let mark = text.letters(of: text.tokens[index]).first ?? 0x2D
        return [0x2D, 0x2013, 0x2014, 0x640].contains(mark)
    }

    /// « » " “ ” ( )
    private func isMark(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .punctuation || text.tokens[index].kind == .symbol,
            let mark = text.letters(of: text.tokens[index]).first
        else { return false }
        return [0xAB, 0xBB, 0x22, 0x201C, 0x201D].contains(mark)
    }
}
