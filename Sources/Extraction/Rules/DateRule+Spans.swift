/// Spans that end or begin on the day of writing.
extension DateRule {
    /// «آخر ثلاث سنوات».
    func lastYears(at start: Int) -> RuleMatch? {
        guard reading.has(.latest, start), !reading[start].hasArticle else { return nil }
        if reading.word(start + 1).count == 2, reading[start + 1].cut == 0, !reading[start + 1].hasArticle,
            let period = datePeriod(start + 1)
        {
            return found(start..<start + 2, "-P2\(period)/P0D")
        }
        guard let number = numbers.match(at: start + 1), reading[start + 1].cut == 0, number.value.integer != nil,
            reading[number.next].cut == 0, let period = datePeriod(number.next)
        else { return nil }
        return found(start..<number.next + 1, "-P\(number.value)\(period)/P0D")
    }

    /// «3 أيام القادمة», «عشر سنوات الماضية»: without the article that the noun should have.
    func countedSpan(at start: Int) -> RuleMatch? {
        guard let number = numbers.match(at: start), let count = number.value.integer, 1...9999 ~= count,
            reading[number.next].cut == 0, let shift = shift(at: number.next + 1), shift != 0
        else { return nil }
        var length: String?
        if let letter = datePeriod(number.next) { length = "\(count)\(letter)" }
        if reading.has(.decadeWord, number.next) { length = "\(count * 10)Y" }
        return length.map { found(start..<number.next + 2, shift < 0 ? "-P\($0)/P0D" : "P0D/+P\($0)") }
    }

    /// «السنوات الثلاث الماضية», «الأشهر 3 القادمة», «الأسابيع القليلة الماضية», «العامين الماضيين».
    func namedSpan(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard reading[start].hasArticle else { return nil }
        var letter = datePeriod(start)
        var factor = 1
        if word.traits.contains(.decadeWord) { (letter, factor) = ("Y", 10) }
        if word.traits.contains(.centuriesWord) { (letter, factor) = ("Y", 100) }
        // «العقد الماضي»
        if factor == 10, word.count == 1 { return shift(at: start + 1).map { found(start..<start + 2, "P\($0)E") } }
        guard let letter, word.count != 1 else { return nil }
        var count: Int? = word.count == 0 ? nil : word.count
        var index = start + 1
        if word.count == 0 {
            if let number = countBehind(index) {
                (count, index) = (number.value, number.next)
            } else if reading.has(.few, index), reading[index].hasArticle {
                index += 1
            }
        }
        let isLatest = reading.has(.latest, index) && reading[index].hasArticle
        guard let shift = isLatest ? -1 : shift(at: index), shift != 0 else { return nil }
        let length = (count.map { String($0 * factor) } ?? "X") + String(letter)
        return found(start..<index + 1, shift < 0 ? "-P\(length)/P0D" : "P0D/+P\(length)")
    }

    /// «الثلاث», «العشرة», «الخمسة عشر», «3» behind a noun with the article.
    private func countBehind(_ index: Int) -> (value: Int, next: Int)? {
        if let number = reading.integer(index, in: 1...9999) { return (number, index + 1) }
        guard reading[index].hasArticle, reading[index].cut == 0 else { return nil }
        switch reading.word(index).number {
        case .unit(let unit):
            guard reading.bareWord(index + 1).number == .ten else { return (unit, index + 1) }
            return (unit + 10, index + 2)
        case .ten: return (10, index + 1)
        case .tens(let tens): return (tens, index + 1)
        default: return nil
        }
    }
}
