internal import CTagger

/// Finds the best row of labels for a sentence by Viterbi's algorithm, in integers, and how sure each label is.
///
/// A token's emission has eight scores, for B and I of each type, against O, whose score is 0.
package struct LabelDecoder: Sendable {
    package static var minimum: Int32 { Int32(labels_minimum) }

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

    /// Transition scores as they are added up: all labels of a token at once.
    package struct Lanes: Sendable {
        fileprivate var scores = label_transitions()

        package init(_ transitions: Transitions) {
            withUnsafeMutableBytes(of: &scores.start) { start in
                let start = start.assumingMemoryBound(to: Int32.self)
                for label in 0..<EntityLabel.count {
                    start[LabelDecoder.lane(label)] = transitions[Transitions.start, label]
                }
            }
            withUnsafeMutableBytes(of: &scores.from) { Self.fill($0) { transitions.score($1, after: $0) } }
            withUnsafeMutableBytes(of: &scores.to) { Self.fill($0) { transitions.score($0, after: $1) } }
        }

        private static func fill(_ rows: UnsafeMutableRawBufferPointer, _ score: (_ row: Int, _ lane: Int) -> Int32) {
            let scores = rows.assumingMemoryBound(to: Int32.self)
            scores.update(repeating: Int32(labels_forbidden))
            for row in 0..<EntityLabel.count {
                let first = LabelDecoder.lane(row) * LabelDecoder.laneCount
                for label in 0..<EntityLabel.count { scores[first + LabelDecoder.lane(label)] = score(row, label) }
            }
        }
    }

    private static var laneCount: Int { labels_lanes }

    @inline(__always)
    private static func lane(_ label: Int) -> Int { label == 0 ? labels_outside : label - 1 }

    /// For each token and lane the scores of the best labels up to it, and behind it.
    private var forward: [Int32] = []
    private var backward: [Int32] = []
    private var origins: [UInt8] = []

    package init() {}

    /// The best labels for `emissions`.
    package mutating func decode(
        _ emissions: [SIMD8<Int32>],
        transitions: Lanes,
        into labels: inout [EntityLabel]
    ) {
        labels.removeAll(keepingCapacity: true)
        guard !emissions.isEmpty else { return }
        let size = emissions.count * Self.laneCount
        if forward.count < size {
            forward = Array(repeating: 0, count: 2 * size)
            origins = Array(repeating: 0, count: 2 * size)
        }
        labels.append(contentsOf: repeatElement(.outside, count: emissions.count))
        labels.withUnsafeMutableBytes { labels in
            guard let labels = labels.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
            withUnsafePointer(to: transitions.scores) {
                labels_decode(emissions, emissions.count, $0, &forward, &origins, labels)
            }
        }
    }

    /// The same for transitions that change from one sentence to the next.
    package mutating func decode(
        _ emissions: [SIMD8<Int32>],
        transitions: Transitions,
        into labels: inout [EntityLabel]
    ) {
        decode(emissions, transitions: Lanes(transitions), into: &labels)
    }

    /// Completes the last ``decode(_:transitions:into:)`` by the scores of the best ends, for ``best(through:at:)``.
    package mutating func completeMarginals(_ emissions: [SIMD8<Int32>], transitions: Lanes) {
        guard !emissions.isEmpty else { return }
        let size = emissions.count * Self.laneCount
        if backward.count < size { backward = Array(repeating: 0, count: 2 * size) }
        withUnsafePointer(to: transitions.scores) { labels_complete(emissions, emissions.count, $0, &backward) }
    }

    /// The score of the best row of labels that has `label` at `position`.
    @inline(__always)
    package func best(through label: EntityLabel, at position: Int) -> Int32 {
        let place = position &* Self.laneCount &+ Self.lane(Int(label.rawValue))
        return max(forward[place] &+ backward[place], Self.minimum)
    }
}

extension LabelDecoder.Transitions {
    /// What IOB2 forbids is worse than the least that a score may fall to.
    fileprivate func score(_ label: Int, after previous: Int) -> Int32 {
        EntityLabel(UInt8(label)).mayFollow(EntityLabel(UInt8(previous)))
            ? self[previous, label] : Int32(labels_forbidden)
    }
}
