import Extraction
import Testing

@Suite("How open text uses a word")
struct WordProfileTests {
    @Test(
        "levels are half powers of ten",
        arguments: [
            (0, 0), (1, 1), (3, 1), (4, 2), (9, 2), (10, 3), (31, 3), (32, 4), (100, 5), (1_000_000, 13),
            (9_999_999, 14), (10_000_000, 15), (.max, 15),
        ]
    )
    func levels(count: Int, level: UInt64) {
        #expect(WordProfile(count: count, shares: []).level == level)
    }

    /// Shares of the article, prepositions, pronouns, plurals, nisbas, verbs.
    @Test(
        "names have no pronouns and plurals, nouns the article, verbs a verb's beginnings",
        arguments: [
            ([0, 20, 0, 0, 1, 0], WordProfile.Kind.name), ([1, 20, 0, 0, 0, 0], .name),
            ([5, 5, 1, 1, 0, 0], .almostName), ([50, 5, 10, 1, 5, 0], .noun), ([50, 5, 5, 20, 0, 0], .adjective),
            ([1, 1, 20, 0, 0, 40], .verb), ([1, 1, 20, 1, 1, 1], .other),
        ]
    )
    func kinds(shares: [Int], kind: WordProfile.Kind) {
        #expect(WordProfile(count: 100, shares: shares).kind == kind)
    }

    @Test("a word that was never seen is unknown")
    func unknown() {
        #expect(WordProfile.unknown.kind == .unknown && WordProfile.unknown.level == 0)
        #expect(BackgroundVocabulary().profile(of: LetterHash.name("لندن".utf16)) == .unknown)
    }

    @Test("a vocabulary that is cut off or of another version is refused")
    func damaged() {
        let table = BackgroundVocabulary.table(
            profiles: [17: WordProfile(count: 5, shares: [])],
            total: 5
        )
        for bytes in [Array(table.dropLast()), Array(table.prefix(4)), [9] + table.dropFirst()] {
            bytes.withUnsafeBytes { bytes in
                _ = #expect(throws: ModelError.self) { try BackgroundVocabulary(bytes: bytes) }
            }
        }
    }
}
