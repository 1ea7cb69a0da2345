/// The tokens of a sentence as features see them, with boundaries on both sides: words by themselves, names of the
/// lexicon through them, and what the sentence is about. One for each thread: it keeps its buffers.
struct SentenceTraits {
    private static let padding = EntityTemplates.reach

    private let names: NameLookup
    /// From this level on, words are so common that finding them twice in an article says nothing.
    private let everydayLevel: UInt64
    private var traits: [TokenTraits] = []
    /// How many words of sports news the sentence and the one before have.
    private var sportWords = 0
    private var sportWordsBefore = 0

    init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary) {
        names = NameLookup(gazetteer: gazetteer)
        everydayLevel = vocabulary.everydayLevel
    }

    /// Forgets the sentence before: another text begins.
    mutating func beginText() { sportWords = 0 }

    /// Takes in the next sentence of a text: `tokens` are ranges of `letters`.
    /// - Parameter words: is asked for each word by itself, and then told of it in its sentence.
    mutating func read(
        letters: UnsafeBufferPointer<UInt16>,
        tokens: [Range<Int>],
        by words: inout some WordReader
    ) {
        traits.removeAll(keepingCapacity: true)
        traits.append(contentsOf: repeatElement(.boundary, count: Self.padding))
        traits.append(contentsOf: repeatElement(TokenTraits(), count: tokens.count))
        traits.append(contentsOf: repeatElement(.boundary, count: Self.padding))
        words.begin(tokens, of: letters)
        tokens.withUnsafeBufferPointer { tokens in
            traits.withUnsafeMutableBufferPointer { traits in
                for index in tokens.indices {
                    var (token, mayGoOn) = words.read(at: index, tokens[index], of: letters)
                    if mayGoOn {
                        let cuts = CliticCuts(UnsafeBufferPointer(rebasing: letters[tokens[index]]))
                        let found = names.names(at: index, of: tokens, letters, cuts)
                        token.alone = found.alone
                        token.opening = found.opening
                        token.openingLength = UInt8(truncatingIfNeeded: found.length)
                        token.bodyLength = UInt8(truncatingIfNeeded: found.bodyLength)
                        for next in index + 1..<max(index + 1, index + found.length) {
                            traits[Self.padding + next].inner.formUnion(found.opening)
                        }
                    }
                    token.inner = traits[Self.padding + index].inner
                    if token.isInLongName { token.weigh() }
                    traits[Self.padding + index] = token
                    words.settle(token, at: index, tokens[index], of: letters)
                }
            }
        }
        sportWordsBefore = sportWords
        sportWords = traits.count { $0.alone.contains(.sport) }
        findOpeners()
    }

    /// Finds for each token the word up to six before that opens an organisation's name, with no mark and no word of
    /// speech between: «منظمة الأغذية والزراعة».
    private mutating func findOpeners() {
        var opener: Int?
        for index in Self.padding..<traits.count - Self.padding {
            if let start = opener {
                if index - start > 6 || traits[index].hasNoLetters || traits[index].alone.contains(.speech) {
                    opener = nil
                } else {
                    traits[index].openerDistance = UInt8(index - start)
                    traits[index].opener = traits[start].core
                }
            }
            if traits[index].alone.union(traits[index].opening).contains(.organizationTrigger) { opener = index }
        }
    }

    /// How much of sports news the sentences are.
    private var sport: UInt64 { UInt64(min(sportWords, 2) * 2 + min(sportWordsBefore, 1)) }

    /// Hands what a token and those around it say together to `receiver`, feature by feature.
    @inline(__always)
    func visitTogether(at index: Int, by receiver: inout some FeatureReceiver) {
        traits.withUnsafeBufferPointer { traits in
            EntityTemplates.visitTogether(at: index + Self.padding, of: traits, sport: sport, by: &receiver)
        }
    }

    /// As ``visitTogether(at:by:)``, of all tokens.
    func visitTogether(by keys: inout FeatureKeys) {
        let sport = sport
        traits.withUnsafeBufferPointer { traits in
            keys.take(tokens: traits.count - 2 * Self.padding) { index, keys in
                var writer = FeatureKeys.Writer(keys: keys)
                EntityTemplates.visitTogether(at: index + Self.padding, of: traits, sport: sport, by: &writer)
                return writer.count
            }
        }
    }

    /// A token of the sentence; the places up to ``EntityTemplates/reach`` beyond its ends are boundaries.
    func token(at index: Int) -> TokenTraits { traits[index + Self.padding] }

    /// What a second look needs of a token, apart from its label.
    func glimpse(at index: Int, memory: inout ArticleMemory) -> SecondLook.Glimpse {
        let place = index + Self.padding
        var glimpse = SecondLook.Glimpse()
        glimpse.nameLength = traits[place].openingLength
        glimpse.nameClasses = traits[place].opening
        glimpse.bodyLength = traits[place].bodyLength
        // Letters of one script or several; no digits, no marks, no everyday words.
        let script = traits[place].shape >> 3
        guard script == 1 || script == 3 || script == 6, traits[place].profile.level < everydayLevel else {
            return glimpse
        }
        glimpse.word = memory.place(of: traits[place].core)
        return glimpse
    }
}
