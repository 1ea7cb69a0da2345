/// Seeds that differ at each run and are printed, so that a failure can be repeated.
func freshSeed() -> UInt64 {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    return seed
}
