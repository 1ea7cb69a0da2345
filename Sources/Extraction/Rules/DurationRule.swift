internal import ArabicText

/// Reads how long something lasts: «ثلاث ساعات», «سنتين وشهرا», «ساعة ونصف», «لمدة شهر», «بضع دقائق».
struct DurationRule {
    let reading: RuleReading
    let numbers: NumberRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
    }

    /// A duration in ISO 8601 («P3D», «PT1H30M»; «PXM» for some months) and the token behind it.
    struct Length {
        var value: String
        /// Whether all of it is days or longer.
        var isOfDays: Bool
        var next: Int
    }

    struct Part {
        var number: String
        var period: Unicode.Scalar
        var next: Int
        /// The number, if it is a whole one.
        var count = 0
    }

    /// A duration with a number in each of its parts, duals and single words inside it too.
    func length(at start: Int) -> Length? {
        guard var first = part(at: start, isFirst: true) else { return nil }
        if let halved = halved(first) { first = halved }
        var parts = [first]
        while parts.count < 5, let next = furtherPart(behind: parts) { parts.append(next) }
        return Length(
            value: Self.value(parts.map { ($0.number, $0.period) }),
            isOfDays: parts.allSatisfy { !$0.period.isOfClock },
            next: parts.last?.next ?? start
        )
    }

    /// «ثلاث ساعات ونصف», «ثلاث ساعات ونصف الساعة»
    private func halved(_ part: Part) -> Part? {
        let token = reading[part.next]
        guard part.count > 2, token.hasConjunction, !token.hasPreposition, !token.hasArticle,
            case .fraction(let numerator, let denominator) = reading.word(part.next).number,
            let fraction = DecimalNumber(numerator, over: denominator),
            let sum = DecimalNumber(part.count).plus(fraction)
        else { return nil }
        var halved = part
        halved.number = sum.description
        halved.next += 1
        // «خمسة أشهر ونصف اليوم» is five and a half months, today.
        if let period = reading.word(halved.next).period, reading.word(halved.next).count == 1,
            part.period == "D" || !reading.isWord("اليوم", halved.next) && !reading.isWord("يوم", halved.next)
        {
            guard period == part.period, reading[halved.next].cut == 0 else { return nil }
            halved.next += 1
        }
        return halved
    }

    private func furtherPart(behind parts: [Part]) -> Part? {
        guard let last = parts.last else { return nil }
        var index = last.next
        let isComma = reading.mark(index) == 0x2C || reading.mark(index) == 0x60C
        if reading.has(.and, index) || isComma {
            index += 1
        } else if !reading[index].hasConjunction {
            return nil
        }
        guard !reading[index].hasPreposition, let part = part(at: index, isFirst: false),
            !parts.contains(where: { $0.period == part.period }),
            // «يومين، شهر» are two of a list.
            !isComma || part.period.rank > last.period.rank
        else { return nil }
        return part
    }

    func part(at start: Int, isFirst: Bool) -> Part? {
        if let number = numbers.match(at: start) ?? enclosed(at: start) {
            let token = reading[number.next]
            let word = reading.word(number.next)
            // «3 - صفر عام 2014» lasts no time at all.
            guard let period = word.period, word.count < 2, token.cut == 0, number.value.integer != 0,
                // «4 سنوات ضوئية» is how far something is.
                !reading.isWord("ضوئيه", number.next + 1), !namesDate(number.next),
                // «95 ألفا الأسبوع الماضي» was then, «24 الساعة الماضية» is how long.
                !token.hasArticle || (number.isFraction && (isFirst || period != "D"))
                    || (period == "H" && reading.hasDigits(number.next - 1))
            else { return nil }
            return Part(
                number: number.value.description,
                period: period,
                next: number.next + 1,
                count: number.value.integer ?? 0
            )
        }
        let word = reading.word(start)
        guard let period = word.period, !reading[start].hasArticle, word.count > 0 else { return nil }
        if word.count == 1, isFirst {
            // «شهر و21 يوما»: a word alone lasts where more of the duration is behind it.
            let alone = Part(number: "1", period: period, next: start + 1)
            guard furtherPart(behind: [alone]) != nil else { return nil }
            return alone
        }
        // «… وشهر واحد»
        let isOne = word.count == 1 && reading.bareWord(start + 1).number == .unit(1)
        return Part(number: String(word.count), period: period, next: isOne ? start + 2 : start + 1)
    }

    /// Whether a word for a period behind a number is a date's: «بلغ 584 ألفا عام 2013», «أصيب 16 يوم السبت».
    private func namesDate(_ index: Int) -> Bool {
        let (word, next) = (reading.word(index), index + 1)
        guard word.count == 1, !reading[index].hasArticle else { return false }
        switch word.period {
        case "Y": return reading.integer(next, in: 1000...2999) != nil
        case "M": return reading[next].cut == 0 && isMonth(next)
        case "D":
            return reading.isWord("يوم", index)
                && (reading.word(next).weekday > 0 || reading.hasDigits(next) || reading.has(.yesterday, next))
        default: return false
        }
    }

    private func isMonth(_ index: Int) -> Bool {
        let word = reading.word(index)
        return word.month > 0 || word.hijriMonth > 0 || word.splitMonth != .none
    }

    /// «(15) دقيقة», but not «القرار (15) يوم كذا» or «القانون (8) سنة 1972»: a number in brackets is as often a name.
    private func enclosed(at start: Int) -> NumberRule.Match? {
        guard let number = numbers.enclosed(at: start), !reading.hasDigits(number.next + 1),
            reading.word(number.next + 1).weekday == 0
        else { return nil }
        let agrees = number.isLarge || number.value.integer.map { $0 > 10 } ?? true ? 1 : 0
        return reading.bareWord(number.next).count == agrees ? number : nil
    }

    /// The mention of a duration that begins at a token.
    func match(at start: Int) -> RuleMatch? {
        if let match = oneOrTwo(at: start) ?? oneUpTo(at: start) ?? between(at: start) { return match }
        if let match = decades(at: start) ?? throughout(at: start) ?? halved(at: start) ?? some(at: start)
            ?? sinceSome(at: start) ?? indefinite(at: start) ?? single(at: start) ?? definite(at: start)
            ?? centuries(at: start)
        {
            return match
        }
        guard let length = length(at: start) else { return nil }
        return found(start..<length.next, length.value)
    }

    func found(_ tokens: Range<Int>, _ value: String) -> RuleMatch {
        RuleMatch(tokens: tokens, type: .quantity, value: value)
    }

    /// «طوال العام», «طيلة شهر»
    private func throughout(at start: Int) -> RuleMatch? {
        guard reading.has(.throughout, start), !reading[start].hasArticle, reading[start + 1].cut == 0 else {
            return nil
        }
        if let length = length(at: start + 1) { return found(start..<length.next, length.value) }
        guard let period = reading.word(start + 1).period, reading.word(start + 1).count == 1,
            !reading[start + 1].hasArticle || reading.word(start + 2).season.isEmpty,
            // «طوال الشهر الماضي» is that month.
            !reading[start + 2].hasArticle
                || reading[start + 2].traits.isDisjoint(with: [.last, .next, .current]),
            // «طوال شهر رمضان» is that month.
            reading.word(start + 2).month == 0, reading.word(start + 2).hijriMonth == 0,
            reading.word(start + 2).splitMonth == .none
        else { return nil }
        return found(start..<start + 2, Self.value([("1", period)]))
    }

    /// «ساعة ونصف», «عامين ونصف», «نصف الساعة»
    func halved(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard let period = word.period, word.count > 0, !reading[start].hasArticle else { return nil }
        let next = reading[start + 1]
        guard next.hasConjunction, !next.hasPreposition, !next.hasArticle || word.period == "H",
            case .fraction(let numerator, let denominator) = reading.word(start + 1).number,
            let part = DecimalNumber(numerator, over: denominator), let sum = DecimalNumber(word.count).plus(part)
        else { return nil }
        // «عاما ونصف العام»
        let isRepeated =
            reading.word(start + 2).period == period && reading.word(start + 2).count == 1
            && reading[start + 2].hasArticle && reading[start + 2].cut == 0 && !next.hasArticle
        return found(start..<start + (isRepeated ? 3 : 2), Self.value([(sum.description, period)]))
    }

    /// «بضع دقائق», «عدة أشهر»
    private func some(at start: Int) -> RuleMatch? {
        guard reading.has(.few, start), !reading[start].hasArticle, reading[start + 1].cut == 0,
            !reading[start + 1].hasArticle, let period = reading.word(start + 1).period,
            reading.word(start + 1).count == 0
        else { return nil }
        return found(start..<start + 2, Self.value([("X", period)]))
    }

    /// «يوم كامل», «لمدة شهر»
    private func single(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard let period = word.period, word.count == 1, !reading[start].hasArticle else { return nil }
        // «يوم واحد», «شهر كامل»
        let isOne = reading.bareWord(start + 1).number == .unit(1) && !reading.has(.oneOf, start + 1)
        let isAnother = reading.isWord("اخري", start + 1) && isFeminine(start)
        let isWhole = reading.bareWord(start + 1).traits.contains(.whole) || isOne || isAnother
        // «خلال ساعة.», «لأسبوع.»
        let isLast =
            DateRule.endsClause(reading, start + 1) && (reading.isWord("خلال", start - 1) || isBehindLam(start))
        guard isWhole || isLast || reading.has(.during, start - 1) || hasLasted(start) else { return nil }
        guard isWhole || length(at: start) == nil else { return nil }
        return found(start..<(isWhole ? start + 2 : start + 1), Self.value([("1", period)]))
    }

    /// «منذ عام في …», «منذ نحو شهر», «خلال أقل من أسبوع».
    private func hasLasted(_ start: Int) -> Bool {
        guard reading[start].cut == 0 else { return false }
        if reading.has(.since, start - 1) {
            return DateRule.endsClause(reading, start + 1)
                || !reading[start + 1].traits.isDisjoint(with: [.in, .preposition, .datePreposition])
        }
        // «خلال» is a preposition of dates, as «منذ» and «في» are.
        let places: RuleWord.Traits = [.numericDatePreposition, .during]
        let traits = reading[start - 2].traits.union(reading[start - 3].traits)
        guard !traits.isDisjoint(with: places), let first = startOfApproximation(before: start) else { return false }
        let tells =
            !reading[first - 1].traits.isDisjoint(with: [.since, .during, .in]) || reading.isWord("خلال", first - 1)
        return tells && !isNamed(start)
    }

    /// Where «نحو», «أكثر من» begins before a place.
    func startOfApproximation(before index: Int) -> Int? {
        (1...2).map { index - $0 }.first { reading.endOfApproximation($0) == index }
    }

    /// «نحو عام 1990», «نحو شهر رمضان», «أكثر من يوم السبت» tell which one it is.
    private func isNamed(_ index: Int) -> Bool {
        let word = reading.word(index + 1)
        return reading.hasDigits(index + 1) || word.number != nil || word.weekday > 0 || isMonth(index + 1)
            || reading.isDefinite(index + 1)
    }

    private func isFeminine(_ index: Int) -> Bool {
        reading.text.letters(of: reading.text.tokens[index]).last == 0x647
    }

    /// Whether ل stands before a word on its own token.
    private func isBehindLam(_ index: Int) -> Bool {
        let token = reading[index]
        guard token.hasPreposition, token.cut > 0 else { return false }
        return reading.text.letters(of: reading.text.tokens[index]).dropFirst(Int(token.cut) - 1).first == 0x644
    }

    /// ISO 8601's order is that of the units, whatever the text's is.
    static func value(_ parts: [(number: String, period: Unicode.Scalar)]) -> String {
        func written(_ letters: String) -> String {
            letters.unicodeScalars.compactMap { letter in
                parts.first { $0.period == letter }.map { "\($0.number)\(letter == "N" ? "M" : letter)" }
            }
            .joined()
        }
        let time = written("HNS")
        return "P" + written("YMWD") + (time.isEmpty ? "" : "T" + time)
    }
}

extension Unicode.Scalar {
    /// The place of a period's letter among those of a duration, from years to seconds.
    fileprivate var rank: Int {
        switch self {
        case "Y": 0
        case "M": 1
        case "W": 2
        case "D": 3
        case "H": 4
        case "N": 5
        default: 6
        }
    }

    /// Whether a period's letter is that of hours, minutes («N») or seconds.
    var isOfClock: Bool { self == "H" || self == "N" || self == "S" }
}
