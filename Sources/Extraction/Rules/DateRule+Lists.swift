/// Days that have their month in common with others, behind them or before them.
extension DateRule {
    /// «18» of «18 و19 أغسطس», «الثاني» of «الثاني والثالث من ديسمبر»: a day whose month stands with the last of its list.
    /// Each is a date of its own: «6 و8 أكتوبر» is no interval.
    func listedDay(at start: Int) -> RuleMatch? {
        guard let (day, next) = dayNumber(at: start), let value = self.day(day, listedBefore: next) else { return nil }
        return found(start..<next, value)
    }

    /// The value of a day with the month that is behind the list that goes on at a place.
    func day(_ day: Int, listedBefore index: Int) -> String? {
        guard let date = endOfList(from: index, behind: day, length: 1) else { return nil }
        return Self.day(day, ofMonthOf: date)
    }

    /// The last date of a list of days that go up: «، 19 و20 أغسطس», «والأحد 19 أغسطس».
    private func endOfList(from index: Int, behind day: Int, length: Int) -> String? {
        guard length < 8 else { return nil }
        // «25 أو 26 أغسطس»
        let isWord = reading.has(.and, index) || reading.isWord("او", index)
        let isJoined = isWord || (reading[index].hasConjunction && !reading[index].hasPreposition)
        var place = isWord || isComma(index) ? index + 1 : index
        guard isJoined || place > index else { return nil }
        if reading.word(place).weekday > 0, reading[place].hasArticle { place += 1 }
        guard let (other, next) = dayNumber(at: place), other > day else { return nil }
        if isJoined, let date = dayAndMonth(at: place, from: place) ?? dayOfPeriod(at: place), date.value.hasDay {
            return date.value
        }
        return endOfList(from: next, behind: other, length: length + 1)
    }

    /// Another day of the month that a date is in.
    static func day(_ day: Int, ofMonthOf date: String) -> String {
        let parts = date.split(separator: " ")
        let calendar = parts.count > 1 ? " \(parts[1])" : ""
        return "\((parts.first ?? "").dropLast(2))\(padded(day, to: 2))\(calendar)"
    }

    /// The year of «نوفمبر وديسمبر 2016» that the first month has in common with the second.
    func yearOfNextMonth(behind month: Month) -> Year? {
        let index = reading.has(.and, month.next) ? month.next + 1 : month.next
        guard reading.hasConjunction(month.next), !reading[index].hasPreposition, let next = self.month(at: index),
            next.number > month.number, next.isHijri == month.isHijri
        else { return nil }
        return year(behind: next.next, isHijri: next.isHijri)
    }

    /// «29 منه», «8 من الشهر نفسه»: a day of the month that the sentence has named before, if it has.
    func dayOfMonthBefore(_ start: Int, _ day: Int) -> String {
        for index in stride(from: start - 1, to: max(start - 40, reading.sentence.lowerBound - 1), by: -1) {
            let date = numericDate(at: index) ?? dayAndMonth(at: index, from: index)
            if let date, date.value.hasDay { return Self.day(day, ofMonthOf: date.value) }
            if let month = month(at: index), !month.isAmbiguous || reading.has(.monthWord, index) {
                return Self.value(year(behind: month.next, isHijri: month.isHijri), month: month, day: day)
            }
            if let month = period(at: index), month.letter == "M" { return "\(month.value)-\(Self.padded(day, to: 2))" }
        }
        return Self.openDay(day)
    }

    /// A day of a month that the text does not name.
    static func openDay(_ day: Int) -> String { "XXXX-XX-\(padded(day, to: 2))" }
}
