/// Finds the phrases among an article's words, and all places where they stand.
struct PhraseCollector {
    private static let longest = ArticlePhrases.longest

    private let roles: UnsafeBufferPointer<WordRole>
    /// ``longest`` for each word.
    private let places: UnsafeMutableBufferPointer<ArticlePhrases.Occurrence>

    /// Calls `body` with all phrases of words with these `roles`, and with the places where they stand. They are there as
    /// long as it runs.
    static func withPhrases<Value>(
        of roles: UnsafeBufferPointer<WordRole>,
        _ body: (
            UnsafeMutableBufferPointer<ArticlePhrases.Phrase>, UnsafeBufferPointer<ArticlePhrases.Occurrence>
        ) -> Value
    ) -> Value {
        let most = mostOccurrences(roles)
        return withUnsafeTemporaryAllocation(of: ArticlePhrases.Phrase.self, capacity: most) { phrases in
            withUnsafeTemporaryAllocation(
                of: ArticlePhrases.Occurrence.self,
                capacity: roles.count * longest
            ) { places in
                places.initialize(repeating: .init())
                let count = PhraseTable.withTable(occurrences: most, phrases: phrases) { table in
                    PhraseCollector(roles: roles, places: places).collect(into: &table)
                }
                return body(.init(rebasing: phrases[..<count]), .init(places))
            }
        }
    }

    /// So many occurrences of phrases there are at most.
    private static func mostOccurrences(_ roles: UnsafeBufferPointer<WordRole>) -> Int {
        var sum = 0
        // So many words a run has up to here, as far as they can be in one phrase.
        var run = 0
        for role in roles {
            run = role.places.contains(.joined) ? min(run + 1, longest) : 1
            sum += run
        }
        return sum
    }

    private func collect(into table: inout PhraseTable) {
        for first in roles.indices where roles[first].places.contains(.first) { collect(from: first, into: &table) }
    }

    /// Adds the phrases that begin with word number `first`.
    @inline(__always)
    private func collect(from first: Int, into table: inout PhraseTable) {
        let head = roles[first]
        var form = PhraseForm(head)
        var hash = StemHash.mix(0, head.stem)
        var rarity = Int32(head.rarity)
        var letters = head.letters
        if head.places.contains(.alone) {
            let found = Found(hash: hash, first: first, length: 1, letters: letters, rarity: rarity, form: form.traits)
            add(found, head.alone, to: &table)
        }
        // What begins with an adjective names nothing as long as no noun follows.
        var isAdjectival = head.places.contains(.opensAsAdjective)
        for length in 2...Self.longest {
            let last = first + length - 1
            guard last < roles.count, roles[last].places.contains(.joined) else { return }
            let end = roles[last]
            if head.places.isDisjoint(with: .belongs), end.places.isDisjoint(with: .adjective) { isAdjectival = false }
            form.add(end)
            hash = StemHash.mix(hash, end.stem)
            rarity += Int32(end.rarity)
            letters &+= end.letters
            guard end.places.contains(.end) else { continue }
            var traits = head.head.union(end.end)
            if head.name >= 0, head.name == end.name {
                traits.formUnion(traits.contains(.piece) ? head.kind : head.kind.union(.whole))
            }
            traits.formUnion(.maximal.when(traits.isDisjoint(with: [.leftExtended, .rightExtended])))
            traits.formUnion(.adjectival.when(isAdjectival))
            let mean = (rarity * Self.reciprocals[length - 1]) >> 16
            let found = Found(
                hash: hash,
                first: first,
                length: length,
                letters: letters,
                rarity: mean,
                form: form.traits
            )
            add(found, traits, to: &table)
        }
    }

    /// 65536ths by which sums of so many numbers, from 1 on, are divided: right up to 32767.
    private static var reciprocals: SIMD4<Int32> { SIMD4(65536, 32768, 21846, 16384) }

    /// A phrase where it was found.
    private struct Found {
        var hash: UInt64
        var first: Int
        var length: Int
        var letters: UInt8
        var rarity: Int32
        var form: PhraseTraits
    }

    @inline(__always)
    private func add(_ found: Found, _ traits: OccurrenceTraits, to table: inout PhraseTable) {
        let first = Int32(truncatingIfNeeded: found.first)
        let row = table.find(found.hash) {
            ArticlePhrases.Phrase(
                hash: found.hash,
                first: first,
                last: first,
                latest: -1,
                total: 0,
                rarity: Int16(truncatingIfNeeded: found.rarity),
                words: UInt8(truncatingIfNeeded: found.length),
                letters: found.letters
            )
        }
        let phrase = table.phrases + row
        let place = found.first * Self.longest + found.length - 1
        places[place] = .init(phrase: Int32(truncatingIfNeeded: row), traits: traits)
        let latest = phrase.pointee.latest
        if latest >= 0 { places[Int(latest) * Self.longest + found.length - 1].next = first }
        phrase.pointee.latest = first
        phrase.pointee.total += 1
        guard !traits.contains(.adjectival) else { return }
        if phrase.pointee.count == 0 { phrase.pointee.first = first }
        phrase.pointee.last = first
        phrase.pointee.count += 1
        phrase.pointee.traits.formUnion(found.form)
    }
}
