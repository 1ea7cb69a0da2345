/// What the entity tagger's features are made of, read from a sentence and looked up in the lexicon;
/// ``visit(at:by:)`` makes the features themselves. One for each thread: it keeps its buffers.
package struct EntityFeatures {
    static let padding = 3

    private let gazetteer: Gazetteer
    private let vocabulary: BackgroundVocabulary
    /// The traits of the sentence's tokens, with boundaries on both sides.
    private(set) var traits: [TokenTraits] = []
    /// Where the clitics of each token could end.
    private var cuts: [CliticCuts] = []
    /// How many words of sports news the sentence and the one before have.
    private(set) var sportWords = 0
    private(set) var sportWordsBefore = 0

    package init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary) {
        self.gazetteer = gazetteer
        self.vocabulary = vocabulary
    }

    /// Forgets the sentence before: another text begins.
    package mutating func beginText() { sportWords = 0 }

    /// Takes in the next sentence of a text: `tokens` are ranges of `letters`.
    package mutating func read(letters: UnsafeBufferPointer<UInt16>, tokens: [Range<Int>]) {
        traits.removeAll(keepingCapacity: true)
        traits.reserveCapacity(tokens.count + 2 * Self.padding)
        for _ in 0..<Self.padding { traits.append(.boundary) }
        cuts.removeAll(keepingCapacity: true)
        for token in tokens {
            let own = UnsafeBufferPointer(rebasing: letters[token])
            let cuts = CliticCuts(own)
            traits.append(TokenTraits(letters: own, cuts: cuts, vocabulary: vocabulary))
            self.cuts.append(cuts)
        }
        for _ in 0..<Self.padding { traits.append(.boundary) }
        for index in tokens.indices { look(up: index, in: letters, tokens: tokens) }
        for index in Self.padding..<Self.padding + tokens.count { traits[index].weigh() }
        sportWordsBefore = sportWords
        sportWords = traits.count { $0.alone.contains(.sport) }
        findOpeners()
    }

    /// Looks up the names that begin at a token, whole first, then behind its clitics.
    private mutating func look(up index: Int, in letters: UnsafeBufferPointer<UInt16>, tokens: [Range<Int>]) {
        let token = traits[Self.padding + index]
        if look(up: index, as: token.word, from: 0, in: letters, tokens: tokens) { return }
        let cuts = cuts[index]
        if cuts.conjunction > 0 {
            if look(up: index, as: token.withoutConjunction, from: cuts.conjunction, in: letters, tokens: tokens) {
                return
            }
        }
        if cuts.preposition > cuts.conjunction {
            _ = look(up: index, as: token.withoutPreposition, from: cuts.preposition, in: letters, tokens: tokens)
        }
    }

    /// - Parameters:
    ///   - first: the hash of the token's letters from `cut` on.
    private mutating func look(
        up index: Int,
        as first: UInt64,
        from cut: Int,
        in letters: UnsafeBufferPointer<UInt16>,
        tokens: [Range<Int>]
    ) -> Bool {
        // Most words begin no name: the hash that is known already says so.
        guard let match = gazetteer.match(hash: first) else { return false }
        var longest = 0
        let alone = match.classes.subtracting(.body)
        if alone != match.classes { traits[Self.padding + index].bodyLength = 1 }
        if !alone.isEmpty {
            traits[Self.padding + index].alone.formUnion(alone)
            longest = 1
        }
        guard match.continues else { return longest > 0 }
        var hash = LetterHash()
        if cut > cuts[index].conjunction, cuts[index].isContracted { hash.append(ArabicLetter.alef) }
        for position in tokens[index].lowerBound + cut..<tokens[index].upperBound { hash.append(letters[position]) }
        var classes: GazetteerClasses = []
        for next in index + 1..<max(index + 1, min(tokens.count, index + Gazetteer.longestName)) {
            hash.append(LetterHash.space)
            for position in tokens[next] { hash.append(letters[position]) }
            guard let match = gazetteer.match(hash: hash.value) else { break }
            let known = match.classes.subtracting(.body)
            if known != match.classes { traits[Self.padding + index].bodyLength = next - index + 1 }
            if !known.isEmpty {
                classes = known
                longest = next - index + 1
            }
            if !match.continues { break }
        }
        if longest > 1 {
            traits[Self.padding + index].opening.formUnion(classes)
            traits[Self.padding + index].openingLength = longest
            for next in index + 1..<index + longest { traits[Self.padding + next].inner.formUnion(classes) }
        }
        return longest > 0
    }

    /// Finds for each token the word up to six before that opens an organisation's name, with no mark and no word of
    /// speech between: «منظمة الأغذية والزراعة».
    private mutating func findOpeners() {
        var opener: Int?
        for index in Self.padding..<traits.count - Self.padding {
            let token = traits[index]
            if let start = opener {
                if index - start > 6 || token.hasNoLetters || token.alone.contains(.speech) {
                    opener = nil
                } else {
                    traits[index].openerDistance = UInt64(index - start)
                    traits[index].opener = traits[start].core
                }
            }
            if token.alone.union(token.opening).contains(.organizationTrigger) { opener = index }
        }
    }

    /// What a second look needs of a token, apart from its label.
    func glimpse(at index: Int, memory: inout ArticleMemory) -> SecondLook.Glimpse {
        let place = index + Self.padding
        let token = traits[place]
        var glimpse = SecondLook.Glimpse()
        if token.openingLength > 0 { glimpse.longName = (token.openingLength, token.opening) }
        glimpse.bodyLength = token.bodyLength
        // Letters of one script or several; no digits, no marks, no everyday words.
        let script = token.shape >> 3
        guard script == 1 || script == 3 || script == 6,
            token.profile.level < vocabulary.everydayLevel
        else { return glimpse }
        glimpse.word = memory.place(of: token.core)
        return glimpse
    }
}
