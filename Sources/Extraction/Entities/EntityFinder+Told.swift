internal import ArabicText

/// Names that the words around them tell.
extension EntityFinder {
    /// Makes organisations of what the words around say to be one.
    mutating func nameOrganizations(in text: TokenizedText, sentence: Range<Int>) {
        let context = OrganizationContext(words: words, text: text, sentence: sentence)
        let clubs = CityClubs(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        candidates.makeOrganizations { $0.type != .organization && context.isOrganization($0.tokens, type: $0.type) }
        for city in candidates.inOrder where city.type == .location && city.tokens.count == 1 {
            guard
                clubs.isClub(
                    city.tokens.lowerBound,
                    &boundaries.tells,
                    isBody: { index in
                        candidates.inOrder.contains { $0.type == .organization && $0.tokens.contains(index) }
                    }
                )
            else { continue }
            candidates.makeOrganizations { $0.tokens == city.tokens }
        }
    }

    /// Events around places, and the years of events. What reaches beyond one stays.
    mutating func addEvents(in text: TokenizedText, sentence: Range<Int>, words known: TextWords) {
        addCompetitions(in: text, sentence: sentence, words: known)
        addYears(in: text, sentence: sentence)
        let places = candidates.inOrder.filter { $0.type == .location && $0.tokens.lowerBound > sentence.lowerBound }
        guard !places.isEmpty else { return }
        let names = EventNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        for place in places {
            guard
                let event = names.tokens(
                    from: place.tokens.lowerBound - 1,
                    isPlace: { index in place.tokens.contains(index) }
                )
            else { continue }
            candidates.replace(in: event, type: .miscellaneous)
        }
    }

    /// Competitions around the names in them, and the whole of those whose name was cut short.
    private mutating func addCompetitions(in text: TokenizedText, sentence: Range<Int>, words known: TextWords) {
        let names = CompetitionNames(gazetteer: gazetteer, text: text, sentence: sentence)
        for head in names.heads(known) {
            if let mention = candidates.inOrder.first(where: { $0.tokens.contains(head) }) {
                guard mention.type == .miscellaneous, mention.tokens.lowerBound == head else { continue }
                if names.isPeriodic(mention.tokens) {
                    candidates.removeAll(overlapping: mention.tokens)
                    continue
                }
                if let hosted = names.withHost(mention.tokens) {
                    candidates.replace(in: hosted, type: .miscellaneous)
                    continue
                }
                let whole = names.completed(
                    mention.tokens,
                    isName: { index in candidates.inOrder.contains { $0.tokens.lowerBound == index } }
                )
                if whole != mention.tokens { candidates.extendTheOnlyOne(of: .miscellaneous, in: whole) }
            }
            let competition = names.tokens(from: head) { index in
                candidates.inOrder.first { $0.tokens.lowerBound == index }.map { ($0.tokens, $0.type) }
            }
            if let competition { candidates.replace(in: competition, type: .miscellaneous) }
        }
    }

    /// «كأس العالم 2018».
    private mutating func addYears(in text: TokenizedText, sentence: Range<Int>) {
        let events = candidates.inOrder.filter { $0.type == .miscellaneous }
        guard !events.isEmpty else { return }
        let names = EventNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        for event in events {
            if let year = names.year(behind: event.tokens) {
                candidates.extendTheOnlyOne(of: .miscellaneous, in: event.tokens.lowerBound..<year + 1)
            }
        }
    }

    /// Names in quotation marks of which the noun before them says what they are.
    mutating func addQuoted(_ quotations: Quotations, in text: TokenizedText, sentence: Range<Int>) {
        guard !quotations.contents.isEmpty else { return }
        let quoted = QuotedNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        for name in quoted.names(among: quotations) {
            candidates.replace(in: name.tokens, type: name.type, isTold: true)
        }
        for content in quotations.contents where quoted.isMiddleEast(content) {
            candidates.replace(in: content, type: .organization, isTold: true)
        }
        for candidate in candidates.inOrder
        where candidate.type == .miscellaneous && quotations.isWhole(candidate.tokens)
            && quoted.isPlaced(candidate.tokens)
        {
            candidates.replace(in: candidate.tokens, type: .location)
        }
    }

    /// Places whose noun is part of their name.
    mutating func addPlacesWithNouns(in text: TokenizedText, sentence: Range<Int>) {
        guard !candidates.inOrder.isEmpty else { return }
        let places = PlaceNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        for candidate in candidates.inOrder {
            if candidate.type == .location, let whole = places.newSouthWales(around: candidate.tokens) {
                candidates.replace(in: whole, type: .location)
                continue
            }
            guard let place = places.place(around: candidate.tokens),
                boundaries.cut(of: candidate.tokens, in: text) == 0
            else { continue }
            candidates.replace(in: place, type: .location)
        }
    }

    /// Makes the parts of abbreviations that are written by their letters' names the whole of them, and bodies of what was
    /// taken for persons by them: «إيه.إم.دي وبرودكوم».
    mutating func completeSpelled(in text: TokenizedText, sentence: Range<Int>) {
        guard !candidates.inOrder.isEmpty else { return }
        let names = SpelledNames(text: text, sentence: sentence)
        for body in candidates.inOrder where body.type == .organization {
            let whole = names.withLetters(before: body.tokens)
            if whole != body.tokens { candidates.replace(in: whole, type: .organization) }
        }
        for candidate in candidates.inOrder {
            guard let run = names.run(around: candidate.tokens) else { continue }
            let (name, rest) = names.name(of: candidate.tokens, run, type: candidate.type)
            if name.tokens == candidate.tokens, name.type == candidate.type { continue }
            let others = candidates.inOrder.filter { $0.tokens.overlaps(name.tokens) && $0.tokens != candidate.tokens }
            guard
                others.allSatisfy({
                    name.tokens.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= name.tokens.upperBound
                })
            else { continue }
            candidates.removeAll(overlapping: candidate.tokens)
            candidates.removeAll(overlapping: name.tokens)
            candidates.insert(name.tokens, type: name.type)
            if let rest { candidates.insert(rest, type: name.type) }
        }
    }

    /// What stands in marks behind the names of persons and bodies and is theirs, too.
    mutating func addNicknames(in text: TokenizedText, sentence: Range<Int>) {
        guard !candidates.inOrder.isEmpty else { return }
        let nicknames = Nicknames(words: nameWords, text: text, sentence: sentence)
        for candidate in candidates.inOrder where candidate.type == .organization {
            if let name = nicknames.fullName(
                ofBodyCalled: candidate.tokens,
                isOther: { candidates.overlap($0..<$0 + 1) }
            ) {
                candidates.insert(name, type: .organization)
            }
        }
        for candidate in candidates.inOrder where candidate.tokens.count > 1 {
            switch candidate.type {
            case .person:
                let nickname = nicknames.nickname(
                    ofPerson: candidate.tokens,
                    isPlace: { index in
                        candidates.inOrder.contains {
                            $0.tokens.contains(index) && ($0.type == .location || $0.type == .organization)
                        }
                    }
                )
                if let nickname { candidates.replace(in: nickname, type: .person) }
            case .organization:
                // «هيئة الشارقة للاستثمار "شروق"».
                if let name = nicknames.quotedName(ofBody: candidate.tokens),
                    candidates.inOrder.contains(where: { $0.tokens == name && $0.type == .person })
                {
                    candidates.replace(in: name, type: .organization)
                }
                if let name = nicknames.shortName(ofBody: candidate.tokens), !candidates.overlap(name) {
                    candidates.insert(name, type: .organization)
                }
            default: break
            }
        }
    }

    /// What tells a name by itself.
    static let telling: EntityWords.Kinds = [.paperName, .placeRow, .person]

    /// Names that a word tells, in itself or before them.
    mutating func addTold(
        in text: TokenizedText,
        sentence: Range<Int>,
        words known: TextWords,
        _ quotations: Quotations
    ) {
        for index in sentence where known.may(.name, at: index) && text.tokens[index].isArabic {
            addStateBody(at: index, in: text, sentence: sentence)
            let kinds = known[index]?.kinds ?? words[text.letters(of: text.tokens[index])]
            if kinds.isDisjoint(with: Self.telling) { continue }
            if kinds.contains(.placeRow) {
                let places = PlaceNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
                for name in places.row(behind: index) { candidates.replace(in: name, type: .location) }
            }
            if kinds.contains(.paperName), isPaper(index, in: text, sentence: sentence, quotations) {
                let isWhole = index == sentence.lowerBound || !OrganizationContext.isEyeOfToday(index, in: text)
                candidates.replace(in: (isWhole ? index : index - 1)..<index + 1, type: .organization)
            }
            if kinds.contains(.person), isUnknownName(index + 1, in: text, sentence: sentence) {
                candidates.insert(index + 1..<index + 2, type: .person)
            }
        }
    }

    private func isPaper(
        _ index: Int,
        in text: TokenizedText,
        sentence: Range<Int>,
        _ quotations: Quotations
    ) -> Bool {
        OrganizationContext(words: words, text: text, sentence: sentence).isPaper(
            index,
            in: quotations,
            isFirst: sentence.lowerBound == 0,
            classes: { gazetteer.classes(for: text.letters(of: text.tokens[$0])) }
        )
    }

    /// Whether a word that no list and no open text has stands at token `index`, and in no other mention: behind a noun as
    /// «اللاعب» a foreign name. What may begin with a clitic may be a word: «لتدريباته».
    private func isUnknownName(_ index: Int, in text: TokenizedText, sentence: Range<Int>) -> Bool {
        guard sentence.contains(index), text.tokens[index].isArabic, !candidates.overlap(index..<index + 1)
        else {
            return false
        }
        let word = text.letters(of: text.tokens[index])
        return word.count > 3 && !word.withUnsafeBufferPointer { CliticCuts($0).preposition > 0 }
            && !Article.begins(word) && gazetteer.classes(for: word).isEmpty
            && vocabulary.profile(of: LetterHash.name(word)) == .unknown
    }
}
