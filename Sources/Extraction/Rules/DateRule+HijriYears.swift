internal import ArabicText

/// Years that stand without a month, in the calendar that they are of.
extension DateRule {
    /// The Hijri years that stand in a date with nothing that says so.
    static let hijriYears = 1300...1500

    /// «1436/1437هـ», «1436 - 1437»: a year that has parts of two, as schools and budgets count.
    ///
    /// - Parameter isCertain: whether something before them says that they are years.
    func hijriYears(at start: Int, isCertain: Bool) -> (value: String, next: Int)? {
        guard let first = reading.integer(start, in: Self.hijriYears),
            isDash(start + 1) || reading.mark(start + 1) == 0x2F,
            let second = reading.integer(start + 2, in: first - 1...first + 1), second != first
        else { return nil }
        let mark = calendarMark(start + 3)
        guard mark == .hijri || (mark == nil && isCertain && isOwnHijri(first, at: start)) else { return nil }
        return ("\(min(first, second)) AH/\(max(first, second)) AH", mark == nil ? start + 3 : start + 4)
    }

    /// Whether a year that has no calendar's mark behind it is a Hijri one: a newspaper's «عام 1435» is of our days, unless
    /// the words around it tell of that age.
    func isOwnHijri(_ year: Int, at index: Int) -> Bool {
        guard 1390...1450 ~= year else { return false }
        return !(index - 30..<index + 30).contains { index in
            reading.has(.century, index) || reading.isWord("الميلاد", index) || reading.isWord("للميلاد", index)
                || (reading.has(.commonEraMark, index) && !isLetter(index))
                || reading.isWord("ق", index) || reading.integer(index, in: 1451...1899) != nil
        }
    }

    func isLetter(_ index: Int) -> Bool { reading.text.tokens[index].letters.count == 1 }

    /// The year of the Common Era behind a part of it; `nil` for one that is the Hijri calendar's.
    func commonYear(behind start: Int) -> Year? {
        guard let year = year(behind: start, isHijri: false), !year.isHijri else { return nil }
        guard let number = Int(year.text), calendarMark(year.next - 1) == nil else { return year }
        return isOwnHijri(number, at: start) ? nil : year
    }
}
