internal import Articles

/// The phrases of an article, put together from the words of its sections, with all that is counted of them.
///
/// A phrase is one to four words of a run in which no indefinite word follows a definite one («قنوات الاستخبارات»,
/// «الحوار الاستخباراتي», but not «الحوار قنوات»), unless what follows may be a name («الفنان عادل»). Phrases whose stems
/// are the same are one phrase.
struct ArticlePhrases {
    static let longest = 4

    struct Phrase {
        var hash: UInt64
        /// The first word of its first occurrence and of its last.
        var first: Int
        var last: Int
        var length: Int
        /// Letters of its stems.
        var letters: Int
        var traits: PhraseTraits
        var count = 0
        var sections = 0
        /// Occurrences in headings.
        var headings = 0
        /// Occurrences in the first words of a sentence.
        var openings = 0
        /// Occurrences that stand only as the adjective of the word before.
        var attributes = 0
        /// Occurrences that no longer phrase has.
        var maximal = 0
        /// Occurrences with a clitic in front.
        var proclitics = 0
        /// Occurrences inside of, or the same as, a name of a kind.
        var names = NameCounts()
        /// Occurrences that are a piece of a longer name.
        var pieces = 0
        /// Occurrences that are a whole name.
        var wholes = 0
        /// Occurrences of the longer phrase by one word that has it most often, and the number of such phrases.
        var containing = 0
        var extensions = 0

        var range: Range<Int> { first..<first + length }
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

    /// `findings` has an element for each of `sections`, `nil` where there are none.
    init(sections: [Section], length: Int, findings: [Findings?]) {
        self.length = length
        words.reserveCapacity(findings.reduce(0) { $0 + ($1?.phraseWords.count ?? 0) })
        for (section, found) in zip(sections, findings) {
            guard let found, section.kind != .boilerplate else { continue }
            tokenCount += found.tokenCount
            minedSections += 1
            ArticleWord.append(found, of: section, length: length, to: &words)
        }
        collect()
        countContainment()
        stemCounts = words.indices.map { word in
            let place = places[word * Self.longest]
            return place < 0 ? 1 : Int32(phrases[Int(place)].count)
        }
    }

    /// The first words of a phrase's occurrences, ascending.
    func occurrences(of index: Int) -> [Int] {
        let phrase = phrases[index]
        return (phrase.first...phrase.last).filter { places[$0 * Self.longest + phrase.length - 1] == Int32(index) }
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
        phrases.reserveCapacity(words.count * 2)
        var table = PhraseTable(words: words.count)
        for first in words.indices {
            let head = words[first]
            guard head.traits.isDisjoint(with: .quantifier) || head.traits.contains(.definite) else { continue }
            let isAttribute = isAttribute(first)
            var hash: UInt64 = 0
            var form = PhraseForm()
            for last in first..<min(words.count, first + Self.longest) {
                if last > first, !words[last].isJoined { break }
                let word = words[last]
                form.add(word, after: last > first ? words[last - 1] : nil)
                hash = StemHash.mix(hash, word.stem)
                if last == first ? word.traits.letters < 2 : word.traits.contains(.quantifier) { continue }
                let place = table.place(of: hash, in: phrases)
                if place == phrases.count {
                    phrases.append(
                        Phrase(
                            hash: hash,
                            first: first,
                            last: first,
                            length: last - first + 1,
                            letters: form.letters,
                            traits: []
                        )
                    )
                }
                places[first * Self.longest + last - first] = Int32(place)
                count(first...last, as: place, traits: form.traits, isAttribute: isAttribute)
            }
        }
    }

    @inline(__always)
    private mutating func count(_ range: ClosedRange<Int>, as place: Int, traits: PhraseTraits, isAttribute: Bool) {
        let (head, end) = (words[range.lowerBound], words[range.upperBound])
        let goesOn = range.upperBound + 1 < words.count && words[range.upperBound + 1].isJoined
        if phrases[place].count == 0 || words[phrases[place].last].section != head.section {
            phrases[place].sections += 1
        }
        phrases[place].count += 1
        phrases[place].last = range.lowerBound
        phrases[place].traits.formUnion(traits)
        if head.isInHeading { phrases[place].headings += 1 }
        if head.traits.contains(.opensSentence) { phrases[place].openings += 1 }
        if isAttribute { phrases[place].attributes += 1 }
        if !head.isJoined, !goesOn { phrases[place].maximal += 1 }
        if head.traits.contains(.proclitic) { phrases[place].proclitics += 1 }
        guard head.name >= 0 || end.name >= 0 else { return }
        if head.name == end.name {
            phrases[place].names.add(head.nameKind)
            if head.opensName, end.endsName { phrases[place].wholes += 1 } else { phrases[place].pieces += 1 }
        } else if (head.name >= 0 && !head.opensName) || (end.name >= 0 && !end.endsName) {
            phrases[place].pieces += 1
        }
    }

    /// For each phrase, how often it stands in the longer ones by one word.
    private mutating func countContainment() {
        for index in phrases.indices where phrases[index].length > 1 {
            let phrase = phrases[index]
            let withoutLast = places[phrase.first * Self.longest + phrase.length - 2]
            let withoutFirst = places[(phrase.first + 1) * Self.longest + phrase.length - 2]
            if withoutLast >= 0 { extend(Int(withoutLast), by: phrase.count) }
            if withoutFirst >= 0, withoutFirst != withoutLast { extend(Int(withoutFirst), by: phrase.count) }
        }
    }

    private mutating func extend(_ place: Int, by count: Int) {
        phrases[place].containing = max(phrases[place].containing, count)
        phrases[place].extensions += 1
    }
}

/// Finds a phrase's place by the hash of its stems: open addressing, at most half full.
private struct PhraseTable {
    private var slots: [Int32]

    init(words: Int) {
        var size = 16
        while size < words * ArticlePhrases.longest * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
    }

    /// The place of the phrase with `hash`, or the count of `phrases` for a new one, which the caller appends.
    @inline(__always)
    mutating func place(of hash: UInt64, in phrases: [ArticlePhrases.Phrase]) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            if phrases[Int(slots[slot])].hash == hash { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(phrases.count)
        return phrases.count
    }
}
