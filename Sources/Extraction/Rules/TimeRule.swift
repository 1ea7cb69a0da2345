internal import ArabicText

/// Finds times of day; the value is ISO 8601's, to what the text tells: «T15», «T15:30», «T03:30:05».
///
/// Without a word for the part of the day the hour is taken as it stands.
struct TimeRule {
    let reading: RuleReading
    let numbers: NumberRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
    }

    struct Clock {
        var hour: Int
        var minute: Int?
        var second: Int?
        var next: Int
    }

    /// A time of day with what tells that it is one.
    struct Point {
        var clock: Clock
        var part: RuleWord.Time?
        /// Whether it is a time even where nothing around it says so.
        var isCertain: Bool
        var next: Int
    }

    func match(at start: Int) -> RuleMatch? {
        let time =
            interval(at: start) ?? middleOfDay(at: start) ?? beforeHour(at: start) ?? behindPart(at: start)
            ?? single(at: start)
        return time.map(zoned) ?? partOfDay(at: start)
    }

    func found(_ tokens: Range<Int>, _ value: String) -> RuleMatch {
        RuleMatch(tokens: tokens, type: .time, value: value)
    }

    private func single(at start: Int) -> RuleMatch? {
        // «2-1 مساء الأحد», «2/2 مساء أمس» are how a match ended.
        let isScore =
            (reading.mark(start - 1) == 0x2D || (reading.mark(start - 1) == 0x2F && reading.touches(start)))
            && reading.hasDigits(start - 2)
        guard !isScore, let point = point(at: start), point.isCertain, let value = Self.value(of: point) else {
            return nil
        }
        return found(start..<point.next, value)
    }

    /// A time in digits or words: «الساعة الثالثة والنصف عصرا», «7:30», «8 مساء», «السابعة».
    ///
    /// Behind «بين» an «and» is no part of the first hour.
    func point(at start: Int, isBehindBetween: Bool = false) -> Point? {
        var index = start
        let hasHourWord =
            reading.has(.hourWord, start) && reading.word(start).count == 1
            && (reading[start].hasArticle || reading.hasDigits(start + 1))
            && !countsPerHour(start + 1)
        if hasHourWord { index = reading.isWord("ال", start + 1) ? start + 2 : start + 1 }
        if let (hour, next) = middle(at: start) {
            return Point(clock: Clock(hour: hour, next: next), part: nil, isCertain: true, next: next)
        }
        let isCardinal = isCardinalHour(index, hasHourWord: hasHourWord)
        let digital = hasHourWord ? enclosedClock(at: index) : nil
        guard hasHourWord == false || reading[index].cut == 0,
            var clock = digital ?? (isCardinal ? cardinalHour(at: index) : clock(at: index))
        else { return nil }
        let isHour = hasHourWord || clock.minute != nil || (isFeminine(index) && isPreceded(start))
        var part = part(at: clock.next) ?? (isHour ? partOfNamedDay(at: clock.next) : nil)
        let hasExcept = reading.has(.except, clock.next)
        let isDigital = clock.minute != nil
        // «في الدقيقة 13:10» is a game's clock.
        guard !isDigital || hasHourWord || reading.word(start - 1).period != "N" else { return nil }
        if isBehindBetween {
            // The part of the day behind the first hour is all that belongs to it.
        } else if clock.minute == nil, let minutes = minutes(behind: clock) {
            clock = minutes
            part = self.part(at: clock.next) ?? partOfNamedDay(at: clock.next)
        } else if let behindPart = part, clock.minute == nil {
            // «9 مساء وربع»
            var shifted = clock
            shifted.next = behindPart.next
            if let minutes = minutes(behind: shifted) {
                clock = minutes
                part = (behindPart.time, minutes.next)
            }
        }
        var point = Point(clock: clock, part: part?.time, isCertain: false, next: part?.next ?? clock.next)
        // «12 ظهرا وقت الغداء»
        if part != nil, let more = self.part(at: point.next) { point.next = more.next }
        // «في تمام التاسعة», «السابعة بتوقيت القاهرة», «10 ص بتوقيت الرياض»
        let isExact =
            (isFeminine(index) && (reading.isWord("تمام", start - 1) || zone(at: point.next) != nil))
            || (part != nil && zone(at: point.next) != nil)
        point.isCertain = isExact
        // «8 م» is as well eight metres.
        guard isDigital || hasHourWord || clock.minute != nil || !isLetter(clock.next) else { return point }
        // «السابعة والنصف» is a time without more words, «السابعة» only where nothing can stand behind it.
        // «السابعة إلا ربعا», «السابعة وعشر دقائق».
        let isCounted = reading[index].hasArticle && (reading.word(clock.next - 1).period == "N" || hasExcept)
        // «السابعة ونصف», but not «السابعة ونصف السكان».
        let isHalfOf = isFeminine(index) && !reading.isDefinite(clock.next)
        let isHalved =
            !isDigital && !isCardinal && clock.minute != nil
            && (reading[clock.next - 1].hasArticle || isCounted || isHalfOf)
        let isLast =
            isFeminine(index) && reading.has(.in, start - 1) && reading[start - 1].cut == 0
            && !reading.sentence.contains(clock.next)
        point.isCertain = part != nil || hasHourWord || isDigital || isHalved || isLast || isExact
        return point
    }

    /// Whether what is at a place is counted, not an hour: «الدخل في الساعة خمسة سنتات».
    private func countsPerHour(_ index: Int) -> Bool {
        guard let number = numbers.match(at: index) else { return false }
        let unit = reading.bareWord(number.next)
        return !unit.unit.isEmpty && reading.text.tokens[number.next].letters.count > 1
    }

    /// Whether «الساعة» stands before a place, or «الساعة الـ», «الساعة (».
    func isBehindHourWord(_ index: Int) -> Bool {
        let first = reading.mark(index - 1) == 0x28 ? index - 1 : index
        return reading.has(.hourWord, first - 1)
            || (reading.isWord("ال", first - 1) && reading.has(.hourWord, first - 2))
    }

    /// Whether a word with the article is feminine, as hours are.
    func isFeminine(_ index: Int) -> Bool {
        guard reading[index].hasArticle, reading.word(index).ordinal > 0 else { return false }
        return reading.text.letters(of: reading.text.tokens[index]).last == 0x647
    }

    /// ISO 8601, to what the text tells.
    static func value(of point: Point, part: RuleWord.Time? = nil) -> String? {
        // Nothing is later than the day's end, «24:00».
        guard let hour = hour(point.clock.hour, point.part ?? part ?? .none),
            hour < 24 || (point.clock.minute ?? 0) + (point.clock.second ?? 0) == 0
        else { return nil }
        var value = "T" + DateRule.padded(hour, to: 2)
        if let minute = point.clock.minute { value += ":" + DateRule.padded(minute, to: 2) }
        if let second = point.clock.second { value += ":" + DateRule.padded(second, to: 2) }
        return value
    }

    /// «منتصف الليل», «منتصف النهار», «منتصف الصباح», «منتصف بعد الظهر», and the token behind it.
    private func middle(at start: Int) -> (hour: Int, next: Int)? {
        guard reading.has(.middle, start), !reading[start].hasArticle else { return nil }
        var index = reading.mark(start + 1) == 0x2D ? start + 2 : start + 1
        if reading.has(.after, index), reading[index].cut == 0 { index += 1 }
        guard reading[index].hasArticle, reading[index].cut == 0 else { return nil }
        switch reading.word(index).time {
        case .night: return (0, index + 1)
        case .morning: return (10, index + 1)
        case .noon: return (reading.has(.midday, index) ? 14 : 12, index + 1)
        default: return nil
        }
    }

    private func middleOfDay(at start: Int) -> RuleMatch? {
        middle(at: start).map { found(start..<$0.next, "T" + DateRule.padded($0.hour, to: 2)) }
    }

    /// Whether a preposition stands before a place.
    func isPreceded(_ index: Int) -> Bool {
        let traits: RuleWord.Traits = [.in, .preposition, .before, .after, .until, .fromOf, .between]
        return !reading[index - 1].traits.isDisjoint(with: traits) && reading[index - 1].cut == 0
    }

    /// «ص», «م», which are no words.
    func isLetter(_ index: Int) -> Bool {
        reading.sentence.contains(index) && reading.text.tokens[index].letters.count == 1
    }

    /// The hour of the day.
    private static func hour(_ hour: Int, _ part: RuleWord.Time) -> Int? {
        guard hour <= 12 else { return part == .morning || hour > 24 ? nil : hour }
        switch part {
        case .none: return hour
        case .morning: return hour == 12 ? 0 : hour
        case .afternoon, .evening: return hour == 12 ? 12 : hour + 12
        // «التاسعة من نهار أمس» was before noon, «الواحدة ظهرا» behind it.
        case .noon: return hour >= 6 ? hour : hour + 12
        case .night: return hour == 12 ? 0 : hour < 6 ? hour : hour + 12
        }
    }
}
