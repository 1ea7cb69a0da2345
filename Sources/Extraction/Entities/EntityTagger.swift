internal import ArabicText

/// Labels the tokens of an article's sentences with the entities they belong to. One for each thread: it keeps its
/// buffers.
///
/// It looks at each sentence twice: ``read(letters:tokens:)`` labels the sentences by themselves, ``look(at:)`` labels
/// one of them again by what was found in those around it.
package struct EntityTagger {
    private let weights: EntityWeights
    private let transitions: LabelDecoder.Lanes
    private var sentence: SentenceTraits
    private var words: WordScores
    /// Of sentences whose words nobody has looked up.
    private var lookup: TextWords
    /// What the tokens and their neighbours say together.
    private var keys = FeatureKeys()
    private var decoder = LabelDecoder()
    private var memory = ArticleMemory()
    /// The sentences that the memory holds.
    private var window = 0..<0
    /// Of all tokens that were read.
    private var firstEmissions: [SIMD8<Int32>] = []
    private var glimpses: [SecondLook.Glimpse] = []
    /// Those of the tokens that a name of several words or a body of the lexicon begins with, and where each sentence's
    /// begin among them.
    private var openings: [Int] = []
    private var openingStarts: [Int] = [0]
    /// Where each sentence starts, and where the last one ends.
    private var starts: [Int] = [0]
    /// The number of the sentence that was looked at last.
    private var current = 0
    /// The scores of labels, for B and I of each type against O, of the sentence that was read or looked at last.
    package private(set) var emissions: [SIMD8<Int32>] = []
    /// The labels of the sentence that was looked at last.
    package private(set) var labels: [EntityLabel] = []

    /// - Parameter known: what a model has of words, where it has these tables.
    package init(
        weights: EntityWeights,
        gazetteer: Gazetteer,
        vocabulary: BackgroundVocabulary,
        known: KnownWords = KnownWords()
    ) {
        self.weights = weights
        transitions = LabelDecoder.Lanes(weights.transitions)
        sentence = SentenceTraits(gazetteer: gazetteer, vocabulary: vocabulary)
        words = WordScores(WordMaker(gazetteer: gazetteer, vocabulary: vocabulary), weights: weights, known: known)
        lookup = TextWords(known: known)
    }

    /// A tagger with the tables of `model`; `nil` where it has no entity weights.
    package init?(model: Model) {
        guard let weights = model.entityWeights else { return nil }
        self.init(
            weights: weights,
            gazetteer: model.gazetteer,
            vocabulary: model.vocabulary,
            known: model.knownWords
        )
    }

    /// The number of sentences that were read.
    package var sentenceCount: Int { starts.count - 1 }

    /// Forgets all sentences.
    package mutating func removeAll() {
        memory.removeAll()
        sentence.beginText()
        window = 0..<0
        firstEmissions.removeAll(keepingCapacity: true)
        glimpses.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
        openings.removeAll(keepingCapacity: true)
        openingStarts.removeAll(keepingCapacity: true)
        openingStarts.append(0)
    }

    /// Reads the next sentence: `tokens` are ranges of `letters`, folded.
    package mutating func read(letters: UnsafeBufferPointer<UInt16>, tokens: [Range<Int>]) {
        lookup.read(tokens, of: letters)
        read(letters: letters, tokens: tokens, words: lookup, from: 0)
    }

    /// As ``read(letters:tokens:)``, where `words` has the tokens' words, from number `first` on.
    mutating func read(
        letters: UnsafeBufferPointer<UInt16>,
        tokens: [Range<Int>],
        words looked: TextWords,
        from first: Int
    ) {
        words.take(looked, first..<first + tokens.count, tokens, of: letters)
        sentence.read(letters: letters, tokens: tokens, by: &words)
        emissions.removeAll(keepingCapacity: true)
        emissions.append(contentsOf: repeatElement(SIMD8(), count: tokens.count))
        sentence.visitTogether(by: &keys)
        emissions.withUnsafeMutableBufferPointer { emissions in
            guard let scores = emissions.baseAddress else { return }
            words.withScores { weights.add(keys, to: $0, into: scores) }
        }
        decoder.decode(emissions, transitions: transitions, into: &labels)
        firstEmissions += emissions
        for index in tokens.indices {
            var glimpse = sentence.glimpse(at: index, memory: &memory)
            glimpse.label = labels[index]
            if glimpse.nameLength > 0 || glimpse.bodyLength > 0 { openings.append(glimpses.count) }
            glimpses.append(glimpse)
        }
        starts.append(glimpses.count)
        openingStarts.append(openings.count)
    }

    /// Labels sentence number `sentence` of those that were read, into ``labels``.
    package mutating func look(at sentence: Int) {
        current = sentence
        let tokens = starts[sentence]..<starts[sentence + 1]
        emissions.removeAll(keepingCapacity: true)
        emissions.append(contentsOf: firstEmissions[tokens])
        move(to: sentence)
        var needsDecoding = false
        for index in 0..<tokens.count {
            let glimpse = glimpses[tokens.lowerBound + index]
            if !glimpse.label.isOutside { needsDecoding = true }
            guard let change = SecondLook.change(of: glimpse, memory: memory) else { continue }
            emissions[index] &+= change
            needsDecoding = true
        }
        guard needsDecoding else {
            // Nothing was found at the first look, and nothing has changed since.
            labels.removeAll(keepingCapacity: true)
            labels.append(contentsOf: repeatElement(.outside, count: tokens.count))
            return
        }
        decoder.decode(emissions, transitions: transitions, into: &labels)
    }

    /// Moves the memory's window to the sentences around `sentence`.
    private mutating func move(to sentence: Int) {
        let wanted = max(0, sentence - SecondLook.window)..<min(sentenceCount, sentence + SecondLook.window + 1)
        if wanted.lowerBound < window.lowerBound || wanted.upperBound < window.upperBound
            || wanted.lowerBound >= window.upperBound
        {
            for old in window { remember(old, adding: false) }
            window = wanted.lowerBound..<wanted.lowerBound
        }
        while window.upperBound < wanted.upperBound {
            remember(window.upperBound, adding: true)
            window = window.lowerBound..<window.upperBound + 1
        }
        while window.lowerBound < wanted.lowerBound {
            remember(window.lowerBound, adding: false)
            window = window.lowerBound + 1..<window.upperBound
        }
    }

    private mutating func remember(_ sentence: Int, adding: Bool) {
        for index in starts[sentence]..<starts[sentence + 1] {
            let glimpse = glimpses[index]
            guard glimpse.word >= 0 else { continue }
            memory.count(glimpse.label, at: glimpse.word, by: adding ? 1 : -1)
        }
    }

    /// Names of several words in the last sentence that stand in the project's own lists and of which the model has
    /// labelled no token.
    func overlookedNames() -> [(tokens: Range<Int>, type: EntityType)] {
        var names: [(tokens: Range<Int>, type: EntityType)] = []
        var next = 0
        for (index, glimpse) in named where index >= next && labels[index].isOutside {
            let tokens = index..<index + Int(glimpse.nameLength)
            guard !tokens.isEmpty, glimpse.nameClasses.contains(.curated), let type = glimpse.nameClasses.entityType,
                labels[tokens].allSatisfy(\.isOutside)
            else { continue }
            names.append((tokens, type))
            next = tokens.upperBound
        }
        return names
    }

    /// The names of several words in the last sentence that stand in the project's own lists and have one type, whatever
    /// the labels.
    func listedNames() -> [(tokens: Range<Int>, type: EntityType)] {
        var names: [(tokens: Range<Int>, type: EntityType)] = []
        for (index, glimpse) in named {
            guard glimpse.nameLength > 0, glimpse.nameClasses.contains(.listed),
                let type = glimpse.nameClasses.entityType
            else { continue }
            names.append((index..<index + Int(glimpse.nameLength), type))
        }
        return names
    }

    /// The bodies of the lexicon that begin in the last sentence, whatever the labels: where, and how many tokens they
    /// have, 1 for a word that may open a name.
    func bodies() -> [(start: Int, length: Int)] {
        named.filter { $0.glimpse.bodyLength > 0 }.map { ($0.index, Int($0.glimpse.bodyLength)) }
    }

    /// What was seen of the tokens of the last sentence that names begin with.
    private var named: some Sequence<(index: Int, glimpse: SecondLook.Glimpse)> {
        openings[openingStarts[current]..<openingStarts[current + 1]].lazy.map { [starts, glimpses, current] in
            ($0 - starts[current], glimpses[$0])
        }
    }

    /// How sure the labels of a mention in the last sentence are, and what speaks for each type, in thousandths.
    package mutating func support(ofMentions mentions: [(tokens: Range<Int>, type: EntityType)]) -> [MentionSupport] {
        guard !mentions.isEmpty else { return [] }
        decoder.completeMarginals(emissions, transitions: transitions)
        // A closure, since a method as a value would copy all of the tagger.
        return mentions.map { support(of: $0) }
    }

    package struct MentionSupport: Sendable, Equatable {
        /// What the best row of labels without the mention lacks to the best of all.
        package var margin: Int32
        package var confidence: Int
        package var support: TypeSupport
    }

    /// The margin of a label is what the best row of labels without it lacks to the best row of all. A mention is as
    /// sure as its least sure label, the end included; a type has the support of its best label row for the mention.
    private func support(of mention: (tokens: Range<Int>, type: EntityType)) -> MentionSupport {
        let top = decoder.best(through: labels[mention.tokens.lowerBound], at: mention.tokens.lowerBound)
        var margin = Int32.max
        var lacking = SIMD4<Int32>()
        for position in mention.tokens {
            let label = labels[position]
            for number in 0..<UInt8(EntityLabel.count) {
                let other = EntityLabel(number)
                if other != label { margin = min(margin, top &- decoder.best(through: other, at: position)) }
            }
            for type in 0..<TypeSupport.count {
                let kind = EntityType(rawValue: UInt8(type)) ?? .person
                let begin = decoder.best(through: EntityLabel(begin: kind), at: position)
                let inside = decoder.best(through: EntityLabel(inside: kind), at: position)
                lacking[type] = max(lacking[type], top &- max(begin, inside))
            }
        }
        if mention.tokens.upperBound < labels.count {
            let continued = decoder.best(through: EntityLabel(inside: mention.type), at: mention.tokens.upperBound)
            margin = min(margin, top &- continued)
        }
        let confidence = weights.calibration.confidence(margin: margin)
        var support = SIMD4<Int32>()
        for type in 0..<TypeSupport.count {
            let other = 1000 - weights.calibration.confidence(margin: lacking[type])
            support[type] = Int32(
                truncatingIfNeeded: type == Int(mention.type.rawValue) ? confidence : other * confidence / 1000
            )
        }
        return MentionSupport(margin: margin, confidence: confidence, support: TypeSupport(support))
    }

    /// Reads the next sentence, as tokens as a corpus has them. A token may be anything: one that folds to nothing is a token
    /// without letters.
    package mutating func read(tokens: [String]) {
        let (letters, ranges) = FoldedTokens.fold(tokens)
        letters.withUnsafeBufferPointer { read(letters: $0, tokens: ranges) }
    }
}

/// Tokens given as strings, folded into one row of letters.
package enum FoldedTokens {
    package static func fold(_ tokens: [String]) -> (letters: [UInt16], ranges: [Range<Int>]) {
        var letters: [UInt16] = []
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(tokens.count)
        for token in tokens {
            let start = letters.count
            for scalar in token.unicodeScalars { LetterFolding.fold(scalar) { letters.append($0) } }
            ranges.append(start..<letters.count)
        }
        return (letters, ranges)
    }
}
