/// What knows its hash already.
protocol Hashed: Equatable {
    var hash: UInt64 { get }
}

/// A map for the few dozen names of an article: keys know their hash, nothing is removed, and there is nobody to defend
/// it against. The standard dictionary's hashing, which withstands an attack, takes longer than all the rest of a
/// look-up here.
struct HashedMap<Key: Hashed, Value> {
    private(set) var keys: [Key] = []
    private(set) var values: [Value] = []
    /// Open addressing: an entry's number + 1, or 0. At most half full.
    private var slots: [Int32]

    /// A map with room for `capacity` entries before it grows.
    init(capacity: Int) {
        var size = 8
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    var isEmpty: Bool { keys.isEmpty }

    subscript(key: Key) -> Value? { place(of: key).map { values[$0] } }

    /// The number of the entry of `key`, or `nil`.
    func place(of key: Key) -> Int? {
        if keys.isEmpty { return nil }
        let found = slots[slot(of: key)]
        return found > 0 ? Int(found) - 1 : nil
    }

    /// The number of the entry of `key`, which is made with `value` where there is none.
    mutating func place(of key: Key, orAdd value: @autoclosure () -> Value) -> (place: Int, isNew: Bool) {
        let slot = slot(of: key)
        if slots[slot] > 0 { return (Int(slots[slot]) - 1, false) }
        keys.append(key)
        values.append(value())
        slots[slot] = Int32(truncatingIfNeeded: keys.count)
        if 2 * keys.count > slots.count { grow() }
        return (keys.count - 1, true)
    }

    mutating func set(_ value: Value, at place: Int) { values[place] = value }

    mutating func change(at place: Int, _ body: (inout Value) -> Void) { body(&values[place]) }

    private func slot(of key: Key) -> Int {
        let mask = slots.count - 1
        let hash = key.hash
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[slot] > 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(truncatingIfNeeded: number + 1) }
    }
}

extension HashedMap: Sendable where Key: Sendable, Value: Sendable {}

/// FNV-1a (Fowler, Noll and Vo), a letter for a byte.
struct LetterRunHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ letter: UInt16) { value = (value ^ UInt64(letter)) &* 0x100_0000_01B3 }

    @inline(__always)
    static func hash(_ letters: some Sequence<UInt16>) -> UInt64 {
        var hash = LetterRunHash()
        for letter in letters { hash.add(letter) }
        return hash.value
    }

    /// The hash of a thing and of what tells two things with the same letters apart.
    @inline(__always)
    static func join(_ hash: UInt64, _ number: Int) -> UInt64 {
        hash ^ UInt64(truncatingIfNeeded: number + 1) &* 0x9E37_79B9_7F4A_7C15
    }
}

/// A word as a key.
struct WordKey: Hashed {
    let letters: ArraySlice<UInt16>
    let hash: UInt64

    init(_ letters: ArraySlice<UInt16>) {
        self.letters = letters
        hash = LetterRunHash.hash(letters)
    }
}

/// A number as a key.
struct NumberKey: Hashed, Sendable {
    let number: Int

    var hash: UInt64 { UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 }
}

/// The hash of letters, and of what tells things with the same letters apart, as a key of its own: with 64 bits two
/// among an article's names have the same once in 10^16 articles, and would be one entity then.
struct HashKey: Hashed, Sendable {
    let hash: UInt64
}
