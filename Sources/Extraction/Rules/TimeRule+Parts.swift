internal import ArabicText

extension TimeRule {
    /// The part of the day behind an hour: «صباحا», «مساء», «بعد الظهر», «في المساء», «وقت الغداء», «م».
    func part(at index: Int) -> (time: RuleWord.Time, next: Int)? {
        if let part = aroundNoon(at: index) { return part }
        if reading.has(.timeWord, index), reading[index].cut == 0, !reading[index].hasArticle,
            reading[index + 1].hasArticle, reading[index + 1].cut == 0
        {
            if reading.has(.meal, index + 1) { return (.noon, index + 2) }
            let time = reading.word(index + 1).time
            return time == .none ? nil : (time, index + 2)
        }
        if reading.has(.in, index), reading[index].cut == 0, reading[index + 1].hasArticle,
            reading[index + 1].cut == 0, reading.word(index + 1).time != .none
        {
            return (reading.word(index + 1).time, index + 2)
        }
        // «1140 المساء»
        if reading.hasDigits(index - 1), reading[index].hasArticle, reading[index].cut == 0,
            Self.codes[reading.word(index).time] != nil
        {
            return (reading.word(index).time, index + 1)
        }
        // «الواحدة بعد منتصف الليل»
        if reading.has(.after, index), reading[index].cut == 0, reading.has(.middle, index + 1),
            reading.isWord("الليل", index + 2)
        {
            return (.night, index + 3)
        }
        // «12 منتصف الليل»
        if reading.has(.middle, index), reading[index + 1].hasArticle, reading.word(index + 1).time == .night {
            return (.night, index + 2)
        }
        // «السابعة مساءا»: a spelling of «مساءً» that begins no mention.
        if reading.isWord("مساءا", index) { return (.evening, index + 1) }
        // «الثانية زوالا», Algeria's
        if reading.isWord("زوالا", index) { return (.afternoon, index + 1) }
        let word = reading.bareWord(index)
        // «16 أمسية» are events.
        if word.time != .none { return isEvening(index) ? nil : (word.time, index + 1) }
        // «م», but not «ميلادية».
        return word.traits.contains(.commonEraMark) && isLetter(index) ? (.afternoon, index + 1) : nil
    }

    /// «بعد الظهر», «قبل الظهر»
    private func aroundNoon(at index: Int) -> (time: RuleWord.Time, next: Int)? {
        let isAfter = reading.has(.after, index)
        guard isAfter || reading.has(.before, index), reading[index].cut == 0, reading[index + 1].hasArticle,
            reading[index + 1].cut == 0, reading.word(index + 1).time == .noon
        else { return nil }
        return (isAfter ? .afternoon : .morning, index + 2)
    }

    /// The part of a day behind an hour that certainly is one: «من مساء أمس», «بعد ظهر اليوم», «من بعد ظهر الأحد», but
    /// not «من عصر النهضة».
    func partOfNamedDay(at start: Int) -> (time: RuleWord.Time, next: Int)? {
        let isOf = reading.has(.fromOf, start) && reading[start].cut == 0
        var index = isOf ? start + 1 : start
        let isAfter = reading.has(.after, index) && reading[index].cut == 0
        if isAfter { index += 1 }
        guard isOf || isAfter, !isLetter(index), !reading.isDefinite(index + 1) || isDay(index + 1) else { return nil }
        let word = reading.bareWord(index)
        if isAfter { return word.traits.contains(.midday) ? (.afternoon, index + 1) : nil }
        return word.time == .none ? nil : (word.time, index + 1)
    }

    /// «اليوم», «الخميس»
    private func isDay(_ index: Int) -> Bool { reading.has(.dayWord, index) || reading.word(index).weekday > 0 }

    /// «بعد الظهر 7:00», «الظهر الساعة 7», «في الليل الخامسة والنصف»: a part of the day before its hour.
    func behindPart(at start: Int) -> RuleMatch? {
        var part = part(at: start)
        if part == nil, reading[start].hasArticle, reading[start].cut == 0, reading.word(start).time == .noon {
            part = (.noon, start + 1)
        }
        // «ص 7» is a page; «مساء 7.» an hour where nothing follows that it could count.
        let isPlain = !isLetter(start) && reading.integer(start + 1, in: 1...12) != nil
        guard let part else { return nil }
        // «صباحا الساعة 9», «ليلا في العاشرة»
        let isJoined = reading.has(.in, part.next) && reading[part.next].cut == 0 && isHour(part.next + 1)
        let index = isJoined ? part.next + 1 : part.next
        let isNamed = !isLetter(start) && (isJoined || reading.has(.hourWord, index))
        guard part.next > start + 1 || reading[start].hasArticle || isPlain || isNamed, reading[index].cut == 0,
            let point = point(at: index),
            point.isCertain || (isPlain && endsClause(point.next))
                || (reading[index].hasArticle && reading.word(index).ordinal > 0)
        else { return nil }
        return Self.value(of: point, part: part.time).map { found(start..<point.next, $0) }
    }

    /// «الساعة», «العاشرة»
    private func isHour(_ index: Int) -> Bool {
        isFeminine(index) || (reading.has(.hourWord, index) && reading[index].hasArticle)
    }

    /// «بعد الظهر», «في المساء», «في الصباح الباكر», «في وقت متأخر من الليل», as TIMEX3 writes them («TAF», «TEV»).
    func partOfDay(at start: Int) -> RuleMatch? {
        if let part = aroundNoon(at: start), part.time == .afternoon { return found(start..<part.next, "TAF") }
        if reading.isWord("الظهيره", start) { return found(start..<start + 1, "T12") }
        // «عند الظهر», but not «صلاة الظهر».
        if reading.isWord("الظهر", start), reading.isWord("عند", start - 1) || reading.has(.in, start - 1),
            !reading.isDefinite(start + 1)
        {
            return found(start..<start + 1, "T12")
        }
        if let meal = mealTime(at: start) ?? workingHours(at: start) { return meal }
        if reading.has(.timeWord, start), !reading[start].hasArticle, reading[start + 1].hasArticle,
            reading[start + 1].cut == 0, reading.word(start + 1).time == .noon || reading.has(.meal, start + 1)
        {
            return found(start..<start + 2, "T12")
        }
        if reading.has(.this, start), reading[start + 1].cut == 0, let code = Self.codes[namedPart(start + 1)] {
            return found(start..<start + 2, code)
        }
        // «الليلة الماضية», but not «هذه الليلة التي …».
        if namedPart(start) == .night, reading.has(.last, start + 1), reading[start + 1].hasArticle {
            return found(start..<start + 2, "TNI")
        }
        guard reading.has(.in, start), reading[start].cut == 0 else { return nil }
        var index = start + 1
        // «في ساعات الصباح الأولى»
        if reading.isWord("ساعات", index), let code = Self.codes[namedPart(index + 1)] {
            let isFirst = reading.isWord("الاولي", index + 2) || reading.isWord("الباكر", index + 2)
            return found(start..<(isFirst ? index + 3 : index + 2), code)
        }
        let isTime = reading.has(.timeWord, index) || reading.isWord("ساعه", index)
        if isTime, !reading[index].hasArticle, reading.has(.early, index + 1) {
            index += 2
            if reading.has(.fromOf, index), reading[index].cut == 0 { index += 1 }
            if let part = aroundNoon(at: index), part.time == .afternoon { return found(start..<part.next, "TAF") }
            guard let code = Self.codes[namedPart(index)] else { return nil }
            return found(start..<index + 1, code)
        }
        if reading.bareWord(index).ordinal > 0
            || (reading.has(.partOf, index) && !reading[index].hasArticle && !reading.has(.middle, index))
        {
            index += 1
        }
        guard let code = Self.codes[namedPart(index)], reading[index].cut == 0 else { return nil }
        index += 1
        if reading[index].hasArticle, reading[index].cut == 0, reading.has(.early, index) {
            index += 1
        } else if reading.isDefinite(index) {
            return nil
        }
        return found(start..<index, code)
    }

    /// «[في] وقت الإفطار», «[في] وقت العشاء»
    private func mealTime(at start: Int) -> RuleMatch? {
        let index = reading.has(.in, start) && reading[start].cut == 0 ? start + 1 : start
        guard reading.isWord("وقت", index) else { return nil }
        if reading.isWord("الافطار", index + 1) || reading.isWord("الفطور", index + 1) {
            return found(start..<index + 2, "TMEB")
        }
        return reading.isWord("العشاء", index + 1) ? found(start..<index + 2, "TMED") : nil
    }

    /// «خلال ساعات العمل», «في النهار»
    private func workingHours(at start: Int) -> RuleMatch? {
        guard reading.has(.in, start) || reading.isWord("خلال", start), reading[start].cut == 0 else { return nil }
        if reading.isWord("النهار", start + 1), !reading.isDefinite(start + 2) {
            return found(start..<start + 2, "TDT")
        }
        guard reading.isWord("ساعات", start + 1), reading.isWord("العمل", start + 2) else { return nil }
        return found(start..<start + 3, "TBH")
    }

    private static let codes: [RuleWord.Time: String] = [.morning: "TMO", .evening: "TEV", .night: "TNI"]

    /// «أمسية», «أمسيات», which people go to.
    private func isEvening(_ index: Int) -> Bool { reading.isWord("امسيه", index) || reading.isWord("امسيات", index) }

    /// «الصباح», «المساء», «الليل»; none for words that mean other things too («العصر», «الظهر»).
    private func namedPart(_ index: Int) -> RuleWord.Time {
        guard reading[index].hasArticle, !reading.isWord("الامسيه", index) else { return .none }
        return reading.word(index).time
    }

    private func endsClause(_ index: Int) -> Bool { DateRule.endsClause(reading, index) }

    // MARK: Intervals

    /// «من 5 إلى 6 مساء», «بين الثانية والخامسة عصرا», «4 - 5 مساء», «من 1:30 إلى 3:30»: an ISO 8601 interval. What one
    /// end says of the part of the day holds for the other one too.
    func interval(at start: Int) -> RuleMatch? {
        let isFrom = reading.has(.fromOf, start)
        let isBetween = reading.has(.between, start)
        let index = isFrom || isBetween ? start + 1 : start
        guard let first = point(at: index, isBehindBetween: isBetween) else { return nil }
        var joint = first.next
        if reading.mark(joint) == 0x2D || reading.mark(joint) == 0x2013 {
            joint += 1
        } else if isBetween {
            if reading.has(.and, joint) { joint += 1 } else if !reading[joint].hasConjunction { return nil }
        } else {
            guard isFrom || first.isCertain, reading.has(.until, joint), !reading[joint].hasPreposition else {
                return nil
            }
            joint += 1
        }
        // «1:30 بعد الظهر إلى 4»
        let isOpen = first.part != nil && first.isCertain
        // «من السابعة إلى العاشرة.»
        let areHours = (isFrom || isBetween) && isFeminine(index) && (isFeminine(joint) || isFeminine(joint + 1))
        // «من 9 ص إلى 2 م»
        let areLettered = isFrom && first.part != nil && first.clock.hour <= 12
        guard let second = point(at: joint),
            second.isCertain || (areLettered && second.part != nil) || (isFrom && first.isCertain)
                || ((isOpen || areHours) && endsClause(second.next)),
            isOpen || isFrom || isBetween || second.part != nil || (first.isCertain && second.isCertain)
        else { return nil }
        // «2-1 مساء» is a result.
        guard isFrom || isBetween || first.clock.hour < second.clock.hour || first.isCertain else { return nil }
        guard let begin = Self.value(of: first, part: first.part == nil ? second.part : nil),
            var end = Self.value(of: second)
        else { return nil }
        if second.part == nil, let later = Self.value(of: second, part: first.part), later > begin { end = later }
        return found(start..<second.next, "\(begin)/\(end)")
    }
}
