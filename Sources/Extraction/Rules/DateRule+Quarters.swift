/// Quarters and halves of years.
extension DateRule {
    /// «الربع الحالي», «هذا الربع».
    func quarter(at start: Int) -> RuleMatch? {
        if reading.has(.this, start), isQuarter(start + 1), reading[start + 1].cut == 0 {
            return found(start..<start + 2, "P0Q")
        }
        guard isQuarter(start) else { return nil }
        return shift(at: start + 1).map { found(start..<start + 2, "P\($0)Q") }
    }

    private func isQuarter(_ index: Int) -> Bool {
        reading[index].hasArticle && reading.word(index).number == .fraction(1, over: 4)
    }

    /// «الربع الأول من عام 2020», «النصف الثاني من القرن العشرين», «النصف الأول من مايو»: one of so many parts.
    func fraction(_ parts: Int, _ ordinal: (value: Int, next: Int), at start: Int) -> RuleMatch? {
        let next = ordinal.next
        let behind = isPlainOf(next) ? next + 1 : next
        if parts == 2, reading.has(.century, behind), let century = century(at: behind) {
            return found(start..<century.tokens.upperBound, century.value)
        }
        if let month = month(at: behind), parts < 4 {
            let year = year(behind: month.next, isHijri: month.isHijri)
            return found(start..<(year?.next ?? month.next), Self.value(year, month: month, day: nil))
        }
        guard parts != 3, ordinal.value <= parts else { return nil }
        let part = "\(parts == 4 ? "Q" : "H")\(ordinal.value)"
        if let year = commonYear(behind: next), !year.text.hasSuffix("XXXX") {
            return found(start..<year.next, "\(year.text)-\(part)")
        }
        // «الربع الثاني من العام»
        if behind > next, reading.isWord("العام", behind) || reading.isWord("السنه", behind), !isQualified(behind + 1) {
            return found(start..<behind + 1, "P0Y-\(part)")
        }
        guard parts == 4, isOfBudgets(start, next) else { return nil }
        return found(start..<next, "XXXX-\(part)")
    }

    /// «في الربع الأول.», «أرباح الربع الثاني»: a quarter of no named year. Basketball has quarters too, and so has all that
    /// «من» stands behind.
    private func isOfBudgets(_ start: Int, _ next: Int) -> Bool {
        let isPlaced = isBehindIn(start) || reading.isWord("خلال", start - 1)
        if isPlaced, endsClause(next) { return true }
        guard isPlaced || Self.wordsOfBudgets.contains(where: { reading.isWord($0, start - 1) }) else { return false }
        return !reading.has(.fromOf, next) && !isQualified(next) && !tellsOfSports(start)
    }

    // As they are folded.
    private static let wordsOfBudgets: [StaticString] = [
        "ارباح", "نتائج", "ايرادات", "مبيعات", "ربح", "خسائر", "عائدات", "ارقام", "بيانات", "نهايه",
    ]
}
