/// Draws that are the same on every machine.
struct Chance {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// In `share` of a hundred cases.
    mutating func isDrawn(_ share: UInt64) -> Bool { random.next() % 100 < share }

    mutating func number(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    /// One of `things`, of which there must be one at least.
    mutating func one<Thing>(of things: [Thing]) -> Thing { things[number(below: things.count)] }
}
