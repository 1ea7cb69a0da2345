internal import ArabicText

/// The full names of bodies: where one ends that the lexicon or its first words tell.
///
/// The lexicon has the best known («وزارة الداخلية», «هيئة الأمر بالمعروف والنهي عن المنكر»). Others are told by their
/// form. Official names say whose they are and what they are for: «الهيئة العامة للغذاء والدواء», «المرصد السوري لحقوق
/// الإنسان», «جمعية زمزم للخدمات الصحية». A word that opens a name, then an attribute that only names of bodies have or a
/// word or more of its own, then ل with a field of work, then what goes on from there. Without the field it is no name:
/// «اللجنة العليا للمهرجان», «شركة كبيرة للبيع».
package struct BodyNames: SentenceReader {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    /// The most words between the word that opens a name and its field.
    private static let longestCore = 4
    private static let longestName = 12

    init(gazetteer: Gazetteer, words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// The tokens of the body that begins at token `start`.
    ///
    /// - Parameters:
    ///   - length: how many of them the lexicon knows; 1 for a word that opens names.
    ///   - isName: whether a token is part of a mention.
    func tokens(from start: Int, length: Int, isName: (Int) -> Bool) -> Range<Int>? {
        if length > 1 {
            var end = start + length
            // «وزارة الصحة اليمنية».
            if let word = word(at: end), isNisba(word) { end += 1 }
            return start..<end
        }
        if let end = endOfLocalBody(from: start) { return start..<end }
        // «نادي الهلال».
        if let head = word(at: start), let club = word(at: start + 1), words[head].contains(.club),
            gazetteer.classes(for: club).contains(.club)
        {
            return start..<start + 2
        }
        // «[نائب رئيس] مجلس الوزراء للتنمية الصناعية».
        if sentence.contains(start + 1), NamelessWords.isCabinet(start..<start + 2, in: text) { return nil }
        guard var end = endOfCore(from: start, isName: isName), let isDefinite = isDefiniteField(at: end) else {
            return nil
        }
        end += 1
        if !isDefinite {
            // «لحقوق الإنسان», «لرعاية الشباب».
            guard let word = word(at: end), Article.opensNoun(word) else { return nil }
            end += 1
        }
        while end < start + Self.longestName, let next = endOfContinuation(at: end) { end = next }
        return start..<end
    }

    /// A body's name that ends in its field with what goes on from there: «جمعية الأمل للتأهيل» is that «وخدمة المعاقين».
    func continued(_ body: Range<Int>) -> Range<Int> {
        guard body.count > 1, let field = word(at: body.upperBound - 1), field.count > 4,
            field.starts(with: [ArabicLetter.lam, ArabicLetter.lam])
        else { return body }
        var end = body.upperBound
        while let word = word(at: end), word.first == ArabicLetter.waw, let next = endOfContinuation(at: end) {
            end = next
        }
        return body.lowerBound..<end
    }

    /// A body's name that the tagger begins at the adjective with the noun before that: «التنظيم» of «التنظيم الوطني للتدريب المشترك».
    ///
    /// - Parameter isOther: whether a token is part of another mention.
    func withNoun(_ body: Range<Int>, isOther: (Int) -> Bool) -> Range<Int> {
        let index = body.lowerBound - 1
        guard body.count > 1, let adjective = word(at: body.lowerBound), isAttribute(adjective),
            let noun = word(at: index), Article.opensNoun(noun), noun.count > 3, !isOther(index), !isAttribute(noun),
            text.tokens[index].end + 1 == text.tokens[body.lowerBound].start,
            (noun.last == ArabicLetter.heh) == (adjective.last == ArabicLetter.heh), !StopWords.contains(noun),
            !TitleLexicon.isDefiniteTitle(noun), !TitleLexicon.isQualifier(noun), !Self.isAdjective(noun),
            gazetteer.classes(for: noun).isDisjoint(with: [.calendar, .nisba, .title])
        else { return body }
        return index..<body.upperBound
    }

    /// A body's name that ends in a deed with what that is done to: «الصندوق الوطني للتأمين» is one «على المرض».
    func withObject(_ body: Range<Int>) -> Range<Int> {
        guard body.count > 1, let deed = word(at: body.upperBound - 1), Self.deeds[deed] != nil,
            let on = word(at: body.upperBound), on.elementsEqual(Self.on), let object = word(at: body.upperBound + 1),
            Article.opensNoun(object)
        else { return body }
        // «للرقابة على الصادرات والواردات».
        guard let second = word(at: body.upperBound + 2), second.first == ArabicLetter.waw,
            Article.opensNoun(second.dropFirst()), KindNouns.type(of: second.dropFirst(3)) == nil
        else { return body.lowerBound..<body.upperBound + 2 }
        return body.lowerBound..<body.upperBound + 3
    }

    private static let on = FoldedText(folding: "على").letters
    private static let deeds = LetterTable(
        list: """
            للتأمين التأمين والتأمين للرقابة الرقابة والرقابة للإشراف الإشراف والإشراف للمحافظة المحافظة للتعرف التعرف والتعرف \
            للقضاء
            """
    )

    /// Where a body of a town ends that begins at token `start`: «بلدية نابلس», «أمانة محافظة جدة».
    private func endOfLocalBody(from start: Int) -> Int? {
        guard let head = word(at: start), words[head].contains(.localBody), var place = word(at: start + 1) else {
            return nil
        }
        var index = start + 1
        if words[place].contains(.district) {
            index += 1
            guard let next = word(at: index) else { return nil }
            place = next
        }
        let classes = gazetteer.classes(for: place)
        if !classes.isDisjoint(with: .locations), classes.isDisjoint(with: [.commonWord, .nisba]) {
            // «بلدية الجنوب الفرعية».
            guard let next = word(at: index + 1), next.last == ArabicLetter.heh, Self.isAdjective(next) else {
                return index + 1
            }
            return TitleLexicon.isQualifier(next) ? index + 1 : index + 2
        }
        // «أمانة منطقة المدينة المنورة».
        guard let second = word(at: index + 1) else { return nil }
        let whole = gazetteer.classes(for: Array(place) + [LetterHash.space] + Array(second))
        return whole.isDisjoint(with: .locations) ? nil : index + 2
    }

    /// Where the field must begin.
    private func endOfCore(from start: Int, isName: (Int) -> Bool) -> Int? {
        guard let head = word(at: start) else { return nil }
        let isDefinite = Article.isBorne(by: head)
        for index in start + 1...start + 1 + Self.longestCore {
            guard let word = word(at: index) else { return nil }
            if index > start + 1, isDefiniteField(at: index) != nil { return index }
            if isDefinite {
                guard isAttribute(word) else { return nil }
            } else if Article.opensNoun(word) {
                guard !words[word.dropFirst(2)].contains(.belonging) else { return nil }
            } else if !isName(index) {
                // A word of its own: «جمعية زمزم للخدمات».
                guard index == start + 1, word.count > 2, word.last != ArabicLetter.heh,
                    isDefiniteField(at: index + 1) != nil,
                    gazetteer.classes(for: word).isDisjoint(with: [.commonWord, .speech])
                else { return nil }
            }
        }
        return nil
    }

    /// Where what goes on at token `index` ends: «والدواء», «وتوعية الجاليات», «الصحية».
    private func endOfContinuation(at index: Int) -> Int? {
        guard let word = word(at: index) else { return nil }
        if isAttribute(word) || Self.isAdjective(word) { return index + 1 }
        guard word.first == ArabicLetter.waw else { return nil }
        let rest = word.dropFirst()
        guard words[Article.opensNoun(rest) ? rest.dropFirst(2) : rest].contains(.bodyField) else { return nil }
        if Article.opensNoun(rest) { return index + 1 }
        guard let next = self.word(at: index + 1), Article.opensNoun(next) else { return nil }
        return index + 2
    }

    /// Whether the field of work that stands at token `index` behind ل has the article; `nil` where there is none.
    private func isDefiniteField(at index: Int) -> Bool? {
        guard let word = word(at: index), word.first == ArabicLetter.lam, word.count > 3 else { return nil }
        let isDefinite = word.dropFirst().first == ArabicLetter.lam
        guard words[word.dropFirst(isDefinite ? 2 : 1)].contains(.bodyField) else { return nil }
        return isDefinite
    }

    private func isAttribute(_ word: ArraySlice<UInt16>) -> Bool {
        Article.opensNoun(word) && (words[word.dropFirst(2)].contains(.bodyAttribute) || isNisba(word))
    }

    private func isNisba(_ word: ArraySlice<UInt16>) -> Bool {
        Article.opensNoun(word) && gazetteer.classes(for: word).contains(.nisba)
    }

    /// «الصحية», «التقني»: by its ending.
    package static func isAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        guard Article.opensNoun(word), word.count > 5 else { return false }
        let last = word[word.endIndex - 1]
        let isFeminine = last == ArabicLetter.heh && word[word.endIndex - 2] == ArabicLetter.yeh
        return isFeminine || last == ArabicLetter.yeh && !TitleLexicon.isDefiniteTitle(word)
    }
}
