internal import Extraction

extension EntityType {
    fileprivate init(_ wire: WireEntityType) throws(MessageError) {
        // The wire's numbers are one above ours: 0 stands for a type that is missing.
        guard let raw = UInt8(exactly: wire.rawValue - 1), let type = EntityType(rawValue: raw) else {
            throw MessageError("an entity's type is unknown (\(wire.rawValue))")
        }
        self = type
    }

    fileprivate var wire: WireEntityType { WireEntityType(rawValue: Int(rawValue) + 1) ?? .unspecified }
}

extension WireEntityMention {
    fileprivate init(_ mention: EntityMention) {
        self.init()
        start = UInt32(clamping: mention.range.lowerBound)
        end = UInt32(clamping: mention.range.upperBound)
        type = mention.type.wire
        confidence = UInt32(clamping: mention.confidence)
        support = mention.support.all.map { Int32(clamping: $0) }
        if let value = mention.value { self.value = value }
    }

    fileprivate func mention() throws(MessageError) -> EntityMention {
        try Wire.limit(support.count, 16, "a mention's supports")
        for value in support where value.magnitude > 1_000_000 {
            throw MessageError("a mention's support is out of bounds: \(value)")
        }
        return EntityMention(
            range: try Wire.range(start, end, "a mention"),
            type: try EntityType(type),
            confidence: try Wire.count(confidence, upTo: 1000, "a mention's confidence"),
            support: TypeSupport(support.map { Int($0) }),
            value: hasValue ? value : nil
        )
    }
}

extension WireFindings {
    init(_ findings: Findings) {
        self.init()
        mentions = findings.mentions.map { WireEntityMention($0) }
        if !findings.phraseWords.isEmpty { phraseWords = WirePhraseWords(findings.phraseWords) }
        topics = findings.topics.map { topic in
            var wire = WireTopicScore()
            wire.concept = UInt32(clamping: topic.concept)
            wire.score = Int64(clamping: topic.score)
            wire.evidence = UInt32(clamping: topic.evidence)
            return wire
        }
        nisbas = findings.nisbas.map { nisba in
            var wire = WireNisbaMention()
            wire.start = UInt32(clamping: nisba.range.lowerBound)
            wire.end = UInt32(clamping: nisba.range.upperBound)
            wire.country = nisba.country
            return wire
        }
        tokenCount = UInt32(clamping: findings.tokenCount)
    }

    func findings() throws(MessageError) -> Findings {
        Findings(
            mentions: try Wire.list(mentions, "mentions") { mention throws(MessageError) in try mention.mention() },
            phraseWords: try phraseWords.words(),
            topics: try Wire.list(topics, "topics") { topic throws(MessageError) in
                guard topic.score.magnitude <= WireLimits.score.magnitude else {
                    throw MessageError("a topic's score is out of bounds: \(topic.score)")
                }
                return TopicScore(
                    concept: try Wire.count(topic.concept, "a topic's concept"),
                    score: Int(topic.score),
                    evidence: try Wire.count(topic.evidence, "a topic's evidence")
                )
            },
            nisbas: try Wire.list(nisbas, "adjectives") { nisba throws(MessageError) in
                NisbaMention(range: try Wire.range(nisba.start, nisba.end, "an adjective"), country: nisba.country)
            },
            tokenCount: try Wire.count(tokenCount, "a token count")
        )
    }
}

extension WirePhraseWords {
    init(_ words: [PhraseWord]) {
        self.init()
        bounds.reserveCapacity(words.count * 2)
        stems.reserveCapacity(words.count)
        traits.reserveCapacity(words.count)
        for word in words {
            bounds.append(UInt32(clamping: word.range.lowerBound))
            bounds.append(UInt32(clamping: word.range.upperBound))
            stems.append(word.stem)
            traits.append(word.traits)
        }
    }

    func words() throws(MessageError) -> [PhraseWord] {
        try Wire.limit(stems.count, WireLimits.elements, "phrase words")
        guard bounds.count == stems.count * 2, traits.count == stems.count else {
            throw MessageError("phrase words: lists of unequal length")
        }
        var words: [PhraseWord] = []
        words.reserveCapacity(stems.count)
        for index in stems.indices {
            let range = try Wire.range(bounds[index * 2], bounds[index * 2 + 1], "a phrase word")
            words.append(PhraseWord(range: range, stem: stems[index], traits: traits[index]))
        }
        return words
    }
}
