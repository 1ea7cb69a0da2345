internal import Articles

/// The phrases of an article, put together from the words of its sections, with all that is counted of them.
///
/// A phrase is one to four words of a run in which no indefinite word follows a definite one («قنوات الاستخبارات»,
/// «الحوار الاستخباراتي», but not «الحوار قنوات»), unless what follows may be a name («الفنان عادل»). Phrases whose stems
/// are the same are one phrase.
struct ArticlePhrases {
    static let longest = 4

    /// Places are indices of ``words``; 32 bits are enough for what a message can bring, and half as much to go through.
    struct Phrase {
        var hash: UInt64
        /// The first word of its first occurrence and of its last.
        var first: Int32
        var last: Int32
        var length: Int32
        /// Letters of its stems.
        var letters: Int32
        var traits: PhraseTraits = []
        /// The section of its last occurrence.
        var lastSection: Int32 = -1
        /// Occurrences that name something: not adjectives without their noun.
        var count: Int32 = 0
        /// Occurrences that are nothing but adjectives: «الحساسة», «المصري».
        var adjectives: Int32 = 0
        var sections: Int32 = 0
        /// Occurrences in headings.
        var headings: Int32 = 0
        /// Occurrences in the first words of a sentence.
        var openings: Int32 = 0
        /// Occurrences that stand only as the adjective of the word before.
        var attributes: Int32 = 0
        /// Occurrences that no longer phrase has.
        var maximal: Int32 = 0
        /// Occurrences with a clitic in front.
        var proclitics: Int32 = 0
        /// Occurrences inside of, or the same as, a name of a kind.
        var names = NameCounts()
        /// Occurrences that are a piece of a longer name.
        var pieces: Int32 = 0
        /// Occurrences that are a whole name.
        var wholes: Int32 = 0
        /// Occurrences that a word goes on with, before them and behind.
        var leftExtended: Int32 = 0
        var rightExtended: Int32 = 0
        /// Occurrences that belong to a noun before them: «الاستخبارات» in «قنوات الاستخبارات».
        var dependent: Int32 = 0
        /// Occurrences that end with a noun that has neither article nor suffix nor tanween.
        var bare: Int32 = 0
        /// Occurrences that are cut off from what they belong to.
        var severed: Int32 = 0
        /// Occurrences of the longer phrase by one word that has it most often, and the number of such phrases.
        var containing: Int32 = 0
        var extensions: Int32 = 0

        var range: Range<Int> { Int(first)..<Int(first + length) }
    }

    private(set) var words: [ArticleWord] = []
    private(set) var phrases: [Phrase] = []
    /// The phrase of each word and length, `longest` places a word; -1 where there is none.
    private var places: [Int32] = []
    /// Occurrences of a word's stem, by word.
    private(set) var stemCounts: [Int32] = []
    private(set) var tokenCount = 0
    private(set) var minedSections = 0
    /// Of the text, in code points.
    let length: Int
    /// Whether it has a title with words that phrases may be made of.
    let isTitled: Bool

    /// `findings` has an element for each of `sections`, `nil` where there are none. Words before code point `begin` are
    /// left out.
    init(
        sections: [Section],
        length: Int,
        findings: [Findings?],
        from begin: Int = 0,
        title: TitleStems = TitleStems()
    ) {
        self.length = length
        isTitled = !title.isEmpty
        words.reserveCapacity(findings.reduce(0) { $0 + ($1?.phraseWords.count ?? 0) })
        for (section, found) in zip(sections, findings) {
            guard let found, section.kind != .boilerplate else { continue }
            tokenCount += found.tokenCount
            minedSections += 1
            ArticleWord.append(found, of: section, length: length, from: begin, title: title, to: &words)
        }
        collect()
        countContainment()
        stemCounts = words.indices.map { word in
            let place = places[word * Self.longest]
            return place < 0 ? 1 : phrases[Int(place)].count + phrases[Int(place)].adjectives
        }
    }

    /// The first words of a phrase's occurrences, ascending.
    func occurrences(of index: Int) -> [Int] {
        let phrase = phrases[index]
        let length = Int(phrase.length)
        if phrase.count == 1 { return [Int(phrase.first)] }
        return (Int(phrase.first)...Int(phrase.last)).filter {
            places[$0 * Self.longest + length - 1] == Int32(index) && (phrase.count == 0 || !isAdjectival($0, length))
        }
    }

    /// Whether the `length` words from `first` on are adjectives alone, or begin with that of a noun before them.
    @inline(__always)
    private func isAdjectival(_ first: Int, _ length: Int) -> Bool {
        let head = words[first]
        let belongs = head.isJoined && head.agreesAsDefinite(with: words[first - 1])
        guard head.isAdjective || belongs && !(head.opensName && head.endsName) else { return false }
        return length == 1 || belongs || words[first + 1..<first + length].allSatisfy(\.isAdjective)
    }

    /// Whether the word at `index` stands as the adjective of the one before.
    @inline(__always)
    func isAttribute(_ index: Int) -> Bool {
        words[index].isJoined && words[index].isAttribute(of: words[index - 1])
    }

    /// The phrase of `length` words from `word` on, or `nil`.
    func phrase(from word: Int, length: Int) -> Int? {
        let place = places[word * Self.longest + length - 1]
        return place < 0 ? nil : Int(place)
    }

    private mutating func collect() {
        places = Array(repeating: -1, count: words.count * Self.longest)
        let most = words.count * Self.longest
        phrases = Array(unsafeUninitializedCapacity: most) { phrases, count in
            PhraseTable.withTable(words: words.count, phrases: phrases) { table in
                words.withUnsafeBufferPointer { words in
                    places.withUnsafeMutableBufferPointer { places in
                        for first in words.indices { Self.collect(from: first, of: words, &table, places) }
                    }
                }
                count = table.count
            }
        }
    }

    /// Adds the phrases that begin with word number `first`.
    @inline(__always)
    private static func collect(
        from first: Int,
        of words: UnsafeBufferPointer<ArticleWord>,
        _ table: inout PhraseTable,
        _ places: UnsafeMutableBufferPointer<Int32>
    ) {
        let head = words[first]
        guard head.traits.isDisjoint(with: .quantifier) || head.traits.contains(.definite) else { return }
        let isAttribute = head.isJoined && head.isAttribute(of: words[first - 1])
        let belongs = head.isJoined && head.agreesAsDefinite(with: words[first - 1])
        var isAdjectival = head.isAdjective || belongs && !(head.opensName && head.endsName)
        let isDependent =
            head.isJoined && head.traits.contains(.definite) && !words[first - 1].traits.contains(.definite)
        // «الأمن الإسرائيلية» of «أجهزة الأمن الإسرائيلية».
        let isHeadless =
            isDependent && first + 1 < words.count && words[first + 1].isJoined
            && words[first + 1].disagrees(with: head)
        var hash: UInt64 = 0
        var form = PhraseForm()
        for last in first..<min(words.count, first + longest) {
            let word = words[last]
            if last > first {
                if !word.isJoined { return }
                if !belongs, !word.isAdjective { isAdjectival = false }
            }
            form.add(word, after: last > first ? words[last - 1] : nil)
            hash = StemHash.mix(hash, word.stem)
            if last == first ? word.traits.letters < 2 : word.traits.contains(.quantifier) || word.joinsNames {
                continue
            }
            let place = table.place(
                of: hash,
                orAdd: {
                    Phrase(
                        hash: hash,
                        first: Int32(truncatingIfNeeded: first),
                        last: Int32(truncatingIfNeeded: first),
                        length: Int32(truncatingIfNeeded: last - first + 1),
                        letters: Int32(truncatingIfNeeded: form.letters)
                    )
                }
            )
            let phrases = table.phrases
            places[first * longest + last - first] = Int32(truncatingIfNeeded: place)
            if isAdjectival {
                phrases[place].adjectives += 1
                continue
            }
            let goesOn = last + 1 < words.count && words[last + 1].isJoined
            let isCutOff = goesOn && word.isCutOff(from: words[last + 1], length: last - first + 1)
            phrases[place].count(
                head,
                end: word,
                at: first,
                traits: form.traits,
                isAttribute: isAttribute,
                isDependent: isDependent,
                goesOn: goesOn,
                isSevered: isCutOff || isHeadless && last > first
            )
        }
    }

    /// For each phrase, how often it stands in the longer ones by one word.
    private mutating func countContainment() {
        for index in phrases.indices where phrases[index].length > 1 {
            let count = phrases[index].count + phrases[index].adjectives
            let (first, length) = (Int(phrases[index].first), Int(phrases[index].length))
            let withoutLast = places[first * Self.longest + length - 2]
            let withoutFirst = places[(first + 1) * Self.longest + length - 2]
            if withoutLast >= 0 { phrases[Int(withoutLast)].extend(by: count) }
            if withoutFirst >= 0, withoutFirst != withoutLast { phrases[Int(withoutFirst)].extend(by: count) }
        }
    }
}

extension ArticlePhrases.Phrase {
    /// Counts an occurrence from `head`, word number `place`, to `end`.
    @inline(__always)
    fileprivate mutating func count(
        _ head: ArticleWord,
        end: ArticleWord,
        at place: Int,
        traits: PhraseTraits,
        isAttribute: Bool,
        isDependent: Bool,
        goesOn: Bool,
        isSevered: Bool
    ) {
        if count == 0 { first = Int32(truncatingIfNeeded: place) }
        if count == 0 || lastSection != head.section { sections += 1 }
        lastSection = head.section
        count += 1
        last = Int32(truncatingIfNeeded: place)
        self.traits.formUnion(traits)
        if head.isInHeading { headings += 1 }
        if head.traits.contains(.opensSentence) { openings += 1 }
        if isAttribute { attributes += 1 }
        if head.isJoined { leftExtended += 1 }
        if goesOn { rightExtended += 1 }
        if !head.isJoined, !goesOn { maximal += 1 }
        if isDependent { dependent += 1 }
        if isSevered { severed += 1 }
        if end.traits.isDisjoint(with: [.definite, .accusative]) { bare += 1 }
        if head.traits.contains(.proclitic) { proclitics += 1 }
        guard head.name >= 0 || end.name >= 0 else { return }
        if head.name == end.name {
            names.add(head.nameKind)
            if head.opensName, end.endsName { wholes += 1 } else { pieces += 1 }
        } else if (head.name >= 0 && !head.opensName) || (end.name >= 0 && !end.endsName) {
            pieces += 1
        }
    }

    fileprivate mutating func extend(by count: Int32) {
        containing = max(containing, count)
        extensions += 1
    }
}

/// Finds a phrase's place by the hash of its stems: open addressing, with room for one phrase of each length a word.
private struct PhraseTable {
    /// The upper half of a phrase's hash, and below it one more than its place; 0 where there is none.
    private let slots: UnsafeMutableBufferPointer<UInt64>
    private let mask: Int
    /// The first ``count`` are there.
    let phrases: UnsafeMutableBufferPointer<ArticlePhrases.Phrase>
    private(set) var count = 0

    /// Calls `body` with a table that writes the phrases of so many words to `phrases`, which has room for them.
    static func withTable(
        words: Int,
        phrases: UnsafeMutableBufferPointer<ArticlePhrases.Phrase>,
        _ body: (inout PhraseTable) -> Void
    ) {
        var size = 16
        while size <= words * ArticlePhrases.longest { size *= 2 }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { slots in
            slots.initialize(repeating: 0)
            var table = PhraseTable(slots: slots, mask: size - 1, phrases: phrases)
            body(&table)
        }
    }

    private init(
        slots: UnsafeMutableBufferPointer<UInt64>,
        mask: Int,
        phrases: UnsafeMutableBufferPointer<ArticlePhrases.Phrase>
    ) {
        self.slots = slots
        self.mask = mask
        self.phrases = phrases
    }

    /// The place of the phrase with `hash`, which is `new()` if it was not there.
    @inline(__always)
    mutating func place(of hash: UInt64, orAdd new: () -> ArticlePhrases.Phrase) -> Int {
        let upper = hash & 0xFFFF_FFFF_0000_0000
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let (found, place) = (slots[slot], Int(slots[slot] & 0xFFFF_FFFF) - 1)
            if found & 0xFFFF_FFFF_0000_0000 == upper, phrases[place].hash == hash { return place }
            slot = (slot + 1) & mask
        }
        phrases.initializeElement(at: count, to: new())
        count += 1
        slots[slot] = upper | UInt64(count)
        return count - 1
    }
}
