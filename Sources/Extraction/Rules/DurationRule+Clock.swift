/// Durations as a clock shows them.
extension DurationRule {
    /// «3:28.12 دقيقة», «12:58 دقيقة», «2:05:30 ساعة»: how long a race took. «الساعة 3:28» is a time.
    func clocked(at start: Int) -> RuleMatch? {
        guard reading.mark(start + 1) == 0x3A, let first = reading.integer(start, in: 0...99),
            reading.touches(start + 1), reading.touches(start + 2), !reading.has(.hourWord, start - 1),
            let second = sixtieths(start + 2)
        else { return nil }
        let hasThird = reading.mark(start + 3) == 0x3A && reading.touches(start + 3) && reading.touches(start + 4)
        let unit = hasThird ? start + 5 : start + 3
        guard reading[unit].cut == 0, !reading[unit].hasArticle, let period = reading.word(unit).period else {
            return nil
        }
        if hasThird {
            guard period == "H", second.integer != nil, let third = sixtieths(start + 4) else { return nil }
            let parts: [(number: String, period: Unicode.Scalar)] = [
                ("\(first)", "H"), ("\(second)", "N"), ("\(third)", "S"),
            ]
            return found(start..<unit + 1, Self.value(parts))
        }
        switch period {
        case "N": return found(start..<unit + 1, Self.value([("\(first)", "N"), ("\(second)", "S")]))
        case "H" where second.integer != nil:
            return found(start..<unit + 1, Self.value([("\(first)", "H"), ("\(second)", "N")]))
        default: return nil
        }
    }

    /// Minutes or seconds in two digits, with or without decimals.
    private func sixtieths(_ index: Int) -> DecimalNumber? {
        let letters = reading.digits(index)
        let whole = letters.prefix { $0 != 0x2E && $0 != 0x2C }
        guard whole.count == 2, let tens = whole.first, 0x30...0x35 ~= tens else { return nil }
        return DecimalNumber(reading: letters)
    }
}
