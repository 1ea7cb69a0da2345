internal import CTagger

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

    /// As ``add(to:)``, of what stands in a model.
    @inline(__always)
    static func add(_ word: KnownWord, to scores: UnsafeMutablePointer<SIMD8<Int16>>) {
        scores_add(word.bytes + KnownWord.scoresOffset, scores)
    }

    /// Appends them as ``KnownWord`` has them, packed; `false` if they are too great for that.
    func append(to bytes: inout [UInt8]) -> Bool {
        var upper = SIMD8<UInt16>()
        for row in 0..<Self.count {
            let width = 8 + UInt16(scores_width(Int32(row)))
            for lane in 0..<upper.scalarCount {
                let score = sums[row][lane]
                guard score >= -1 << (width - 1), score < 1 << (width - 1) else { return false }
                let bits = UInt16(bitPattern: score) & (1 << width - 1)
                bytes.append(UInt8(truncatingIfNeeded: bits))
                upper[lane] |= (bits >> 8) << UInt16(scores_shift(Int32(row)))
            }
        }
        for lane in 0..<upper.scalarCount { bytes.append(littleEndian: upper[lane]) }
        return true
    }

    /// What a token at `place` adds to a row of scores that it may stand beyond the end of.
    func add(to scores: inout [SIMD8<Int16>], around place: Int) {
        for offset in 0..<Self.count where scores.indices.contains(place + offset - EntityTemplates.reach) {
            scores[place + offset - EntityTemplates.reach] &+= sums[offset]
        }
    }
}
