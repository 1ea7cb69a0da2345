import Extraction
import Testing

@Suite("Candidates for mentions")
struct MentionCandidatesTests {
    private static func candidates(_ all: (Range<Int>, EntityType)...) -> MentionCandidates {
        var candidates = MentionCandidates()
        for (tokens, type) in all { candidates.insert(tokens, type: type) }
        return candidates
    }

    @Test("they stand in order, however they came")
    func order() {
        let candidates = Self.candidates((4..<6, .person), (0..<1, .location), (2..<3, .organization))
        #expect(candidates.inOrder.map(\.tokens) == [0..<1, 2..<3, 4..<6])
    }

    @Test(
        "what is longer takes the place of its parts, and of nothing that reaches beyond it",
        arguments: [
            (2..<6, true, [0..<1, 2..<6]), (2..<5, false, [0..<1, 2..<3, 4..<6]), (0..<6, true, [0..<6]),
            (6..<8, true, [0..<1, 2..<3, 4..<6, 6..<8]),
        ]
    )
    func replacing(tokens: Range<Int>, isDone: Bool, expected: [Range<Int>]) {
        var candidates = Self.candidates((0..<1, .location), (2..<3, .organization), (4..<6, .person))
        let done = candidates.replace(in: tokens, type: .organization)
        #expect(done == isDone)
        #expect(candidates.inOrder.map(\.tokens) == expected)
    }

    @Test("one that is the same already keeps what is known of it")
    func same() {
        var candidates = MentionCandidates()
        let known = MentionCandidates.Candidate(
            tokens: 1..<3,
            type: .organization,
            confidence: 990,
            support: TypeSupport()
        )
        candidates.insert(known)
        candidates.replace(in: 1..<3, type: .organization)
        #expect(candidates.inOrder.map(\.confidence) == [990])
        candidates.replace(in: 1..<3, type: .location)
        #expect(candidates.inOrder.map(\.type) == [.location] && candidates.inOrder.map(\.confidence) != [990])
    }

    @Test("a part of a longer name is made the whole of it where it is the only one, and of the same type")
    func extending() {
        var candidates = Self.candidates((1..<2, .location), (4..<5, .location), (5..<6, .location))
        candidates.extendTheOnlyOne(of: .location, in: 0..<2)
        candidates.extendTheOnlyOne(of: .location, in: 4..<6)
        candidates.extendTheOnlyOne(of: .person, in: 5..<7)
        #expect(candidates.inOrder.map(\.tokens) == [0..<2, 4..<5, 5..<6])
    }

    @Test("overlapping ones are found, and taken out")
    func overlapping() {
        var candidates = Self.candidates((0..<2, .location), (3..<5, .person))
        #expect(candidates.overlap(1..<3) && candidates.overlap(4..<9) && !candidates.overlap(2..<3))
        candidates.removeAll(overlapping: 1..<3)
        #expect(candidates.inOrder.map(\.tokens) == [3..<5])
        candidates.makeOrganizations { $0.type == .person }
        #expect(candidates.inOrder.map(\.type) == [.organization])
    }
}
