/// Adds up what each word of a sentence says of itself and of its neighbours, unless the model has it, and remembers it.
struct WordScores: WordReader {
    private let known: KnownWords
    private let maker: WordMaker
    private let weights: EntityWeights
    private let boundary: TokenScores
    private var memory = WordMemory(none: WordKey.none, empty: Remembered())
    /// Of words in longer names.
    private var parts = WordMemory(bits: 13, none: NamePart.none, empty: TokenScores())
    /// Where the word that was read last stands, among the known words or in the memory; -1 where it doesn't.
    private var knownPlace = -1
    private var place = -1
    /// Of words that are too long to be remembered.
    private var long = Remembered()
    /// Of the sentence's words; `nil` for long ones.
    private var queries: [WordQuery<WordKey>?] = []
    /// Where each stands among the known words, or -1.
    private var places: [Int] = []
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
        boundary = TokenScores(.boundary, .boundary, weights)
    }

    mutating func begin(_ tokens: [Range<Int>], of letters: UnsafeBufferPointer<UInt16>) {
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(SIMD8(), count: tokens.count + 2 * EntityTemplates.reach))
        for place in 0..<EntityTemplates.reach {
            boundary.add(to: &scores, around: place)
            boundary.add(to: &scores, around: tokens.count + EntityTemplates.reach + place)
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
        queries.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        queries.append(contentsOf: words.queries[range])
        places.append(contentsOf: words.places[range])
        for index in places.indices {
            if places[index] >= 0 {
                known.fetch(places[index], lines: 0..<KnownWord.size / 64)
            } else if let query = queries[index] {
                memory.fetchChoice(query)
            }
        }
        for index in places.indices where places[index] < 0 {
            if let query = queries[index], !memory.fetch(query) {
                maker.fetch(UnsafeBufferPointer(rebasing: letters[tokens[index]]))
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
        guard let query = queries[index] else {
            long = computed(UnsafeBufferPointer(rebasing: letters[token]))
            return (TokenTraits(long.traits), long.traits.mayGoOn)
        }
        if places[index] >= 0, let word = known[places[index]] {
            knownPlace = places[index]
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
        guard let query = queries[index].map({ NamePart.query($0, token) }) else { return nil }
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
