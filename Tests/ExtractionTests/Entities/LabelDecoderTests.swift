import Extraction
import TestSupport
import Testing

@Suite("Decoding labels")
struct LabelDecoderTests {
    /// All rows of labels that IOB2 allows.
    private static func rows(_ length: Int) -> [[EntityLabel]] {
        (0..<length).reduce([[]]) { rows, _ in
            rows.flatMap { row in
                (0..<UInt8(EntityLabel.count)).map { EntityLabel($0) }
                    .filter { $0.mayFollow(row.last ?? .outside) }.map { row + [$0] }
            }
        }
    }

    private static func score(
        _ row: [EntityLabel],
        _ emissions: [SIMD8<Int32>],
        _ transitions: LabelDecoder.Transitions
    ) -> Int32 {
        var previous = LabelDecoder.Transitions.start
        var sum: Int32 = 0
        for (label, emission) in zip(row, emissions) {
            sum += transitions[previous, Int(label.rawValue)]
            if label != .outside { sum += emission[Int(label.rawValue) - 1] }
            previous = Int(label.rawValue)
        }
        return sum
    }

    @Test("finds the best row and, through each label, the best row's score", arguments: UInt64(1)...20)
    func best(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let scores = (0..<LabelDecoder.Transitions.rows * EntityLabel.count).map { _ in
            Int32.random(in: -50...50, using: &random)
        }
        let transitions = LabelDecoder.Transitions(scores: scores)
        let emissions = (0..<4).map { _ in
            SIMD8<Int32>((0..<8).map { _ in Int32.random(in: -99...99, using: &random) })
        }
        let all = Self.rows(emissions.count).map { ($0, Self.score($0, emissions, transitions)) }
        var decoder = LabelDecoder()
        var labels: [EntityLabel] = []
        decoder.decode(emissions, transitions: transitions, into: &labels)
        #expect(Self.score(labels, emissions, transitions) == all.map(\.1).max())
        decoder.completeMarginals(emissions, transitions: LabelDecoder.Lanes(transitions))
        for position in emissions.indices {
            for label in (0..<UInt8(EntityLabel.count)).map({ EntityLabel($0) }) {
                let expected = all.filter { $0.0[position] == label }.map(\.1).max()
                let found = decoder.best(through: label, at: position)
                #expect(expected == found || expected == nil && found <= LabelDecoder.minimum / 2)
            }
        }
    }

    @Test("an empty sentence has no labels")
    func empty() {
        var labels = [EntityLabel.outside]
        var decoder = LabelDecoder()
        decoder.decode([], transitions: .init(), into: &labels)
        #expect(labels.isEmpty)
    }

    @Test("mentions are read from labels as conlleval reads them")
    func mentions() {
        let labels: [EntityLabel] = [
            .init(begin: .person), .init(inside: .person), .init(begin: .person), .outside, .init(inside: .location),
            .init(inside: .organization),
        ]
        let mentions = EntityLabel.mentions(in: labels)
        #expect(mentions.map(\.tokens) == [0..<2, 2..<3, 4..<5, 5..<6])
        #expect(mentions.map(\.type) == [.person, .person, .location, .organization])
    }

    @Test("labels have their IOB2 names")
    func names() {
        let names = (0..<UInt8(EntityLabel.count)).map { EntityLabel($0).name }
        #expect(
            names == ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
        )
    }
}
