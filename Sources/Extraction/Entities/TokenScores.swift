/// What a token adds to the scores of labels, its own and those of the tokens up to three places from it, whatever stands
/// there: the sums of ``EntityTemplates/visitOwn(_:_:by:)`` and ``EntityTemplates/visit(from:_:to:by:)``.
struct TokenScores {
    static let count = 2 * EntityTemplates.reach + 1

    /// For the token three places before, two before, …, three behind.
    private var sums: InlineArray<7, SIMD8<Int16>>

    init() { sums = InlineArray(repeating: SIMD8()) }

    init(_ forms: WordForms, _ token: TokenTraits, _ weights: EntityWeights) {
        sums = InlineArray(repeating: SIMD8())
        sums[0] = Self.sum(from: forms, token, to: -3, weights)
        sums[1] = Self.sum(from: forms, token, to: -2, weights)
        sums[2] = Self.sum(from: forms, token, to: -1, weights)
        var own = weights.emission()
        EntityTemplates.visitOwn(forms, token, by: &own)
        sums[3] = own.sum
        sums[4] = Self.sum(from: forms, token, to: 1, weights)
        sums[5] = Self.sum(from: forms, token, to: 2, weights)
        sums[6] = Self.sum(from: forms, token, to: 3, weights)
    }

    @inline(__always)
    private static func sum(
        from forms: WordForms,
        _ token: TokenTraits,
        to distance: Int,
        _ weights: EntityWeights
    ) -> SIMD8<Int16> {
        var emission = weights.emission()
        EntityTemplates.visit(from: forms, token, to: distance, by: &emission)
        return emission.sum
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
