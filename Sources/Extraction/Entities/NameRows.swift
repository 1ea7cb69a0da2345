internal import ArabicText

/// Rows of names: line-ups, casts, committees («منصور الحربي – فهد الحمد – عمر السومة – نبيل بهوي»). Of four places or more
/// between the same marks, three and half of them persons, the others are persons where a given name begins them. Of three or
/// more, two and with those that it completes more than half of them persons, one in which a person leaves a single word is that
/// person's name, all of it: «أثير» of «دارين عبده فلقي، أثير أحمد مسملي، رغد سعد آل ملهي».
struct NameRows {
    private let words: NameWords
    private let text: TokenizedText

    /// The longest name in a row, in words.
    private static let longestName = 5

    /// What stands between two marks.
    private struct Place {
        var tokens: Range<Int>
        /// The mark behind it; 0 at the end of the sentence.
        var mark: UInt16
        var isPerson = false
        /// The person in it, where one word is left.
        var person: Range<Int>?
    }

    private var gazetteer: Gazetteer { words.gazetteer }

    init(words: NameWords, text: TokenizedText) {
        self.words = words
        self.text = text
    }

    /// The persons in rows of `sentence` beside `persons`, its mentions of persons in order: those of them that are
    /// `completed`, and others that are `added`, which may overlap some. `isOther` tells which tokens other mentions have.
    func persons(
        in sentence: Range<Int>,
        beside persons: [Range<Int>],
        isOther: (Int) -> Bool
    ) -> (completed: [Range<Int>], added: [Range<Int>]) {
        var found: (completed: [Range<Int>], added: [Range<Int>]) = ([], [])
        // A row has two names that were found at least, and a third.
        guard persons.count >= 3 else { return found }
        var places = places(in: sentence, persons: persons)
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, places[end - 1].mark == places[start].mark, places[end - 1].mark != 0 { end += 1 }
            let row = start..<end
            let opens = start == 0 || places[start - 1].mark == 0
            let whole = row.filter { index in
                isWhole(places[index], opensRow: opens && index == start)
                    && !places[index].tokens.contains(where: isOther)
            }
            let known = row.count { places[$0].isPerson }
            if row.count >= 3, known >= 2, (known + whole.count) * 2 > row.count {
                found.completed += whole.map { places[$0].tokens }
                // The last place of a row may be the first of the next.
                for index in whole { places[index].isPerson = true }
            }
            let persons = row.count { places[$0].isPerson }
            if row.count >= 4, persons >= 3, persons * 2 >= row.count {
                for index in row
                where !places[index].isPerson && places[index].person == nil && mayBePerson(places[index].tokens)
                    && !places[index].tokens.contains(where: isOther)
                {
                    found.added.append(places[index].tokens)
                    places[index].isPerson = true
                }
            }
            // The last place of a row has another mark behind it, and may be the first of the next.
            start = max(start + 1, end - 1)
        }
        return found
    }

    private func places(in sentence: Range<Int>, persons: [Range<Int>]) -> [Place] {
        var places: [Place] = []
        var start = sentence.lowerBound
        /// The first person that does not end before the place.
        var next = 0
        func close(_ end: Int, _ mark: UInt16) {
            if end > start {
                let tokens = start..<end
                while next < persons.count, persons[next].upperBound <= tokens.lowerBound { next += 1 }
                let inside = persons[next...].prefix { $0.lowerBound < tokens.upperBound }
                var place = Place(tokens: tokens, mark: mark, isPerson: inside.count == 1 && inside.first == tokens)
                if inside.count == 1, let person = inside.first, tokens.count == person.count + 1,
                    person.clamped(to: tokens) == person
                {
                    place.person = person
                }
                places.append(place)
            } else if let last = places.indices.last {
                // Two marks in a row.
                places[last].mark = 0
            }
            start = end + 1
        }
        for index in sentence {
            let token = text.tokens[index]
            guard token.kind == .punctuation || token.kind == .symbol else { continue }
            let mark = text.letters(of: token).first ?? 0
            guard Self.separates(mark) || Self.ends.contains(mark) else { continue }
            close(index, Self.ends.contains(mark) ? 0 : mark)
        }
        close(sentence.upperBound, 0)
        return places
    }

    /// Whether the word that is left beside a person is a part of the name.
    private func isWhole(_ place: Place, opensRow: Bool) -> Bool {
        guard !place.isPerson, let person = place.person, place.tokens.count <= Self.longestName,
            place.tokens.allSatisfy({ text.tokens[$0].isArabic })
        else { return false }
        if person.lowerBound > place.tokens.lowerBound {
            let word = text.letters(of: text.tokens[place.tokens.lowerBound])
            // «تصوير» is a given name of the lists, too.
            return words.isGivenName(word) && !Credits.isCredit(word) || !opensRow && mayBeFirstName(word)
        }
        return mayBeSurname(person.upperBound)
    }

    /// No title, verb, kin, and nothing with a clitic but «and».
    private func mayBeFirstName(_ word: ArraySlice<UInt16>) -> Bool {
        let name = word.first == ArabicLetter.waw && word.count > 3 ? word.dropFirst() : word
        if Credits.isCredit(name) { return false }
        return words.isGivenName(name)
            || name.count > 2 && !Article.begins(name) && mayBeName(name) && !words.isEveryday(name)
                && name.withUnsafeBufferPointer { CliticCuts($0).preposition } == 0
    }

    /// A name of the lists, or no adjective of a country, place, verb, noun behind a preposition, and nothing with tanween or «and».
    private func mayBeSurname(_ index: Int) -> Bool {
        let word = text.letters(of: text.tokens[index])
        guard word.count > 2, word.first != ArabicLetter.waw, !text.tokens[index].hasTanween(in: text.folded) else {
            return false
        }
        let classes = gazetteer.classes(for: word)
        if words.isGivenName(word) || classes.contains(.familyName),
            classes.isDisjoint(with: Self.noNames.union(GazetteerClasses.locations).union(.commonWord)),
            !TitleLexicon.isOrOpensTitle(word)
        {
            return true
        }
        guard mayBeName(word), !words.isAccusative(word), !words.isNounBehindPreposition(word),
            classes.isDisjoint(with: GazetteerClasses.locations)
        else { return false }
        return Article.opensNoun(word) ? words.isRare(word.dropFirst(2)) : !words.isEveryday(word)
    }

    private func mayBeName(_ word: ArraySlice<UInt16>) -> Bool {
        !StopWords.contains(word) && !TitleLexicon.isOrOpensTitle(word) && !TitleLexicon.isQualifier(word)
            && !TitleLexicon.completesTitle(word) && !words.isVerb(word) && !words.hasPronoun(word)
            && !SoundPlural.ends(word)
            && gazetteer.classes(for: word).isDisjoint(with: Self.noNames)
    }

    /// Titles, adjectives, teams and what they play stand in rows as well, and nothing but the row says that a word is a name.
    private static let noNames: GazetteerClasses = .noNames.union([.title, .nisba, .group, .sport])

    /// A given name first, no word of another kind.
    private func mayBePerson(_ tokens: Range<Int>) -> Bool {
        guard (2...Self.longestName).contains(tokens.count),
            tokens.allSatisfy({ text.tokens[$0].isArabic })
        else { return false }
        let letters = tokens.map { text.letters(of: text.tokens[$0]) }
        guard gazetteer.classes(for: letters[0]).contains(.givenName), !Credits.isCredit(letters[0]) else {
            return false
        }
        return letters.dropFirst().allSatisfy { word in
            let classes = gazetteer.classes(for: word)
            if classes.contains(.nameParticle) { return true }
            return classes.isDisjoint(with: [.speech, .title, .organizationTrigger, .locationTrigger])
                && (!classes.contains(.commonWord) || !classes.isDisjoint(with: .people))
        }
    }

    /// Whether a mark stands between the names of a row.
    static func separates(_ mark: UInt16) -> Bool { separators.contains(mark) }

    /// – — - ، , ؛ ; /
    private static let separators: [UInt16] = [0x2013, 0x2014, 0x2D, 0x60C, 0x2C, 0x61B, 0x3B, 0x2F]
    /// . : ! ? ؟ … ( )
    private static let ends: [UInt16] = [0x2E, 0x3A, 0x21, 0x3F, 0x61F, 0x2026, 0x28, 0x29]
}
