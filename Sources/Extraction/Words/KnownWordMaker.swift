/// Computes what ``KnownWords`` has of words, with the tables of a model. The same model and words always make the same
/// bytes.
package struct KnownWordMaker {
    private let words: WordMaker
    private let weights: EntityWeights
    private let themes: ThemeModel
    private let tellingWords: EntityWords
    private let nisbas: NisbaFinder
    private let places: PrefixedPlaces

    /// `nil` for a model that was not trained to find entities.
    package init?(model: Model) {
        guard let weights = model.entityWeights else { return nil }
        words = WordMaker(gazetteer: model.gazetteer, vocabulary: model.vocabulary)
        self.weights = weights
        themes = model.themes
        tellingWords = model.words
        nisbas = NisbaFinder(gazetteer: model.gazetteer)
        places = PrefixedPlaces(gazetteer: model.gazetteer)
    }

    /// The record of a word; `nil` for one that has no key or too great scores: ``WordKey``, ``KnownWord``.
    /// - Parameters:
    ///   - word: its letters, folded.
    ///   - isMarked: whether it bears tanween on a final alef: only themes see that.
    package func record(of word: [UInt16], isMarked: Bool) -> [UInt8]? {
        word.withUnsafeBufferPointer { letters in
            guard let key = WordKey(letters.indices, of: letters, isMarked: isMarked) else { return nil }
            let (forms, traits, mayGoOn) = words.word(letters)
            return KnownWord.record(
                of: key,
                // What is shorter is not analysed.
                analysis: letters.count > 1 ? themes.analysis(of: letters[...], hasTanween: isMarked) : WordAnalysis(),
                tells: tells(word[...], mayGoOn: mayGoOn),
                kinds: tellingWords[word[...]],
                traits: KnownTraits(traits, mayGoOn: mayGoOn),
                scores: TokenScores(forms, traits, weights)
            )
        }
    }

    private func tells(_ word: ArraySlice<UInt16>, mayGoOn: Bool) -> WordTells {
        var tells: WordTells = mayGoOn ? .longerNames : []
        if RuleTokens.means(word) { tells.insert(.rule) }
        if nisbas.mayBeNisba(word) { tells.insert(.nisba) }
        if places.isPlace(word) { tells.insert(.prefixedPlace) }
        if CompetitionNames.mayOpen(word) { tells.insert(.competition) }
        if ReportedPersons.isVerb(word) { tells.insert(.reporting) }
        if !tellingWords[word].isDisjoint(with: EntityFinder.telling) || StateBodies.mayBegin(with: word)
            || NationalBodies.mayBegin(with: word)
        {
            tells.insert(.name)
        }
        return tells
    }

    /// The table of the first `count` of these words, from the most frequent on, 65,536 at most.
    ///
    /// A word that finds no room in its choice is left out, and so is one that is there already; the next ones take their
    /// places.
    package func table(of words: some Sequence<(letters: [UInt16], isMarked: Bool)>, count: Int) -> [UInt8] {
        let count = min(max(count, 1), KnownWords.most)
        var choices = Choices(count: count)
        var records: [UInt8] = []
        for word in words where choices.count < count {
            let key = word.letters.withUnsafeBufferPointer {
                WordKey($0.indices, of: $0, isMarked: word.isMarked)
            }
            guard let key, let record = record(of: word.letters, isMarked: word.isMarked), choices.take(key.hash) else {
                continue
            }
            records += record
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: KnownWords.version)
        bytes.append(littleEndian: UInt32(choices.count))
        bytes.append(littleEndian: UInt32(choices.bits))
        bytes += [UInt8](repeating: 0, count: KnownWords.headerSize - bytes.count)
        choices.append(to: &bytes)
        return bytes + records
    }

    /// The choices of a table while it is made.
    private struct Choices {
        let bits: Int
        private(set) var count = 0
        private var tags: [[UInt64]]
        private var places: [[UInt64]]

        /// Half of the room is taken at most: then few of the words find none, and those are rare ones.
        init(count: Int) {
            var bits = 1
            while KnownWords.ways << bits < 2 * count { bits += 1 }
            self.bits = bits
            tags = Array(repeating: [], count: 1 << bits)
            places = tags
        }

        /// Gives the next place to the word with this hash; `false` if it gets none.
        mutating func take(_ hash: UInt64) -> Bool {
            let (choice, tag) = (KnownWords.choice(of: hash, bits: bits), KnownWords.tag(hash))
            guard tags[choice].count < KnownWords.ways, !tags[choice].contains(tag) else { return false }
            tags[choice].append(tag)
            places[choice].append(UInt64(count))
            count += 1
            return true
        }

        func append(to bytes: inout [UInt8]) {
            func packed(_ numbers: [UInt64]) -> UInt64 { numbers.reversed().reduce(0) { $0 << KnownWords.width | $1 } }
            for choice in tags.indices {
                bytes.append(littleEndian: packed(tags[choice]))
                bytes.append(littleEndian: packed(places[choice]))
            }
        }
    }
}
