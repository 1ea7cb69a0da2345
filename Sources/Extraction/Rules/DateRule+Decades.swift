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

    /// «قبل الميلاد», «ق.م»: TIMEX3 writes such years and centuries with «BC» before them.
    func endBeforeCommonEra(_ index: Int) -> Int? {
        if reading.has(.before, index), reading.isWord("الميلاد", index + 1) { return index + 2 }
        guard reading.isWord("ق", index) else { return nil }
        let behind = reading.mark(index + 1) == 0x2E ? index + 2 : index + 1
        return reading.isWord("م", behind) ? behind + 1 : nil
    }
}
