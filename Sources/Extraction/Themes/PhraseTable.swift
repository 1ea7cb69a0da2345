/// Finds a phrase's place by the hash of its stems: open addressing.
struct PhraseTable {
    /// The upper half of a phrase's hash, and below it one more than its place; 0 where there is none.
    private let slots: UnsafeMutablePointer<UInt64>
    private let mask: Int
    /// The first ``count`` are there.
    let phrases: UnsafeMutablePointer<ArticlePhrases.Phrase>
    private(set) var count = 0

    /// How many phrases `body` writes to `phrases` by a table that has room for so many of them as `occurrences`.
    static func withTable(
        occurrences: Int,
        phrases: UnsafeMutableBufferPointer<ArticlePhrases.Phrase>,
        _ body: (inout PhraseTable) -> Void
    ) -> Int {
        var size = 16
        while size * 3 <= occurrences * 4 { size *= 2 }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { slots in
            slots.initialize(repeating: 0)
            // Of nothing there is nothing to be found.
            guard let slots = slots.baseAddress, let phrases = phrases.baseAddress else { return 0 }
            var table = PhraseTable(slots: slots, mask: size - 1, phrases: phrases)
            body(&table)
            return table.count
        }
    }

    private init(
        slots: UnsafeMutablePointer<UInt64>,
        mask: Int,
        phrases: UnsafeMutablePointer<ArticlePhrases.Phrase>
    ) {
        self.slots = slots
        self.mask = mask
        self.phrases = phrases
    }

    /// The place of the phrase with `hash`, which is `new()` if it was not there.
    @inline(__always)
    mutating func find(_ hash: UInt64, orAdd new: () -> ArticlePhrases.Phrase) -> Int {
        let upper = hash & 0xFFFF_FFFF_0000_0000
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let (found, place) = (slots[slot], Int(slots[slot] & 0xFFFF_FFFF) - 1)
            if found & 0xFFFF_FFFF_0000_0000 == upper, phrases[place].hash == hash { return place }
            slot = (slot + 1) & mask
        }
        (phrases + count).initialize(to: new())
        count += 1
        slots[slot] = upper | UInt64(count)
        return count - 1
    }
}
