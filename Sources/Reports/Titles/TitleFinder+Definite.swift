internal import ArabicText
internal import Extraction

/// Titles with the article, which stand by themselves, and the adjectives behind them: «الرئيس», «الأمين العام», «المحلل السياسي».
extension TitleFinder {
    /// Writes a title that stands by itself («الرئيس», «الأمين العام»), or with whose it is («نائب الرئيس»).
    mutating func definite(
        _ word: TitleWord,
        in text: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ index: Int
    ) -> Reading {
        title.removeAll(keepingCapacity: true)
        let complement = index > start ? words[index - 1] : nil
        var end = index + 1
        if word.bytes == words[index].bytes {
            if isOthers(before: end) { return .none }
            let context = context(of: word)
            // «الفريق الركن» is no team.
            let isRank = complement.map { self.context(of: $0).contains(.ofRank) } ?? false
            if !isRank, let outer = reading(of: end, where: { $0.opens(context) }) {
                outer.write(to: &title, of: text)
                end += 1
            }
        }
        word.write(to: &title, of: text)
        if let complement,
            TitleLexicon.completesTitle(letters[complement.letters])
                || !isAttribute(complement) && isSpecialty(complement, of: word)
        {
            complement.write(to: &title, of: text)
        }
        // «محافظ القليوبية والدكتورة إيمان»: what stands before «and» is another's, but «الشاعر والروائي».
        let isJoined = letters[words[index].letters].first == NameForms.waw
        if isJoined, end < words.count, !TitleLexicon.isDefiniteTitle(letters[words[end].letters]) { end = words.count }
        return .found(end: end)
    }

    /// Whether a word may stand between a title and its name: «الروسي», «السابق», «العام».
    func isAttribute(_ word: TitleWord) -> Bool {
        let letters = letters[word.letters]
        return TitleLexicon.isQualifier(letters) || TitleLexicon.completesTitle(letters)
            || hasArticle(word) && (lexicon.isNisba(letters) || Self.ages[letters] != nil)
    }

    /// «المدافع الفرنسي» «الشاب».
    private static let ages = LetterTable(
        list: "الشاب الشابة المخضرم المخضرمة الصاعد الصاعدة الواعد القدير المنشق الدولي الدولية"
    )

    /// Whether an adjective says in what somebody is what his title says: «المحلل السياسي», «المدير الفني». Behind ranks that are teams, too,
    /// it says which team: «الفريق الوطني».
    func isSpecialty(_ word: TitleWord, of title: TitleWord) -> Bool {
        let letters = letters[word.letters]
        guard hasArticle(word), !TitleLexicon.isOrOpensTitle(letters),
            context(of: title).isDisjoint(with: [.team, .world, .thing])
        else { return false }
        return isFeminine(title)
            ? letters.last == ArabicLetter.heh && letters.dropLast().last == ArabicLetter.yeh
            : letters.last == ArabicLetter.yeh
    }

    func isFeminine(_ word: TitleWord) -> Bool { letters[word.letters].last == ArabicLetter.heh }

    func hasArticle(_ word: TitleWord) -> Bool {
        NameForms.hasArticle(letters[word.letters])
    }
}
