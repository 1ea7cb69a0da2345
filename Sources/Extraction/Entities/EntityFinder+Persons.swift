internal import ArabicText

/// Persons' names: what belongs to them, and what is none.
extension EntityFinder {
    /// Takes titles for none («الشيخ» before «عبدالله بن زايد»), and gives a name the surname that was found as another.
    mutating func separateTitles(in text: TokenizedText, sentence: Range<Int>) {
        let persons = candidates.inOrder.filter { $0.type == .person }.map(\.tokens)
        for person in persons where person.count > 1 {
            guard let behind = persons.first(where: { $0.lowerBound == person.upperBound }),
                isRestOfName(behind, of: person, in: text)
            else { continue }
            candidates.replace(in: person.lowerBound..<behind.upperBound, type: .person)
        }
        for person in persons where person.count == 1 || isServant(person, in: text) {
            let word = text.letters(of: text.tokens[person.lowerBound])
            let next = person.upperBound
            if person.count > 1 {
                if let behind = persons.first(where: { $0.lowerBound == next }), isRest(behind, of: person, in: text) {
                    candidates.replace(in: person.lowerBound..<behind.upperBound, type: .person)
                }
            } else if TitleLexicon.isDefiniteTitle(word), sentence.contains(next), text.tokens[next].isArabic {
                let isMention = candidates.overlap(next..<next + 1)
                let name = text.letters(of: text.tokens[next])
                let isGivenName = gazetteer.classes(for: name).contains(.givenName) && !StopWords.contains(name)
                guard isMention || isGivenName else { continue }
                candidates.removeAll(overlapping: person)
                if !isMention { candidates.insert(next..<next + 1, type: .person) }
            } else if opensNext(person, in: text),
                let behind = persons.first(where: { $0.lowerBound == next })
            {
                candidates.replace(in: person.lowerBound..<behind.upperBound, type: .person)
            } else if isSurnameAlone(person.lowerBound, in: text),
                let before = persons.first(where: { $0.upperBound == person.lowerBound })
            {
                candidates.replace(in: before.lowerBound..<person.upperBound, type: .person)
            }
        }
    }

    /// Whether a person of one word is the last of the name right before it: «خليفة بلقاسم» «حفتر», «نصر الدين السيد» «غازي».
    /// Behind a surname another begins: «حسن العفالق» «أسامة».
    private func isRestOfName(_ behind: Range<Int>, of person: Range<Int>, in text: TokenizedText) -> Bool {
        let last = text.tokens[person.upperBound - 1]
        guard behind.count == 1, last.isArabic, last.end + 1 == text.tokens[behind.lowerBound].start else {
            return false
        }
        let word = text.letters(of: text.tokens[behind.lowerBound])
        let before = text.letters(of: last)
        guard word.first != ArabicLetter.waw || gazetteer.classes(for: word).contains(.familyName) else { return false }
        if Article.begins(before) {
            // «إسماعيل ولد الشيخ» «أحمد».
            // «عمر بن الشيخ» «أبوبكر».
            if person.count > 2 {
                let particle = text.letters(of: text.tokens[person.upperBound - 2])
                if PersonEdges.isMauritanianParticle(particle)
                    || MentionBoundaries.isSheikh(before) && PersonEdges.isParticle(particle)
                {
                    return true
                }
            }
            return before.elementsEqual(Self.mister) && !TitleLexicon.isDefiniteTitle(word)
        }
        return !nameWords.isGivenName(word) || nameWords.isGivenName(before)
    }

    private static let mister = FoldedText(folding: "السيد").letters

    /// Whether a person is called by a first name of two words alone: «عبد الأمير».
    private func isServant(_ person: Range<Int>, in text: TokenizedText) -> Bool {
        person.count == 2 && text.letters(of: text.tokens[person.lowerBound]).elementsEqual(Self.servant)
    }

    /// Whether a person stands right behind such a name, and the text does not call anybody so.
    private func isRest(_ behind: Range<Int>, of person: Range<Int>, in text: TokenizedText) -> Bool {
        let word = text.letters(of: text.tokens[behind.lowerBound])
        return text.tokens[behind.lowerBound - 1].end + 1 == text.tokens[behind.lowerBound].start
            && word.first != ArabicLetter.waw && !surnames.contains(LetterHash.name(word))
    }

    private static let servant = FoldedText(folding: "عبد").letters

    /// Whether a person is called by a first name alone, with no mark behind it nor «and»: «جاك» before «وارنر», and «لينارت» before
    /// «كارل», which no list has and no open text. Those of whom the text has a surname stand alone more often.
    private func opensNext(_ person: Range<Int>, in text: TokenizedText) -> Bool {
        let next = person.upperBound
        guard next < text.tokens.count, text.tokens[next].isArabic,
            text.tokens[person.lowerBound].end + 1 == text.tokens[next].start
        else { return false }
        let word = text.letters(of: text.tokens[person.lowerBound])
        let behind = text.letters(of: text.tokens[next])
        let name = word.first == ArabicLetter.waw && !nameWords.isGivenName(word) ? word.dropFirst() : word
        guard !surnames.contains(LetterHash.name(name)),
            nameWords.isGivenName(name)
                || nameWords.isUnknown(name) && !Article.begins(name) && !surnames.contains(LetterHash.name(behind))
        else { return false }
        return behind.first != ArabicLetter.waw
            || !nameWords.isGivenName(behind.dropFirst())
                && gazetteer.classes(for: behind).contains(.familyName)
    }

    /// Whether a word behind a space is no given name, no title and nothing behind a clitic: one with the article, or one that
    /// no list has.
    private func isSurnameAlone(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, text.tokens[index - 1].end + 1 == text.tokens[index].start else { return false }
        let word = text.letters(of: text.tokens[index])
        let classes = gazetteer.classes(for: word)
        if Article.opensNoun(word) { return !classes.contains(.givenName) && !TitleLexicon.isDefiniteTitle(word) }
        return classes.isEmpty && !word.withUnsafeBufferPointer { CliticCuts($0).preposition > 0 }
    }

    /// Makes persons of places that are first names.
    mutating func namePlacePersons(in text: TokenizedText, sentence: Range<Int>) {
        guard candidates.inOrder.contains(where: { $0.type == .location && $0.tokens.count == 1 }) else { return }
        let names = PlacePersons(words: nameWords, kinds: words, text: text, sentence: sentence)
        for place in candidates.inOrder where place.type == .location && place.tokens.count == 1 {
            let next = candidates.inOrder.first { $0.tokens.contains(place.tokens.upperBound) }
            guard let person = names.person(at: place.tokens.lowerBound, next: next),
                boundaries.cut(of: place.tokens, in: text) == 0
            else { continue }
            candidates.replace(in: person, type: .person)
        }
        for person in candidates.inOrder where person.type == .person {
            guard
                let place = candidates.inOrder.first(where: {
                    $0.tokens.lowerBound == person.tokens.upperBound && $0.type == .location && $0.tokens.count == 1
                }), place.confidence < Self.sureOfPlace || person.tokens.count > 2,
                names.isSurname(place.tokens.lowerBound, behind: person.tokens)
            else { continue }
            candidates.replace(in: person.tokens.lowerBound..<place.tokens.upperBound, type: .person)
        }
    }

    /// Gives persons what belongs to their names.
    mutating func extendPersons(in text: TokenizedText, sentence: Range<Int>) {
        let persons = candidates.inOrder.filter { $0.type == .person }.map(\.tokens)
        guard !persons.isEmpty else { return }
        let extent = PersonExtent(words: nameWords, kinds: words, text: text, sentence: sentence)
        for person in persons {
            let name = extent.name(
                around: person,
                isOther: { index in candidates.overlap(index..<index + 1) && !person.contains(index) },
                isKnown: { surnames.contains(LetterHash.name($0)) || firstNames.contains(LetterHash.name($0)) }
            )
            if name != person { candidates.extendTheOnlyOne(of: .person, in: name) }
        }
    }

    /// Persons whom the verb of reporting before them tells.
    mutating func addReported(in text: TokenizedText, sentence: Range<Int>, words known: TextWords) {
        for index in sentence where known.may(.reporting, at: index) && text.tokens[index].isArabic {
            guard ReportedPersons.isVerb(text.letters(of: text.tokens[index])),
                let person = ReportedPersons(words: nameWords, text: text, sentence: sentence).person(behind: index),
                !candidates.inOrder.contains(where: {
                    $0.tokens.overlaps(person) && ($0.type == .person || $0.tokens.upperBound > person.upperBound)
                })
            else { continue }
            candidates.replace(in: person, type: .person)
        }
    }

    /// Makes of persons what is called after them.
    mutating func nameAfterPersons(in text: TokenizedText, sentence: Range<Int>) {
        guard candidates.inOrder.contains(where: { $0.type == .person }) else { return }
        let names = NamedAfter(words: words, text: text, sentence: sentence)
        for person in candidates.inOrder where person.type == .person {
            guard let name = names.whole(around: person.tokens) else { continue }
            candidates.replace(in: name.tokens, type: name.type)
        }
    }

    /// Makes of days what is called after them.
    mutating func nameAfterDays(in text: TokenizedText, sentence: Range<Int>, words known: TextWords) {
        let names = NamedAfterDays(text: text, sentence: sentence)
        // Before a month stands a number, or a word that means something to the rules, too: «أول», «من».
        for month in sentence.dropFirst()
        where known.may(.rule, at: month) && (text.tokens[month - 1].isNumber || known.may(.rule, at: month - 1)) {
            guard let name = names.whole(aroundMonth: month) else { continue }
            candidates.replace(in: name.tokens, type: name.type)
        }
    }

    /// Gives persons the first names before them, and adds those that stand in a row with them.
    mutating func joinPersons(in text: TokenizedText, sentence: Range<Int>) {
        func found() -> (persons: [Range<Int>], rows: JoinedPersons) {
            let persons = candidates.inOrder.filter { $0.type == .person }.map(\.tokens)
            return (
                persons, JoinedPersons(words: nameWords, kinds: words, text: text, sentence: sentence, persons: persons)
            )
        }
        let first = found()
        guard !first.persons.isEmpty else { return }
        for person in first.persons {
            let name = first.rows.withFirstName(person) { candidates.overlap($0..<$0 + 1) }
            guard name != person else { continue }
            candidates.extendTheOnlyOne(of: .person, in: name)
            if text.letters(of: text.tokens[name.lowerBound]).first == ArabicLetter.waw {
                joined.insert(name.lowerBound)
            }
        }
        for name in found().rows.inRows(isOther: { candidates.overlap($0..<$0 + 1) })
        where !candidates.overlap(name) {
            candidates.insert(name, type: .person)
            joined.insert(name.lowerBound)
        }
    }

    /// Whether a mention of a person that the tagger is not sure of is a word that open text uses as it uses words, and
    /// that no list has («القائمون»), or a name that is mostly a word («إقبال كبير»).
    func isWord(_ mention: Range<Int>, confidence: Int, in text: TokenizedText) -> Bool {
        guard mention.count == 1 else { return false }
        let word = text.letters(of: text.tokens[mention.lowerBound])
        let isSurname = surnames.contains(LetterHash.name(word))
        if confidence < Self.sureOfEveryday, !isSurname, !isName(mention.upperBound, in: text),
            !isRelative(mention.lowerBound - 1, in: text), !isInRow(mention, in: text),
            EverydayNames.isWord(mention.lowerBound, in: text, words: words)
        {
            return true
        }
        guard confidence < Self.sureOfWord,
            gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.people.union(.properNoun)), !isSurname
        else { return false }
        let profile = vocabulary.profile(of: LetterHash.name(Article.begins(word) ? word.dropFirst(2) : word))
        return [.noun, .adjective, .verb].contains(profile.kind)
    }

    /// Whether another person stands right before: «بشار وحسن».
    private func isInRow(_ mention: Range<Int>, in text: TokenizedText) -> Bool {
        guard text.letters(of: text.tokens[mention.lowerBound]).first == ArabicLetter.waw,
            let last = candidates.inOrder.last
        else { return false }
        return last.type == .person && last.tokens.upperBound == mention.lowerBound
    }

    /// Whether a word says whose name follows: «جدتي», «ابنته».
    private func isRelative(_ index: Int, in text: TokenizedText) -> Bool {
        guard index >= 0, text.tokens[index].isArabic else { return false }
        let word = text.letters(of: text.tokens[index])
        if gazetteer.classes(for: word).contains(.kinship) || EverydayNames.introduces(word) { return true }
        // His, hers, mine.
        let stem = word.last == ArabicLetter.alef ? word.dropLast(2) : word.dropLast()
        return gazetteer.classes(for: stem).contains(.kinship) || EverydayNames.introduces(stem)
    }

    /// Whether a word may be the rest of a name, or with «and» another one: one of the lists, or one that open text does not
    /// have.
    private func isName(_ index: Int, in text: TokenizedText) -> Bool {
        guard index < text.tokens.count, text.tokens[index].isArabic else { return false }
        let word = text.letters(of: text.tokens[index])
        if word.first == ArabicLetter.waw, word.count > 3, gazetteer.classes(for: word).isDisjoint(with: .people) {
            return gazetteer.classes(for: word.dropFirst()).contains(.givenName)
        }
        // «مفاجأة سارة للجميع».
        if StopWords.contains(word) || word.prefix(2).elementsEqual(Self.forThe) { return false }
        return !gazetteer.classes(for: word).isDisjoint(with: .people)
            || vocabulary.profile(of: LetterHash.name(Article.begins(word) ? word.dropFirst(2) : word)) == .unknown
    }

    private static let forThe = [ArabicLetter.lam, ArabicLetter.lam]
    /// In thousandths.
    private static let sureOfWord = 550
    private static let sureOfEveryday = 800
    private static let sureOfPlace = 750

    /// Whether a word behind a title or a verb of reporting is whole though its first letter looks like a preposition, for what is left of it is no
    /// person's: «الفنانة لميس», «السنغالي باسيرو».
    func isTitled(_ index: Int, in text: TokenizedText) -> Bool {
        let word = text.letters(of: text.tokens[index])
        guard word.count > 3, let first = word.first,
            [ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf].contains(first),
            index > 0, text.tokens[index - 1].isArabic,
            word.dropFirst().first != ArabicLetter.lam, !Article.begins(word.dropFirst()),
            gazetteer.classes(for: word.dropFirst()).isDisjoint(with: .people)
        else { return false }
        var title = text.letters(of: text.tokens[index - 1])
        if title.first == ArabicLetter.waw { title = title.dropFirst() }
        // «وقال ليفنسون».
        if words[title].contains(.reporting) { return true }
        return TitleLexicon.isDefiniteTitle(title)
            || Article.opensNoun(title) && gazetteer.classes(for: title).contains(.nisba)
    }
}
