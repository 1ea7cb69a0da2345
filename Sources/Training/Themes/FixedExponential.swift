/// e^x without libm: the same bits on every machine.
enum FixedExponential {
    /// By halving the argument and squaring the result; x is taken for 30 or -30 beyond these.
    static func of(_ x: Double) -> Double {
        let small = min(30, max(-30, x)) / 64
        var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4 * (1 + small / 5))))
        for _ in 0..<6 { power *= power }
        return power
    }
}
