/// Temperatures.
extension AmountRule {
    /// «درجة مئوية», «درجات تحت الصفر», «درجة» where the sentence tells of heat, «مئوية» alone; whether they are below
    /// nought.
    func degree(at index: Int) -> (unit: String, isBelow: Bool, end: Int)? {
        // «48 مئوية»
        if reading.has(.celsius, index) { return ("°C", false, index + 1) }
        guard reading.has(.degree, index) else { return nil }
        if reading.has(.celsius, index + 1) {
            return isBelowNought(index + 2) ? ("°C", true, index + 4) : ("°C", false, index + 2)
        }
        if reading.has(.fahrenheit, index + 1) { return ("°F", false, index + 2) }
        if isBelowNought(index + 1) { return ("°C", true, index + 3) }
        return isOfHeat(index) ? ("°C", false, index + 1) : nil
    }

    /// «تحت الصفر»
    private func isBelowNought(_ index: Int) -> Bool {
        reading.isWord("تحت", index) && reading.isWord("الصفر", index + 1)
    }

    /// Whether the sentence tells of heat: what it counts in degrees is Celsius's in all Arab countries.
    private func isOfHeat(_ index: Int) -> Bool {
        guard !reading.isWord("علي", index + 1) else { return false }
        return hasToldOfHeat(index) || reading.hasWord(among: Self.extremes, in: index - 30..<index)
            || reading.hasWord(among: Self.wordsOfHeat, in: index + 1..<index + 8)
    }

    func hasToldOfHeat(_ index: Int) -> Bool { reading.hasWord(among: Self.wordsOfHeat, in: index - 30..<index) }

    // As they are folded.
    private static let wordsOfHeat: [StaticString] = [
        "حراره", "الحراره", "والحراره", "بالحراره", "للحراره", "حرارتها", "حرارته",
    ]
    /// The day's highest and lowest, which before a degree are temperatures: «آسيا الصغرى» has none.
    private static let extremes: [StaticString] = ["العظمي", "والعظمي", "الصغري", "والصغري"]
}
