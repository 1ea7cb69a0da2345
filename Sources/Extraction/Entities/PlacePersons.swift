internal import ArabicText

/// Persons whose first name is the name of a place, too: «بغداد بونجاح», «جورجيا ميلوني». A surname that is nothing else behind
/// it tells them, where the place would stand in no sentence.
struct PlacePersons: SentenceReader {
    private let words: NameWords
    private let kinds: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    init(words: NameWords, kinds: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.kinds = kinds
        self.text = text
        self.sentence = sentence
    }

    /// The person whose first name was found as a place; `nil` where it is one.
    ///
    /// - Parameter next: the mention that begins behind the place.
    func person(at place: Int, next: MentionCandidates.Candidate?) -> Range<Int>? {
        let surname = place + 1
        guard isWord(surname), text.tokens[place].end + 1 == text.tokens[surname].start,
            !words.areBody(word(place), word(surname))
        else { return nil }
        if let next {
            // Behind a verb or an adjective with the article: «روسيا بوتين» is Putin's Russia.
            guard next.type == .person, next.tokens.count == 1, !Article.begins(word(surname)),
                !words.isGivenName(word(surname)), isWord(place - 1)
            else { return nil }
            return isSpeech(word(place - 1)) || isNisba(word(place - 1)) ? place..<next.tokens.upperBound : nil
        }
        guard !Article.begins(word(surname)),
            word(surname).starts(with: Self.father) || words.gazetteer.classes(for: word(place)).contains(.givenName),
            words.isUnknown(word(surname)), !words.hasPronoun(word(surname))
        else { return nil }
        guard isWord(place - 1) else { return place..<surname + 1 }
        return mayStandBeforePerson(word(place - 1)) ? place..<surname + 1 : nil
    }

    /// Whether a place right behind a person is his surname: behind a verb of reporting, which is about no place («وقال ليولوكا
    /// أورلاندو»), or behind a title and a name with «بن» («الدكتور عبدالرحمن بن عبدالله السند»).
    func isSurname(_ place: Int, behind person: Range<Int>) -> Bool {
        guard isWord(place), isWord(person.lowerBound - 1), text.tokens[place - 1].end + 1 == text.tokens[place].start
        else { return false }
        let surname = word(place)
        guard words.gazetteer.classes(for: surname).isDisjoint(with: .country) else { return false }
        let before = word(person.lowerBound - 1)
        if Article.begins(surname) {
            return person.count > 2 && PersonEdges.isParticle(word(person.upperBound - 2))
                && TitleLexicon.isDefiniteTitle(before)
        }
        let verb = before.first == ArabicLetter.waw ? before.dropFirst() : before
        return person.count == 1 && kinds[verb].contains(.reporting)
            && [ArabicLetter.waw, ArabicLetter.beh, ArabicLetter.lam].allSatisfy { surname.first != $0 }
    }

    /// Whether a word is no preposition and no noun of a place, a body or a title, behind which a place stands.
    private func mayStandBeforePerson(_ word: ArraySlice<UInt16>) -> Bool {
        if isSpeech(word) || isNisba(word) || TitleLexicon.isDefiniteTitle(word) { return true }
        return words.isVerb(word) && !StopWords.contains(word) && !TitleLexicon.opensTitle(word)
    }

    private func isSpeech(_ word: ArraySlice<UInt16>) -> Bool {
        let verb = word.first == ArabicLetter.waw ? word.dropFirst() : word
        return kinds[verb].contains(.reporting) || words.gazetteer.classes(for: verb).contains(.speech)
    }

    private func isNisba(_ word: ArraySlice<UInt16>) -> Bool {
        Article.opensNoun(word) && words.gazetteer.classes(for: word).contains(.nisba)
    }

    /// As surnames of the Maghreb begin.
    private static let father = FoldedText(folding: "بو").letters
}
