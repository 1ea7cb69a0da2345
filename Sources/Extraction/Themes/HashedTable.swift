internal import CPrefetch

/// A read-only map from 32-bit hashes to 32-bit values, read in place from a model's table.
///
/// Layout, little endian: numbers of homes and of slots (UInt32 each); then the slots, eight bytes each: the key, spread by
/// an odd factor, and its value. They are ordered by spread keys, none of which is 0: that marks an empty slot. A key's
/// home, where its search starts, is its spread number scaled to the number of homes; the search goes on slot by slot, up
/// to a greater key or an empty slot. Since it ends at a greater one, 85 of 100 homes may be taken: three slots are seen on
/// average.
package struct HashedTable: Sendable {
    private static let headerSize = 8
    private static let slotSize = 8

    /// Lives as long as the process: see ``ModelFile/bytes``.
    nonisolated(unsafe) private let slots: UnsafeRawBufferPointer
    private let homes: UInt32

    /// The table `name` of `file`; where the file has none, a table without entries.
    package init(_ name: String, of file: ModelFile) throws(ModelError) {
        if let table = file.table(name) {
            try self.init(table, name: name)
        } else {
            self.init()
        }
    }

    private init() {
        slots = UnsafeRawBufferPointer(start: nil, count: 0)
        homes = 0
    }

    package init(_ table: UnsafeRawBufferPointer, name: String) throws(ModelError) {
        guard table.count >= Self.headerSize + Self.slotSize else {
            throw ModelError("the model's table \(name) is cut off")
        }
        homes = UInt32(littleEndian: table.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        let count = UInt32(littleEndian: table.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        guard count != 0 else {
            throw ModelError(
                "the model's table \(name) is of another version of the program: make it anew with `warraq train themes`"
            )
        }
        guard homes > 0, count >= homes, table.count == Self.headerSize + Int(count) * Self.slotSize else {
            throw ModelError("the model's table \(name) is broken: it holds \(table.count) bytes for \(count) slots")
        }
        slots = UnsafeRawBufferPointer(rebasing: table[Self.headerSize...])
    }

    /// The value of `key`, or `nil`.
    @inline(__always)
    package subscript(key: UInt32) -> UInt32? {
        let spread = Self.spread(key)
        var offset = Self.home(of: spread, homes) &* Self.slotSize
        while offset < slots.count {
            let found = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            if found >= spread || found == 0 {
                guard found == spread, found != 0 else { return nil }
                return UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
            }
            offset += Self.slotSize
        }
        return nil
    }

    /// Has the processor fetch where the search for `key` starts, and does not wait for it.
    @inline(__always)
    func fetch(_ key: UInt32) {
        if let base = slots.baseAddress { prefetch(base + Self.home(of: Self.spread(key), homes) &* Self.slotSize) }
    }

    /// Different for different keys; 0 for 0 alone.
    @inline(__always)
    private static func spread(_ key: UInt32) -> UInt32 { key &* 0x9E37_79B1 }

    @inline(__always)
    private static func home(of spread: UInt32, _ homes: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(spread) &* UInt64(homes)) >> 32)
    }

    /// The bytes of a table with these entries, but for one with key 0. The same entries always give the same bytes.
    package static func encode(_ entries: [UInt32: UInt32]) -> [UInt8] {
        let sorted = entries.compactMap { $0.key == 0 ? nil : (key: spread($0.key), value: $0.value) }
            .sorted { $0.key < $1.key }
        let homes = UInt32(max(1, sorted.count * 20 / 17))
        var slots: [UInt8] = []
        slots.reserveCapacity(headerSize + Int(homes) * slotSize)
        for (key, value) in sorted {
            let gap = home(of: key, homes) - slots.count / slotSize
            slots += repeatElement(0, count: max(0, gap) * slotSize)
            slots.append(littleEndian: key)
            slots.append(littleEndian: value)
        }
        slots += repeatElement(0, count: max(0, Int(homes) - slots.count / slotSize) * slotSize)
        var bytes: [UInt8] = []
        bytes.append(littleEndian: homes)
        bytes.append(littleEndian: UInt32(slots.count / slotSize))
        return bytes + slots
    }
}
