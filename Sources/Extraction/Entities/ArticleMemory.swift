/// What a first look at the sentences around said of the words in them: how often a word was labelled as what. A word
/// is taken without its clitics, so that «ولندن» and «لندن» are one.
///
/// Sentences come in and go out again, so that the memory holds a window that moves over a long text.
struct ArticleMemory {
    /// How often a word was none of a name (lane 0), of a person, place, organisation, other name (lanes 1 to 4).
    typealias Counts = SIMD8<Int16>

    private var keys: [UInt64] = []
    private var places: [Int32] = []
    private var used: [Int32] = []
    private(set) var counts: [Counts] = []

    /// Forgets everything.
    mutating func removeAll() {
        for slot in used { keys[Int(slot)] = 0 }
        used.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        if keys.isEmpty {
            keys = [UInt64](repeating: 0, count: 1 << 10)
            places = [Int32](repeating: 0, count: 1 << 10)
        }
    }

    /// The number of the word with this hash, which must not be 0; a new one where it is not known yet.
    mutating func place(of hash: UInt64) -> Int32 {
        if used.count * 2 >= keys.count { grow() }
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash { return places[slot] }
            slot = (slot + 1) & mask
        }
        keys[slot] = hash
        places[slot] = Int32(counts.count)
        used.append(Int32(slot))
        counts.append(Counts())
        return places[slot]
    }

    private mutating func grow() {
        let old = used.map { (keys[Int($0)], places[Int($0)]) }
        let size = max(1 << 10, keys.count * 2)
        keys = [UInt64](repeating: 0, count: size)
        places = [Int32](repeating: 0, count: size)
        used.removeAll(keepingCapacity: true)
        for (hash, place) in old {
            var slot = Int(truncatingIfNeeded: hash >> 20) & (size - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = hash
            places[slot] = place
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
