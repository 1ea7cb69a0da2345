internal import ArabicText

/// Gathers the phrases of runs of content words, and where each of them stands.
///
/// A phrase is one to four words of a run in which no indefinite word follows a definite one («قنوات الاستخبارات»,
/// «الحوار الاستخباراتي», but not «الحوار قنوات»), unless what follows may be a name («الفنان عادل»).
struct PhraseCollector {
    static let longest = 4

    private var places: [UInt64: Int] = [:]
    private var found: [(words: ClosedRange<Int>, traits: PhraseTraits, occurrences: [Range<Int>])] = []

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
                hash = StemHash.mix(hash, word.hash)
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
                    found.append((first...last, own, [range]))
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
    func candidates(of words: [ThemeWord], in folded: FoldedText) -> [PhraseCandidate] {
        found.map { phrase in
            PhraseCandidate(
                key: Self.key(words[phrase.words], in: folded.letters),
                traits: phrase.traits.rawValue,
                occurrences: phrase.occurrences
            )
        }
    }

    /// The words' stems, one space between them. Folded letters are of the basic plane and never halves of pairs, so
    /// each is written as UTF-8 by itself.
    private static func key(_ words: ArraySlice<ThemeWord>, in letters: [UInt16]) -> String {
        let capacity = words.reduce(0) { $0 + $1.stem.count * 3 + 1 }
        return String(unsafeUninitializedCapacity: capacity) { buffer in
            var count = 0
            func write(_ byte: UInt16) {
                buffer[count] = UInt8(truncatingIfNeeded: byte)
                count += 1
            }
            for (index, word) in zip(words.indices, words) {
                if index > words.startIndex { write(0x20) }
                for letter in letters[word.stem] {
                    if letter < 0x80 {
                        write(letter)
                    } else if letter < 0x800 {
                        write(0xC0 | letter >> 6)
                        write(0x80 | letter & 0x3F)
                    } else {
                        write(0xE0 | letter >> 12)
                        write(0x80 | letter >> 6 & 0x3F)
                        write(0x80 | letter & 0x3F)
                    }
                }
            }
            return count
        }
    }
}
