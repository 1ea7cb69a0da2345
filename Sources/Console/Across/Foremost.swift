/// The first of many by an order. Of all others, none is held for long.
package struct Foremost<Element> {
    private let limit: Int
    private let areInOrder: (Element, Element) -> Bool
    /// Of those that are too many, as many again: then there is one sort for all of them.
    private var kept: [Element] = []

    /// - Parameter limit: how many there are to be in the end.
    package init(_ limit: Int, by areInOrder: @escaping (Element, Element) -> Bool) {
        self.limit = limit
        self.areInOrder = areInOrder
    }

    /// How many are held now: at most twice as many as there are to be.
    package var count: Int { kept.count }

    package mutating func add(_ element: Element) {
        kept.append(element)
        if kept.count >= 2 * limit { kept = sorted }
    }

    package var sorted: [Element] { Array(kept.sorted(by: areInOrder).prefix(limit)) }
}
