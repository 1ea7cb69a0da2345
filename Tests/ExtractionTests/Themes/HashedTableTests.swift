import Extraction
import Testing

@Suite("Hashed tables")
struct HashedTableTests {
    @Test("every entry is found again, and nothing else", arguments: [0, 1, 2, 3, 100, 1000])
    func roundTrip(count: Int) throws {
        var entries: [UInt32: UInt32] = [:]
        for index in 0..<count { entries[UInt32(truncatingIfNeeded: (index + 1) &* 2_654_435_761)] = UInt32(index) }
        try HashedTable.encode(entries).withUnsafeBytes { bytes in
            let table = try HashedTable(bytes, name: "test")
            for (key, value) in entries { #expect(table[key] == value) }
            #expect(table[0] == nil)
            for key in 1...100 where entries[UInt32(key)] == nil { #expect(table[UInt32(key)] == nil) }
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
