/// What parts are shares of: a number by which others are divided by multiplying.
struct Whole {
    private let value: Int
    /// 2^52 over the whole, and a little more; 0 for one that it isn't right for.
    private let reciprocal: UInt64

    /// Of at least 1.
    @inline(__always)
    init(_ value: Int) {
        self.value = value
        reciprocal = value < 1 << 20 ? (1 << 52) / UInt64(value) + 1 : 0
    }

    /// `part` × `scale` over the whole, rounded down. A part is 0 to the whole, `scale` 0 to 2066.
    ///
    /// The product is less than 2^11 × whole, and the reciprocal too great by less than one: the quotient is too great by
    /// less than 2^11 × whole / 2^52, which is less than 1 / whole, and so nothing where the whole is below 2^20.
    @inline(__always)
    func share(of part: Int32, scale: Int = 1024) -> Int32 {
        let product = Int(part) * scale
        guard reciprocal > 0 else { return Int32(truncatingIfNeeded: product / value) }
        return Int32(truncatingIfNeeded: (UInt64(bitPattern: Int64(product)) &* reciprocal) >> 52)
    }
}
