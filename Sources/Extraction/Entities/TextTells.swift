internal import ArabicText

/// What a text tells anywhere of what it speaks of. Words that are names in one text and none in another ask for it each time
/// they stand there; the text is read for it once.
struct TextTells: Sendable {
    private var isOfSport: Bool?
    private var isOfMaghreb: Bool?
    private var named: [[UInt16]: Bool] = [:]
    private var places: [[UInt16]: Bool] = [:]

    /// Forgets the text.
    mutating func removeAll() {
        isOfSport = nil
        isOfMaghreb = nil
        named.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }

    /// Whether it has a word of games, players or matches.
    mutating func speaksOfSport(_ text: TokenizedText) -> Bool {
        if let isOfSport { return isOfSport }
        let found = WordClubs.speaksOfSport(text)
        isOfSport = found
        return found
    }

    /// Whether it names the Maghreb.
    mutating func speaksOfMaghreb(_ text: TokenizedText) -> Bool {
        if let isOfMaghreb { return isOfMaghreb }
        let found = MaghrebiNames.speaksOfMaghreb(text)
        isOfMaghreb = found
        return found
    }

    /// Whether a word of it has these letters in it.
    mutating func isNamed(_ letters: [UInt16], in text: TokenizedText) -> Bool {
        if let known = named[letters] { return known }
        let found = text.tokens.contains { token in
            guard token.isArabic, token.letters.count >= letters.count else { return false }
            let word = text.letters(of: token)
            return (0...word.count - letters.count).contains { word.dropFirst($0).starts(with: letters) }
        }
        named[letters] = found
        return found
    }

    /// Whether a noun of it says that a name is a place's: «مدينة العيون».
    mutating func isCalledPlace(_ name: ArraySlice<UInt16>, in text: TokenizedText) -> Bool {
        let letters = Array(name)
        if let known = places[letters] { return known }
        let found = text.tokens.indices.dropFirst().contains { index in
            text.tokens[index].isArabic && text.letters(of: text.tokens[index]).elementsEqual(name)
                && WordPlaces.isKind(text.letters(of: text.tokens[index - 1]))
        }
        places[letters] = found
        return found
    }
}
