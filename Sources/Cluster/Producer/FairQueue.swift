internal import DequeModule

/// A queue in which submitters take turns: of the highest priority that waits, one element of each submitter after the
/// other, of each in the order in which they came. Every operation but ``removeAll(where:)`` is O(1).
struct FairQueue<Element: Sendable>: Sendable {
    /// Elements of one priority.
    private struct Level: Sendable {
        var lanes: [Submitter: Deque<Element>] = [:]
        /// The submitters that have a lane, each once; the first one's turn is next.
        var turns: Deque<Submitter> = []

        mutating func append(_ element: Element, for submitter: Submitter) {
            if lanes[submitter] == nil { turns.append(submitter) }
            lanes[submitter, default: []].append(element)
        }

        mutating func popFirst() -> Element? {
            guard let submitter = turns.popFirst(), let element = lanes[submitter]?.popFirst() else { return nil }
            if lanes[submitter]?.isEmpty == true { lanes[submitter] = nil } else { turns.append(submitter) }
            return element
        }
    }

    private var levels = [Level](repeating: Level(), count: Priority.allCases.count)
    /// What goes before everything else.
    private var returned: Deque<Element> = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Element, for submitter: Submitter, _ priority: Priority) {
        levels[Int(priority.rawValue)].append(element, for: submitter)
        count += 1
    }

    /// Puts back what was taken before.
    mutating func prepend(_ element: Element) {
        returned.prepend(element)
        count += 1
    }

    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        if let element = returned.popFirst() { return element }
        for level in levels.indices.reversed() where !levels[level].turns.isEmpty { return levels[level].popFirst() }
        return nil
    }

    mutating func removeAll() { self = FairQueue() }

    mutating func removeAll(where isUnwanted: (Element) -> Bool) {
        returned.removeAll(where: isUnwanted)
        for level in levels.indices {
            for submitter in levels[level].turns {
                levels[level].lanes[submitter]?.removeAll(where: isUnwanted)
                if levels[level].lanes[submitter]?.isEmpty == true { levels[level].lanes[submitter] = nil }
            }
            levels[level].turns.removeAll { [lanes = levels[level].lanes] in lanes[$0] == nil }
        }
        count = returned.count + levels.reduce(0) { $0 + $1.lanes.values.reduce(0) { $0 + $1.count } }
    }
}
