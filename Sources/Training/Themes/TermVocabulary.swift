internal import ArabicText
internal import Extraction

/// The terms of topics as they are put together for a model: what each says for which concepts, with which endings.
struct TermVocabulary {
    private static let longest = 4

    private let analyzer: WordAnalyzer
    /// By the hash of a term's stems, by concept: the weight with each ending, by the ending's number.
    private var weights: [UInt32: [Int: [UInt8]]] = [:]
    /// Terms with which longer ones begin.
    private var goesOn: Set<UInt32> = []
    /// Terms that say what their words do not.
    private var silencing: Set<UInt32> = []

    init(analyzer: WordAnalyzer) {
        self.analyzer = analyzer
    }

    /// In which of its forms a term of one word is found.
    enum Forms {
        /// With the endings that its own forms have: see ``WordEnding``.
        case inflected
        /// With the ending alone that it is written with, where its other forms are another word's.
        case asWritten
        /// Whatever the ending.
        case byStem
    }

    /// Lets `term` speak for the concept at a place of the model's table. What is said twice counts once, as the stronger.
    mutating func add(
        _ term: String,
        for concept: Int,
        weight: Int,
        in forms: Forms
    ) throws(ThemeTrainingError) {
        let words = try parts(of: term)
        let key = key(of: words)
        let ending = words[0].ending
        let endings =
            switch forms {
            case _ where words.count > 1, .byStem: WordEnding.all
            case .asWritten: ending.bit
            case .inflected: ending.ofForms
            }
        var own = weights[key]?[concept] ?? [UInt8](repeating: 0, count: 32)
        for ending in own.indices where endings >> UInt32(ending) & 1 == 1 {
            own[ending] = max(own[ending], UInt8(clamping: weight))
        }
        weights[key, default: [:]][concept] = own
    }

    /// Takes from `term`, a word as it is written here, what it says alone. Of a term of several words, takes from these
    /// what they say in it.
    mutating func silence(_ term: String, exceptFor concepts: Set<Int>) throws(ThemeTrainingError) {
        let words = try parts(of: term)
        guard let only = words.first, words.count == 1 else {
            silencing.insert(key(of: words))
            return
        }
        guard let own = weights[only.hash] else { return }
        for concept in own.keys where !concepts.contains(concept) {
            weights[only.hash]?[concept]?[Int(only.ending.rawValue)] = 0
        }
    }

    /// The model's tables `themes.terms` and `themes.postings`.
    func tables() -> (terms: [UInt32: UInt32], postings: [UInt32]) {
        var terms: [UInt32: UInt32] = [:]
        var postings: [UInt32] = []
        for key in Set(weights.keys).union(goesOn).union(silencing).sorted() {
            var own = (weights[key] ?? [:]).sorted { $0.key < $1.key }.flatMap(Self.postings).prefix(0x7E)
            if silencing.contains(key) { own.append((UInt32(ThemeModel.silence) << 16, 0)) }
            terms[key] = UInt32(postings.count / 2) << 8 | UInt32(own.count) << 1 | (goesOn.contains(key) ? 1 : 0)
            for posting in own { postings += [posting.value, posting.endings] }
        }
        return (terms, postings)
    }

    /// For each weight that a term has for a concept: both, and the endings with which it has it.
    private static func postings(concept: Int, weights: [UInt8]) -> [(value: UInt32, endings: UInt32)] {
        Set(weights).subtracting([0]).sorted().map { weight in
            let endings = weights.indices.reduce(UInt32(0)) { weights[$1] == weight ? $0 | 1 << UInt32($1) : $0 }
            return (UInt32(concept) << 16 | UInt32(weight), endings)
        }
    }

    /// The key of a term with these words; notes that terms go on with them.
    private mutating func key(of words: [Word]) -> UInt32 {
        words.dropFirst().reduce(words[0].hash) { key, word in
            goesOn.insert(key)
            return StemHash.join(key, word.hash)
        }
    }

    private typealias Word = (hash: UInt32, ending: WordEnding)

    /// One word to four.
    private func parts(of term: String) throws(ThemeTrainingError) -> [Word] {
        let text = TokenizedText(term)
        let words = text.tokens.map { token -> Word in
            let word = analyzer.word(token, in: text.folded)
            let start = min(word.stem.upperBound, token.letters.upperBound)
            return (word.hash, WordEnding(text.folded.letters[start..<token.letters.upperBound]))
        }
        guard words.allSatisfy({ $0.hash != 0 }), 1...Self.longest ~= words.count else {
            throw ThemeTrainingError("the lexicon's term «\(term)» is not one to four words")
        }
        return words
    }
}
