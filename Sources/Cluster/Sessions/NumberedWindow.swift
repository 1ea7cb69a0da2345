internal import DequeModule

/// Things numbered from 1 in the order in which they came, some of which are gone: O(1) to add, find and remove, and
/// no larger than the span from the oldest that is left to the newest.
package struct NumberedWindow<Element: Sendable>: Sendable {
    private var elements: Deque<Element?> = []
    /// The number of `elements[0]`.
    private var firstNumber: UInt64 = 1
    package private(set) var count = 0

    package init() {}

    package var isEmpty: Bool { count == 0 }
    /// The number that the next element gets.
    package var nextNumber: UInt64 { firstNumber + UInt64(elements.count) }
    /// The lowest number of what is there.
    package var oldestNumber: UInt64? { isEmpty ? nil : firstNumber }

    @discardableResult
    package mutating func append(_ element: Element) -> UInt64 {
        let number = nextNumber
        elements.append(element)
        count += 1
        return number
    }

    package subscript(number: UInt64) -> Element? {
        guard number >= firstNumber, number < nextNumber else { return nil }
        return elements[Int(number - firstNumber)]
    }

    /// Changes an element that is there.
    package mutating func update(_ number: UInt64, _ change: (inout Element) -> Void) {
        guard var element = self[number] else { return }
        change(&element)
        elements[Int(number - firstNumber)] = element
    }

    @discardableResult
    package mutating func remove(_ number: UInt64) -> Element? {
        guard let element = self[number] else { return nil }
        elements[Int(number - firstNumber)] = nil
        count -= 1
        while let first = elements.first, first == nil {
            elements.removeFirst()
            firstNumber += 1
        }
        return element
    }

    package mutating func removeAll() {
        firstNumber = nextNumber
        elements.removeAll(keepingCapacity: true)
        count = 0
    }

    /// The `count` that came first of what is there, with their numbers.
    package func oldest(_ count: Int) -> [(number: UInt64, element: Element)] {
        var oldest: [(number: UInt64, element: Element)] = []
        for (offset, element) in elements.enumerated() {
            if oldest.count >= count { break }
            if let element { oldest.append((firstNumber + UInt64(offset), element)) }
        }
        return oldest
    }

    /// What is there, with its numbers, oldest first.
    package var all: [(number: UInt64, element: Element)] {
        elements.enumerated().compactMap { offset, element in
            element.map { (firstNumber + UInt64(offset), $0) }
        }
    }
}
