extension DateRule {
    /// «من 4 إلى 22 يناير 2017», «بين 15 و19 نوفمبر», «19-20 نوفمبر», «من 2014 حتى 2018»: an ISO 8601 interval.
    func interval(at start: Int) -> RuleMatch? {
        let isFrom = reading.has(.fromOf, start)
        let isBetween = reading.has(.between, start)
        var index = start
        if isFrom || isBetween {
            index += 1
            // «بين عامي 2014 و2018»
            if reading.word(index).period == "Y", reading.word(index).count == 2 { index += 1 }
        }
        guard let first = end(at: index) else { return nil }
        index = first.next
        if isFrom {
            guard reading.has(.until, index), reading[index].cut == 0 else { return nil }
            index += 1
        } else if isBetween {
            if reading.has(.and, index) {
                index += 1
            } else if !reading[index].hasConjunction {
                return nil
            }
        } else {
            guard reading.mark(index) == 0x2D || reading.mark(index) == 0x2013, first.day != nil else { return nil }
            index += 1
        }
        if first.isYear {
            guard let second = end(at: index), second.isYear, second.value >= first.value else { return nil }
            return found(start..<second.next, "\(first.value)/\(second.value)")
        }
        guard let second = dayAndMonth(at: index, from: index) ?? numericDate(at: index) else { return nil }
        let value = Self.completed(first, by: second.value)
        return value.map { found(start..<second.tokens.upperBound, "\($0)/\(second.value)") }
    }

    /// Where an interval begins: a date, a year, or a day whose month stands with the interval's end.
    private struct End {
        var value: String
        var day: Int?
        var isYear = false
        var next: Int
    }

    private func end(at index: Int) -> End? {
        if let date = dayAndMonth(at: index, from: index) ?? numericDate(at: index) {
            return End(value: date.value, next: date.tokens.upperBound)
        }
        if let day = reading.integer(index, in: 1...31) { return End(value: "", day: day, next: index + 1) }
        if let ordinal = numbers.ordinal(at: index), ordinal.value <= 31 {
            return End(value: "", day: ordinal.value, next: ordinal.next)
        }
        guard let year = reading.integer(index, in: 1900...2099) else { return nil }
        return End(value: String(year), isYear: true, next: index + 1)
    }

    /// The interval's beginning with the month and the year that only its end has.
    private static func completed(_ first: End, by second: String) -> String? {
        let parts = second.split(separator: " ")
        guard let date = parts.first, date.count == 10 else { return nil }
        let calendar = parts.count > 1 ? " \(parts[1])" : ""
        if let day = first.day { return "\(date.dropLast(2))\(padded(day, to: 2))\(calendar)" }
        guard first.value.hasPrefix("XXXX"), !first.value.hasSuffix("AH") || !calendar.isEmpty else {
            return first.value
        }
        return "\(date.prefix(4))\(first.value.dropFirst(4))"
    }
}
