extension DateRule {
    /// «التسعينيات», «ثمانينيات القرن الماضي»: a decade as TIMEX3 writes it, «198».
    func decade(at start: Int) -> RuleMatch? {
        guard let decade = reading.word(start).decade else { return century(at: start) }
        let behind = isPlainOf(start + 1) ? start + 2 : start + 1
        guard reading.has(.century, behind), reading[behind].hasArticle else {
            // «العشرينيات من العمر», «ثلاثينيات عمره»
            guard !reading.isWord("العمر", behind), !reading.isWord("عمره", behind), !reading.isWord("عمرها", behind)
            else { return nil }
            return RuleMatch(tokens: start..<start + 1, type: .date, value: "XX\(decade / 10)")
        }
        if let hijri = hijriCentury(at: behind) {
            let first = Self.padded(hijri.century - 1, to: 2)
            return found(start..<hijri.next, "\(first)\(decade / 10) AH")
        }
        var next = behind + 1
        var century = 20
        if let ordinal = numbers.ordinal(at: next) {
            century = ordinal.value
            next = ordinal.next
        } else if reading.has(.last, next), reading[next].hasArticle {
            next += 1
        }
        let first = Self.padded(century - 1, to: 2)
        return RuleMatch(tokens: start..<next, type: .date, value: "\(first)\(decade / 10)")
    }

    /// «القرن العشرين», «القرن الماضي», «هذا القرن»: the first two digits of its years.
    func century(at start: Int) -> RuleMatch? {
        let index = reading.has(.this, start) ? start + 1 : start
        guard reading.has(.century, index), reading[index].hasArticle else { return nil }
        if index > start { return found(start..<index + 1, "20") }
        if let hijri = hijriCentury(at: index) {
            return found(start..<hijri.next, "\(Self.padded(hijri.century - 1, to: 2)) AH")
        }
        if let shift = shift(at: index + 1) { return found(start..<index + 2, String(20 + shift)) }
        // «القرن الـ21»
        let digits = reading.isWord("ال", index + 1) ? index + 2 : index + 1
        if let number = reading.integer(digits, in: 1...30) {
            return found(start..<digits + 1, Self.padded(number - 1, to: 2))
        }
        guard let ordinal = numbers.ordinal(at: index + 1), ordinal.value <= 30 else { return nil }
        let century = Self.padded(ordinal.value - 1, to: 2)
        if let end = endBeforeCommonEra(ordinal.next) { return found(start..<end, "BC\(century)") }
        switch calendarMark(ordinal.next) {
        case .hijri: return found(start..<ordinal.next + 1, "\(century) AH")
        case .commonEra: return found(start..<ordinal.next + 1, century)
        case nil: return found(start..<ordinal.next, century)
        }
    }

    /// «القرن الهجري الماضي», «القرن الهجري الأول»: we live in the fifteenth.
    private func hijriCentury(at index: Int) -> (century: Int, next: Int)? {
        guard reading.has(.hijriMark, index + 1), reading[index + 1].hasArticle else { return nil }
        if let shift = shift(at: index + 2) { return (15 + shift, index + 3) }
        return numbers.ordinal(at: index + 2).flatMap { 1...15 ~= $0.value ? ($0.value, $0.next) : nil }
    }
}
