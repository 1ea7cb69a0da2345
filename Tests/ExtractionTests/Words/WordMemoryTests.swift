import Extraction
import TestSupport
import Testing

@Suite("Memory of words")
struct WordMemoryTests {
    private static func key(_ number: Int, isMarked: Bool = false) -> WordKey? {
        let letters = String(number).utf16.map { $0 + 0x600 }
        return letters.withUnsafeBufferPointer { WordKey(0..<letters.count, of: $0, isMarked: isMarked) }
    }

    @Test(
        "a word gets what was kept of it, whatever came between, or nothing",
        arguments: [1, UInt64.random(in: 2 ... .max)]
    )
    func kept(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var memory = WordMemory(none: WordKey.none, empty: 0)
        var found = 0
        // More words than there are places; the lower the number, the more frequent the word.
        for _ in 0..<400_000 {
            let spread = Int.random(in: 1...200_000, using: &random)
            let number = Int.random(in: 0..<spread, using: &random)
            let isMarked = number % 7 == 0 && Bool.random(using: &random)
            let query = WordQuery(try #require(Self.key(number, isMarked: isMarked)))
            let value = isMarked ? -number : number
            if let place = memory.find(query) {
                found += 1
                #expect(memory[place] == value, "seed \(seed)")
            } else {
                let place = memory.put(value, of: query)
                #expect(memory[place] == value, "seed \(seed)")
            }
        }
        #expect(found > 100_000, "seed \(seed)")
    }

    @Test("what is asked for again and again stays")
    func frequent() throws {
        var memory = WordMemory(none: WordKey.none, empty: 0)
        let frequent = WordQuery(try #require(Self.key(1)))
        _ = memory.put(1, of: frequent)
        for number in 2..<500_000 {
            let query = WordQuery(try #require(Self.key(number)))
            if memory.find(query) == nil { _ = memory.put(number, of: query) }
            if number % 1000 == 0 { #expect(memory.find(frequent).map { memory[$0] } == 1) }
        }
    }
}
