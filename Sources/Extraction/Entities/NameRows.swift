internal import ArabicText

/// Rows of names: line-ups, casts, committees («منصور الحربي – فهد الحمد – عمر السومة – نبيل بهوي»). What stands between
/// the same marks as the persons around is a person, and so is a person with the one word before or behind the name that is
/// left between them: «أثير» of «دارين عبده فلقي، أثير أحمد مسملي، رغد سعد آل ملهي».
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

    /// The persons in rows of `sentence` that are not among `persons`, its mentions of persons; what they overlap is a
    /// part of them. `isOther` tells which tokens other mentions have.
    func persons(in sentence: Range<Int>, beside persons: [Range<Int>], isOther: (Int) -> Bool) -> [Range<Int>] {
        // A row has three names that were found at least.
        guard persons.count >= 3 else { return [] }
        let places = places(in: sentence, persons: persons)
        var found: [Range<Int>] = []
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, places[end - 1].mark == places[start].mark, places[end - 1].mark != 0 { end += 1 }
            let row = places[start..<end]
            var known = row.count { $0.isPerson }
            if row.count >= 3, known >= 2 {
                let whole = row.indices.filter {
                    isWhole(row[$0], opensRow: $0 == row.startIndex) && !row[$0].tokens.contains(where: isOther)
                }
                if (known + whole.count) * 2 > row.count {
                    found += whole.map { row[$0].tokens }
                    known += whole.count
                }
            }
            if row.count >= 4, known >= 3, known * 2 >= row.count {
                found += row.filter {
                    !$0.isPerson && $0.person == nil && mayBePerson($0.tokens) && !$0.tokens.contains(where: isOther)
                }
                .map(\.tokens)
            }
            // The last place of a row has another mark behind it, and may be the first of the next.
            start = max(start + 1, end - 1)
        }
        return found
    }

    private func places(in sentence: Range<Int>, persons: [Range<Int>]) -> [Place] {
        var places: [Place] = []
        var start = sentence.lowerBound
        func close(_ end: Int, _ mark: UInt16) {
            if end > start {
                let tokens = start..<end
                let inside = persons.filter { $0.overlaps(tokens) }
                var place = Place(tokens: tokens, mark: mark, isPerson: inside == [tokens])
                if inside.count == 1, tokens.count == inside[0].count + 1, inside[0].clamped(to: tokens) == inside[0] {
                    place.person = inside[0]
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
            guard Self.separators.contains(mark) || Self.ends.contains(mark) else { continue }
            close(index, Self.ends.contains(mark) ? 0 : mark)
        }
        close(sentence.upperBound, 0)
        return places
    }

    /// Whether the word that is left beside a person is a part of the name.
    private func isWhole(_ place: Place, opensRow: Bool) -> Bool {
        guard let person = place.person, place.tokens.count <= Self.longestName,
            place.tokens.allSatisfy({ text.tokens[$0].isArabic })
        else { return false }
        if person.lowerBound > place.tokens.lowerBound {
            let word = text.letters(of: text.tokens[place.tokens.lowerBound])
            return words.isGivenName(word) || !opensRow && mayBeFirstName(word)
        }
        return mayBeSurname(person.upperBound)
    }

    /// No title, verb, kin, and nothing with a clitic but «and».
    private func mayBeFirstName(_ word: ArraySlice<UInt16>) -> Bool {
        let name = word.first == ArabicLetter.waw && word.count > 3 ? word.dropFirst() : word
        if Self.credits[name] != nil { return false }
        return words.isGivenName(name)
            || name.count > 2 && !Article.begins(name) && mayBeName(name) && !words.isEveryday(name)
                && name.withUnsafeBufferPointer { CliticCuts($0).preposition } == 0
    }

    /// No adjective of a country, place, verb, number or what somebody is said to be.
    private func mayBeSurname(_ index: Int) -> Bool {
        let word = text.letters(of: text.tokens[index])
        guard word.count > 2, word.first != ArabicLetter.waw, mayBeName(word), !words.isAccusative(word),
            !text.tokens[index].hasTanween(in: text.folded), !words.isNounBehindPreposition(word),
            gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.locations)
        else { return false }
        if Article.opensNoun(word) {
            return gazetteer.classes(for: word).contains(.familyName) || words.isRare(word.dropFirst(2))
        }
        return words.isGivenName(word) || !words.isEveryday(word)
    }

    private func mayBeName(_ word: ArraySlice<UInt16>) -> Bool {
        !StopWords.contains(word) && !TitleLexicon.isOrOpensTitle(word) && !TitleLexicon.isQualifier(word)
            && !TitleLexicon.completesTitle(word) && !words.isVerb(word) && !words.hasPronoun(word)
            && !Self.pluralEndings.contains { word.suffix(2).elementsEqual($0) }
            && gazetteer.classes(for: word).isDisjoint(with: Self.noNames)
    }

    private static let pluralEndings = ["ين", "ون", "ات"].map { Array($0.utf16) }
    /// What they did, before their names: «كلمات فلان، وألحان تركي».
    private static let credits = LetterTable(
        "ألحان كلمات أداء غناء إخراج تأليف بطولة إنتاج تصوير مونتاج إعداد تقديم ترجمة توزيع تمثيل سيناريو ديكور"
            .split(separator: " ").map { (FoldedText(folding: String($0)).letters, 1) }
    )
    private static let noNames: GazetteerClasses = [
        .speech, .title, .organizationTrigger, .locationTrigger, .eventTrigger, .kinship, .calendar, .currency,
        .country, .nisba, .group, .sport,
    ]

    /// A given name first, no word of another kind.
    private func mayBePerson(_ tokens: Range<Int>) -> Bool {
        guard (2...Self.longestName).contains(tokens.count),
            tokens.allSatisfy({ text.tokens[$0].isArabic })
        else { return false }
        let words = tokens.map { text.letters(of: text.tokens[$0]) }
        guard gazetteer.classes(for: words[0]).contains(.givenName) else { return false }
        return words.dropFirst().allSatisfy { word in
            let classes = gazetteer.classes(for: word)
            if classes.contains(.nameParticle) { return true }
            return classes.isDisjoint(with: [.speech, .title, .organizationTrigger, .locationTrigger])
                && (!classes.contains(.commonWord) || !classes.isDisjoint(with: .people))
        }
    }

    /// – - ، , ؛ ; /
    private static let separators: [UInt16] = [0x2013, 0x2014, 0x2D, 0x60C, 0x2C, 0x61B, 0x3B, 0x2F]
    /// . : ! ? ؟ …
    private static let ends: [UInt16] = [0x2E, 0x3A, 0x21, 0x3F, 0x61F, 0x2026, 0x28, 0x29]
}
