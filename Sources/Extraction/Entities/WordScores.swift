/// Adds up what each word of a sentence says of itself and of its neighbours, unless the model has it, and remembers it.
struct WordScores: WordReader {
    private let known: KnownWords
    private let maker: WordMaker
    private let weights: EntityWeights
    /// What the boundaries of a sentence add to its first tokens, and to its last ones: ``EntityTemplates/reach`` of each.
    private let firstScores, lastScores: [SIMD8<Int16>]
    private var memory = WordMemory(none: WordKey.none, empty: Remembered())
    /// Of words in longer names.
    private var parts = WordMemory(bits: 13, none: NamePart.none, empty: TokenScores())
    /// Where the word that was read last stands, among the known words or in the memory; -1 where it doesn't.
    private var knownPlace = -1
    private var place = -1
    /// Of words that are too long to be remembered.
    private var long = Remembered()
    /// The sentence's words.
    private var words: [LookedUpWord] = []
    /// Of the sentence's tokens, with ``EntityTemplates/reach`` more on both sides.
    private var scores: [SIMD8<Int16>] = []

    /// What is remembered of a word by itself.
    private struct Remembered: Sendable {
        var scores = TokenScores()
        var traits = KnownTraits()
    }

    init(_ maker: WordMaker, weights: EntityWeights, known: KnownWords) {
        self.maker = maker
        self.weights = weights
        self.known = known
        let boundary = TokenScores(.boundary, .boundary, weights)
        let reach = EntityTemplates.reach
        var first = Array(repeating: SIMD8<Int16>(), count: 2 * reach)
        var last = first
        for place in 0..<reach {
            boundary.add(to: &first, around: place)
            boundary.add(to: &last, around: reach + place)
        }
        firstScores = Array(first[reach...])
        lastScores = Array(last[..<reach])
    }

    mutating func begin(_ tokens: [Range<Int>], of letters: UnsafeBufferPointer<UInt16>) {
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(SIMD8(), count: tokens.count + 2 * EntityTemplates.reach))
        // The row has as much room on both sides, so that a short sentence's tokens get both.
        for place in 0..<EntityTemplates.reach {
            scores[EntityTemplates.reach + place] &+= firstScores[place]
            scores[tokens.count + place] &+= lastScores[place]
        }
    }

    /// Takes the next sentence's words, `range` of those that were looked up, and has all that is remembered of them
    /// fetched together.
    mutating func take(
        _ words: TextWords,
        _ range: Range<Int>,
        _ tokens: [Range<Int>],
        of letters: UnsafeBufferPointer<UInt16>
    ) {
        self.words.removeAll(keepingCapacity: true)
        self.words.append(contentsOf: words.words[range])
        self.words.withUnsafeBufferPointer { words in
            for word in words {
                if word.place >= 0 {
                    known.fetch(word.place, lines: 0..<KnownWord.size / 64)
                } else if let query = word.query {
                    memory.fetchChoice(query)
                }
            }
            for (index, word) in words.enumerated() where word.place < 0 {
                if let query = word.query, !memory.fetch(query) {
                    maker.fetch(UnsafeBufferPointer(rebasing: letters[tokens[index]]))
                }
            }
        }
    }

    /// Hands the sums, for each token of the sentence, of what the tokens say each by itself of it, to `body`.
    @inline(__always)
    func withScores(_ body: (UnsafePointer<SIMD8<Int16>>) -> Void) {
        scores.withUnsafeBufferPointer { scores in
            if let first = scores.baseAddress { body(first + EntityTemplates.reach) }
        }
    }

    @inline(__always)
    mutating func read(
        at index: Int,
        _ token: Range<Int>,
        of letters: UnsafeBufferPointer<UInt16>
    ) -> (TokenTraits, mayGoOn: Bool) {
        (knownPlace, place) = (-1, -1)
        guard let query = words[index].query else {
            long = computed(UnsafeBufferPointer(rebasing: letters[token]))
            return (TokenTraits(long.traits), long.traits.mayGoOn)
        }
        if words[index].place >= 0, let word = known[words[index].place] {
            knownPlace = words[index].place
            return (TokenTraits(word), word.tells.contains(.longerNames))
        }
        place = memory.find(query) ?? memory.put(computed(UnsafeBufferPointer(rebasing: letters[token])), of: query)
        return (TokenTraits(memory[place].traits), memory[place].traits.mayGoOn)
    }

    @inline(__always)
    mutating func settle(
        _ token: TokenTraits,
        at index: Int,
        _ range: Range<Int>,
        of letters: UnsafeBufferPointer<UInt16>
    ) {
        let part = token.isInLongName ? part(token, at: index, range, of: letters) : nil
        if token.isInLongName, part == nil { long.scores = scoresInName(token, letters[range]) }
        scores.withUnsafeMutableBufferPointer { scores in
            guard let first = scores.baseAddress else { return }
            if let part {
                parts[part].add(to: first + index)
            } else if knownPlace >= 0, let word = known[knownPlace] {
                TokenScores.add(word, to: first + index)
            } else if place >= 0 {
                memory[place].scores.add(to: first + index)
            } else {
                long.scores.add(to: first + index)
            }
        }
    }

    /// The place among ``parts`` of a token in a longer name; `nil` for words that are too long to be remembered.
    private mutating func part(
        _ token: TokenTraits,
        at index: Int,
        _ range: Range<Int>,
        of letters: UnsafeBufferPointer<UInt16>
    ) -> Int? {
        guard let query = words[index].query.map({ NamePart.query($0, token) }) else { return nil }
        return parts.find(query) ?? parts.put(scoresInName(token, letters[range]), of: query)
    }

    private func scoresInName(_ token: TokenTraits, _ letters: Slice<UnsafeBufferPointer<UInt16>>) -> TokenScores {
        TokenScores(maker.forms(of: UnsafeBufferPointer(rebasing: letters)), token, weights)
    }

    private func computed(_ letters: UnsafeBufferPointer<UInt16>) -> Remembered {
        let (forms, traits, mayGoOn) = maker.word(letters)
        return Remembered(scores: TokenScores(forms, traits, weights), traits: KnownTraits(traits, mayGoOn: mayGoOn))
    }
}

/// A word in a longer name, with all that what it says there depends on.
private struct NamePart: Equatable, Sendable {
    let word: WordKey
    let alone, opening, inner: GazetteerClasses

    static let none = NamePart(word: .none, alone: [], opening: [], inner: [])

    static func query(_ word: WordQuery<WordKey>, _ token: TokenTraits) -> WordQuery<NamePart> {
        let part = NamePart(word: word.key, alone: token.alone, opening: token.opening, inner: token.inner)
        let classes = UInt64(part.opening.rawValue) << 32 | UInt64(part.alone.rawValue ^ part.inner.rawValue << 7)
        return WordQuery(part, hash: LetterHash.mix(word.hash ^ classes))
    }
}
