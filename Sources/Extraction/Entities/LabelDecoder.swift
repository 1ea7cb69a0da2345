/// Finds the best row of labels for a sentence by Viterbi's algorithm, in integers, and how sure each label is.
///
/// A token's emission has eight scores, for B and I of each type, against O, whose score is 0.
package struct LabelDecoder: Sendable {
    package static let minimum: Int32 = -1 << 28

    /// The score of a label after another; the last row is that of the sentence's beginning. What IOB2 forbids has
    /// ``minimum``.
    package struct Transitions: Sendable, Equatable {
        package static let rows = EntityLabel.count + 1
        package static let start = EntityLabel.count
        package var scores: [Int32]

        package init(scores: [Int32]) {
            self.scores = scores
            for previous in 0..<Self.rows {
                for label in 0..<EntityLabel.count
                where !EntityLabel(UInt8(label)).mayFollow(EntityLabel(previous == Self.start ? 0 : UInt8(previous))) {
                    self.scores[previous * EntityLabel.count + label] = LabelDecoder.minimum
                }
            }
        }

        package init() {
            self.init(scores: [Int32](repeating: 0, count: Self.rows * EntityLabel.count))
        }

        @inline(__always)
        package subscript(previous: Int, label: Int) -> Int32 { scores[previous &* EntityLabel.count &+ label] }
    }

    /// The scores of O, of B and of I of each type, or where they come from.
    fileprivate struct Lanes {
        var outside: Int32 = 0
        var begin = SIMD4<Int32>()
        var inside = SIMD4<Int32>()

        @inline(__always)
        init() {}

        /// Those of a token's emission: B and I take turns, O has 0.
        @inline(__always)
        init(_ emission: SIMD8<Int32>) {
            begin = emission.evenHalf
            inside = emission.oddHalf
        }

        @inline(__always)
        subscript(label: EntityLabel) -> Int32 {
            if label.isOutside { return outside }
            let type = Int((label.rawValue &- 1) >> 1)
            return label.isBegin ? begin[type] : inside[type]
        }
    }

    /// Transition scores, in the order in which they are added.
    package struct Columns: Sendable {
        /// From the sentence's beginning.
        fileprivate var start = Lanes()
        /// From each label: to B of each type.
        fileprivate var toBegin = InlineArray<9, SIMD4<Int32>>(repeating: .zero)
        /// From each label to O, and the same from B and from I of each type.
        fileprivate var toOutside = InlineArray<9, Int32>(repeating: 0)
        fileprivate var beginToOutside = SIMD4<Int32>()
        fileprivate var insideToOutside = SIMD4<Int32>()
        /// From B and I of a type to its I.
        fileprivate var beginToInside = SIMD4<Int32>()
        fileprivate var insideToInside = SIMD4<Int32>()
        /// From B, and from I, of each type: to B of the type that is the index.
        fileprivate var beginToBegin = InlineArray<4, SIMD4<Int32>>(repeating: .zero)
        fileprivate var insideToBegin = InlineArray<4, SIMD4<Int32>>(repeating: .zero)

        package init(_ transitions: Transitions) {
            for type in 0..<TypeSupport.count {
                let (begin, inside) = (1 + 2 * type, 2 + 2 * type)
                start.begin[type] = transitions[Transitions.start, begin]
                start.inside[type] = transitions[Transitions.start, inside]
                beginToOutside[type] = transitions[begin, 0]
                insideToOutside[type] = transitions[inside, 0]
                beginToInside[type] = transitions[begin, inside]
                insideToInside[type] = transitions[inside, inside]
                for next in 0..<TypeSupport.count {
                    beginToBegin[next][type] = transitions[begin, 1 + 2 * next]
                    insideToBegin[next][type] = transitions[inside, 1 + 2 * next]
                }
                for label in 0..<EntityLabel.count { toBegin[label][type] = transitions[label, begin] }
            }
            start.outside = transitions[Transitions.start, 0]
            for label in 0..<EntityLabel.count { toOutside[label] = transitions[label, 0] }
        }
    }

    private var forward: [Lanes] = []
    private var backward: [Lanes] = []
    /// The label before that gives each score of `forward`.
    private var pointers: [Lanes] = []

    package init() {}

    /// The best labels for `emissions`.
    package mutating func decode(
        _ emissions: [SIMD8<Int32>],
        transitions: Columns,
        into labels: inout [EntityLabel]
    ) {
        labels.removeAll(keepingCapacity: true)
        forward.removeAll(keepingCapacity: true)
        pointers.removeAll(keepingCapacity: true)
        guard let first = emissions.first else { return }
        forward.reserveCapacity(emissions.count)
        pointers.reserveCapacity(emissions.count)
        var scores = Lanes(first)
        scores.outside = transitions.start.outside
        scores.begin &+= transitions.start.begin
        scores.inside &+= transitions.start.inside
        forward.append(scores)
        pointers.append(Lanes())
        for emission in emissions.dropFirst() {
            let origins = Self.step(&scores, emission, transitions)
            forward.append(scores)
            pointers.append(origins)
        }
        var label = EntityLabel.outside
        for candidate in 1..<UInt8(EntityLabel.count) where scores[EntityLabel(candidate)] > scores[label] {
            label = EntityLabel(candidate)
        }
        labels.append(contentsOf: repeatElement(.outside, count: emissions.count))
        for position in stride(from: emissions.count - 1, through: 0, by: -1) {
            labels[position] = label
            label = EntityLabel(UInt8(truncatingIfNeeded: pointers[position][label]))
        }
    }

    /// The same for transitions that change from one sentence to the next.
    package mutating func decode(
        _ emissions: [SIMD8<Int32>],
        transitions: Transitions,
        into labels: inout [EntityLabel]
    ) {
        decode(emissions, transitions: Columns(transitions), into: &labels)
    }

    /// Goes on by a token: from the best scores of the labels before to those of its own, and by which label each came.
    /// Of two as good the lower label is taken.
    @inline(__always)
    private static func step(_ scores: inout Lanes, _ emission: SIMD8<Int32>, _ transitions: Columns) -> Lanes {
        let before = scores
        var origins = Lanes()
        // I follows B and I of its own type alone.
        let afterBegin = before.begin &+ transitions.beginToInside
        let afterInside = before.inside &+ transitions.insideToInside
        let isFirst = afterBegin .>= afterInside
        scores.inside = afterInside.replacing(with: afterBegin, where: isFirst)
        origins.inside = insides.replacing(with: begins, where: isFirst)
        scores.begin = before.outside &+ transitions.toBegin[0]
        scores.outside = before.outside &+ transitions.toOutside[0]
        for type in 0..<TypeSupport.count {
            let (begin, inside) = (1 + 2 * type, 2 + 2 * type)
            take(begin, before.begin[type], &scores, &origins, transitions)
            take(inside, before.inside[type], &scores, &origins, transitions)
        }
        let own = Lanes(emission)
        scores.outside = max(scores.outside, minimum)
        scores.begin = scores.begin.replacing(with: minimum, where: scores.begin .< minimum) &+ own.begin
        scores.inside = scores.inside.replacing(with: minimum, where: scores.inside .< minimum) &+ own.inside
        return origins
    }

    @inline(__always)
    private static func take(
        _ label: Int,
        _ before: Int32,
        _ scores: inout Lanes,
        _ origins: inout Lanes,
        _ transitions: Columns
    ) {
        let begin = before &+ transitions.toBegin[label]
        let isBetter = begin .> scores.begin
        scores.begin.replace(with: begin, where: isBetter)
        origins.begin.replace(with: Int32(truncatingIfNeeded: label), where: isBetter)
        let outside = before &+ transitions.toOutside[label]
        if outside > scores.outside {
            scores.outside = outside
            origins.outside = Int32(truncatingIfNeeded: label)
        }
    }

    private static let begins = SIMD4<Int32>(1, 3, 5, 7)
    private static let insides = SIMD4<Int32>(2, 4, 6, 8)

    /// Completes the last ``decode(_:transitions:into:)`` by the scores of the best ends, for ``best(through:at:)``.
    package mutating func completeMarginals(_ emissions: [SIMD8<Int32>], transitions: Columns) {
        backward.removeAll(keepingCapacity: true)
        backward.append(contentsOf: repeatElement(Lanes(), count: emissions.count))
        var ends = Lanes()
        for position in stride(from: emissions.count - 2, through: 0, by: -1) {
            let next = Lanes(emissions[position + 1])
            ends.begin &+= next.begin
            ends.inside &+= next.inside
            ends = Self.ends(before: ends, transitions)
            backward[position] = ends
        }
    }

    /// From the best ends behind each label of a token, its own emission included, to those of the labels before.
    @inline(__always)
    private static func ends(before ends: Lanes, _ transitions: Columns) -> Lanes {
        var found = Lanes()
        found.begin = larger(ends.outside &+ transitions.beginToOutside, ends.inside &+ transitions.beginToInside)
        found.inside = larger(ends.outside &+ transitions.insideToOutside, ends.inside &+ transitions.insideToInside)
        for type in 0..<TypeSupport.count {
            found.begin = larger(found.begin, ends.begin[type] &+ transitions.beginToBegin[type])
            found.inside = larger(found.inside, ends.begin[type] &+ transitions.insideToBegin[type])
        }
        found.begin = larger(found.begin, SIMD4(repeating: minimum))
        found.inside = larger(found.inside, SIMD4(repeating: minimum))
        let outside = max(ends.outside &+ transitions.toOutside[0], (ends.begin &+ transitions.toBegin[0]).max())
        found.outside = max(outside, minimum)
        return found
    }

    @inline(__always)
    private static func larger(_ left: SIMD4<Int32>, _ right: SIMD4<Int32>) -> SIMD4<Int32> {
        left.replacing(with: right, where: right .> left)
    }

    /// The score of the best row of labels that has `label` at `position`.
    @inline(__always)
    package func best(through label: EntityLabel, at position: Int) -> Int32 {
        max(forward[position][label] &+ backward[position][label], Self.minimum)
    }
}
