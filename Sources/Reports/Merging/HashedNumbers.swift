/// Numbers by hashes of 64 bits: a table for the few dozen names of an article. Nothing is taken out of it, and there is
/// nobody to defend it against. The standard dictionary's hashing, which withstands an attack, takes longer than all the
/// rest of a look-up here.
///
/// Where a hash stands for a thing by itself, two things of an article have the same once in 10^16 articles, and would
/// be one thing then. Where that is too often, a look-up asks whether what it found is the same.
struct HashedNumbers: Sendable {
    private struct Slot: Sendable {
        var hash: UInt64 = 0
        /// -1 where the slot is empty.
        var number: Int32 = -1
    }

    /// Open addressing.
    private var slots: [Slot]
    /// So many of the slots are in use, less one: a power of two, at most half of them taken.
    private var mask: Int
    private var count = 0

    private static let fewestSlots = 16
    /// A table larger than this, and than an article needs, is not kept for the next one.
    private static let mostKept = 1024

    /// A table with room for `capacity` numbers before it grows.
    init(capacity: Int = 0) {
        let size = Self.size(for: capacity)
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
    }

    private static func size(for capacity: Int) -> Int {
        var size = fewestSlots
        while size < 2 * capacity { size *= 2 }
        return size
    }

    var isEmpty: Bool { count == 0 }

    /// Empties the table, and makes room for `capacity` numbers before it grows.
    mutating func begin(capacity: Int) {
        let size = Self.size(for: capacity)
        if slots.count < size || slots.count > max(size, Self.mostKept) {
            slots = Array(repeating: Slot(), count: size)
        } else {
            for slot in 0..<size { slots[slot].number = -1 }
        }
        mask = size - 1
        count = 0
    }

    /// The number of a hash that stands for a thing by itself, or `nil`.
    subscript(hash: UInt64) -> Int? { number(of: hash) { _ in true } }

    /// The number of a thing with this hash: the first for which `isSame` holds, or `nil`.
    @inline(__always)
    func number(of hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
        if isEmpty { return nil }
        var slot = first(of: hash)
        while slots[slot].number >= 0 {
            if slots[slot].hash == hash, isSame(Int(slots[slot].number)) { return Int(slots[slot].number) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The number of a hash that stands for a thing by itself; `number`, which it has from then on, where it had none.
    mutating func number(of hash: UInt64, orAdd number: Int) -> Int {
        if let known = self[hash] { return known }
        add(number, of: hash)
        return number
    }

    /// Gives a thing that has none a number, 0 or greater.
    mutating func add(_ number: Int, of hash: UInt64) {
        count += 1
        if 2 * count > mask { grow() }
        put(Slot(hash: hash, number: Int32(truncatingIfNeeded: number)))
    }

    /// The hash of a number, which stands for it by itself.
    @inline(__always)
    static func hash(of number: Int) -> UInt64 { UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    private func first(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & mask }

    private mutating func put(_ entry: Slot) {
        var slot = first(of: entry.hash)
        while slots[slot].number >= 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    private mutating func grow() {
        let old = slots[...mask]
        mask = 2 * mask + 1
        slots = Array(repeating: Slot(), count: mask + 1)
        for entry in old where entry.number >= 0 { put(entry) }
    }
}
