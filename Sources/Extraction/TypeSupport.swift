/// What speaks for each of the model's types of entities (person, location, organisation, miscellaneous, in this order),
/// in thousandths; or nothing, for what rules found.
///
/// It lies in its mention: findings have one for each, and an array would be an allocation for each.
package struct TypeSupport: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// All at once, zeros if there is none.
    package private(set) var values = SIMD4<Int32>()
    /// Whether there is none.
    package private(set) var isEmpty = true

    package static let count = 4

    /// None.
    package init() {}

    package init(_ values: SIMD4<Int32>) {
        self.values = values
        isEmpty = false
    }

    /// None, if there are not as many `values` as types.
    package init(_ values: some Collection<Int>) {
        guard values.count == Self.count else { return }
        for (index, value) in values.enumerated() { self.values[index] = Int32(clamping: value) }
        isEmpty = false
    }

    package init(arrayLiteral values: Int...) { self.init(values) }

    /// Four or none.
    package var all: [Int] { isEmpty ? [] : (0..<Self.count).map { Int(values[$0]) } }

    /// What speaks for type number `index`, 0 to 3.
    package subscript(index: Int) -> Int { Int(values[index]) }
}
