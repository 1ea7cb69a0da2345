/// From one duration to another: one or two of a period, some days to some weeks.
extension DurationRule {
    /// «يوم أو يومين», «شهرين أو ثلاثة [أشهر]»: from the one to the other.
    func oneOrTwo(at start: Int) -> RuleMatch? {
        guard reading.isWord("او", start + 1), !reading[start].hasArticle else { return nil }
        let (word, second) = (reading.word(start), reading[start + 2])
        guard let period = word.period, 1...2 ~= word.count, second.cut == 0, !second.hasArticle else { return nil }
        let low = Self.value([("\(word.count)", period)])
        if word.count == 1 {
            let other = reading.word(start + 2)
            guard other.period == period, other.count == 2 else { return nil }
            return found(start..<start + 3, "\(low)/\(Self.value([("2", period)]))")
        }
        guard let number = numbers.match(at: start + 2), number.value.integer == 3 else { return nil }
        let isNamed = reading.word(number.next).period == period && reading[number.next].cut == 0
        guard isNamed || DateRule.endsClause(reading, number.next) else { return nil }
        return found(start..<(isNamed ? number.next + 1 : number.next), "\(low)/\(Self.value([("3", period)]))")
    }

    /// «ثلاثة أيام إلى أسبوع», «6 أشهر أو سنة», «[بين] 8 ساعات و11 ساعة»: a duration and a longer one, each with
    /// its unit. Other units behind «و» are more of the first: «سنة وستة أشهر».
    func upTo(_ low: RuleMatch, from start: Int) -> RuleMatch? {
        var next = low.tokens.upperBound
        guard reading.sentence.contains(next), low.value.first == "P" else { return nil }
        let isEither = reading.isWord("او", next)
        if isEither || (reading.has(.until, next) && !reading[next].hasConjunction) {
            next += 1
        } else if reading.has(.between, start - 1), reading.hasConjunction(next) {
            if reading.has(.and, next) { next += 1 }
        } else {
            return nil
        }
        guard !reading[next].hasArticle, !reading[next].hasPreposition, let high = longer(at: next),
            let least = Self.seconds(low.value), let most = Self.seconds(high.value),
            least < most, !isEither || most <= 4 * least
        else { return nil }
        return found(start..<high.tokens.upperBound, "\(low.value)/\(high.value)")
    }

    /// «أسبوع إلى عشرة أيام», «شهر إلى شهرين»: the first is one that the word alone counts.
    func oneUpTo(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        // «بشكل عام إلى ثلاثة», «كل يوم إلى …»
        guard let period = word.period, word.count == 1, !reading[start].hasArticle, reading.has(.until, start + 1),
            !reading.isWord("عام", start), !reading.isWord("كل", start - 1)
        else { return nil }
        return upTo(found(start..<start + 1, Self.value([("1", period)])), from: start)
    }

    /// The longer of two durations: «عشرة أيام», «سنتين», «نصف ساعة», «سنة» where no date is behind it.
    private func longer(at start: Int) -> RuleMatch? {
        if let number = numbers.match(at: start), number.isFraction, let period = reading.word(number.next).period,
            reading.word(number.next).count == 1, reading[number.next].cut == 0, !reading[number.next].hasArticle
        {
            return found(start..<number.next + 1, Self.value([(number.value.description, period)]))
        }
        if let length = length(at: start) { return found(start..<length.next, length.value) }
        let word = reading.word(start)
        guard let period = word.period, word.count == 1 else { return nil }
        if let half = halved(at: start) { return half }
        let next = start + 1
        guard !reading.hasDigits(next), !reading.isDefinite(next), reading.word(next).weekday == 0,
            reading.word(next).month == 0, reading.word(next).hijriMonth == 0, reading.word(next).splitMonth == .none,
            reading.word(next).number == nil, reading.mark(next) != 0x28
        else { return nil }
        // «إلى يوم كذا» and «إلى عام كذا» are days and years of their own, «أسبوع» and «سنة» seldom are.
        guard DateRule.endsClause(reading, next) || !(reading.isWord("يوم", start) || reading.isWord("عام", start))
        else { return nil }
        return found(start..<next, Self.value([("1", period)]))
    }

    /// How long a duration is, a month as 30 days and a year as 365; `nil` for «PXM» and intervals.
    private static func seconds(_ value: String) -> Double? {
        guard value.first == "P" else { return nil }
        var (sum, number, isOfClock) = (0.0, "", false)
        for letter in value.dropFirst() {
            switch letter {
            case "T": isOfClock = true
            case "0"..."9", ".": number.append(letter)
            default:
                let lengths = isOfClock ? clockUnits : calendarUnits
                guard let count = Double(number), let length = lengths[letter] else { return nil }
                sum += count * length
                number = ""
            }
        }
        return sum
    }

    /// In seconds.
    private static let clockUnits: [Character: Double] = ["H": 3600, "M": 60, "S": 1]
    private static let calendarUnits: [Character: Double] = [
        "D": 86_400, "W": 7 * 86_400, "M": 30 * 86_400, "Y": 365 * 86_400,
    ]
}
