internal import ArabicText

/// Finds the mentions of people, places, organisations and other names in a text. One for each thread.
struct EntityFinder {
    let gazetteer: Gazetteer
    let words: EntityWords
    let vocabulary: BackgroundVocabulary
    var boundaries: MentionBoundaries
    private var tagger: EntityTagger
    private var tokens: [Range<Int>] = []
    var candidates = MentionCandidates()
    /// The hashes of the words of persons' full names, without the first.
    private(set) var surnames: Set<UInt64> = []
    /// Those of their first words.
    private(set) var firstNames: Set<UInt64> = []
    /// The tokens at which names begin whose first letter is «and».
    var joined: Set<Int> = []

    /// Sentences of a text in which its byline may stand, behind its title.
    private static let opening = 4

    var nameWords: NameWords { NameWords(gazetteer: gazetteer, vocabulary: vocabulary) }

    /// `nil` for a model that was not trained to find entities.
    init?(model: Model) {
        guard let tagger = EntityTagger(model: model) else { return nil }
        self.tagger = tagger
        gazetteer = model.gazetteer
        words = model.words
        vocabulary = model.vocabulary
        boundaries = MentionBoundaries(gazetteer: gazetteer, segmenter: model.segmenter())
    }

    /// The mentions in `text`, whose words are looked up in `known`, by position, clitics cut off.
    mutating func mentions(in text: TokenizedText, words known: TextWords) -> [EntityMention] {
        var found: [EntityMention] = []
        tagger.removeAll()
        surnames.removeAll(keepingCapacity: true)
        firstNames.removeAll(keepingCapacity: true)
        joined.removeAll(keepingCapacity: true)
        boundaries.tells.removeAll()
        text.folded.letters.withUnsafeBufferPointer { letters in
            for sentence in text.sentences {
                tokens.removeAll(keepingCapacity: true)
                for index in sentence { tokens.append(text.tokens[index].letters) }
                tagger.read(letters: letters, tokens: tokens, words: known, from: sentence.lowerBound)
            }
        }
        for (number, sentence) in text.sentences.enumerated() where !sentence.isEmpty {
            tagger.look(at: number)
            candidates.removeAll()
            let quotations = Quotations(in: sentence, of: text)
            addLabelled(in: sentence, of: text)
            separateTitles(in: text, sentence: sentence)
            dropQuotedWords(quotations, in: text)
            endNames(quotations, in: text)
            namePlacePersons(in: text, sentence: sentence)
            extendPersons(in: text, sentence: sentence)
            addReported(in: text, sentence: sentence, words: known)
            joinPersons(in: text, sentence: sentence)
            nameAfterPersons(in: text, sentence: sentence)
            nameAfterDays(in: text, sentence: sentence, words: known)
            completeListed(in: sentence)
            addOverlooked(in: text, sentence: sentence)
            nameKinds(in: text, sentence: sentence)
            completeConstructs(in: text, sentence: sentence)
            addPlaces(in: text, sentence: sentence, words: known)
            addRows(in: text, sentence: sentence)
            nameOrganizations(in: text, sentence: sentence)
            addBodies(tagger.bodies(), in: text, sentence: sentence)
            separateBodies(in: text)
            addEvents(in: text, sentence: sentence, words: known)
            addPlacesWithNouns(in: text, sentence: sentence)
            addQuoted(quotations, in: text, sentence: sentence)
            addTold(in: text, sentence: sentence, words: known, quotations)
            addCountries(in: text, sentence: sentence, words: known)
            completeSpelled(in: text, sentence: sentence)
            addPairs(in: text, sentence: sentence)
            completeKnown(in: text, sentence: sentence)
            completeMinistries(in: text, sentence: sentence)
            addNicknames(in: text, sentence: sentence)
            if number < Self.opening { addAgencies(in: text, sentence: sentence) }
            for candidate in candidates.inOrder {
                guard let range = range(of: candidate, in: text, quotations) else { continue }
                found.append(
                    EntityMention(
                        range: range,
                        type: candidate.type,
                        confidence: candidate.confidence,
                        support: candidate.support
                    )
                )
            }
        }
        KnownNames.complete(&found, in: text)
        return found
    }

    /// The candidate in code points of the source. A surname that stood behind a given name before begins with its own
    /// first letter, whatever that looks like: «كاريك» behind «مايكل كاريك».
    /// A clitic stands before a quotation mark, not behind it: «لـ«كويا»».
    private mutating func range(
        of candidate: MentionCandidates.Candidate,
        in text: TokenizedText,
        _ quotations: Quotations
    ) -> Range<Int>? {
        let tokens = quotations.balanced(candidate.tokens, in: text) { !candidates.overlap($0) }
        let isQuoted = quotations.isWhole(tokens)
        let isJoined = joined.contains(tokens.lowerBound)
        guard candidate.type == .person, !isQuoted else {
            let cut = isQuoted ? 0 : isJoined ? 1 : nil
            let range = boundaries.range(of: tokens, type: candidate.type, in: text, cut: cut)
            // Marks at its end are none of a name, but for one that it has both of.
            guard tokens.upperBound > candidate.tokens.upperBound || quotations.isClosed(tokens) else { return range }
            return range.map { $0.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound }
        }
        let isTitled = isTitled(tokens.lowerBound, in: text)
        func hash(_ index: Int) -> UInt64 { LetterHash.name(text.letters(of: text.tokens[index])) }
        if tokens.count == 1 {
            let isSurname = surnames.contains(hash(tokens.lowerBound))
            let cut = isSurname || isTitled ? 0 : isJoined ? 1 : nil
            return boundaries.range(of: tokens, type: .person, in: text, cut: cut)
        }
        firstNames.insert(LetterHash.name(text.letters(of: text.tokens[tokens.lowerBound]).dropFirst(isJoined ? 1 : 0)))
        for index in tokens.dropFirst() where text.tokens[index].letters.count > 3 { surnames.insert(hash(index)) }
        return boundaries.range(of: tokens, type: .person, in: text, cut: isJoined ? 1 : isTitled ? 0 : nil)
    }

    /// Makes a mention that is a part of a name of several words in the project's own lists, of the same type, the whole
    /// of it: «وادي الدواسر», of which the tagger has «الدواسر».
    private mutating func completeListed(in sentence: Range<Int>) {
        guard !candidates.inOrder.isEmpty else { return }
        for name in tagger.listedNames() {
            let tokens = name.tokens.lowerBound + sentence.lowerBound..<name.tokens.upperBound + sentence.lowerBound
            candidates.extendTheOnlyOne(of: name.type, in: tokens)
        }
    }

    /// What the tagger has labelled in the sentence that it looked at last.
    private mutating func addLabelled(in sentence: Range<Int>, of text: TokenizedText) {
        let mentions = EntityLabel.mentions(in: tagger.labels)
        guard !mentions.isEmpty else { return }
        let clauses = ClauseEdges(words: nameWords, text: text)
        let persons = PersonEdges(words: nameWords, text: text)
        for (mention, support) in zip(mentions, tagger.support(ofMentions: mentions)) {
            let tokens =
                mention.tokens.lowerBound + sentence.lowerBound..<mention.tokens.upperBound + sentence.lowerBound
            for var part in clauses.parts(of: tokens, type: mention.type) {
                if let person = CrownedPersons.name(
                    in: part.tokens,
                    from: tokens.lowerBound,
                    type: part.type,
                    of: text,
                    isKind: { saysWhatIsCalled($0) },
                    isName: {
                        !gazetteer.classes(for: $0).isDisjoint(with: GazetteerClasses.people.union(.nameParticle))
                    }
                ) {
                    part = (person, .person)
                } else if part.type == .location, let person = NamedAfter.means(in: part.tokens, of: text) {
                    part = (person, .person)
                } else if part.type == .location,
                    AddressedPersons.isOne(part.tokens, in: text, gazetteer: gazetteer)
                {
                    part.type = .person
                }
                guard !namesNothing(part.tokens, type: part.type, in: text) else { continue }
                let types =
                    part.type == mention.type ? support.support : TypeSupport(of: part.type, support.confidence)
                let names =
                    switch part.type {
                    case .person: persons.names(in: part.tokens)
                    case .organization: bodies(in: part.tokens, of: text)
                    case .location: [withoutDirection(part.tokens, in: text)]
                    default: [part.tokens]
                    }
                for name in names {
                    if part.type == .person, isWord(name, confidence: support.confidence, in: text) { continue }
                    candidates.insert(
                        MentionCandidates.Candidate(
                            tokens: name,
                            type: part.type,
                            confidence: support.confidence,
                            support: types
                        )
                    )
                }
            }
        }
    }

    /// A place's name without where the country around it lies: «ريف حلب الشمالي».
    private func withoutDirection(_ place: Range<Int>, in text: TokenizedText) -> Range<Int> {
        guard place.count > 1, place.lowerBound > 0,
            NamelessWords.isCountryside(text.letters(of: text.tokens[place.lowerBound - 1]))
        else { return place }
        var end = place.upperBound
        while end > place.lowerBound + 1, NamelessWords.isDirection(text.letters(of: text.tokens[end - 1])) { end -= 1 }
        return place.lowerBound..<end
    }

    /// Names of several words in the project's own lists of which the tagger has labelled no token.
    private mutating func addOverlooked(in text: TokenizedText, sentence: Range<Int>) {
        for name in tagger.overlookedNames() {
            let tokens = name.tokens.lowerBound + sentence.lowerBound..<name.tokens.upperBound + sentence.lowerBound
            // «السياسة الخارجية الأميركية».
            if name.type == .organization, NationalBodies.isAdjective(tokens.lowerBound, in: text) { continue }
            candidates.insert(tokens, type: name.type)
        }
    }

    /// Whether a word says that something is called as what stands behind it: «حي», «شارع», «جامعتي», but not «الحي».
    private func saysWhatIsCalled(_ word: ArraySlice<UInt16>) -> Bool {
        guard !Article.begins(word) else { return false }
        return !words[word].isDisjoint(with: [.district, .placeHead, .placeRow])
            || gazetteer.classes(for: word).contains(.locationTrigger) || PairedNames.isDual(word)
    }

    /// Places behind ب, and behind nouns that wait for one, that the tagger has not labelled.
    private mutating func addPlaces(in text: TokenizedText, sentence: Range<Int>, words known: TextWords) {
        let names = nameWords
        for index in sentence
        where ProvincePlaces.isNamed(at: index, in: text, sentence: sentence, words: names)
            && !candidates.overlap(index + 1..<index + 2)
        {
            candidates.insert(index + 1..<index + 2, type: .location)
        }
        let places = PrefixedPlaces(gazetteer: gazetteer)
        for index in sentence where known.may(.prefixedPlace, at: index) && text.tokens[index].isArabic {
            guard places.isPlace(text.letters(of: text.tokens[index])), !candidates.overlap(index..<index + 1) else {
                continue
            }
            candidates.insert(index..<index + 1, type: .location)
        }
    }
}
