internal import ArabicText

/// Persons and places that the rows tell in which they stand.
extension EntityFinder {
    /// Persons in rows of persons.
    mutating func addRows(in text: TokenizedText, sentence: Range<Int>) {
        let persons = candidates.inOrder.filter { $0.type == .person }.map(\.tokens)
        let others = candidates.inOrder.filter { $0.type != .person }.map(\.tokens)
        let rows = NameRows(words: nameWords, text: text)
        let found = rows.persons(in: sentence, beside: persons) { index in others.contains { $0.contains(index) } }
        for name in found.completed {
            candidates.extendTheOnlyOne(of: .person, in: name)
            let first = text.letters(of: text.tokens[name.lowerBound])
            // Of a first word that the person had before, the boundaries say what is its own.
            if first.first == ArabicLetter.waw, first.count > 3, !nameWords.isGivenName(first),
                !persons.contains(where: { $0.lowerBound == name.lowerBound })
            {
                joined.insert(name.lowerBound)
            }
        }
        for name in found.added { candidates.removeAll(overlapping: name) }
        for name in found.added { candidates.insert(name, type: .person) }
        nameTowns(in: text, sentence: sentence)
        addPlaceRows(in: text, sentence: sentence)
    }

    private func isMereTown(_ word: ArraySlice<UInt16>) -> Bool {
        let classes = gazetteer.classes(for: word)
        return classes.isSuperset(of: [.city, .curated]) && classes.isDisjoint(with: [.media, .company, .organization])
    }

    /// Makes places of towns that were read as their clubs behind a place in a row, in texts that don't speak of sport: «مدن
    /// الطائف وأبها والباحة». Newspapers and companies have names of towns, too («الرياض»).
    private mutating func nameTowns(in text: TokenizedText, sentence: Range<Int>) {
        for body in candidates.inOrder where body.type == .organization && body.tokens.count == 1 {
            let index = body.tokens.lowerBound
            let word = text.letters(of: text.tokens[index])
            let isJoined = word.first == ArabicLetter.waw
            let isBehindMark =
                index > sentence.lowerBound
                && NameRows.separates(text.letters(of: text.tokens[index - 1]).first ?? 0)
            guard isJoined || isBehindMark,
                isMereTown(isJoined ? word.dropFirst() : word),
                candidates.inOrder.contains(where: {
                    $0.type == .location && $0.tokens.upperBound == (isBehindMark ? index - 1 : index)
                }),
                !boundaries.tells.speaksOfSport(text)
            else { continue }
            candidates.replace(in: body.tokens, type: .location)
        }
    }

    /// News agencies between two marks at the beginning of a report.
    mutating func addAgencies(in text: TokenizedText, sentence: Range<Int>) {
        for index in Bylines.agencies(in: text, sentence: sentence) where !candidates.overlap(index..<index + 1) {
            candidates.insert(index..<index + 1, type: .organization, isTold: true)
        }
    }

    /// Places in rows of places.
    private mutating func addPlaceRows(in text: TokenizedText, sentence: Range<Int>) {
        let places = candidates.inOrder.filter { $0.type == .location }.map(\.tokens)
        guard !places.isEmpty else { return }
        let rows = PlaceRows(
            gazetteer: gazetteer,
            words: words,
            nameWords: nameWords,
            text: text,
            sentence: sentence
        )
        let found = rows.names(
            beside: places,
            isOther: { candidates.overlap($0..<$0 + 1) },
            isJoined: { index in
                sentence.contains(index) && text.letters(of: text.tokens[index]).first == ArabicLetter.waw
                    && boundaries.cut(of: index..<index + 1, in: text) == 1
            }
        )
        for name in found { candidates.insert(name, type: .location) }
    }
}
