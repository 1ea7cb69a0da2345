internal import ArabicText

/// Places in rows of places, that no list has and no other word tells: «الرياض وزعبقان وجدة», «قرى ثرب والسويرقية وحاذة».
///
/// A row is joined by «and» and commas. What stands in it between two places, or between the noun of a row («قرى») and
/// a place, is one, where it may be a name; so is what ends a row behind such a noun.
struct PlaceRows: SentenceReader {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    private let nameWords: NameWords
    let text: TokenizedText
    let sentence: Range<Int>

    /// The most unknown words between two places.
    private static let longestGap = 2

    init(
        gazetteer: Gazetteer,
        words: EntityWords,
        nameWords: NameWords,
        text: TokenizedText,
        sentence: Range<Int>
    ) {
        self.gazetteer = gazetteer
        self.words = words
        self.nameWords = nameWords
        self.text = text
        self.sentence = sentence
    }

    /// The words of rows that are not among `places`, the places found in the sentence by position.
    ///
    /// - Parameters:
    ///   - isOther: whether a token is a part of another name.
    ///   - isJoined: whether the first letter of a word is the «and» before it.
    func names(
        beside places: [Range<Int>],
        isOther: (Int) -> Bool,
        isJoined: (Int) -> Bool
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        /// Where the row began whose last place is the one before: with its noun, or a place.
        var end: Int?
        var isBehindNoun = false
        for place in places {
            let head = head(before: place.lowerBound)
            // Without a noun and without a gap there is nothing to find.
            let mayGoOn = isBehindNoun || head != nil || end.map { $0 < place.lowerBound } ?? false
            if mayGoOn, let last = end, let gap = gap(last, place.lowerBound, isOther, isJoined),
                begins(place.lowerBound, isJoined)
            {
                found += gap
            } else if let head, let gap = gap(head + 1, place.lowerBound, isOther, isJoined, opens: true) {
                found += gap
                isBehindNoun = true
            } else {
                isBehindNoun = false
            }
            end = place.upperBound
            if isBehindNoun,
                !places.contains(where: { $0.lowerBound > place.lowerBound && $0.lowerBound <= place.upperBound + 2 }),
                let tail = tail(place.upperBound, isOther, isJoined)
            {
                found.append(tail)
                end = tail.upperBound
            }
        }
        return found
    }

    /// The token of a row's noun before `start`, with so many words between as a gap may have.
    private func head(before start: Int) -> Int? {
        var index = start - 1
        var between = 0
        while let word = word(at: index) ?? (isComma(index) ? [] : nil), between <= Self.longestGap {
            if !word.isEmpty {
                if words[word].contains(.placeRow) { return index }
                between += 1
            }
            index -= 1
        }
        return nil
    }

    /// The names that fill the tokens from `start` to `end`; `nil` where something else stands there.
    ///
    /// - Parameter opens: whether the first stands behind the row's noun, and needs nothing that joins it.
    private func gap(
        _ start: Int,
        _ end: Int,
        _ isOther: (Int) -> Bool,
        _ isJoined: (Int) -> Bool,
        opens: Bool = false
    ) -> [Range<Int>]? {
        // A comma may stand before each name, and behind the last.
        guard start <= end, end - start <= 2 * Self.longestGap + 1 else { return nil }
        var names: [Range<Int>] = []
        var index = start
        while index < end {
            let isFirst = opens && names.isEmpty
            let isBehindComma = isComma(index)
            if isBehindComma {
                if isFirst { return nil }
                index += 1
                if index == end { break }
            }
            guard isWord(index), !isOther(index) else { return nil }
            let isJoined = isJoined(index)
            guard isFirst || isBehindComma || isJoined, mayBeName(index, isJoined: isJoined) else { return nil }
            names.append(index..<index + 1)
            index += 1
        }
        return names.count <= Self.longestGap ? names : nil
    }

    /// The last word of a row: joined by «and», and a mark behind it.
    private func tail(_ index: Int, _ isOther: (Int) -> Bool, _ isJoined: (Int) -> Bool) -> Range<Int>? {
        guard isWord(index), isJoined(index), mayBeName(index, isJoined: true), !isOther(index), !isWord(index + 1),
            index + 1 >= sentence.upperBound || text.tokens[index + 1].kind == .punctuation
        else { return nil }
        return index..<index + 1
    }

    /// Whether a place at token `index` is joined to what stands before it.
    private func begins(_ index: Int, _ isJoined: (Int) -> Bool) -> Bool { isComma(index - 1) || isJoined(index) }

    /// A word that is no everyday word, no verb of saying, no plural, no title and nothing with a pronoun. With the article it
    /// may be an adjective of a place («الشامية»).
    private func mayBeName(_ index: Int, isJoined: Bool) -> Bool {
        guard var word = word(at: index) else { return false }
        if isJoined { word = word.dropFirst() }
        let isDefinite = Article.begins(word)
        guard word.count >= (isDefinite ? 5 : 3), !Self.endings.contains(where: { ends(word, in: $0) }) else {
            return false
        }
        let others = isDefinite && word.last == ArabicLetter.heh ? Self.others.subtracting(.nisba) : Self.others
        for form in [word, isDefinite ? word.dropFirst(2) : word] {
            guard gazetteer.classes(for: form).isDisjoint(with: others), words[form].isDisjoint(with: Self.kinds),
                !nameWords.isEveryday(form)
            else { return false }
        }
        return true
    }

    private func ends(_ word: ArraySlice<UInt16>, in ending: [UInt16]) -> Bool {
        word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending)
    }

    private static let others: GazetteerClasses = [
        .speech, .title, .organizationTrigger, .locationTrigger, .eventTrigger, .group, .kinship, .calendar, .currency,
        .sport, .nameParticle, .commonWord, .nisba,
    ]
    private static let kinds: EntityWords.Kinds = [
        .reporting, .district, .localBody, .direction, .titled, .placeRow,
    ]
    /// Without ـات, which places have as well: «عرفات».
    private static let endings = ["ين", "ون", "ها", "هم", "هما"].map { FoldedText(folding: $0).letters }
}
