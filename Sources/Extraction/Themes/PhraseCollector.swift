internal import ArabicText

/// Gathers the phrases of runs of content words, and where each of them stands.
///
/// A phrase is one to four words of a run in which no indefinite word follows a definite one («قنوات الاستخبارات»,
/// «الحوار الاستخباراتي», but not «الحوار قنوات»), unless what follows may be a name («الفنان عادل»).
struct PhraseCollector {
    static let longest = 4

    private var places: [UInt64: Int] = [:]
    private var found: [(stems: [Range<Int>], traits: PhraseTraits, occurrences: [Range<Int>])] = []

    init(expected: Int) {
        places.reserveCapacity(expected * 2)
        found.reserveCapacity(expected * 2)
    }

    mutating func add(_ run: Range<Int>, of words: [ThemeWord], in folded: FoldedText) {
        for first in run {
            guard !words[first].isQuantifier || words[first].isDefinite else { continue }
            var hash: UInt64 = 0
            var traits: PhraseTraits = []
            let isAdjective =
                first > run.lowerBound && words[first].isRelational
                && words[first].isDefinite == words[first - 1].isDefinite
                && Self.follows(words[first], words[first - 1])
            if !isAdjective { traits.insert(.independent) }
            for last in first..<min(run.upperBound, first + Self.longest) {
                let word = words[last]
                if last > first {
                    let previous = words[last - 1]
                    guard Self.follows(word, previous) else { break }
                    if previous.isDefinite, !word.isDefinite { traits.insert(.apposition) }
                    if word.isConjoined { traits.insert(.conjunction) }
                    if word.isDefinite, !previous.isDefinite { traits.insert(.construct) }
                    if word.isRelational, word.isDefinite == previous.isDefinite { traits.insert(.relational) }
                } else if word.isGeneric {
                    traits.insert(.genericHead)
                }
                if word.hasPronoun { traits.insert(.pronoun) }
                if word.isAccusative { traits.insert(.accusative) }
                hash = (hash ^ UInt64(word.hash)) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 29
                if last == first, word.stem.count < 2 { continue }
                if last > first, word.isQuantifier { continue }
                var own = traits
                if word.isDefinite { own.insert(.definite) } else if !traits.contains(.accusative) { own.insert(.bare) }
                if word.isGeneric { own.insert(.genericEnd) }
                let range = Int(words[first].start)..<Int(word.end)
                if let place = places[hash] {
                    found[place].traits.formUnion(own)
                    found[place].occurrences.append(range)
                } else {
                    places[hash] = found.count
                    found.append((words[first...last].map(\.stem), own, [range]))
                }
            }
        }
    }

    /// Whether `word` may stand right after `previous` in one phrase.
    private static func follows(_ word: ThemeWord, _ previous: ThemeWord) -> Bool {
        if previous.isDefinite {
            return word.isDefinite ? !word.hasPronoun : word.mayBeName && !previous.hasPronoun
        }
        if word.isConjoined { return false }
        return word.isAccusative == previous.isAccusative || word.isDefinite && !previous.isAccusative
    }

    /// The candidates by first occurrence, shorter before longer.
    func candidates(in folded: FoldedText) -> [PhraseCandidate] {
        var letters: [UInt16] = []
        return found.map { phrase in
            letters.removeAll(keepingCapacity: true)
            for (index, stem) in phrase.stems.enumerated() {
                if index > 0 { letters.append(0x20) }
                letters.append(contentsOf: folded.letters[stem])
            }
            return PhraseCandidate(
                key: String(decoding: letters, as: UTF16.self),
                traits: phrase.traits.rawValue,
                occurrences: phrase.occurrences
            )
        }
    }
}
