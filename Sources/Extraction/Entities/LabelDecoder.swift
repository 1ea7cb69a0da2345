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

    private var forward: [Int32] = []
    private var backward: [Int32] = []
    private var pointers: [UInt8] = []

    package init() {}

    /// The best labels for `emissions`.
    package mutating func decode(
        _ emissions: [SIMD8<Int32>],
        transitions: Transitions,
        into labels: inout [EntityLabel]
    ) {
        let size = EntityLabel.count
        labels.removeAll(keepingCapacity: true)
        guard !emissions.isEmpty else { return }
        forward.removeAll(keepingCapacity: true)
        pointers.removeAll(keepingCapacity: true)
        forward.reserveCapacity(emissions.count * size)
        pointers.reserveCapacity(emissions.count * size)
        transitions.scores.withUnsafeBufferPointer { transitions in
            for label in 0..<size {
                forward.append(transitions[size * size + label] &+ Self.emission(emissions[0], label))
                pointers.append(0)
            }
            for position in 1..<emissions.count {
                let emission = emissions[position]
                let before = (position - 1) * size
                for label in 0..<size {
                    var best = Int32.min
                    var from = 0
                    if label != 0 && label & 1 == 0 {
                        // I-X follows B-X and I-X alone.
                        let afterBegin = forward[before + label - 1] &+ transitions[(label - 1) * size + label]
                        let afterInside = forward[before + label] &+ transitions[label * size + label]
                        (best, from) = afterBegin >= afterInside ? (afterBegin, label - 1) : (afterInside, label)
                    } else {
                        for previous in 0..<size {
                            let score = forward[before + previous] &+ transitions[previous * size + label]
                            if score > best { (best, from) = (score, previous) }
                        }
                    }
                    forward.append(max(best, Self.minimum) &+ Self.emission(emission, label))
                    pointers.append(UInt8(from))
                }
            }
        }
        var label = 0
        let last = (emissions.count - 1) * size
        for candidate in 1..<size where forward[last + candidate] > forward[last + label] { label = candidate }
        labels.append(contentsOf: repeatElement(.outside, count: emissions.count))
        for position in stride(from: emissions.count - 1, through: 0, by: -1) {
            labels[position] = EntityLabel(UInt8(label))
            label = Int(pointers[position * size + label])
        }
    }

    /// Completes the last ``decode(_:transitions:into:)`` by the scores of the best ends, for ``best(through:at:)``.
    package mutating func completeMarginals(_ emissions: [SIMD8<Int32>], transitions: Transitions) {
        let size = EntityLabel.count
        backward.removeAll(keepingCapacity: true)
        backward.append(contentsOf: repeatElement(0, count: emissions.count * size))
        // A row of transitions as one vector; lanes beyond the labels never win.
        let rows = (0..<size).map { label in
            var row = SIMD16<Int32>(repeating: Self.minimum)
            for following in 0..<size { row[following] = transitions[label, following] }
            return row
        }
        for position in stride(from: emissions.count - 2, through: 0, by: -1) {
            let next = (position + 1) * size
            var ends = SIMD16<Int32>(repeating: Self.minimum)
            for following in 0..<size {
                ends[following] = Self.emission(emissions[position + 1], following) &+ backward[next + following]
            }
            for label in 0..<size {
                backward[position * size + label] = max((rows[label] &+ ends).max(), Self.minimum)
            }
        }
    }

    /// The score of the best row of labels that has `label` at `position`.
    package func best(through label: EntityLabel, at position: Int) -> Int32 {
        let index = position * EntityLabel.count + Int(label.rawValue)
        return max(forward[index] &+ backward[index], Self.minimum)
    }

    @inline(__always)
    private static func emission(_ scores: SIMD8<Int32>, _ label: Int) -> Int32 {
        label == 0 ? 0 : scores[label - 1]
    }
}
