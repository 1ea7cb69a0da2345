internal import ArabicText

/// Finds the mentions of people, places, organisations and other names in a text. One for each thread.
struct EntityFinder {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    private let vocabulary: BackgroundVocabulary
    private var boundaries: MentionBoundaries
    private var tagger: EntityTagger
    private var tokens: [Range<Int>] = []
    private var candidates: [Candidate] = []
    /// The hashes of the words of persons' full names, without the first.
    private var surnames: Set<UInt64> = []

    /// A mention before it is cut to the name: its tokens in the text.
    private struct Candidate {
        var tokens: Range<Int>
        var type: EntityType
        var confidence: Int
        var support: TypeSupport
    }

    /// How sure a name is that the lexicon alone knows, in thousandths.
    private static let lexiconConfidence = 700

    /// `nil` for a model that was not trained to find entities.
    init?(model: Model) {
        guard let tagger = EntityTagger(model: model) else { return nil }
        self.tagger = tagger
        gazetteer = model.gazetteer
        words = model.words
        vocabulary = model.vocabulary
        boundaries = MentionBoundaries(gazetteer: gazetteer, segmenter: model.segmenter())
    }

    /// The mentions in `text`, by position, clitics cut off.
    mutating func mentions(in text: TokenizedText) -> [EntityMention] {
        var found: [EntityMention] = []
        tagger.removeAll()
        surnames.removeAll(keepingCapacity: true)
        text.folded.letters.withUnsafeBufferPointer { letters in
            for sentence in text.sentences {
                tokens.removeAll(keepingCapacity: true)
                for index in sentence { tokens.append(text.tokens[index].letters) }
                tagger.read(letters: letters, tokens: tokens)
            }
        }
        for (number, sentence) in text.sentences.enumerated() where !sentence.isEmpty {
            tagger.look(at: number)
            candidates.removeAll(keepingCapacity: true)
            addLabelled(in: sentence, of: text)
            completeListed(in: sentence)
            addOverlooked(in: sentence)
            addPlaces(in: text, sentence: sentence)
            addRows(in: text, sentence: sentence)
            nameOrganizations(in: text, sentence: sentence)
            addBodies(in: text, sentence: sentence)
            addEvents(in: text, sentence: sentence)
            for candidate in candidates {
                guard let range = range(of: candidate, in: text) else { continue }
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
        return found
    }

    /// The candidate in code points of the source. A surname that stood behind a given name before begins with its own
    /// first letter, whatever that looks like: «كاريك» behind «مايكل كاريك».
    private mutating func range(of candidate: Candidate, in text: TokenizedText) -> Range<Int>? {
        let tokens = candidate.tokens
        guard candidate.type == .person else { return boundaries.range(of: tokens, type: candidate.type, in: text) }
        func hash(_ index: Int) -> UInt64 { LetterHash.name(text.letters(of: text.tokens[index])) }
        if tokens.count == 1 {
            let isSurname = surnames.contains(hash(tokens.lowerBound))
            return boundaries.range(of: tokens, type: .person, in: text, isWhole: isSurname)
        }
        for index in tokens.dropFirst() where text.tokens[index].letters.count > 3 { surnames.insert(hash(index)) }
        return boundaries.range(of: tokens, type: .person, in: text)
    }

    /// Makes a mention that is a part of a name of several words in the project's own lists, of the same type, the whole
    /// of it: «وادي الدواسر», of which the tagger has «الدواسر».
    private mutating func completeListed(in sentence: Range<Int>) {
        guard !candidates.isEmpty else { return }
        for name in tagger.listedNames() {
            let tokens = name.tokens.lowerBound + sentence.lowerBound..<name.tokens.upperBound + sentence.lowerBound
            let overlapping = candidates.indices.filter { candidates[$0].tokens.overlaps(tokens) }
            guard overlapping.count == 1, let only = overlapping.first, candidates[only].type == name.type,
                tokens.contains(candidates[only].tokens)
            else { continue }
            candidates[only].tokens = tokens
        }
    }

    /// What the tagger has labelled in the sentence that it looked at last.
    private mutating func addLabelled(in sentence: Range<Int>, of text: TokenizedText) {
        let mentions = EntityLabel.mentions(in: tagger.labels)
        guard !mentions.isEmpty else { return }
        let persons = PersonEdges(gazetteer: gazetteer, text: text)
        for (mention, support) in zip(mentions, tagger.support(ofMentions: mentions)) {
            let tokens =
                mention.tokens.lowerBound + sentence.lowerBound..<mention.tokens.upperBound + sentence.lowerBound
            guard !namesNothing(tokens, type: mention.type, in: text) else { continue }
            for name in mention.type == .person ? persons.names(in: tokens) : [tokens] {
                if mention.type == .person, isWord(name, confidence: support.confidence, in: text) { continue }
                candidates.append(
                    Candidate(
                        tokens: name,
                        type: mention.type,
                        confidence: support.confidence,
                        support: support.support
                    )
                )
            }
        }
    }

    /// Names of several words in the project's own lists of which the tagger has labelled no token.
    private mutating func addOverlooked(in sentence: Range<Int>) {
        let overlooked = tagger.overlookedNames()
        guard !overlooked.isEmpty else { return }
        for name in overlooked {
            add(
                name.tokens.lowerBound + sentence.lowerBound..<name.tokens.upperBound + sentence.lowerBound,
                type: name.type
            )
        }
        candidates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Places behind ب that the tagger has not labelled: «بالطائف». A word that the lexicon has as a place alone is one.
    private mutating func addPlaces(in text: TokenizedText, sentence: Range<Int>) {
        var found = false
        for index in sentence where text.tokens[index].kind == .arabic {
            let word = text.letters(of: text.tokens[index])
            guard word.first == ArabicLetter.beh, word.count > 3 else { continue }
            let classes = gazetteer.classes(for: word.dropFirst())
            // «بالدور»: with an article most towns of the lists are words as well.
            guard classes.contains(Article.begins(word.dropFirst()) ? .curated : .listed),
                !classes.isDisjoint(with: [.country, .city, .region]),
                classes.isSubset(of: Self.nothingButPlaces), gazetteer.classes(for: word).isEmpty,
                !candidates.contains(where: { $0.tokens.contains(index) })
            else { continue }
            add(index..<index + 1, type: .location)
            found = true
        }
        if found { candidates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    }

    private static let nothingButPlaces: GazetteerClasses = GazetteerClasses.locations
        .union([.listed, .curated, .properNoun, .kinship])

    /// Persons in rows of persons.
    private mutating func addRows(in text: TokenizedText, sentence: Range<Int>) {
        let persons = candidates.filter { $0.type == .person }.map(\.tokens)
        let others = candidates.filter { $0.type != .person }.map(\.tokens)
        let found = NameRows(gazetteer: gazetteer, text: text)
            .persons(in: sentence, beside: persons) { index in others.contains { $0.contains(index) } }
        guard !found.isEmpty else { return }
        candidates.removeAll { old in found.contains { $0.overlaps(old.tokens) } }
        for tokens in found { add(tokens, type: .person) }
        candidates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Makes organisations of what the word before says to be one.
    private mutating func nameOrganizations(in text: TokenizedText, sentence: Range<Int>) {
        let context = OrganizationContext(words: words, text: text, sentence: sentence)
        for index in candidates.indices {
            let candidate = candidates[index]
            guard candidate.type != .organization,
                context.isOrganization(candidate.tokens, type: candidate.type)
            else { continue }
            candidates[index].type = .organization
            candidates[index].support = TypeSupport(of: .organization, candidate.confidence)
        }
        var found = false
        for index in sentence {
            guard let paper = context.paper(behind: index),
                !candidates.contains(where: { $0.tokens.overlaps(paper) })
            else { continue }
            add(paper, type: .organization)
            found = true
        }
        if found { candidates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    }

    /// Bodies by their full names. What was found inside of one is a part of it; what reaches beyond it stays.
    private mutating func addBodies(in text: TokenizedText, sentence: Range<Int>) {
        let heads = tagger.bodies()
        guard !heads.isEmpty else { return }
        let names = BodyNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        var end = 0
        for head in heads {
            let start = head.start + sentence.lowerBound
            guard start >= end,
                let body = names.tokens(
                    from: start,
                    length: head.length,
                    isName: { index in candidates.contains { $0.tokens.contains(index) } }
                )
            else { continue }
            let others = candidates.indices.filter { candidates[$0].tokens.overlaps(body) }
            guard others.allSatisfy({ body.contains(candidates[$0].tokens) }) else { continue }
            end = body.upperBound
            if let only = others.first, candidates[only].tokens == body, candidates[only].type == .organization {
                continue
            }
            for other in others.reversed() { candidates.remove(at: other) }
            add(body, type: .organization)
        }
        if end > 0 { candidates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    }

    /// Events around places. What reaches beyond one stays.
    private mutating func addEvents(in text: TokenizedText, sentence: Range<Int>) {
        let places = candidates.filter { $0.type == .location && $0.tokens.lowerBound > sentence.lowerBound }
        guard !places.isEmpty else { return }
        let names = EventNames(gazetteer: gazetteer, words: words, text: text, sentence: sentence)
        for place in places {
            guard
                let event = names.tokens(
                    from: place.tokens.lowerBound - 1,
                    isPlace: { index in place.tokens.contains(index) }
                )
            else { continue }
            let others = candidates.indices.filter { candidates[$0].tokens.overlaps(event) }
            guard others.allSatisfy({ event.contains(candidates[$0].tokens) }) else { continue }
            for other in others.reversed() { candidates.remove(at: other) }
            add(event, type: .miscellaneous)
            candidates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        }
    }

    /// Adds what the lexicon alone knows.
    private mutating func add(_ tokens: Range<Int>, type: EntityType) {
        candidates.append(
            Candidate(
                tokens: tokens,
                type: type,
                confidence: Self.lexiconConfidence,
                support: TypeSupport(of: type, Self.lexiconConfidence)
            )
        )
    }

    /// Whether a mention calls on God: «الله», «بفضل الله», «رضوان» before his name; no name begins so.
    private func isInvocation(_ mention: Range<Int>, in text: TokenizedText) -> Bool {
        func kinds(_ index: Int) -> EntityWords.Kinds { words[text.letters(of: text.tokens[index])] }
        let first = kinds(mention.lowerBound)
        if first.contains(.god) { return true }
        let next = mention.lowerBound + 1
        return first.contains(.grace) && next < text.tokens.count && kinds(next).contains(.god)
    }

    /// Whether a mention of a person that the tagger is not sure of is a word that open text uses as it uses words, and
    /// that no list has: «القائمون».
    private func isWord(_ mention: Range<Int>, confidence: Int, in text: TokenizedText) -> Bool {
        guard mention.count == 1, confidence < Self.sureOfWord else { return false }
        let word = text.letters(of: text.tokens[mention.lowerBound])
        guard gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.people.union(.properNoun)),
            !surnames.contains(LetterHash.name(word))
        else { return false }
        let profile = vocabulary.profile(of: LetterHash.name(Article.begins(word) ? word.dropFirst(2) : word))
        return [.noun, .adjective, .verb].contains(profile.kind)
    }

    /// In thousandths.
    private static let sureOfWord = 550

    /// Whether a mention is no name of anything in the news.
    private mutating func namesNothing(_ mention: Range<Int>, type: EntityType, in text: TokenizedText) -> Bool {
        func letters(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }
        if isInvocation(mention, in: text) { return true }
        guard mention.count == 1, type != .person else { return false }
        let cut = boundaries.cut(of: mention, in: text)
        let word = letters(mention.lowerBound).dropFirst(cut)
        let classes = gazetteer.classes(for: word)
        // A currency belongs to an amount.
        if type == .miscellaneous, classes.contains(.currency) { return true }
        guard classes.contains(.nisba) else { return false }
        // An adjective alone («الروسي») names its country only in passing. A person may bear one as a surname.
        if classes.isDisjoint(with: .names) { return true }
        // «الأندية السعودية»: the country's name is its adjective, too.
        guard type == .location, cut == 0, mention.lowerBound > 0 else { return false }
        return NamelessWords.isFeminineNoun(letters(mention.lowerBound - 1))
            && NamelessWords.isFeminineAdjective(word)
    }
}

extension TypeSupport {
    /// What speaks for one type alone.
    fileprivate init(of type: EntityType, _ confidence: Int) {
        var support = SIMD4<Int32>()
        support[Int(type.rawValue)] = Int32(confidence)
        self.init(support)
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
