internal import ArabicText

extension NumberRule {
    /// The count that a definite noun has, before it or behind it: «الثلاث», «العشرة», «الخمسة عشر», «الأربع والعشرين», «3»,
    /// «الـ24».
    ///
    /// - Parameter isFirst: whether it stands first, where it may have clitics.
    func definiteCount(at start: Int, isFirst: Bool = false) -> (value: Int, next: Int)? {
        let digits = reading.isWord("ال", start) ? start + 1 : start
        if let number = reading.integer(digits, in: 1...9999) { return (number, digits + 1) }
        guard reading[start].hasArticle, isFirst || reading[start].cut == 0 else { return nil }
        switch reading.word(start).number {
        case .unit(let unit):
            if reading.bareWord(start + 1).number == .ten { return (unit + 10, start + 2) }
            guard reading[start + 1].hasConjunction, reading[start + 1].hasArticle,
                case .tens(let tens) = reading.word(start + 1).number
            else { return (unit, start + 1) }
            return (unit + tens, start + 2)
        // «الرابع والعشرون عام 2019»: tens behind «و» have a part before them.
        case .ten where !reading[start].hasConjunction: return (10, start + 1)
        case .tens(let tens) where !reading[start].hasConjunction: return (tens, start + 1)
        default: return nil
        }
    }

    /// Definite periods that are counted: «الستة أشهر», «الأشهر الستة».
    func definitePeriods(at start: Int) -> (count: Int, letter: Unicode.Scalar, next: Int)? {
        guard !reading.hasDigits(start), reading[start].hasArticle else { return nil }
        if reading.word(start).count == 0, let letter = reading.word(start).period {
            guard let count = definiteCount(at: start + 1), count.value > 1 else { return nil }
            return (count.value, letter, count.next)
        }
        guard let count = definiteCount(at: start, isFirst: true), count.value > 1, reading[count.next].cut == 0,
            !reading[count.next].hasArticle, let letter = reading.word(count.next).period,
            reading.word(count.next).count == (count.value > 10 ? 1 : 0)
        else { return nil }
        return (count.value, letter, count.next + 1)
    }
}
