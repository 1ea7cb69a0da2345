/// What may be mentions of a sentence, by position: no two of them overlap, as long as what is put in overlaps none.
package struct MentionCandidates {
    /// A mention before it is cut to the name: its tokens in the text.
    package struct Candidate {
        package var tokens: Range<Int>
        package var type: EntityType
        package var confidence: Int
        package var support: TypeSupport

        package init(tokens: Range<Int>, type: EntityType, confidence: Int, support: TypeSupport) {
            self.tokens = tokens
            self.type = type
            self.confidence = confidence
            self.support = support
        }
    }

    package private(set) var inOrder: [Candidate] = []

    package init() {}

    /// How sure a name is that the lexicon alone knows, and one of which its sentence says what it is, in thousandths.
    private static let lexiconConfidence = 700
    private static let toldConfidence = 900

    package mutating func removeAll() { inOrder.removeAll(keepingCapacity: true) }

    /// Puts one in its place, behind those that begin with the same token.
    package mutating func insert(_ candidate: Candidate) {
        var place = inOrder.endIndex
        while place > 0, inOrder[place - 1].tokens.lowerBound > candidate.tokens.lowerBound { place -= 1 }
        inOrder.insert(candidate, at: place)
    }

    /// Puts in what the lexicon alone knows, or, if it `isTold`, the sentence.
    package mutating func insert(_ tokens: Range<Int>, type: EntityType, isTold: Bool = false) {
        let confidence = isTold ? Self.toldConfidence : Self.lexiconConfidence
        insert(
            Candidate(
                tokens: tokens,
                type: type,
                confidence: confidence,
                support: TypeSupport(of: type, confidence)
            )
        )
    }

    /// Whether any has one of the tokens.
    package func overlap(_ tokens: Range<Int>) -> Bool {
        inOrder.contains { $0.tokens.overlaps(tokens) }
    }

    package mutating func removeAll(overlapping tokens: Range<Int>) {
        inOrder.removeAll { $0.tokens.overlaps(tokens) }
    }

    /// Puts in what the lexicon alone knows instead of what is a part of it. Nothing is done, and `false` returned, where
    /// one reaches beyond it; one that is the same already stays.
    @discardableResult
    package mutating func replace(in tokens: Range<Int>, type: EntityType, isTold: Bool = false) -> Bool {
        let others = inOrder.filter { $0.tokens.overlaps(tokens) }
        guard others.allSatisfy({ tokens.includes($0.tokens) }) else { return false }
        if let only = others.first, only.tokens == tokens, only.type == type { return true }
        removeAll(overlapping: tokens)
        insert(tokens, type: type, isTold: isTold)
        return true
    }

    /// Makes the one that overlaps the tokens, if it is the only one, of that type and a part of them, all of them.
    package mutating func extendTheOnlyOne(of type: EntityType, in tokens: Range<Int>) {
        let overlapping = inOrder.indices.filter { inOrder[$0].tokens.overlaps(tokens) }
        guard overlapping.count == 1, let only = overlapping.first, inOrder[only].type == type,
            tokens.includes(inOrder[only].tokens)
        else { return }
        inOrder[only].tokens = tokens
    }

    /// Makes the one with the tokens the part of it that is a name, or drops it.
    package mutating func shorten(_ tokens: Range<Int>, to name: Range<Int>?) {
        guard let index = inOrder.firstIndex(where: { $0.tokens == tokens }) else { return }
        if let name { inOrder[index].tokens = name } else { inOrder.remove(at: index) }
    }

    package mutating func makeOrganizations(where isOne: (Candidate) -> Bool) {
        for index in inOrder.indices where isOne(inOrder[index]) {
            inOrder[index].type = .organization
            inOrder[index].support = TypeSupport(of: .organization, inOrder[index].confidence)
        }
    }
}

extension TypeSupport {
    /// What speaks for one type alone.
    init(of type: EntityType, _ confidence: Int) {
        var support = SIMD4<Int32>()
        support[Int(type.rawValue)] = Int32(confidence)
        self.init(support)
    }
}

extension Range<Int> {
    /// Whether all of another range is in this one.
    fileprivate func includes(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
