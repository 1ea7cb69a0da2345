internal import Articles

/// The phrases of an article, put together from the words of its sections.
///
/// A phrase is one to four words of a run in which no indefinite word follows a definite one («قنوات الاستخبارات»,
/// «الحوار الاستخباراتي», but not «الحوار قنوات»), unless what follows may be a name («الفنان عادل»). Phrases whose stems
/// are the same are one phrase.
///
/// Most phrases stand once and are never shown. Of each is kept what tells whether it is worth a look; all that is counted
/// of those that are is ``PhraseCounts``. They are pointers and numbers, to be copied without counting references.
struct ArticlePhrases {
    static let longest = 4

    /// Places are indices of ``words``; 32 bits are enough for what a message can bring, and half as much to go through.
    struct Phrase {
        var hash: UInt64
        /// The first word of its first occurrence and of its last: of those that name something, if there are any.
        var first: Int32
        var last: Int32
        /// The first word of the occurrence that was found last.
        var latest: Int32
        /// Occurrences, and those that name something: not adjectives without their noun.
        var total: Int32 = 1
        var count: Int32 = 0
        /// Occurrences of the longer phrase by one word that has it most often, and the number of such phrases.
        var containing: Int32 = 0
        var extensions: Int32 = 0
        /// log2(1 + occurrences) × rarity, in 1024ths, and the greatest of a longer and of a shorter phrase by one word.
        var weight: Int32 = 0
        var longerWeight: Int32 = 0
        var shorterWeight: Int32 = 0
        /// How rare its words are in the mean.
        var rarity: Int16
        /// Of all occurrences that name something.
        var traits: PhraseTraits = []
        var words: UInt8
        /// Letters of its stems.
        var letters: UInt8

        var length: Int { Int(words) }
        var range: Range<Int> { Int(first)..<Int(first) + length }
    }

    /// A phrase where it stands.
    struct Occurrence {
        /// Which one; -1 for none.
        var phrase: Int32 = -1
        /// The first word of its next occurrence; -1 for none.
        var next: Int32 = -1
        var traits: OccurrenceTraits = []
    }

    private(set) var words: UnsafeBufferPointer<ArticleWord>
    private(set) var roles: UnsafeBufferPointer<WordRole>
    /// In the order of their first occurrences.
    private(set) var phrases: UnsafeBufferPointer<Phrase>
    /// What begins with each word, by length, ``longest`` places a word.
    private var places: UnsafeBufferPointer<Occurrence>
    let tokenCount: Int
    let minedSections: Int
    /// Of the text, in code points.
    let length: Int
    /// Whether it has a title with words that phrases may be made of.
    let isTitled: Bool
    let order: PhraseOrder
    /// The greatest weight of a phrase, at least 1.
    let greatestWeight: Int32
    /// Occurrences of the most frequent phrase of each length, at least 1.
    let most: SIMD4<Int32>

    /// Calls `body` with the phrases of an article, which are there as long as it runs. `findings` has an element for each
    /// of `sections`, `nil` where there are none. Words of the `byline`, in code points, make none.
    static func withPhrases<Value>(
        sections: [Section],
        length: Int,
        findings: [Findings?],
        byline: Range<Int> = 0..<0,
        title: TitleStems = TitleStems(),
        model: ThemeModel,
        _ body: (ArticlePhrases) -> Value
    ) -> Value {
        let most = findings.reduce(0) { $0 + ($1?.phraseWords.count ?? 0) }
        return withUnsafeTemporaryAllocation(of: ArticleWord.self, capacity: most) { memory in
            var count = 0
            var (tokenCount, minedSections) = (0, 0)
            for index in 0..<min(sections.count, findings.count) where sections[index].kind != .boilerplate {
                guard let found = findings[index] else { continue }
                tokenCount += found.tokenCount
                minedSections += 1
                let place = ArticleWord.Place(of: sections[index], length: length, byline: byline)
                ArticleWord.append(found, at: place, title: title, to: memory, &count)
            }
            let words = UnsafeBufferPointer(rebasing: memory[..<count])
            return WordRole.withRoles(of: words, model: model) { roles in
                PhraseCollector.withPhrases(of: roles) { phrases, places in
                    let (greatest, most) = PhraseWeights.weigh(phrases, places)
                    return body(
                        ArticlePhrases(
                            words: words,
                            roles: roles,
                            phrases: UnsafeBufferPointer(phrases),
                            places: places,
                            tokenCount: tokenCount,
                            minedSections: minedSections,
                            length: length,
                            isTitled: !title.isEmpty,
                            order: PhraseOrder(
                                isTitled: !title.isEmpty,
                                hasByline: !byline.isEmpty,
                                tokenCount: tokenCount
                            ),
                            greatestWeight: greatest,
                            most: most
                        )
                    )
                }
            }
        }
    }

    /// The first words of a phrase's occurrences, ascending: of those that name something, if there are any.
    func occurrences(of index: Int) -> [Int] {
        let phrase = phrases[index]
        guard phrase.count > 1 else { return [Int(phrase.first)] }
        var found: [Int] = []
        found.reserveCapacity(Int(phrase.count))
        var next = phrase.first
        while let occurrence = self.next(&next, of: phrase) { found.append(occurrence.first) }
        return found
    }

    /// The occurrence of `phrase` from word `next` on, or the first behind it that names something, and what it is; `next`
    /// goes on to the one behind it. `nil`: there is none.
    @inline(__always)
    func next(_ next: inout Int32, of phrase: Phrase) -> (first: Int, traits: OccurrenceTraits)? {
        while next >= 0 {
            let first = Int(next)
            let occurrence = occurrence(from: first, length: phrase.length)
            next = occurrence.next
            if !occurrence.traits.contains(.adjectival) { return (first, occurrence.traits) }
        }
        return nil
    }

    /// What the phrase of `length` words from `word` on is where it stands.
    @inline(__always)
    func occurrence(from word: Int, length: Int) -> Occurrence { places[word * Self.longest + length - 1] }

    /// Occurrences of a word's stem.
    @inline(__always)
    func stemCount(_ word: Int) -> Int32 {
        let phrase = occurrence(from: word, length: 1).phrase
        return phrase < 0 ? 1 : phrases[Int(phrase)].total
    }

    /// Whether the word at `index` stands as the adjective of the one before.
    @inline(__always)
    func isAttribute(_ index: Int) -> Bool { roles[index].alone.contains(.attribute) }
}
