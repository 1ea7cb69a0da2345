internal import ArabicText

/// What the tagger took for one name, and is more than one or not all of it: a clause that begins with a name («(قالت
/// الصحيفة) إن بن سلمان»), countries in a row, a body and its leader, a king and what stands before him.
struct ClauseEdges {
    private let words: NameWords
    private let text: TokenizedText

    init(words: NameWords, text: TokenizedText) {
        self.words = words
        self.text = text
    }

    /// A name and what it names.
    typealias Part = (tokens: Range<Int>, type: EntityType)

    /// What of a mention are names; mostly the mention itself.
    func parts(of mention: Range<Int>, type: EntityType) -> [Part] {
        if type == .person, let places = countries(in: mention) { return places.map { ($0, .location) } }
        if type == .organization, let countries = countriesInLead(in: mention) {
            return countries.map { ($0, .location) }
        }
        if type == .organization, let crown = mention.dropFirst().first(where: isCrown) {
            return parts(of: mention, splitAt: crown)
        }
        if type == .organization, let leader = leader(of: mention) {
            let person: Part = (leader..<mention.upperBound, .person)
            // «(مديرة) النادي خيرية الحازمي».
            return leader > mention.lowerBound + 1 ? [(mention.lowerBound..<leader, type), person] : [person]
        }
        if type == .location, let person = person(behind: mention) {
            return [(mention.lowerBound..<person, type), (person..<mention.upperBound, .person)]
        }
        guard mention.count > 2,
            let opening = mention.dropLast(2).first(where: { opensClause($0) && isParticle($0 + 1) })
        else { return [(mention, type)] }
        let person: Part = (opening + 1..<mention.upperBound, .person)
        // Of a word alone before it nobody knows whether it was read as a name for its own sake: «الوكالة».
        let before = mention.lowerBound..<opening
        return before.count > 1 ? [(before, type), person] : [person]
    }

    /// The countries of «(التحالف) بقيادة السعودية», which were read as a body's, what stands behind them left out.
    private func countriesInLead(in body: Range<Int>) -> [Range<Int>]? {
        let first = body.lowerBound + 1
        guard body.count > 1, word(body.lowerBound).elementsEqual(Self.underLead) else { return nil }
        let isLong = word(first).elementsEqual(Self.kingdom) || word(first).elementsEqual(Self.states)
        guard isLong || words.gazetteer.classes(for: word(first)).contains(.country) else { return nil }
        var end = first + 1
        if isLong { while end < body.upperBound, Article.begins(word(end)) { end += 1 } }
        let others = (end..<body.upperBound).prefix { index in
            word(index).first == ArabicLetter.waw
                && words.gazetteer.classes(for: word(index).dropFirst()).contains(.country)
        }
        return [first..<end] + others.map { $0..<$0 + 1 }
    }

    /// What was read as one body, and is several or a king and what stands before him: «أم القرى والملك عبدالعزيز», «المملكة
    /// والملك سلمان».
    private func parts(of body: Range<Int>, splitAt crown: Int) -> [Part] {
        let isOfKing = crown == body.lowerBound + 1 && word(body.lowerBound).elementsEqual(Self.kingdom)
        var parts: [Part] = isOfKing ? [] : [(body.lowerBound..<crown, .organization)]
        let crowns = (crown..<body.upperBound).filter(isCrown)
        for (start, end) in zip(crowns, crowns.dropFirst() + [body.upperBound]) where end > start + 1 {
            // A title alone is nobody.
            parts.append(isOfKing ? (start + 1..<end, .person) : (start..<end, .organization))
        }
        return parts
    }

    private func isCrown(_ index: Int) -> Bool {
        word(index).first == ArabicLetter.waw && RulerTitles.isOfCrown(word(index))
    }

    private static let underLead = FoldedText(folding: "بقيادة").letters
    private static let kingdom = FoldedText(folding: "المملكة").letters
    private static let states = FoldedText(folding: "الولايات").letters

    /// Countries that were read as one person: «النمسا وليختنشتاين».
    private func countries(in mention: Range<Int>) -> [Range<Int>]? {
        guard mention.count > 1, isCountry(word(mention.lowerBound)),
            mention.dropFirst().allSatisfy({ mayBeCountry(word($0)) })
        else { return nil }
        return mention.map { $0..<$0 + 1 }
    }

    /// With «and» a country, or a word that is nobody's name: spellings of countries are many.
    private func mayBeCountry(_ word: ArraySlice<UInt16>) -> Bool {
        word.first == ArabicLetter.waw && word.count > 4
            && (isCountry(word.dropFirst()) || words.gazetteer.classes(for: word.dropFirst()).isEmpty)
    }

    private func isCountry(_ word: ArraySlice<UInt16>) -> Bool {
        let classes = words.gazetteer.classes(for: word)
        return classes.contains(.country) && classes.isDisjoint(with: [.nisba, .givenName])
    }

    /// Where the person begins whom the title before a body says to lead it: «(الأمينة العامة لـ)حزب العمال لويزة حنون». The names
    /// of bodies that are called after persons have no other noun with the article before them, or a title. No title need
    /// stand before a body whose noun has its adjective: «(اتفاقية) الأمم المتحدة سايمون ستيل».
    private func leader(of body: Range<Int>) -> Int? {
        guard body.count > 2, body.allSatisfy({ text.tokens[$0].isArabic }) else { return nil }
        let isLed =
            body.lowerBound > 0 && text.tokens[body.lowerBound - 1].isArabic && isTitle(word(body.lowerBound - 1))
        return body.dropFirst().dropLast().first { index in
            let before = word(index - 1)
            guard isGivenName(word(index)) || isServant(index, in: body), !before.elementsEqual(Self.saint),
                !PersonEdges.isParticle(before),
                !TitleLexicon.isDefiniteTitle(before)
            else {
                return false
            }
            if Article.isBorne(by: before) { return isLed || isDescribed(index - 1, in: body) }
            // «باريس سان جيرمان» is one name.
            return isLed && index > body.lowerBound + 1
                && !words.gazetteer.classes(for: before).isDisjoint(with: .locations)
        }
    }

    /// Whether a word with the article is the adjective of one with it that stands before it, a woman's as that is: «الأمم
    /// المتحدة», «المنظمة الدولية». A body that is called after a person has no adjective before him.
    private func isDescribed(_ index: Int, in body: Range<Int>) -> Bool {
        index > body.lowerBound && Article.opensNoun(word(index)) && word(index).last == ArabicLetter.heh
            && Article.isBorne(by: word(index - 1))
    }

    /// Where a person begins who was read as the end of a place's name: «(شرطة) دبي أحمد بورقيبة», «مطار أبها فهد العدواني».
    private func person(behind place: Range<Int>) -> Int? {
        guard place.count > 2, place.allSatisfy({ text.tokens[$0].isArabic }) else { return nil }
        return place.dropFirst().dropLast().first { index in
            guard isGivenName(word(index)) else { return false }
            let classes = words.gazetteer.classes(for: word(index - 1))
            return classes.contains(.curated) && !classes.isDisjoint(with: [.country, .city, .region])
                && classes.isDisjoint(with: [.givenName, .locationTrigger])
        }
    }

    private func isTitle(_ word: ArraySlice<UInt16>) -> Bool {
        TitleLexicon.isOrOpensTitle(word) || TitleLexicon.completesTitle(word)
    }

    /// A part of the names of places, and of their clubs: «نادي باريس سان جيرمان».
    private static let saint = FoldedText(folding: "سان").letters

    /// «عبد» with the name of God behind it.
    private func isServant(_ index: Int, in body: Range<Int>) -> Bool {
        word(index).elementsEqual(Self.servant) && index + 1 < body.upperBound && Article.begins(word(index + 1))
    }

    private static let servant = FoldedText(folding: "عبد").letters

    private func isGivenName(_ word: ArraySlice<UInt16>) -> Bool {
        guard words.isGivenName(word), !Article.begins(word), !word.elementsEqual(Self.saint) else { return false }
        let classes = words.gazetteer.classes(for: word)
        return classes.isDisjoint(with: GazetteerClasses.locations) && !classes.contains(.commonWord)
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    private func isParticle(_ index: Int) -> Bool {
        // «ولد أجاي إن ولد الغزواني».
        PersonEdges.isParticle(word(index)) || PersonEdges.isMauritanianParticle(word(index))
    }

    private func opensClause(_ index: Int) -> Bool { Self.openings[word(index)] != nil }

    /// «إن» and «أن» are parts of names, too, but not before «بن»: «بي إن سبورتس», «سي إن إن».
    private static let openings = LetterTable(
        names: ["إن", "وإن", "فإن", "بأن", "لأن", "كأن", "لكن", "ولكن"]
    )
}
