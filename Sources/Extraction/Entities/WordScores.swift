internal import CPrefetch

/// Adds up what each word of a sentence says of itself and of its neighbours, and remembers it: two words in three were
/// read a short time ago, and nothing is computed of those.
///
/// The memory has a place for a word by its letters; a word that comes later takes it over. All letters are compared, so
/// scores do not depend on what was read before.
struct WordScores: WordReader {
    private let maker: WordMaker
    private let weights: EntityWeights
    private let boundary: TokenScores
    private var places: [Known]
    /// Of words that are too long to be remembered.
    private var long = Known()
    /// Of the sentence's words; `nil` for long ones.
    private var keys: [WordKey?] = []
    /// Of the sentence's tokens, with ``EntityTemplates/reach`` more on both sides.
    private var scores: [SIMD8<Int16>] = []

    private static let placeBits = 13

    /// What is known of a word by itself.
    private struct Known {
        var key = WordKey.none
        var scores = TokenScores()
        var traits = TokenTraits()
        /// Whether the lexicon has longer names that begin with it.
        var mayGoOn = false
    }

    init(weights: EntityWeights, gazetteer: Gazetteer, vocabulary: BackgroundVocabulary) {
        maker = WordMaker(gazetteer: gazetteer, vocabulary: vocabulary)
        self.weights = weights
        boundary = TokenScores(.boundary, .boundary, weights)
        places = Array(repeating: Known(), count: 1 << Self.placeBits)
    }

    mutating func begin(_ tokens: [Range<Int>], of letters: UnsafeBufferPointer<UInt16>) {
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(SIMD8(), count: tokens.count + 2 * EntityTemplates.reach))
        for place in 0..<EntityTemplates.reach {
            boundary.add(to: &scores, around: place)
            boundary.add(to: &scores, around: tokens.count + EntityTemplates.reach + place)
        }
        keys.removeAll(keepingCapacity: true)
        for token in tokens { keys.append(WordKey(token, of: letters)) }
        // The words of a sentence are fetched together: most are not in the processor's nearest caches.
        places.withUnsafeBufferPointer { places in
            for case let key? in keys {
                guard let place = places.baseAddress.map({ $0 + key.place(bits: Self.placeBits) }) else { return }
                for line in stride(from: 0, to: MemoryLayout<Known>.size, by: 64) {
                    prefetch(UnsafeRawPointer(place) + line)
                }
            }
        }
    }

    /// The sum of what the sentence's tokens say each by itself of the token at `index`.
    @inline(__always)
    func score(at index: Int) -> SIMD8<Int16> { scores[index + EntityTemplates.reach] }

    @inline(__always)
    mutating func read(
        at index: Int,
        _ token: Range<Int>,
        of letters: UnsafeBufferPointer<UInt16>
    ) -> (TokenTraits, mayGoOn: Bool) {
        guard let key = keys[index] else {
            long = known(UnsafeBufferPointer(rebasing: letters[token]))
            return (long.traits, long.mayGoOn)
        }
        let place = key.place(bits: Self.placeBits)
        if places[place].key != key {
            places[place] = known(UnsafeBufferPointer(rebasing: letters[token]))
            places[place].key = key
        }
        return (places[place].traits, places[place].mayGoOn)
    }

    @inline(__always)
    mutating func settle(
        _ token: TokenTraits,
        at index: Int,
        _ range: Range<Int>,
        of letters: UnsafeBufferPointer<UInt16>
    ) {
        scores.withUnsafeMutableBufferPointer { scores in
            guard let first = scores.baseAddress else { return }
            if token.isInLongName {
                let forms = maker.forms(of: UnsafeBufferPointer(rebasing: letters[range]))
                TokenScores(forms, token, weights).add(to: first + index)
            } else if let key = keys[index] {
                places[key.place(bits: Self.placeBits)].scores.add(to: first + index)
            } else {
                long.scores.add(to: first + index)
            }
        }
    }

    private func known(_ letters: UnsafeBufferPointer<UInt16>) -> Known {
        let (forms, traits, mayGoOn) = maker.word(letters)
        return Known(scores: TokenScores(forms, traits, weights), traits: traits, mayGoOn: mayGoOn)
    }
}
