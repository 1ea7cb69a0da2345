internal import ArabicText

/// Finds the mentions of people, places, organisations and other names in a text. One for each thread.
struct EntityFinder {
    private let gazetteer: Gazetteer
    private var boundaries: MentionBoundaries
    private var tagger: EntityTagger
    private var tokens: [Range<Int>] = []

    /// How sure a name is that the lexicon alone knows, in thousandths.
    private static let lexiconConfidence = 700

    /// `nil` for a model that was not trained to find entities.
    init?(model: Model) {
        guard let tagger = EntityTagger(model: model) else { return nil }
        self.tagger = tagger
        gazetteer = model.gazetteer
        boundaries = MentionBoundaries(gazetteer: gazetteer, segmenter: model.segmenter())
    }

    /// The mentions in `text`, by position, clitics cut off.
    mutating func mentions(in text: TokenizedText) -> [EntityMention] {
        var found: [EntityMention] = []
        tagger.removeAll()
        text.folded.letters.withUnsafeBufferPointer { letters in
            for sentence in text.sentences {
                tokens.removeAll(keepingCapacity: true)
                for index in sentence { tokens.append(text.tokens[index].letters) }
                tagger.read(letters: letters, tokens: tokens)
            }
        }
        for (number, sentence) in text.sentences.enumerated() where !sentence.isEmpty {
            tagger.look(at: number)
            let mentions = EntityLabel.mentions(in: tagger.labels)
            let first = found.count
            for (mention, support) in zip(mentions, tagger.support(ofMentions: mentions)) {
                let place =
                    mention.tokens.lowerBound + sentence.lowerBound..<mention.tokens.upperBound
                    + sentence.lowerBound
                guard !namesNothing(place, type: mention.type, in: text) else { continue }
                guard let range = boundaries.range(of: place, type: mention.type, in: text) else { continue }
                found.append(
                    EntityMention(
                        range: range,
                        type: mention.type,
                        confidence: support.confidence,
                        support: support.support
                    )
                )
            }
            let overlooked = tagger.overlookedNames()
            guard !overlooked.isEmpty else { continue }
            for name in overlooked {
                let place = name.tokens.lowerBound + sentence.lowerBound..<name.tokens.upperBound + sentence.lowerBound
                guard let range = boundaries.range(of: place, type: name.type, in: text) else { continue }
                var support = SIMD4<Int32>()
                support[Int(name.type.rawValue)] = Int32(Self.lexiconConfidence)
                found.append(
                    EntityMention(
                        range: range,
                        type: name.type,
                        confidence: Self.lexiconConfidence,
                        support: TypeSupport(support)
                    )
                )
            }
            found[first...].sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        return found
    }

    /// Whether the mention is an adjective alone («الروسي»), which names its country only in passing, or a currency,
    /// which belongs to an amount. A person may bear an adjective as a surname.
    private mutating func namesNothing(_ mention: Range<Int>, type: EntityType, in text: TokenizedText) -> Bool {
        guard mention.count == 1, type != .person else { return false }
        let cut = boundaries.cut(of: mention, in: text)
        let classes = gazetteer.classes(for: text.letters(of: text.tokens[mention.lowerBound]).dropFirst(cut))
        if type == .miscellaneous, classes.contains(.currency) { return true }
        return classes.contains(.nisba) && classes.isDisjoint(with: .names)
    }
}
