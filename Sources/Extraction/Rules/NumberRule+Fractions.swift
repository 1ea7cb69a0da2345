internal import ArabicText

/// Fractions in digits, where something is counted by them: «3/4 مليون», «5 1/2%», «2½ كيلومتر».
extension NumberRule {
    /// A fraction or a mixed number before what such numbers count. Elsewhere «3/4» is a day, a result or a number of a
    /// document, and before a plural («3/4 أيام») two numbers.
    func fractionInDigits(at start: Int) -> Written? {
        guard let (value, next) = slashed(at: start) ?? mixed(at: start), countsParts(next) else { return nil }
        return (value, next)
    }

    /// «3/4»
    private func slashed(at start: Int) -> Written? {
        guard isSlash(start + 1), reading.touches(start + 1), reading.touches(start + 2),
            let numerator = reading.integer(start, in: 1...9), let denominator = reading.integer(start + 2, in: 2...10),
            numerator < denominator, !isSlash(start + 3), !isTorn(start)
        else { return nil }
        return DecimalNumber(numerator, over: denominator).map { ($0, start + 3) }
    }

    private func isSlash(_ index: Int) -> Bool { reading.mark(index) == 0x2F || reading.mark(index) == 0x2044 }

    /// «5 1/2», «2½»
    private func mixed(at start: Int) -> Written? {
        guard reading.mark(start + 1) != 0 || isSlash(start + 2), let whole = reading.integer(start, in: 1...999),
            let (part, next) = sign(at: start + 1) ?? apart(start + 1),
            let sum = DecimalNumber(whole).plus(part)
        else { return nil }
        return (sum, next)
    }

    /// «½»
    private func sign(at index: Int) -> Written? {
        guard reading.mark(index) != 0, case .fraction(let part, let parts) = reading.bareWord(index).number else {
            return nil
        }
        return DecimalNumber(part, over: parts).map { ($0, index + 1) }
    }

    private func apart(_ index: Int) -> Written? { reading.touches(index) ? nil : slashed(at: index) }

    /// Whether a place has a singular that parts are counted of, or per cent.
    private func countsParts(_ index: Int) -> Bool {
        if endOfPercent(at: index) != nil { return true }
        let word = reading.bareWord(index)
        if case .scale(_, count: 1) = word.number { return true }
        if !word.unit.isEmpty || word.period != nil { return word.count == 1 }
        return word.traits.contains(.degree) && word.count == 1 || reading.countedUnit(index) != nil
            || reading.isWord("نقطه", index) || reading.isWord("كيلو", index)
    }

    /// Whether digits, or a power of a thousand behind them, are the end of something longer, of which they alone are no
    /// number: «4» of «3/4», «234» of «1'234», «08» of «5 فاصلة 08», «مليون» of «1.5.2 مليون». Both of «380/230 كيلوفولت» are
    /// numbers.
    func isTorn(_ index: Int) -> Bool {
        guard reading.hasDigits(index) else {
            return reading.hasDigits(index - 1) && isScale(index) && (isTorn(index - 1) || digits(at: index - 1) == nil)
        }
        if isPointWord(index - 1), reading.hasDigits(index - 2), isPlain(index),
            reading.digits(index).count <= Self.mostDecimals
        {
            return true
        }
        guard reading.touches(index), reading.touches(index - 1), reading.hasDigits(index - 2) else { return false }
        switch reading.mark(index - 1) {
        case 0x2F, 0x2044: return reading.digits(index).count < 3 && reading.digits(index - 2).count < 3
        case 0x27, 0x2019, 0x5F: return true
        default: return false
        }
    }
}
