/// Spans that end or begin on the day of writing.
extension DateRule {
    /// «آخر ثلاث سنوات».
    func lastYears(at start: Int) -> RuleMatch? {
        guard reading.has(.latest, start), !reading[start].hasArticle else { return nil }
        if reading.word(start + 1).count == 2, reading[start + 1].cut == 0, !reading[start + 1].hasArticle,
            let period = datePeriod(start + 1)
        {
            return found(start..<start + 2, "-P2\(period)/P0D")
        }
        guard let number = numbers.match(at: start + 1), reading[start + 1].cut == 0, number.value.integer != nil,
            reading[number.next].cut == 0, let period = datePeriod(number.next)
        else { return nil }
        return found(start..<number.next + 1, "-P\(number.value)\(period)/P0D")
    }

    /// «3 أيام القادمة», «عشر سنوات الماضية»: without the article that the noun should have; «الخمس سنوات المقبلة»,
    /// which bears it on the number; «24 ساعة الماضية».
    func countedSpan(at start: Int) -> RuleMatch? {
        guard let number = spanCount(at: start), 1...9999 ~= number.count, reading[number.next].cut == 0,
            !reading[number.next].hasArticle || !reading[start].hasArticle
        else { return nil }
        let (letter, isDecade) = (spanPeriod(number.next), reading.has(.decadeWord, number.next))
        // «ارتفع إلى 95 ألفا الأسبوع الماضي», but «24 الساعة الماضية»
        let isDefinite = reading[number.next].hasArticle && reading.word(number.next).count == 1
        guard letter != nil || isDecade, !isDefinite || letter == "H", let shift = spanShift(at: number.next + 1) else {
            return nil
        }
        let length = isDecade ? "\(number.count * 10)Y" : letter.map { Self.length(number.count, $0) }
        return length.map { found(start..<number.next + 2, Self.span($0, shift)) }
    }

    private func spanCount(at start: Int) -> (count: Int, next: Int)? {
        if let number = numbers.match(at: start), let count = number.value.integer { return (count, number.next) }
        guard let number = numbers.definiteCount(at: start, isFirst: true), number.value > 1 else { return nil }
        return (number.value, number.next)
    }

    /// «السنوات الثلاث الماضية», «الأشهر 3 القادمة», «الأسابيع القليلة الماضية», «العامين الماضيين».
    func namedSpan(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard reading[start].hasArticle else { return nil }
        var letter = spanPeriod(start)
        var factor = 1
        if word.traits.contains(.decadeWord) { (letter, factor) = ("Y", 10) }
        if word.traits.contains(.centuriesWord) { (letter, factor) = ("Y", 100) }
        // «العقد الماضي»
        if factor == 10, word.count == 1 { return shift(at: start + 1).map { found(start..<start + 2, "P\($0)E") } }
        guard let letter, word.count != 1 else { return nil }
        var count: Int? = word.count == 0 ? nil : word.count
        var index = start + 1
        if word.count == 0 {
            if let number = numbers.definiteCount(at: index) {
                (count, index) = (number.value, number.next)
            } else if reading.has(.few, index), reading[index].hasArticle {
                index += 1
            }
        }
        guard let shift = spanShift(at: index) ?? (word.count == 2 ? dualShift(at: index) : nil) else { return nil }
        return found(start..<index + 1, Self.span(Self.length(count.map { $0 * factor }, letter), shift))
    }

    /// «الأشهر الستة الأولى من العام الحالي», «التسعة أشهر الأولى من 2015», «الأيام العشرة الأولى من رمضان».
    func firstOfPeriod(at start: Int) -> RuleMatch? {
        guard let periods = numbers.definitePeriods(at: start) ?? definiteDual(at: start),
            Self.firsts.contains(where: { reading.isWord($0, periods.next) })
        else { return nil }
        let next = periods.next + 1
        switch periods.letter {
        case "M": return firstMonths(periods.count, from: start, behind: next)
        case "D": return firstDays(periods.count, from: start, behind: next)
        default: return nil
        }
    }

    // As they are folded.
    private static let firsts: [StaticString] = ["الاولي", "الاولين", "الاوليين", "الاولان"]

    /// «الشهرين» of «الشهرين الأولين من العام».
    private func definiteDual(at start: Int) -> (count: Int, letter: Unicode.Scalar, next: Int)? {
        guard reading[start].hasArticle, reading.word(start).count == 2, let letter = reading.word(start).period else {
            return nil
        }
        return (2, letter, start + 1)
    }

    /// Half a year and a quarter have values of their own.
    private func firstMonths(_ count: Int, from start: Int, behind next: Int) -> RuleMatch? {
        var year = commonYear(behind: next)
        // «من العام»
        if year == nil, isPlainOf(next), reading.isWord("العام", next + 1), !isQualified(next + 2) {
            year = Year(text: "P0Y", isHijri: false, next: next + 2)
        }
        guard let year, !year.text.hasSuffix("XXXX"), count < 12 else { return nil }
        let value =
            switch count {
            case 3: "\(year.text)-Q1"
            case 6: "\(year.text)-H1"
            default: "\(year.text)-01/\(year.text)-\(Self.padded(count, to: 2))"
            }
        return found(start..<year.next, value)
    }

    private func firstDays(_ count: Int, from start: Int, behind next: Int) -> RuleMatch? {
        guard isPlainOf(next), count <= 30 else { return nil }
        if let month = period(at: next + 1), month.letter == "M" {
            return found(start..<month.next, "\(month.value)-01/\(month.value)-\(Self.padded(count, to: 2))")
        }
        guard let month = month(at: next + 1), count <= Self.days(of: month) else { return nil }
        let year = year(behind: month.next, isHijri: month.isHijri)
        let (first, last) = (Self.value(year, month: month, day: 1), Self.value(year, month: month, day: count))
        return found(start..<(year?.next ?? month.next), "\(first)/\(last)")
    }

    /// A period of days or longer, or hours.
    private func spanPeriod(_ index: Int) -> Unicode.Scalar? {
        datePeriod(index) ?? (reading.word(index).period == "H" ? "H" : nil)
    }

    /// -1 for «الماضية» and «الأخيرة», 1 for «المقبلة».
    private func spanShift(at index: Int) -> Int? {
        if reading.has(.latest, index), reading[index].hasArticle { return -1 }
        return shift(at: index).flatMap { $0 == 0 ? nil : $0 }
    }

    /// -1 for «السابقين», 1 for «التاليين».
    private func dualShift(at index: Int) -> Int? {
        if Self.pastDuals.contains(where: { reading.isWord($0, index) }) { return -1 }
        return Self.nextDuals.contains { reading.isWord($0, index) } ? 1 : nil
    }

    // As they are folded; others are words of the lexicon.
    private static let pastDuals: [StaticString] = [
        "السابقين", "السابقتين", "الماضين", "المنصرمين", "المنصرمتين", "المنقضيين", "المنقضيتين", "الفائتين",
        "الفائتتين", "الفارطين", "الفارطتين",
    ]
    private static let nextDuals: [StaticString] = ["التاليين", "التاليتين", "الاتيين"]

    private static func span(_ length: String, _ shift: Int) -> String {
        shift < 0 ? "-P\(length)/P0D" : "P0D/+P\(length)"
    }

    /// Whole days are days, however they are counted: 24 hours are one.
    private static func length(_ count: Int?, _ letter: Unicode.Scalar) -> String {
        guard letter == "H" else { return (count.map(String.init) ?? "X") + String(letter) }
        guard let count else { return "TXH" }
        return count % 24 == 0 ? "\(count / 24)D" : "T\(count)H"
    }
}
