internal import ArabicText

extension DateRule {
    struct Year {
        /// The year as a value begins with it: «2026», «P-1Y» for the last one, «<XXXX» for the last such day or month.
        var text: String
        var isHijri: Bool
        var next: Int
    }

    /// The year behind a month: «2026», «من عام 2026», «، 2026», «1445 هـ», «من العام الماضي», «الماضي».
    func year(behind start: Int, isHijri: Bool) -> Year? {
        if let relative = relativeYear(behind: start, isHijri: isHijri) { return relative }
        var index = start
        let mark = reading.mark(index)
        if isComma(index) || ((isDash(index) || mark == 0x2F) && reading.touches(index)) {
            guard let (number, next) = yearNumber(at: index + 1, isCertain: false), 1900...2099 ~= number else {
                return nil
            }
            return Year(text: String(number), isHijri: false, next: next)
        }
        if isPlainOf(index) { index += 1 }
        let token = reading[index]
        if reading.has(.yearWord, index), !token.hasConjunction {
            index += 1
        } else if index > start {
            guard let (number, next) = yearNumber(at: index, isCertain: false), 1900...2099 ~= number else {
                return nil
            }
            return marked(number, next, isHijri: false)
        }
        let behindWord = index > start
        guard let (number, next) = yearNumber(at: index, isCertain: behindWord) else { return nil }
        return marked(number, next, isHijri: isHijri)
    }

    /// «من العام المقبل», «العام الماضي», «من هذا العام»; «الماضي», «القادم» right behind the month.
    private func relativeYear(behind start: Int, isHijri: Bool) -> Year? {
        if let shift = shift(at: start) {
            let text = shift == 0 ? "P0Y" : (shift < 0 ? "<XXXX" : ">XXXX")
            return Year(text: text, isHijri: isHijri, next: start + 1)
        }
        let index = isPlainOf(start) ? start + 1 : start
        guard reading[index].cut == 0, let year = period(at: index), year.letter == "Y", !isHijri else { return nil }
        return Year(text: year.value, isHijri: false, next: year.next)
    }

    /// A year in digits or in words.
    private func yearNumber(at index: Int, isCertain: Bool) -> (Int, next: Int)? {
        if let number = reading.integer(index, in: (isCertain ? 100 : 1000)...2999) { return (number, index + 1) }
        guard reading.digits(index).isEmpty, !reading[index].hasConjunction, let words = numbers.match(at: index),
            words.isLarge, let number = words.value.integer, (isCertain ? 100 : 1000)...2999 ~= number
        else { return nil }
        return (number, words.next)
    }

    /// Takes the calendar's mark behind a year.
    private func marked(_ number: Int, _ next: Int, isHijri: Bool) -> Year {
        let text = Self.padded(number, to: 4)
        if reading.has(.hijriMark, next) { return Year(text: text, isHijri: true, next: next + 1) }
        if reading.has(.commonEraMark, next) { return Year(text: text, isHijri: false, next: next + 1) }
        return Year(text: text, isHijri: isHijri, next: next)
    }

    /// «عام 2015», «سنة 1445 هـ», «العام 2003».
    func namedYear(at start: Int) -> RuleMatch? {
        guard reading.has(.yearWord, start), let (number, next) = yearNumber(at: start + 1, isCertain: true) else {
            return nil
        }
        // «عام 500 دولار» is none; a unit of time or money takes the number.
        let year = marked(number, next, isHijri: false)
        return found(start..<year.next, year.isHijri ? year.text + " AH" : year.text)
    }

    /// A year in digits alone, which only a preposition of time or a mark of the calendar makes one.
    func bareYear(at start: Int) -> RuleMatch? {
        if let number = reading.integer(start, in: 1000...2999), reading.has(.hijriMark, start + 1) {
            return RuleMatch(tokens: start..<start + 2, type: .date, value: "\(number) AH")
        }
        guard let number = reading.integer(start, in: 1900...2099) else { return nil }
        let before = reading[start - 1]
        let isAfterPreposition =
            reading.has(.numericDatePreposition, start - 1) && !before.hasArticle && !reading.has(.dayWord, start - 1)
        let isAfterYears = reading.word(start - 1).period == "Y" && !before.hasArticle
        let isSecondYear =
            (reading.has(.and, start - 1) && reading.integer(start - 2, in: 1900...2099) != nil
                && reading.word(start - 3).period == "Y")
        guard isAfterPreposition || isAfterYears || isSecondYear else { return nil }
        return RuleMatch(tokens: start..<start + 1, type: .date, value: String(number))
    }

    /// «صيف 2016», «الصيف الماضي», «الربع الأول من عام 2020», «النصف الثاني من 2019», «الأسبوع الأول من أكتوبر», as
    /// TIMEX3 writes them.
    func partOfYear(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        if !word.season.isEmpty { return season(word.season, at: start) }
        if reading.has(.this, start), reading[start + 1].hasArticle, reading[start + 1].cut == 0,
            !reading.word(start + 1).season.isEmpty
        {
            return found(start..<start + 2, "P0Y-\(reading.word(start + 1).season)")
        }
        if word.period == "W", reading[start].hasArticle, reading.has(.latest, start + 1),
            reading[start + 1].hasArticle,
            isPlainOf(start + 2), let month = month(at: start + 3), !month.isHijri
        {
            let year = year(behind: month.next, isHijri: false)
            return found(start..<(year?.next ?? month.next), "\(Self.value(year, month: month, day: nil))-W05")
        }
        guard reading[start].hasArticle, let ordinal = numbers.ordinal(at: start + 1), reading[start + 1].cut == 0
        else { return nil }
        if case .fraction(1, let parts) = word.number, parts != 3 {
            if let month = month(at: isPlainOf(ordinal.next) ? ordinal.next + 1 : ordinal.next), parts == 2 {
                let year = year(behind: month.next, isHijri: month.isHijri)
                return found(start..<(year?.next ?? month.next), Self.value(year, month: month, day: nil))
            }
            guard ordinal.value <= parts, let year = year(behind: ordinal.next, isHijri: false), !year.isHijri,
                !year.text.hasSuffix("XXXX")
            else { return nil }
            return found(start..<year.next, "\(year.text)-\(parts == 4 ? "Q" : "H")\(ordinal.value)")
        }
        guard word.period == "W", word.count == 1, ordinal.value <= 53 else { return nil }
        let week = "W\(Self.padded(ordinal.value, to: 2))"
        let isOf = isPlainOf(ordinal.next)
        if let month = period(at: isOf ? ordinal.next + 1 : ordinal.next), month.letter == "M", ordinal.value <= 5 {
            return found(start..<month.next, "\(month.value)-\(week)")
        }
        if isOf, let month = month(at: ordinal.next + 1), !month.isHijri, ordinal.value <= 5 {
            let year = year(behind: month.next, isHijri: false)
            return found(start..<(year?.next ?? month.next), "\(Self.value(year, month: month, day: nil))-\(week)")
        }
        guard let year = year(behind: ordinal.next, isHijri: false), !year.isHijri else { return nil }
        return found(start..<year.next, "\(year.text)-\(week)")
    }

    private func season(_ season: StaticString, at start: Int) -> RuleMatch? {
        if let year = year(behind: start + 1, isHijri: false), !year.isHijri {
            return found(start..<year.next, "\(year.text)-\(season)")
        }
        // «ربيع» is a name, «الربيع العربي» no season.
        guard reading[start].hasArticle, "\(season)" != "SP", !isQualified(start + 1) else { return nil }
        return found(start..<start + 1, "\(season)")
    }

    /// A day in digits that only its place makes one: «سيعود في 15.», «4/22».
    func bareDay(at start: Int) -> RuleMatch? {
        guard let day = reading.integer(start, in: 1...31), endsClause(start + 1), reading.mark(start + 1) != 0x3A,
            isBehindIn(start)
        else { return nil }
        return found(start..<start + 1, "XXXX-XX-\(Self.padded(day, to: 2))")
    }

    /// «في ألف وسبعمئة وتسعة وثمانين»
    func bareYearInWords(at start: Int) -> RuleMatch? {
        guard isBehindIn(start), reading[start].cut == 0, let (number, next) = yearNumber(at: start, isCertain: false),
            1000...2099 ~= number, endsClause(next)
        else { return nil }
        return found(start..<next, String(number))
    }

    /// «في الخامس عشر.»
    func bareOrdinalDay(at start: Int) -> RuleMatch? {
        guard isBehindIn(start), reading[start].cut == 0, let ordinal = numbers.ordinal(at: start), ordinal.value <= 31,
            ordinal.next > start + 1, endsClause(ordinal.next),
            reading.text.letters(of: reading.text.tokens[start]).last != 0x647
        else { return nil }
        return found(start..<ordinal.next, "XXXX-XX-\(Self.padded(ordinal.value, to: 2))")
    }

    private func isBehindIn(_ start: Int) -> Bool {
        reading.has(.in, start - 1) && reading[start - 1].cut == 0
    }

    /// «يوم 27», of a month that the text does not name.
    func dayOfMonth(at start: Int) -> RuleMatch? {
        guard reading.has(.dayWord, start), !reading[start].hasArticle,
            let day = reading.integer(start + 1, in: 1...31), reading.mark(start + 2) != 0x2F,
            reading.mark(start + 2) != 0x2D, dayAndMonth(at: start + 1, from: start) == nil,
            interval(at: start + 1) == nil
        else { return nil }
        return found(start..<start + 2, "XXXX-XX-\(Self.padded(day, to: 2))")
    }

    /// «التسعينيات», «ثمانينيات القرن الماضي»: a decade as TIMEX3 writes it, «198».
    func decade(at start: Int) -> RuleMatch? {
        guard let decade = reading.word(start).decade else { return century(at: start) }
        let behind = isPlainOf(start + 1) ? start + 2 : start + 1
        guard reading.has(.century, behind), reading[behind].hasArticle else {
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
    private func century(at start: Int) -> RuleMatch? {
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
        return found(start..<ordinal.next, Self.padded(ordinal.value - 1, to: 2))
    }
}
