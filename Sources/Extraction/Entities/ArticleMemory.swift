/// What a first look at the sentences around said of the words in them: how often a word was labelled as what. A word
/// is taken without its clitics, so that «ولندن» and «لندن» are one.
///
/// Sentences come in and go out again, so that the memory holds a window that moves over a long text.
struct ArticleMemory {
    /// How often a word was none of a name (lane 0), of a person, place, organisation, other name (lanes 1 to 4).
    typealias Counts = SIMD8<Int16>

    /// A hash table with open addressing; a slot whose key is 0 is free.
    private var slots: [Slot] = []
    private var used: [Int32] = []
    private(set) var counts: [Counts] = []

    private static let leastSlots = 1 << 10

    private struct Slot {
        var key: UInt64 = 0
        var place: Int32 = 0
    }

    /// Forgets everything.
    mutating func removeAll() {
        for slot in used { slots[Int(slot)] = Slot() }
        used.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        if slots.isEmpty { slots = Array(repeating: Slot(), count: Self.leastSlots) }
    }

    /// The number of the word with this hash, which must not be 0; a new one where it is not known yet.
    mutating func place(of hash: UInt64) -> Int32 {
        if used.count * 2 >= slots.count { grow() }
        let slot = Self.slot(of: hash, in: slots)
        if slots[slot].key == 0 {
            slots[slot] = Slot(key: hash, place: Int32(counts.count))
            used.append(Int32(slot))
            counts.append(Counts())
        }
        return slots[slot].place
    }

    /// Where a hash stands, or may be put.
    @inline(__always)
    private static func slot(of hash: UInt64, in slots: [Slot]) -> Int {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            var slot = Int(truncatingIfNeeded: hash >> 20) & mask
            while slots[slot].key != 0, slots[slot].key != hash { slot = (slot &+ 1) & mask }
            return slot
        }
    }

    private mutating func grow() {
        let old = used.map { slots[Int($0)] }
        slots = Array(repeating: Slot(), count: max(Self.leastSlots, slots.count * 2))
        used.removeAll(keepingCapacity: true)
        for each in old {
            let slot = Self.slot(of: each.key, in: slots)
            slots[slot] = each
            used.append(Int32(slot))
        }
    }

    /// Counts one more label of the word at `place`, or one less.
    @inline(__always)
    mutating func count(_ label: EntityLabel, at place: Int32, by number: Int16) {
        counts[Int(place)][Self.lane(of: label)] &+= number
    }

    @inline(__always)
    static func lane(of label: EntityLabel) -> Int { (Int(label.rawValue) + 1) / 2 }
}
