internal import CPrefetch

/// A read-only map from 32-bit hashes to 32-bit values, read in place from a model's table.
///
/// Layout, little endian: number of slots (UInt32, a power of two), zero (UInt32), then the slots, eight bytes each: key,
/// value. Key 0 marks an empty slot; a key's search starts at `key & (slots - 1)` and goes on slot by slot. At most three
/// quarters of the slots are taken.
package struct HashedTable: Sendable {
    /// Lives as long as the process: see ``ModelFile/bytes``.
    nonisolated(unsafe) private let slots: UnsafeRawBufferPointer
    private let mask: UInt32

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
        mask = 0
    }

    package init(_ table: UnsafeRawBufferPointer, name: String) throws(ModelError) {
        guard table.count >= 16 else { throw ModelError("the model's table \(name) is cut off") }
        let count = UInt32(littleEndian: table.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        guard count > 0, count & (count - 1) == 0, table.count == 8 + Int(count) * 8 else {
            throw ModelError("the model's table \(name) is broken: it holds \(table.count) bytes for \(count) slots")
        }
        slots = UnsafeRawBufferPointer(rebasing: table[8...])
        mask = count - 1
    }

    /// The value of `key`, or `nil`. The search ends at an empty slot or when it has seen every slot.
    @inline(__always)
    package subscript(key: UInt32) -> UInt32? {
        guard key != 0, !slots.isEmpty else { return nil }
        var slot = key & mask
        for _ in 0...mask {
            let found = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: Int(slot) * 8, as: UInt32.self))
            if found == key {
                return UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: Int(slot) * 8 + 4, as: UInt32.self))
            }
            if found == 0 { return nil }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Has the processor fetch where the search for `key` starts, and does not wait for it.
    @inline(__always)
    func fetch(_ key: UInt32) {
        if let base = slots.baseAddress { prefetch(base + Int(key & mask) * 8) }
    }

    /// The bytes of a table with these entries. The same entries always give the same bytes.
    package static func encode(_ entries: [UInt32: UInt32]) -> [UInt8] {
        var count = 2
        while count * 3 < entries.count * 4 { count *= 2 }
        var keys = [UInt32](repeating: 0, count: count)
        var values = keys
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) where key != 0 {
            var slot = Int(key) & (count - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (count - 1) }
            keys[slot] = key
            values[slot] = value
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + count * 8)
        func append(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
        append(UInt32(count))
        append(0)
        for slot in 0..<count {
            append(keys[slot])
            append(values[slot])
        }
        return bytes
    }
}
