/// Arithmetic that gives the same digits on every machine.
package enum FixedPoint {
    /// The binary logarithm of `value` (at least 1) in 1024ths, by linear interpolation between the powers of two: at
    /// most 0.09 too small, monotone, and made of shifts alone.
    @inline(__always)
    package static func log2(_ value: Int) -> Int {
        guard value > 1 else { return 0 }
        let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
        let rest = value - (1 << exponent)
        let fraction = exponent >= 10 ? rest >> (exponent - 10) : rest << (10 - exponent)
        return exponent << 10 + fraction
    }

    /// Squeezes `value` into 0…1000, 500 at zero, by x / (1 + |x|).
    package static func thousandths(squeezing value: Double) -> Int {
        let squeezed = value / (1 + (value < 0 ? -value : value))
        return min(1000, max(0, Int(500 + 500 * squeezed)))
    }
}
