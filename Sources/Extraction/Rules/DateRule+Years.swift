extension DateRule {
    struct Year {
        var number: Int
        var isHijri: Bool
        var next: Int
    }

    /// The year behind a month: «2026», «من عام 2026», «، 2026», «1445 هـ».
    func year(behind start: Int, isHijri: Bool) -> Year? {
        var index = start
        if reading.mark(index) == 0x60C || reading.mark(index) == 0x2C {
            guard reading.integer(index + 1, in: 1900...2099) != nil else { return nil }
            index += 1
        } else {
            if reading.has(.fromOf, index), reading[index].cut == 0 { index += 1 }
            let token = reading[index]
            if reading.has(.yearWord, index), !token.hasConjunction {
                // «الجاري», «الماضي»: which year it is, only the article's date tells.
                index += 1
            } else if index > start {
                guard let number = reading.integer(index, in: 1900...2099) else { return nil }
                return marked(number, index + 1, isHijri: false)
            }
        }
        let behindWord = index > start
        guard let (number, next) = yearNumber(at: index, isCertain: behindWord) else { return nil }
        return marked(number, next, isHijri: isHijri)
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
        if reading.has(.hijriMark, next) {
            return Year(number: number, isHijri: true, next: next + 1)
        }
        if reading.has(.commonEraMark, next) { return Year(number: number, isHijri: false, next: next + 1) }
        return Year(number: number, isHijri: isHijri, next: next)
    }

    /// «عام 2015», «سنة 1445 هـ», «العام 2003».
    func namedYear(at start: Int) -> RuleMatch? {
        guard reading.has(.yearWord, start), let (number, next) = yearNumber(at: start + 1, isCertain: true) else {
            return nil
        }
        // «عام 500 دولار» is none; a unit of time or money takes the number.
        let year = marked(number, next, isHijri: false)
        let value = Self.padded(number, to: 4)
        return RuleMatch(tokens: start..<year.next, type: .date, value: year.isHijri ? value + " AH" : value)
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

    /// «صيف 2016», «الربع الأول من عام 2020», «النصف الثاني من 2019», as TIMEX3 writes them.
    func partOfYear(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        if !word.season.isEmpty, !reading[start].hasArticle {
            guard let year = year(behind: start + 1, isHijri: false), !year.isHijri else { return nil }
            return found(start..<year.next, "\(Self.padded(year.number, to: 4))-\(word.season)")
        }
        guard reading[start].hasArticle, case .fraction(1, let parts) = word.number, parts != 3,
            let ordinal = numbers.ordinal(at: start + 1), ordinal.value <= parts,
            let year = year(behind: ordinal.next, isHijri: false), !year.isHijri
        else { return nil }
        let letter = parts == 4 ? "Q" : "H"
        return found(start..<year.next, "\(Self.padded(year.number, to: 4))-\(letter)\(ordinal.value)")
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
        guard reading.has(.century, start + 1), reading[start + 1].hasArticle else {
            return RuleMatch(tokens: start..<start + 1, type: .date, value: "XX\(decade / 10)")
        }
        var next = start + 2
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

    /// «القرن العشرين»: the first two digits of its years.
    private func century(at start: Int) -> RuleMatch? {
        guard reading.has(.century, start), reading[start].hasArticle, let ordinal = numbers.ordinal(at: start + 1),
            ordinal.value <= 30
        else { return nil }
        return RuleMatch(tokens: start..<ordinal.next, type: .date, value: Self.padded(ordinal.value - 1, to: 2))
    }
}
