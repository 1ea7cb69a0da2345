/// What phrases weigh, and what is said of each by the longer ones that have it and by the shorter ones in it.
enum PhraseWeights {
    typealias Phrase = ArticlePhrases.Phrase

    /// Sets the weights of `phrases`, and what depends on longer and shorter ones; the greatest weight and the occurrences
    /// of the most frequent phrase of each length, all of them at least 1.
    static func weigh(
        _ phrases: UnsafeMutableBufferPointer<Phrase>,
        _ places: UnsafeBufferPointer<ArticlePhrases.Occurrence>
    ) -> (greatest: Int32, most: SIMD4<Int32>) {
        var most = SIMD4<Int32>(repeating: 1)
        var greatest: Int32 = 1
        for row in phrases.indices {
            let (count, length) = (phrases[row].count, phrases[row].length)
            if count > most[length - 1] { most[length - 1] = count }
            let weight = (Int32(truncatingIfNeeded: FixedPoint.log2(Int(count) + 1)) * Int32(phrases[row].rarity)) >> 10
            greatest = max(greatest, weight)
            phrases[row].weight = weight
        }
        for row in phrases.indices where phrases[row].length > 1 {
            let place = Int(phrases[row].first) * ArticlePhrases.longest + phrases[row].length - 2
            let (withoutLast, withoutFirst) = (places[place].phrase, places[place + ArticlePhrases.longest].phrase)
            relate(row, to: withoutLast, in: phrases, isAnother: true)
            relate(row, to: withoutFirst, in: phrases, isAnother: withoutFirst != withoutLast)
        }
        return (greatest, most)
    }

    /// Phrase number `row` has phrase number `part`, if it is one, and `isAnother` part than the one before.
    @inline(__always)
    private static func relate(
        _ row: Int,
        to part: Int32,
        in phrases: UnsafeMutableBufferPointer<Phrase>,
        isAnother: Bool
    ) {
        guard part >= 0 else { return }
        let part = Int(part)
        let (weight, total) = (phrases[row].weight, phrases[row].total)
        phrases[row].shorterWeight = max(phrases[row].shorterWeight, phrases[part].weight)
        phrases[part].longerWeight = max(phrases[part].longerWeight, weight)
        guard isAnother else { return }
        phrases[part].containing = max(phrases[part].containing, total)
        phrases[part].extensions += 1
    }
}
