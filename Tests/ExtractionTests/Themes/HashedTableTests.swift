import Extraction
import Testing

@Suite("Hashed tables")
struct HashedTableTests {
    @Test("every entry is found again, and nothing else", arguments: [0, 1, 2, 3, 17, 100, 1000, 40_000])
    func roundTrip(count: Int) throws {
        var entries: [UInt32: UInt32] = [:]
        for index in 0..<count { entries[UInt32(truncatingIfNeeded: (index + 1) &* 2_654_435_761)] = UInt32(index) }
        try HashedTable.encode(entries).withUnsafeBytes { bytes in
            let table = try HashedTable(bytes, name: "test")
            for (key, value) in entries { #expect(table[key] == value) }
            #expect(table[0] == nil)
            for key in 1...100_000 where entries[UInt32(key)] == nil { #expect(table[UInt32(key)] == nil) }
        }
    }

    @Test("entries stand near their homes, and in few slots more than these")
    func nearness() {
        var entries: [UInt32: UInt32] = [:]
        for index in 0..<40_000 { entries[UInt32(index) &* 2_654_435_769 ^ 0x5EED] = UInt32(index) }
        let bytes = HashedTable.encode(entries)
        let numbers = bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: 4).map { bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self) }
        }
        let homes = Int(UInt32(littleEndian: numbers[0]))
        var distances = 0
        for slot in 0..<(numbers.count - 2) / 2 where numbers[2 + 2 * slot] != 0 {
            let home = Int(UInt64(UInt32(littleEndian: numbers[2 + 2 * slot])) * UInt64(homes) / (1 << 32))
            #expect((home...home + 100).contains(slot))
            distances += slot - home
        }
        #expect(distances < 5 * entries.count)
        #expect(numbers.count < 2 * entries.count * 6 / 5 + 200)
    }

    @Test("keys that share a home, the last one too, are all found")
    func crowded() throws {
        // Spread, they are 1, 2, …: and at the other end.
        let inverse = Self.inverse(of: 0x9E37_79B1)
        let spreads = (1...40).map { UInt32($0) } + (0..<40).map { UInt32.max - $0 }
        let keys = spreads.map { $0 &* inverse }
        let entries = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0 ^ 1) })
        try HashedTable.encode(entries).withUnsafeBytes { bytes in
            let table = try HashedTable(bytes, name: "test")
            for key in keys { #expect(table[key] == key ^ 1) }
            for spread in [41, 1000, UInt32.max - 41] { #expect(table[spread &* inverse] == nil) }
        }
    }

    /// Of an odd number, by Newton's method.
    private static func inverse(of factor: UInt32) -> UInt32 {
        (0..<5).reduce(factor) { inverse, _ in inverse &* (2 &- factor &* inverse) }
    }

    @Test("a table of the layout before says how to make it anew")
    func outdated() {
        let bytes: [UInt8] = [2, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 1, count: 16)
        bytes.withUnsafeBytes { bytes in
            let error = #expect(throws: ModelError.self) { try HashedTable(bytes, name: "test") }
            #expect(error?.description.contains("warraq train themes") == true)
        }
    }

    @Test("the same entries make the same bytes, whatever their order")
    func deterministic() {
        let keys = (1...500).map { UInt32($0 * 7919) }
        let forward = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
        let backward = Dictionary(uniqueKeysWithValues: keys.reversed().map { ($0, $0) })
        #expect(HashedTable.encode(forward) == HashedTable.encode(backward))
    }

    @Test("a table of a wrong size is refused", arguments: [0, 7, 15, 17, 40])
    func broken(size: Int) {
        let bytes = [UInt8](repeating: 4, count: size)
        bytes.withUnsafeBytes { bytes in
            let error = #expect(throws: ModelError.self) { try HashedTable(bytes, name: "test") }
            #expect(error?.description.contains("test") == true)
        }
    }

    @Test("the fixed-point logarithm is exact at powers of two and never falls")
    func logarithm() {
        for exponent in 0..<40 { #expect(FixedPoint.log2(1 << exponent) == exponent * 1024) }
        var last = 0
        for value in 1...5000 {
            #expect(FixedPoint.log2(value) >= last)
            last = FixedPoint.log2(value)
        }
    }

    @Test("squeezing keeps to 0…1000", arguments: [(0.0, 500), (1, 750), (-1, 250), (1e300, 1000), (-1e300, 0)])
    func squeezing(value: Double, expected: Int) {
        #expect(FixedPoint.thousandths(squeezing: value) == expected)
    }
}
