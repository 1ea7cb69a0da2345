/// What elements are, by their names in lower case: open addressing, at most a quarter full.
struct ElementTable<Value: Sendable>: Sendable {
    private struct Slot {
        /// 0 where there is none.
        var name: UInt128 = 0
        var value: Value?
    }

    private var slots: [Slot]

    /// - Parameter lists: values with the names that they stand for, spaces between.
    init(_ lists: [(Value, String)]) {
        let known = lists.flatMap { value, names in
            names.split(separator: " ").map { (name: Self.packed($0.utf8), value: value) }
        }
        var size = 16
        while size < known.count * 4 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        for (name, value) in known { slots[place(of: name)] = Slot(name: name, value: value) }
    }

    /// A name of at most sixteen bytes as a number.
    static func packed(_ name: some Sequence<UInt8>) -> UInt128 { name.reduce(0) { $0 << 8 | UInt128($1) } }

    /// `nil` for a name that is not known.
    @inline(__always)
    subscript(_ name: UInt128) -> Value? { slots[place(of: name)].value }

    /// Where the name stands, or would stand.
    @inline(__always)
    private func place(of name: UInt128) -> Int {
        let folded = UInt64(truncatingIfNeeded: name) ^ UInt64(truncatingIfNeeded: name >> 64)
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 48) & mask
        while slots[place].name != 0, slots[place].name != name { place = (place + 1) & mask }
        return place
    }
}
