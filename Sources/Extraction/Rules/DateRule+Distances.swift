/// Dates that are so and so far from the day of writing.
extension DateRule {
    /// «قبل يومين», «قبل ثلاثة أشهر», «بعد أسبوع», «قبل أيام», where no «من» tells from when.
    func distance(at start: Int) -> RuleMatch? {
        let isPast = reading.has(.before, start)
        guard isPast || reading.has(.after, start), !reading[start].hasArticle else { return nil }
        // «وبعد عامين» tells what came next in a story.
        guard reading[start].cut == 0 || (isPast && !reading[start].hasPreposition) else { return nil }
        var number = "1"
        // «قبل نحو شهرين»
        let first = isPast ? reading.endOfApproximation(start + 1) : start + 1
        var index = first
        if let match = numbers.match(at: index) {
            guard reading[index].cut == 0 || reading.hasDigits(index), !match.isFraction else { return nil }
            number = match.value.description
            index = match.next
        } else if reading.has(.few, index), !reading[index].hasArticle, reading[index].cut == 0 {
            number = "X"
            index += 1
        } else if reading.word(index).count == 2 {
            number = "2"
        } else if reading.word(index).count == 0 {
            return isPast && first == start + 1 ? daysAgo(at: start) : nil
        }
        guard reading[index].cut == 0, !reading[index].hasArticle else { return nil }
        if isPast, let decades = durations.decades(at: first) { return decadesAgo(decades, from: start) }
        guard let period = datePeriod(index) else { return nil }
        // «بعد 1400 سنة ضوئية» is no time.
        guard !reading.isWord("ضوئيه", index + 1) else { return nil }
        // «قبل شهر من الآن»
        if isPlainOf(index + 1), reading.has(.now, index + 2), reading[index + 2].hasArticle {
            return found(start..<index + 3, Self.distance(isPast ? -1 : 1, number, period))
        }
        // «بعد عام على الحرب», «قبل شهرين تقريبا من الافتتاح»
        let behind = reading.isWord("تقريبا", index + 1) ? index + 2 : index + 1
        guard reading.integer(index + 1, in: 100...2999) == nil, !reading.has(.fromOf, behind),
            !reading.isWord("علي", behind) || reading.isWord("الاقل", behind + 1)
        else { return nil }
        // «بعد عام ونصف»
        if reading[index + 1].hasConjunction, case .fraction(let part, let parts) = reading.word(index + 1).number {
            guard period == "Y", let years = Int(number), years < 1000, 12 * part % parts == 0 else { return nil }
            let months = 12 * years + 12 * part / parts
            let isRepeated =
                reading.has(.yearWord, index + 2) && reading[index + 2].hasArticle && reading[index + 2].cut == 0
            let end = isRepeated ? index + 3 : index + 2
            return found(start..<end, Self.distance(isPast ? -1 : 1, String(months), "M"))
        }
        // «قبل سنة واحدة»
        if number == "1", reading.bareWord(index + 1).number == .unit(1), !reading.has(.oneOf, index + 1) {
            return found(start..<index + 2, Self.distance(isPast ? -1 : 1, number, period))
        }
        // «قبل عام» is a year ago, «قبل يوم الجمعة» no day.
        guard reading.word(index + 1).weekday == 0, month(follows: index) == false else { return nil }
        return found(start..<index + 1, Self.distance(isPast ? -1 : 1, number, period))
    }

    /// «قبل عقدين», «قبل ثلاثة عقود ونصف», but not «قبل عقد اجتماع» or «قبل عقدين من الافتتاح».
    private func decadesAgo(_ decades: RuleMatch, from start: Int) -> RuleMatch? {
        guard !reading.has(.fromOf, decades.tokens.upperBound) else { return nil }
        return found(start..<decades.tokens.upperBound, "-\(decades.value)")
    }

    /// «قبل أيام», «قبل أشهر قليلة»: so long ago, but «قبل أيام من الافتتاح» and «قبل سنوات الحرب» are not told from today.
    private func daysAgo(at start: Int) -> RuleMatch? {
        guard reading[start + 1].cut == 0, !reading[start + 1].hasArticle, let period = datePeriod(start + 1) else {
            return nil
        }
        let next = durations.endOfFew(start + 2)
        let isWhole = next > start + 2 || !isQualified(next)
        guard isWhole, !reading.has(.fromOf, next), !reading.isWord("علي", next) else { return nil }
        return found(start..<next, Self.distance(-1, "X", period))
    }

    /// Days are counted as periods are; «قبل ثلاثة أشهر» is a day three months before, not a month.
    static func distance(_ sign: Int, _ number: String, _ period: Unicode.Scalar) -> String {
        if period == "D" { return "P\(sign < 0 ? "-" : "")\(number)D" }
        return "\(sign < 0 ? "-" : "+")P\(number)\(period)"
    }

    private func month(follows index: Int) -> Bool {
        let word = reading.word(index + 1)
        return word.month > 0 || word.hijriMonth > 0 || word.splitMonth != .none
    }

    /// «[بعد] سنتين وشهر و21 يوما من الآن», «بعد يومين من الغد».
    func fromNow(at start: Int) -> RuleMatch? {
        let isAfter = reading.has(.after, start) && reading[start].cut == 0
        let first = isAfter ? start + 1 : start
        guard let lasting = durations.length(at: first), lasting.isOfDays, isPlainOf(lasting.next) else { return nil }
        let isYesterday = reading.has(.yesterday, lasting.next + 1)
        if isYesterday || reading.has(.tomorrow, lasting.next + 1), reading[lasting.next + 1].cut == 0,
            let days = Self.days(of: lasting.value)
        {
            return found(start..<lasting.next + 2, "P\(days + (isYesterday ? -1 : 1))D")
        }
        guard reading.has(.now, lasting.next + 1) || reading.has(.dayWord, lasting.next + 1),
            reading[lasting.next + 1].hasArticle, reading[lasting.next + 1].cut == 0
        else { return nil }
        let isPast = reading.has(.since, start - 1)
        return found(start..<lasting.next + 2, "\(isPast ? "-" : "+")\(lasting.value)")
    }

    /// How many days «P4D» and «P2W» are; `nil` for lengths of other kinds.
    private static func days(of length: String) -> Int? {
        guard let letter = length.last, let number = Int(length.dropFirst().dropLast()), number < 10_000 else {
            return nil
        }
        return letter == "D" ? number : letter == "W" ? 7 * number : nil
    }
}
