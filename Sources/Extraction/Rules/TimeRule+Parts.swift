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
        // «12 منتصف الليل»
        if reading.has(.middle, index), reading[index + 1].hasArticle, reading.word(index + 1).time == .night {
            return (.night, index + 2)
        }
        let word = reading.bareWord(index)
        if word.time != .none { return (word.time, index + 1) }
        return word.traits.contains(.commonEraMark) ? (.afternoon, index + 1) : nil
    }

    /// «بعد الظهر», «قبل الظهر»
    private func aroundNoon(at index: Int) -> (time: RuleWord.Time, next: Int)? {
        let isAfter = reading.has(.after, index)
        guard isAfter || reading.has(.before, index), reading[index].cut == 0, reading[index + 1].hasArticle,
            reading[index + 1].cut == 0, reading.word(index + 1).time == .noon
        else { return nil }
        return (isAfter ? .afternoon : .morning, index + 2)
    }

    /// «بعد الظهر 7:00», «الظهر الساعة 7», «في الليل الخامسة والنصف»: a part of the day before its hour.
    func behindPart(at start: Int) -> RuleMatch? {
        var part = part(at: start)
        if part == nil, reading[start].hasArticle, reading[start].cut == 0, reading.word(start).time == .noon {
            part = (.noon, start + 1)
        }
        // «ص 7» is a page; «مساء 7.» an hour where nothing follows that it could count.
        let isPlain = !isLetter(start) && reading.integer(start + 1, in: 1...12) != nil
        guard let part, part.next > start + 1 || reading[start].hasArticle || isPlain, reading[part.next].cut == 0,
            let point = point(at: part.next),
            point.isCertain || (isPlain && endsClause(point.next))
                || (reading[part.next].hasArticle && reading.word(part.next).ordinal > 0)
        else { return nil }
        return Self.value(of: point, part: part.time).map { found(start..<point.next, $0) }
    }

    /// «بعد الظهر», «في المساء», «في الصباح الباكر», «في وقت متأخر من الليل», as TIMEX3 writes them («TAF», «TEV»).
    func partOfDay(at start: Int) -> RuleMatch? {
        if let part = aroundNoon(at: start), part.time == .afternoon { return found(start..<part.next, "TAF") }
        if reading.isWord("الظهيره", start) { return found(start..<start + 1, "T12") }
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
        if reading.has(.timeWord, index), !reading[index].hasArticle, reading.has(.early, index + 1) {
            index += 2
            if reading.has(.fromOf, index), reading[index].cut == 0 { index += 1 }
            if let part = aroundNoon(at: index), part.time == .afternoon { return found(start..<part.next, "TAF") }
            guard let code = Self.codes[namedPart(index)] else { return nil }
            return found(start..<index + 1, code)
        }
        if reading.bareWord(index).ordinal > 0 || (reading.has(.partOf, index) && !reading[index].hasArticle) {
            index += 1
        }
        guard let code = Self.codes[namedPart(index)], reading[index].cut == 0 else { return nil }
        index += 1
        if reading[index].hasArticle, reading[index].cut == 0, reading.has(.early, index) {
            index += 1
        } else if isQualified(index) {
            return nil
        }
        return found(start..<index, code)
    }

    private static let codes: [RuleWord.Time: String] = [.morning: "TMO", .evening: "TEV", .night: "TNI"]

    /// «الصباح», «المساء», «الليل»; none for words that mean other things too («العصر», «الظهر»).
    private func namedPart(_ index: Int) -> RuleWord.Time {
        guard reading[index].hasArticle else { return .none }
        return reading.word(index).time
    }

    /// Whether a word with the article tells which part is meant.
    private func isQualified(_ index: Int) -> Bool {
        guard reading.sentence.contains(index) else { return false }
        let letters = reading.text.letters(of: reading.text.tokens[index])
        return letters.count > 3 && letters.starts(with: [0x627, 0x644])
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
            guard isFrom || first.isCertain, reading.has(.until, joint), reading[joint].cut == 0 else { return nil }
            joint += 1
        }
        // «1:30 بعد الظهر إلى 4»
        let isOpen = first.part != nil && first.isCertain
        guard let second = point(at: joint),
            second.isCertain || (isFrom && first.isCertain) || (isOpen && endsClause(second.next)),
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
