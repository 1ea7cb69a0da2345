internal import ArabicText

extension DateRule {
    /// «الخميس», «الأحد الماضي», «الاثنين 23 نوفمبر 2026», «الجمعة من هذا الأسبوع», «هذا السبت».
    func weekday(at start: Int) -> RuleMatch? {
        if reading.has(.this, start), reading[start + 1].cut == 0 {
            let index = reading.has(.dayWord, start + 1) && !reading[start + 1].hasArticle ? start + 2 : start + 1
            guard let day = dayOfWeek(at: index), reading[index].hasArticle else { return nil }
            return found(start..<index + 1, "P0W-\(day)")
        }
        guard let day = dayOfWeek(at: start) else { return nil }
        let next = start + 1
        let behindComma = isComma(next) || isConcordance(next) ? next + 1 : next
        if let date = dayAndMonth(at: behindComma, from: start) ?? numericDate(at: behindComma, isCertain: true) {
            return found(start..<date.tokens.upperBound, date.value)
        }
        if reading[behindComma].cut == 0, let month = month(at: behindComma),
            let date = dayBehind(month, from: start)
        {
            return date
        }
        if let night = nightBetween(day, at: start) { return night }
        if let shift = shift(at: next) {
            // «الاثنين القادم 14 نوفمبر»
            let behind = isComma(next + 1) || isConcordance(next + 1) ? next + 2 : next + 1
            if reading.hasDigits(behind), let date = dayAndMonth(at: behind, from: start) { return date }
            return found(start..<next + 1, Self.weekday(day, shifted: shift))
        }
        if let shift = shiftOfList(behind: start) { return found(start..<next, Self.weekday(day, shifted: shift)) }
        // «السبت الأخير»
        if reading.has(.latest, next), reading[next].hasArticle, reading[next].cut == 0, endsClause(next + 1) {
            return found(start..<next + 1, "<XXXX-WXX-\(day)")
        }
        let behindOf = isPlainOf(next) ? next + 1 : next
        if let week = period(at: behindOf), week.letter == "W" {
            return found(start..<week.next, "\(week.value)-\(day)")
        }
        return numberedWeekday(day, at: start) ?? found(start..<next, "XXXX-WXX-\(day)")
    }

    private static func weekday(_ day: Int, shifted shift: Int) -> String {
        shift == 0 ? "P0W-\(day)" : "\(shift < 0 ? "<" : ">")XXXX-WXX-\(day)"
    }

    /// «ليل السبت الأحد», «ليلة الخميس/الجمعة»: the night from a day to the next, as the Levant and the Maghreb write it.
    private func nightBetween(_ day: Int, at start: Int) -> RuleMatch? {
        let next = reading.mark(start + 1) == 0x2F ? start + 2 : start + 1
        guard reading.word(next).weekday == day % 7 + 1, reading[next].hasArticle, reading[next].cut == 0 else {
            return nil
        }
        let before = reading.has(.dayWord, start - 1) ? start - 2 : start - 1
        guard reading.word(before).time == .night, !reading[before].hasArticle else { return nil }
        return found(start..<next + 1, "XXXX-WXX-\(day)/XXXX-WXX-\(day % 7 + 1)")
    }

    /// What «المقبلين» of «الثلاثاء والأربعاء المقبلين» and «الماضية» of «السبت والأحد والاثنين الماضية» say of all days that
    /// stand before them.
    private func shiftOfList(behind start: Int) -> Int? {
        var (place, days) = (start + 1, 1)
        while days < 7 {
            let name = reading.has(.and, place) || isComma(place) ? place + 1 : place
            let token = reading[name]
            guard reading.word(name).weekday > 0, token.hasArticle, !token.hasPreposition,
                name > place || token.hasConjunction
            else { break }
            (place, days) = (name + 1, days + 1)
        }
        guard days > 1, let shift = shift(at: place) else { return nil }
        let letters = reading.text.letters(of: reading.text.tokens[place])
        // «المقبلين», «المقبلة»: but «الجمعة المقبلة» is no more than its Friday.
        let isBehindOther = reading[start].hasConjunction && reading.word(start - 1).weekday > 0
        return letters.last == 0x646 || (letters.last == 0x647 && (days > 2 || isBehindOther)) ? shift : nil
    }

    /// «الموافق»: the date behind a weekday is its own.
    private func isConcordance(_ index: Int) -> Bool {
        reading.isWord("الموافق", index) || reading.isWord("المصادف", index)
    }

    /// «أول جمعة من يوليو», «آخر خميس في نوفمبر 2015».
    func weekdayOfMonth(at start: Int) -> RuleMatch? {
        let isLatest = reading.has(.latest, start)
        let count = reading.bareWord(start).ordinal
        let name = reading.has(.dayWord, start + 1) && !reading[start + 1].hasArticle ? start + 2 : start + 1
        let day = reading.bareWord(name).weekday
        guard day > 0, isLatest || 1...5 ~= count, !reading[start].hasArticle, reading[start].cut == 0,
            isPlainOf(name + 1) || reading.has(.in, name + 1)
        else { return nil }
        let part = "WXX-\(day)-#\(isLatest ? -1 : count)"
        if let month = period(at: name + 2), month.letter == "M" {
            return found(start..<month.next, "\(month.value)-\(part)")
        }
        guard let month = month(at: name + 2) else { return nil }
        let year = year(behind: month.next, isHijri: month.isHijri)
        return found(start..<(year?.next ?? month.next), Self.value(year, month: month, part: part))
    }

    /// A weekday's number where the word at a place must be one.
    func dayOfWeek(at index: Int) -> Int? {
        let day = reading.word(index).weekday
        guard day > 0, reading[index].hasArticle || reading.has(.dayWord, index - 1) else { return nil }
        // «الأحد عشر» is eleven, «سوق الأربعاء» a town or its market.
        guard day < 7 || !reading.isWord("عشر", index + 1),
            !Self.markets.contains(where: { reading.isWord($0, index - 1) })
        else { return nil }
        // «الخميس» without its day may be a number's part or a name: «فلان الخميس» is not told apart.
        return day
    }

    private static let markets: [StaticString] = ["سوق", "بسوق", "لسوق", "وسوق", "وبسوق"]

    /// «الأحد الأول», «الأربعاء 27».
    private func numberedWeekday(_ day: Int, at start: Int) -> RuleMatch? {
        let next = start + 1
        if reading[next].cut == 0, let ordinal = numbers.ordinal(at: next), ordinal.value <= 5 {
            let value = "XXXX-XX-WXX-\(day)-\(ordinal.value)"
            return endsClause(ordinal.next) ? found(start..<ordinal.next, value) : nil
        }
        // «الجمعة في 22», «الخميس في السابع»
        if reading.has(.in, next), reading[next].cut == 0, let number = dayNumber(at: next + 1),
            reading[next + 1].cut == 0, endsClause(number.next) || reading.has(.until, number.next)
        {
            return found(start..<number.next, "XXXX-XX-\(Self.padded(number.day, to: 2))-\(day)")
        }
        // «السبت 18 والأحد 19 أغسطس»
        if reading[next].cut == 0, let (number, behind) = dayNumber(at: next),
            let value = self.day(number, listedBefore: behind)
        {
            return found(start..<behind, value)
        }
        guard let number = reading.integer(next, in: 1...31),
            endsClause(next + 1) || reading.has(.preposition, next + 1) || reading.has(.datePreposition, next + 1),
            reading.mark(next + 1) != 0x3A
        else { return nil }
        return found(start..<next + 1, "XXXX-XX-\(Self.padded(number, to: 2))-\(day)")
    }

    /// «من» as a word of its own.
    func isPlainOf(_ index: Int) -> Bool { reading.has(.fromOf, index) && reading[index].cut == 0 }
}
