import TestSupport

extension SeededRandom {
    mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True once in `count` times.
    mutating func oneIn(_ count: Int) -> Bool { next() % UInt64(count) == 0 }

    mutating func element<Element>(_ array: [Element]) -> Element? {
        array.isEmpty ? nil : array[integer(0...array.count - 1)]
    }
}
