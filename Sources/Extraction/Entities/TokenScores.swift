/// What a token adds to the scores of labels, its own and those of the tokens up to three places from it, whatever stands
/// there: the sums of ``EntityTemplates/visitOwn(_:_:by:)`` and ``EntityTemplates/visit(from:_:to:by:)``.
struct TokenScores {
    static let count = 2 * EntityTemplates.reach + 1

    /// For the token three places before, two before, …, three behind.
    private var sums: InlineArray<7, SIMD8<Int16>>

    init() { sums = InlineArray(repeating: SIMD8()) }

    init(_ forms: WordForms, _ token: TokenTraits, _ weights: EntityWeights) {
        sums = InlineArray(repeating: SIMD8())
        withUnsafeMutableBytes(of: &sums) { sums in
            weights.sum(into: sums.assumingMemoryBound(to: SIMD8<Int16>.self)) { index, writer in
                let distance = index - EntityTemplates.reach
                if distance == 0 {
                    EntityTemplates.visitOwn(forms, token, by: &writer)
                } else {
                    EntityTemplates.visit(from: forms, token, to: distance, by: &writer)
                }
            }
        }
    }

    /// Adds them to `scores`, of which the first is that of the token three places before.
    @inline(__always)
    func add(to scores: UnsafeMutablePointer<SIMD8<Int16>>) {
        for place in 0..<Self.count { scores[place] &+= sums[place] }
    }

    /// What a token at `place` adds to a row of scores that it may stand beyond the end of.
    func add(to scores: inout [SIMD8<Int16>], around place: Int) {
        for offset in 0..<Self.count where scores.indices.contains(place + offset - EntityTemplates.reach) {
            scores[place + offset - EntityTemplates.reach] &+= sums[offset]
        }
    }
}
