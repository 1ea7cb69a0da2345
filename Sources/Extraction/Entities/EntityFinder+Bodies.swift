internal import ArabicText

/// Bodies: where their names begin and end, and those that the tagger has not.
extension EntityFinder {
    /// The bodies in a name that the tagger has made of them.
    mutating func bodies(in mention: Range<Int>, of text: TokenizedText) -> [Range<Int>] {
        if let clubs = CityClubs.clubs(in: mention, of: text, gazetteer) { return clubs }
        let bodies = JoinedBodies.bodies(in: mention, of: text)
        guard bodies.count > 1 else {
            let body = withoutQualifier(mention, in: text)
            // «المعهد» before «تقدم».
            let isNone = body != mention && namesNothing(body, type: .organization, in: text)
            return isNone ? [] : [body]
        }
        return bodies.filter { !namesNothing($0, type: .organization, in: text) }.map {
            withoutQualifier($0, in: text)
        }
    }

    /// A body's name without what says since when it is one, or whose eye sees it: «الحرس الملكي المكلف», and who leads it:
    /// «التحالف العربي بقيادة السعودية». In a name the new are often a part of it («بنك التنمية الجديد»).
    private func withoutQualifier(_ body: Range<Int>, in text: TokenizedText) -> Range<Int> {
        var end = body.dropFirst().first { NamelessWords.isLead(text.letters(of: text.tokens[$0])) } ?? body.upperBound
        // «[نائب رئيس] مجلس الوزراء للتنمية الصناعية».
        if end - body.lowerBound > 2, NamelessWords.isCabinet(body, in: text),
            text.letters(of: text.tokens[body.lowerBound + 2]).first == ArabicLetter.lam
        {
            end = body.lowerBound + 2
        }
        if let field = field(ofDeputyIn: body, of: text) { end = min(end, field) }
        if let rest = BodyTails(words: nameWords, text: text).start(in: body.lowerBound..<end) { end = rest }
        if end - body.lowerBound > 1, isFormer(end - 1, in: text) { end -= 1 }
        while end > body.lowerBound + 1,
            NamelessWords.isPassing(
                text.letters(of: text.tokens[end - 1]),
                behind: text.letters(of: text.tokens[end - 2])
            ) || isKindOfPlace(end - 1, in: text)
        {
            end -= 1
        }
        return body.lowerBound..<end
    }

    /// Where a body's name ends that ran on to what its deputy is for: «(نائب رئيس) جامعة سوهاج لشؤون الدراسات العليا».
    private func field(ofDeputyIn body: Range<Int>, of text: TokenizedText) -> Int? {
        guard body.count > 2, body.lowerBound > 0, text.tokens[body.lowerBound - 1].isArabic else { return nil }
        let title = text.letters(of: text.tokens[body.lowerBound - 1])
        guard TitleLexicon.opensTitle(title) || NamelessWords.isTitleBehindClitic(title) else { return nil }
        let noun = text.letters(of: text.tokens[body.lowerBound])
        guard NamelessWords.hasDeputies(noun) else { return nil }
        return body.dropFirst(2).first { NamelessWords.isAffairs(text.letters(of: text.tokens[$0])) }
    }

    /// Whether a body's name ran on to somebody who was something: «(بمحكمة) الاستئناف البرلماني» before «السابق عبد النبي بعيوي».
    private func isFormer(_ index: Int, in text: TokenizedText) -> Bool {
        guard index + 1 < text.tokens.count, text.tokens[index + 1].isArabic,
            TitleLexicon.isQualifier(text.letters(of: text.tokens[index + 1]))
        else { return false }
        let word = text.letters(of: text.tokens[index])
        return TitleLexicon.isDefiniteTitle(word) || NamelessWords.isParliamentarian(word)
    }

    /// Whether a body's name ends in the kind of the place that is named behind it: «الدرك الوطني بولاية».
    private func isKindOfPlace(_ index: Int, in text: TokenizedText) -> Bool {
        let word = text.letters(of: text.tokens[index])
        return word.first == ArabicLetter.beh && WordPlaces.isKind(word)
    }

    /// Makes two of a body's name that went on to another body: «شبكة أطباء السودان والمنظمة الدولية للهجرة».
    mutating func separateBodies(in text: TokenizedText) {
        for body in candidates.inOrder where body.type == .organization && body.tokens.count > 2 {
            let bodies = JoinedBodies.bodies(in: body.tokens, of: text)
            guard bodies.count > 1, let first = bodies.first else { continue }
            candidates.shorten(body.tokens, to: first)
            for other in bodies.dropFirst() where !namesNothing(other, type: .organization, in: text) {
                var next = body
                next.tokens = other
                candidates.insert(next)
            }
        }
    }

    /// The body of a state that begins at token `index`, if one does: ``StateBodies``, ``NationalBodies``.
    mutating func addStateBody(at index: Int, in text: TokenizedText, sentence: Range<Int>) {
        func isNisba(_ word: ArraySlice<UInt16>) -> Bool { gazetteer.classes(for: word).contains(.nisba) }
        if let end = StateBodies.end(from: index, in: text, sentence: sentence, isNisba: isNisba),
            !candidates.overlap(index..<end)
        {
            candidates.insert(index..<end, type: .organization)
        }
        guard let end = NationalBodies.end(from: index, in: text, sentence: sentence, isNisba: isNisba) else { return }
        // «[الحرس الوطني الكيني] صحة الخبر».
        if sentence.contains(end), isBareNoun(end, in: text),
            let body = candidates.inOrder.first(where: { $0.tokens.contains(end) }), body.type == .organization,
            body.tokens.lowerBound >= index - 1, body.tokens.lowerBound < end
        {
            candidates.shorten(body.tokens, to: body.tokens.lowerBound..<end)
        }
        candidates.extendTheOnlyOne(of: .organization, in: index..<end)
        candidates.replace(in: index..<end, type: .organization)
    }

    /// Whether a word neither says which body is meant («القوات المسلحة» «البرية»), nor what it is for («… للتنمية»), nor names
    /// another («…» «والشرطة»).
    private func isBareNoun(_ index: Int, in text: TokenizedText) -> Bool {
        guard text.tokens[index].isArabic else { return false }
        let word = text.letters(of: text.tokens[index])
        return !Article.isBorne(by: word) && !StopWords.contains(word) && word.first != ArabicLetter.lam
            && word.first != ArabicLetter.waw
    }

    /// Bodies by their full names. What was found inside of one is a part of it; what reaches beyond it stays.
    mutating func addBodies(_ heads: [(start: Int, length: Int)], in text: TokenizedText, sentence: Range<Int>) {
        let names = BodyNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        for body in candidates.inOrder where body.type == .organization {
            var whole = names.continued(names.withObject(body.tokens))
            if let field = field(ofDeputyIn: whole, of: text) {
                whole = whole.lowerBound..<max(field, body.tokens.upperBound)
            }
            whole = names.withNoun(whole) { candidates.overlap($0..<$0 + 1) }
            if whole != body.tokens { candidates.extendTheOnlyOne(of: .organization, in: whole) }
        }
        guard !heads.isEmpty else { return }
        var end = 0
        for head in heads {
            let start = head.start + sentence.lowerBound
            guard start >= end, !NationalBodies.isAdjective(start, in: text),
                let body = names.tokens(
                    from: start,
                    length: head.length,
                    isName: { index in candidates.overlap(index..<index + 1) }
                )
            else { continue }
            let name = body.lowerBound..<(field(ofDeputyIn: body, of: text) ?? body.upperBound)
            if candidates.replace(in: name, type: .organization) { end = body.upperBound }
        }
    }
}
