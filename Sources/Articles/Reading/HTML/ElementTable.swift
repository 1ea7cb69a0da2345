/// What elements are, by their names in lower case: open addressing, at most a quarter full.
struct ElementTable<Value: Sendable>: Sendable {
    fileprivate struct Slot {
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

    /// The table for many look-ups, without a count of who holds it.
    struct Lookup {
        fileprivate let slots: UnsafeBufferPointer<Slot>

        @inline(__always)
        subscript(_ name: UInt128) -> Value? {
            let mask = slots.count - 1
            var place = ElementTable.firstPlace(of: name, mask)
            while slots[place].name != name {
                if slots[place].name == 0 { return nil }
                place = (place + 1) & mask
            }
            return slots[place].value
        }
    }

    /// Calls `body` with the table.
    func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
        slots.withUnsafeBufferPointer { body(Lookup(slots: $0)) }
    }

    /// Where the name stands, or would stand.
    @inline(__always)
    private func place(of name: UInt128) -> Int {
        let mask = slots.count - 1
        var place = Self.firstPlace(of: name, mask)
        while slots[place].name != 0, slots[place].name != name { place = (place + 1) & mask }
        return place
    }

    @inline(__always)
    fileprivate static func firstPlace(of name: UInt128, _ mask: Int) -> Int {
        let folded = UInt64(truncatingIfNeeded: name) ^ UInt64(truncatingIfNeeded: name >> 64)
        return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 48) & mask
    }
}
