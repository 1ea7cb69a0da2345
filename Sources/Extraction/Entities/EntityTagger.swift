internal import ArabicText

/// Labels the tokens of a sentence with the entities they belong to. One for each thread: it keeps its buffers.
package struct EntityTagger {
    private let weights: EntityWeights
    private var features: EntityFeatures
    private var decoder = LabelDecoder()
    private var emissions: [SIMD8<Int32>] = []
    /// The labels of the sentence that was tagged last.
    package private(set) var labels: [EntityLabel] = []

    package init(weights: EntityWeights, gazetteer: Gazetteer, vocabulary: BackgroundVocabulary) {
        self.weights = weights
        features = EntityFeatures(gazetteer: gazetteer, vocabulary: vocabulary)
    }

    /// Tags a sentence into ``labels``: `tokens` are ranges of `letters`, folded.
    package mutating func tag(letters: UnsafeBufferPointer<UInt16>, tokens: [Range<Int>]) {
        features.read(letters: letters, tokens: tokens)
        emissions.removeAll(keepingCapacity: true)
        for index in tokens.indices {
            features.compute(at: index)
            emissions.append(weights.emission(features.hashes))
        }
        decoder.decode(emissions, transitions: weights.transitions, into: &labels)
    }

    /// Names of several words in the last sentence that stand in the project's own lists and of which the model has
    /// labelled no token: ANERcorp, for one, takes no ministry for an organisation.
    func overlookedNames() -> [(tokens: Range<Int>, type: EntityType)] {
        var names: [(tokens: Range<Int>, type: EntityType)] = []
        var next = 0
        for index in labels.indices where index >= next && labels[index].isOutside {
            guard let (length, classes) = features.longName(at: index), classes.contains(.curated),
                let type = classes.entityType, labels[index..<index + length].allSatisfy(\.isOutside)
            else { continue }
            names.append((index..<index + length, type))
            next = index + length
        }
        return names
    }

    /// How sure the labels of a mention in the last sentence are, and what speaks for each type, in thousandths.
    package mutating func support(ofMentions mentions: [(tokens: Range<Int>, type: EntityType)]) -> [MentionSupport] {
        guard !mentions.isEmpty else { return [] }
        decoder.completeMarginals(emissions, transitions: weights.transitions)
        return mentions.map(support)
    }

    package struct MentionSupport: Sendable, Equatable {
        package var confidence: Int
        /// For PER, LOC, ORG, MISC.
        package var support: [Int]
    }

    /// The margin of a label is what the best row of labels without it lacks to the best row of all. A mention is as
    /// sure as its least sure label, the end included; a type has the support of its best label row for the mention.
    private func support(of mention: (tokens: Range<Int>, type: EntityType)) -> MentionSupport {
        let allLabels = (0..<EntityLabel.count).map { EntityLabel(UInt8($0)) }
        let top = decoder.best(through: labels[mention.tokens.lowerBound], at: mention.tokens.lowerBound)
        var margin = Int32.max
        var lacking = [Int32](repeating: 0, count: 4)
        for position in mention.tokens {
            let label = labels[position]
            for other in allLabels where other != label {
                margin = min(margin, top &- decoder.best(through: other, at: position))
            }
            for type in 0..<4 {
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
        let support = lacking.enumerated().map { type, lack in
            type == Int(mention.type.rawValue)
                ? confidence : (1000 - weights.calibration.confidence(margin: lack)) * confidence / 1000
        }
        return MentionSupport(confidence: confidence, support: support)
    }

    /// Labels for tokens as a corpus has them, in IOB2. A token may be anything: one that folds to nothing is a token
    /// without letters.
    package mutating func labels(forTokens tokens: [String]) -> [String] {
        let (letters, ranges) = FoldedTokens.fold(tokens)
        letters.withUnsafeBufferPointer { tag(letters: $0, tokens: ranges) }
        return labels.map(\.name)
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
