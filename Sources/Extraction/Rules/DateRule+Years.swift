internal import ArabicText

extension DateRule {
    struct Year {
        /// The year as a value begins with it: «2026», «P-1Y» for the last one, «<XXXX» for the last such day or month.
        var text: String
        var isHijri: Bool
        var next: Int

        /// Whether it is a year in digits that only the Hijri calendar has behind its months.
        var isOfHijriCentury: Bool { isHijri && Int(text).map { DateRule.hijriYears ~= $0 } == true }
    }

    /// The year behind a month: «2026», «من عام 2026», «، 2026», «1445 هـ», «من العام الماضي», «الماضي».
    func year(behind start: Int, isHijri: Bool) -> Year? {
        if let relative = relativeYear(behind: start, isHijri: isHijri) { return relative }
        var index = start
        let mark = reading.mark(index)
        // «14 / رمضان / 1436»
        let isSpaced = mark == 0x2F && reading.digits(index + 1).count == 4
        let isJoined = isDash(index) || mark == 0x2F || mark == 0x2E
        if isComma(index) || isSpaced || (isJoined && reading.touches(index)) {
            guard let (number, next) = yearNumber(at: index + 1, isCertain: false) else { return nil }
            // «12/صفر/1436هـ»
            if isHijri, Self.hijriYears ~= number { return marked(number, next, isHijri: true) }
            return 1900...2099 ~= number ? marked(number, next, isHijri: false) : nil
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
        // «الربع الأول للعام الجاري»
        guard reading[index].cut == 0 || reading.isWord("للعام", index) || reading.isWord("للسنه", index),
            let year = period(at: index) ?? (isHijri ? hijriYear(at: index) : nil), year.letter == "Y",
            isHijri == year.isHijri
        else { return nil }
        // «الربع الأول من العام الجاري 2015»
        guard let again = yearAgain(at: year.next) else {
            return Year(text: "P\(year.shift)Y", isHijri: isHijri, next: year.next)
        }
        let isOther = again.value.hasSuffix("AH") != isHijri
        return isOther ? nil : Year(text: again.value.filter(\.isNumber), isHijri: isHijri, next: again.next)
    }

    /// A year in digits or in words.
    private func yearNumber(at index: Int, isCertain: Bool) -> (Int, next: Int)? {
        if let number = reading.integer(index, in: (isCertain ? 100 : 1000)...2999) { return (number, index + 1) }
        if let year = centuryAndYear(at: index) { return year }
        guard !reading.hasDigits(index), !reading[index].hasConjunction, let words = numbers.match(at: index),
            words.isLarge, let number = words.value.integer, (isCertain ? 100 : 1000)...2999 ~= number
        else { return nil }
        return (number, words.next)
    }

    /// «تسعة عشر تسعة وتسعون»: the two halves of a year, as other languages say them.
    private func centuryAndYear(at index: Int) -> (Int, next: Int)? {
        guard case .unit(let unit) = reading.bareWord(index).number, unit > 2,
            reading.bareWord(index + 1).number == .ten, !reading[index + 1].hasConjunction,
            !reading.hasDigits(index + 2), !reading[index + 2].hasConjunction, reading[index + 2].cut == 0,
            let rest = numbers.match(at: index + 2), let year = rest.value.integer, 1...99 ~= year, !rest.isFraction
        else { return nil }
        return (100 * (unit + 10) + year, rest.next)
    }

    /// Takes the calendar's mark behind a year.
    private func marked(_ number: Int, _ next: Int, isHijri: Bool) -> Year {
        let text = Self.padded(number, to: 4)
        guard let mark = calendarMark(next) else { return Year(text: text, isHijri: isHijri, next: next) }
        return Year(text: text, isHijri: mark == .hijri, next: next + 1)
    }

    enum CalendarMark { case hijri, commonEra }

    /// «هـ», «للهجرة», «م», «ميلادية» behind a year or a date.
    func calendarMark(_ index: Int) -> CalendarMark? {
        if reading.has(.hijriMark, index) || reading.isWord("للهجره", index) { return .hijri }
        return reading.has(.commonEraMark, index) || reading.isWord("للميلاد", index)
            || reading.isWord("ميلاديا", index) ? .commonEra : nil
    }

    /// «عام 2015», «سنة 1445 هـ», «العام 2003», «السنة المالية 2008», «العام الدراسي 2015/2016».
    func namedYear(at start: Int) -> RuleMatch? {
        guard reading.has(.yearWord, start) else { return nil }
        if reading[start].hasArticle, isKindOfYear(start + 1),
            let first = reading.integer(start + 2, in: 1900...2099)
        {
            if isDash(start + 3) || reading.mark(start + 3) == 0x2F,
                let second = reading.integer(start + 4, in: first...2099)
            {
                return found(start..<start + 5, "\(first)/\(second)")
            }
            return found(start..<start + 3, String(first))
        }
        let behindKind = reading[start].hasArticle && isKindOfYear(start + 1) ? start + 2 : start + 1
        // «العام الهجري 1447»
        if reading[start].hasArticle, reading.isWord("الهجري", start + 1) || reading.isWord("الهجريه", start + 1) {
            let isNew = reading.isWord("الجديد", start + 2) || reading.isWord("الجديده", start + 2)
            let digits = isNew ? start + 3 : start + 2
            if let year = reading.integer(digits, in: Self.hijriYears) {
                return found(start..<(calendarMark(digits + 1) == .hijri ? digits + 2 : digits + 1), "\(year) AH")
            }
        }
        if let years = hijriYears(at: behindKind, isCertain: true) { return found(start..<years.next, years.value) }
        if let ancient = beforeCommonEra(at: start + 1, from: start) { return ancient }
        if let years = commonYears(at: start + 1) { return found(start..<years.next, years.value) }
        guard let (number, next) = yearNumber(at: start + 1, isCertain: true) else { return nil }
        // «عام 500 دولار» is none; a unit of time or money takes the number.
        let year = marked(number, next, isHijri: isOwnHijri(number, at: start))
        return found(start..<year.next, year.isHijri ? year.text + " AH" : year.text)
    }

    /// «2009-2010», «2009/2010»: a year that has parts of two.
    private func commonYears(at start: Int) -> (value: String, next: Int)? {
        guard isDash(start + 1) || reading.mark(start + 1) == 0x2F, reading.touches(start + 1),
            reading.touches(start + 2), let first = reading.integer(start, in: 1900...2098),
            reading.integer(start + 2, in: first + 1...first + 1) != nil
        else { return nil }
        return ("\(first)/\(first + 1)", start + 3)
    }

    private func isKindOfYear(_ index: Int) -> Bool {
        reading.isWord("الدراسي", index) || reading.isWord("الدراسيه", index) || reading.isWord("المالي", index)
            || reading.isWord("الماليه", index) || reading.isWord("الجامعي", index)
            || reading.isWord("الجديد", index) || reading.isWord("الجديده", index) || reading.isWord("الميلادي", index)
            || reading.isWord("التقويمي", index) || reading.isWord("التقويميه", index)
    }

    /// «2016-مايو-12», «2015-03», «2018 الربع الثالث»: what has its year first.
    func yearFirst(at start: Int) -> RuleMatch? {
        guard let year = reading.integer(start, in: 1900...2099) else { return nil }
        let mark = reading.mark(start + 1)
        if mark == 0x2D || mark == 0x2F || mark == 0x2E, reading.touches(start + 1), reading.touches(start + 2) {
            if let month = month(at: start + 2), !month.isHijri, reading.mark(month.next) == mark,
                let day = reading.integer(month.next + 1, in: 1...Self.days(of: month))
            {
                let value = Self.value(Year(text: String(year), isHijri: false, next: 0), month: month, day: day)
                return found(start..<month.next + 2, value)
            }
            // «2009-10» is two years.
            if mark == 0x2D, reading.digits(start + 2).count == 2, reading.digits(start + 2).first == 0x30,
                let month = reading.integer(start + 2, in: 1...9), reading.mark(start + 3) != mark
            {
                return found(start..<start + 3, "\(year)-\(Self.padded(month, to: 2))")
            }
            return nil
        }
        guard reading[start + 1].hasArticle, reading[start + 1].cut == 0,
            case .fraction(1, let parts) = reading.word(start + 1).number, parts == 2 || parts == 4,
            let ordinal = numbers.ordinal(at: start + 2), reading[start + 2].cut == 0, ordinal.value <= parts
        else { return nil }
        return found(start..<ordinal.next, "\(year)-\(parts == 4 ? "Q" : "H")\(ordinal.value)")
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
        if let last = lastWeek(at: start) { return last }
        guard reading[start].hasArticle, reading[start + 1].cut == 0,
            let ordinal = numbers.ordinal(at: start + 1) ?? lastPart(word, at: start + 1)
        else { return nil }
        // «السداسي الأول من 2016»
        if word.traits.contains(.yearPart) {
            guard let year = commonYear(behind: ordinal.next), !year.text.hasSuffix("XXXX") else { return nil }
            let isHalf = reading.isWord("السداسي", start)
            guard ordinal.value <= (isHalf ? 2 : 4) else { return nil }
            return found(start..<year.next, "\(year.text)-\(isHalf ? "H" : "Q")\(ordinal.value)")
        }
        if case .fraction(1, let parts) = word.number { return fraction(parts, ordinal, at: start) }
        return week(ordinal, at: start)
    }

    /// «الأخير» of parts that have a number.
    private func lastPart(_ word: RuleWord, at index: Int) -> (value: Int, next: Int)? {
        guard case .fraction(1, let parts) = word.number, reading.has(.latest, index), reading[index].hasArticle else {
            return nil
        }
        return (parts, index + 1)
    }

    private func season(_ season: StaticString, at start: Int) -> RuleMatch? {
        if let year = commonYear(behind: start + 1) {
            return found(start..<year.next, "\(year.text)-\(season)")
        }
        // «ربيع» is a name, «الربيع العربي» no season.
        guard reading[start].hasArticle, "\(season)" != "SP" || isBehindIn(start) || reading.has(.partOf, start - 1),
            !isQualified(start + 1)
        else { return nil }
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

    func isBehindIn(_ start: Int) -> Bool {
        reading.has(.in, start - 1) && reading[start - 1].cut == 0
    }

    /// «يوم 27», of a month that the text does not name.
    func dayOfMonth(at start: Int) -> RuleMatch? {
        guard reading.has(.dayWord, start), !reading[start].hasArticle else { return nil }
        // «يوم الثاني عشر.»
        if reading[start + 1].cut == 0, let ordinal = numbers.ordinal(at: start + 1), ordinal.value <= 31,
            endsClause(ordinal.next)
        {
            return found(start..<ordinal.next, "XXXX-XX-\(Self.padded(ordinal.value, to: 2))")
        }
        guard let day = reading.integer(start + 1, in: 1...31), reading.mark(start + 2) != 0x2F,
            reading.mark(start + 2) != 0x2D, dayAndMonth(at: start + 1, from: start) == nil,
            interval(at: start + 1) == nil
        else { return nil }
        return found(start..<start + 2, "XXXX-XX-\(Self.padded(day, to: 2))")
    }
}
