internal import Extraction

// `Findings` of warraq.proto, written and read by hand: most of what workers send and the sink reads.

extension WireWriter {
    mutating func findings(_ field: UInt8, _ findings: Findings) {
        let before = count
        for nisba in findings.nisbas.reversed() {
            let before = count
            string(3, nisba.country)
            number(2, clamping: nisba.range.upperBound)
            number(1, clamping: nisba.range.lowerBound)
            message(5, since: before)
        }
        number(4, clamping: findings.tokenCount)
        for topic in findings.topics.reversed() {
            let before = count
            number(3, clamping: topic.evidence)
            number(2, Self.zigzag(topic.score))
            number(1, clamping: topic.concept)
            message(3, since: before)
        }
        if !findings.phraseWords.isEmpty { words(2, findings.phraseWords) }
        for mention in findings.mentions.reversed() { self.mention(1, mention) }
        message(field, since: before)
    }

    private mutating func mention(_ field: UInt8, _ mention: EntityMention) {
        let before = count
        optional(6, mention.value)
        if !mention.support.isEmpty {
            let before = count
            for type in (0..<TypeSupport.count).reversed() { varint(Self.zigzag(mention.support[type])) }
            message(5, since: before)
        }
        number(4, clamping: mention.confidence)
        // The wire's numbers are one above ours: 0 stands for a type that is missing.
        number(3, UInt64(mention.type.rawValue) + 1)
        number(2, clamping: mention.range.upperBound)
        number(1, clamping: mention.range.lowerBound)
        message(field, since: before)
    }

    /// Three packed lists.
    private mutating func words(_ field: UInt8, _ words: [PhraseWord]) {
        let before = count
        for word in words.reversed() { varint(UInt64(word.traits)) }
        message(3, since: before)
        let stems = count
        for word in words.reversed() { fixed32(word.stem) }
        message(2, since: stems)
        let bounds = count
        for word in words.reversed() {
            varint(clamping: word.range.upperBound)
            varint(clamping: word.range.lowerBound)
        }
        message(1, since: bounds)
        message(field, since: before)
    }

    @inline(__always)
    private static func zigzag(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64(value << 1 ^ value >> 63)) }
}

extension WireReader {
    mutating func findings(_ field: UInt8) -> Findings {
        guard has(bytes: field) else { return Findings() }
        var content = nested()
        var findings = Findings()
        findings.mentions.reserveCapacity(content.following(bytes: 1))
        while content.has(bytes: 1) { findings.mentions.append(content.mention()) }
        if content.has(bytes: 2) { findings.phraseWords = content.words() }
        findings.topics.reserveCapacity(content.following(bytes: 3))
        while content.has(bytes: 3) { findings.topics.append(content.topic()) }
        findings.tokenCount = content.number(4)
        while content.has(bytes: 5) { findings.nisbas.append(content.nisba()) }
        let longest = max(findings.mentions.count, findings.phraseWords.count, findings.topics.count)
        if max(longest, findings.nisbas.count) > WireLimits.elements { content.fail() }
        accept(content)
        return findings
    }

    private mutating func mention() -> EntityMention {
        var content = nested()
        let start = content.number(1)
        let range = content.range(start, content.number(2))
        let type = EntityType(rawValue: UInt8(truncatingIfNeeded: content.number(3, upTo: 255) - 1))
        let confidence = content.number(4, upTo: 1000)
        let support = content.support()
        let value = content.optional(6)
        if type == nil { content.fail() }
        accept(content)
        return EntityMention(
            range: range,
            type: type ?? .person,
            confidence: confidence,
            support: support,
            value: value
        )
    }

    /// None, if there are not as many as types.
    private mutating func support() -> TypeSupport {
        guard has(bytes: 5) else { return TypeSupport() }
        var list = nested()
        var values = SIMD4<Int32>()
        var count = 0
        while list.isSound, list.count > 0, count <= 16 {
            let value = list.signed()
            if value.magnitude > 1_000_000 { list.fail() }
            if count < TypeSupport.count { values[count] = Int32(truncatingIfNeeded: value) }
            count += 1
        }
        if count > 16 { list.fail() }
        accept(list)
        return count == TypeSupport.count ? TypeSupport(values) : TypeSupport()
    }

    private mutating func nisba() -> NisbaMention {
        var content = nested()
        let start = content.number(1)
        let range = content.range(start, content.number(2))
        let nisba = NisbaMention(range: range, country: content.string(3))
        accept(content)
        return nisba
    }

    private mutating func words() -> [PhraseWord] {
        var content = nested()
        guard content.has(bytes: 1) else { return failed() }
        var bounds = content.nested()
        guard content.has(bytes: 2) else { return failed() }
        var stems = content.nested()
        guard content.has(bytes: 3) else { return failed() }
        var traits = content.nested()
        var words: [PhraseWord] = []
        words.reserveCapacity(stems.count / 4)
        while stems.isSound, stems.count > 0, words.count <= WireLimits.elements {
            let start = bounds.bounded(upTo: WireLimits.offset)
            let range = bounds.range(start, bounds.bounded(upTo: WireLimits.offset))
            let trait = UInt32(truncatingIfNeeded: traits.bounded(upTo: Int(UInt32.max)))
            words.append(PhraseWord(range: range, stem: stems.fixed32(), traits: trait))
        }
        content.accept(bounds)
        content.accept(stems)
        content.accept(traits)
        accept(content)
        return words
    }

    private mutating func failed() -> [PhraseWord] {
        fail()
        return []
    }

    private mutating func topic() -> TopicScore {
        var content = nested()
        let concept = content.number(1)
        let score = content.has(number: 2) ? content.signed() : 0
        if score.magnitude > WireLimits.score.magnitude { content.fail() }
        let topic = TopicScore(
            concept: concept,
            score: Int(truncatingIfNeeded: score),
            evidence: content.number(3)
        )
        accept(content)
        return topic
    }
}
