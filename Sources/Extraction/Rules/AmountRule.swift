/// Finds money, percentages and quantities: a number and what it counts.
struct AmountRule {
    let reading: RuleReading
    let numbers: NumberRule
    let durations: DurationRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
        durations = DurationRule(reading)
    }

    func match(at start: Int) -> RuleMatch? {
        guard !numbers.isTorn(start) else { return nil }
        if let money = moneyBehindSign(at: start) { return money }
        if let length = durations.clocked(at: start) { return length }
        if let match = percentBehindWord(at: start) ?? negative(at: start) ?? range(at: start)
            ?? enclosedRange(at: start) ?? between(at: start) ?? measureUpTo(at: start)
        {
            return match
        }
        guard let match = single(at: start) else { return nil }
        // «ثلاثة أيام إلى أسبوع»
        return durations.upTo(match, from: start) ?? match
    }

    private func single(at start: Int) -> RuleMatch? {
        if let number = number(at: start) { return amount(number, from: start) ?? elided(number, from: start) }
        if let whole = definite(at: start) { return whole }
        if let share = share(at: start) { return share }
        return durations.match(at: start) ?? unitAlone(at: start)
    }

    /// A number, which may stand in brackets before what it counts.
    private func number(at index: Int) -> NumberRule.Match? { numbers.match(at: index) ?? numbers.enclosed(at: index) }

    /// A number with what it counts.
    func amount(_ number: NumberRule.Match, from start: Int) -> RuleMatch? {
        if let end = numbers.endOfPercent(at: number.next) {
            return RuleMatch(tokens: start..<end, type: .percent, value: number.value.description)
        }
        return counted(number, from: start)
    }

    /// «بين 20 و30 في المئة», «بين 20 إلى 30 مترا», «من 3 إلى 5 ملايين دولار», «10-15 كيلومترا»: both ends in the unit of
    /// the second.
    private func range(at start: Int) -> RuleMatch? {
        let isFrom = reading.has(.fromOf, start)
        let isBetween = reading.has(.between, start)
        let index = isFrom || isBetween ? start + 1 : start
        guard var first = number(at: index) else { return nil }
        // «بين 5% و7%»
        let firstSign = numbers.endOfPercent(at: first.next)
        var joint = firstSign ?? first.next
        // «خسر 3 إلى 45 دولارا» tells of two amounts, «5 إلى 10 دقائق» and «3 إلى 5 بالمئة» of one.
        var isOpen = false
        let isEither = !isFrom && !isBetween && reading.isWord("او", joint)
        if isEither {
            joint += 1
        } else if isBetween, reading.has(.and, joint) {
            joint += 1
        } else if reading.has(.until, joint), reading[joint].cut == 0 {
            isOpen = !isFrom && !isBetween
            joint += 1
        } else if reading.isDash(joint), isFrom || isBetween || reading.hasDigits(start) {
            joint += 1
        } else if isFrom, reading.isWord("ل", joint), reading.hasDigits(joint + 1) {
            // «من 200 لـ250 جنيها»
            joint += 1
        } else if !isBetween || !reading[joint].hasConjunction {
            return nil
        }
        guard let end = number(at: joint) else { return nil }
        let second: NumberRule.Match
        (first, second) = numbers.alike(first, at: index, end, at: joint)
        guard let whole = amount(second, from: joint) else { return nil }
        if let value = Self.lasting(first, second, whole.value), !isEither || Self.areNear(first.value, second.value) {
            return RuleMatch(tokens: start..<whole.tokens.upperBound, type: whole.type, value: value)
        }
        guard whole.value.hasPrefix(second.value.description),
            firstSign == nil || (whole.type == .percent && !isOpen)
        else { return nil }
        // «بين 3 و5 ملايين»
        let isScaled = first.scale == 1 && second.scale > 1 && !first.isLarge
        guard let low = isScaled ? first.value.times(second.scale) : first.value,
            !(isEither || isOpen) || Self.areNear(low, second.value)
        else { return nil }
        return RuleMatch(tokens: start..<whole.tokens.upperBound, type: whole.type, value: "\(low)/\(whole.value)")
    }

    /// Whether two numbers are so near that «or» or «to» between them means from the one to the other: «5 أو 6 سنوات», but
    /// not «3 أو 45 دولارا».
    private static func areNear(_ low: DecimalNumber, _ high: DecimalNumber) -> Bool {
        low.isLess(than: high) && low.times(2).map { !$0.isLess(than: high) } ?? false
    }

    /// «(3000 - 5250) ريالا», «(50 – 500) ريال»
    private func enclosedRange(at start: Int) -> RuleMatch? {
        guard reading.mark(start) == 0x28, reading.hasDigits(start + 1), let first = numbers.match(at: start + 1),
            reading.isDash(first.next), reading.hasDigits(first.next + 1),
            var second = numbers.match(at: first.next + 1), reading.mark(second.next) == 0x29
        else { return nil }
        second.next += 1
        guard let whole = amount(second, from: first.next + 1) ?? lasting(second) else { return nil }
        let tokens = start..<whole.tokens.upperBound
        // «(17 - 25) سنة»
        if let value = Self.lasting(first, second, whole.value) {
            return RuleMatch(tokens: tokens, type: whole.type, value: value)
        }
        guard whole.value.hasPrefix(second.value.description) else { return nil }
        return RuleMatch(tokens: tokens, type: whole.type, value: "\(first.value)/\(whole.value)")
    }

    /// How long a number in brackets lasts, which alone is more often a name.
    private func lasting(_ number: NumberRule.Match) -> RuleMatch? {
        guard reading[number.next].cut == 0, !reading[number.next].hasArticle,
            let period = reading.word(number.next).period, reading.word(number.next).count < 2
        else { return nil }
        let value = DurationRule.value([(number.value.description, period)])
        return RuleMatch(tokens: number.next - 1..<number.next + 1, type: .quantity, value: value)
    }

    /// «PT5M/PT10M» for the «PT10M» of «5 إلى 10 دقائق».
    private static func lasting(_ first: NumberRule.Match, _ second: NumberRule.Match, _ length: String) -> String? {
        guard length.first == "P", let low = first.value.integer, let high = second.value.integer, low < high else {
            return nil
        }
        let front = length.prefix { $0.isLetter }
        let rest = length.dropFirst(front.count)
        guard rest.hasPrefix(String(high)), rest.count == String(high).count + 1 else { return nil }
        return "\(front)\(low)\(rest.suffix(1))/\(length)"
    }

    /// «$20», «€5.2 مليار».
    private func moneyBehindSign(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard word.isSign, word.isCurrency, let number = numbers.match(at: start + 1),
            reading.hasDigits(start + 1)
        else {
            return nil
        }
        return RuleMatch(tokens: start..<number.next, type: .money, value: "\(number.value) \(word.unit)")
    }

    /// «بالمئة 10», where no number stands before it.
    private func percentBehindWord(at start: Int) -> RuleMatch? {
        guard reading.has(.percent, start), let number = numbers.match(at: start + 1), !number.isFraction,
            reading.hasDigits(start + 1)
                || (reading.mark(start) == 0 && reading[start + 1].cut == 0
                    && DateRule.endsClause(reading, number.next)),
            reading.mark(start) == 0 || reading.touches(start + 1)
        else { return nil }
        return RuleMatch(tokens: start..<number.next, type: .percent, value: number.value.description)
    }

    /// «نسبة 25» without a sign: a ratio has two numbers.
    private func share(at start: Int) -> RuleMatch? {
        guard reading.has(.share, start), !reading[start].hasArticle, reading.hasDigits(start + 1),
            let number = numbers.match(at: start + 1), numbers.endOfPercent(at: number.next) == nil,
            DateRule.endsClause(reading, number.next) || reading.has(.fromOf, number.next),
            reading.mark(number.next) != 0x3A
        else { return nil }
        return RuleMatch(tokens: start..<number.next, type: .percent, value: number.value.description)
    }

    /// «سالب خمسة بالمئة», «-5 درجات مئوية»
    private func negative(at start: Int) -> RuleMatch? {
        guard reading.has(.minus, start) else { return nil }
        if reading.mark(start) != 0 { guard reading.touches(start + 1), !reading.touches(start) else { return nil } }
        guard let number = numbers.match(at: start + 1), let match = amount(number, from: start + 1),
            match.value.hasPrefix(number.value.description)
        else { return nil }
        return RuleMatch(tokens: start..<match.tokens.upperBound, type: match.type, value: "-" + match.value)
    }

    private func counted(_ number: NumberRule.Match, from start: Int) -> RuleMatch? {
        let index = number.next
        if let (unit, end) = unitInTwoWords(at: index) ?? writtenUnit(at: index, behind: number.value) {
            return RuleMatch(tokens: start..<end, type: .quantity, value: "\(number.value) \(unit)")
        }
        let token = reading[index]
        if let (unit, end) = token.word == 0 ? countedCurrency(at: index) : ouguiya(at: index) {
            return RuleMatch(tokens: start..<end, type: .money, value: "\(number.value) \(unit)")
        }
        guard token.word != 0, token.cut == 0 else { return nil }
        guard !token.hasArticle else { return durations.match(at: start) }
        let word = reading.word(index)
        if !word.unit.isEmpty {
            // «براميل متفجرة» are bombs.
            guard word.count < 2, !reading.isWord("متفجره", index + 1), !reading.isWord("متفجرا", index + 1),
                !isYear(number, from: start, before: index)
            else { return nil }
            let (unit, end) = unit(word, at: index)
            if word.isCurrency, let (sum, next) = withCoins(number.value, behind: end, whole: unit) {
                return RuleMatch(tokens: start..<next, type: .money, value: "\(sum) \(unit)")
            }
            let (value, next) = halved(number.value, word.unit, behind: end) ?? (number.value, end)
            return RuleMatch(
                tokens: start..<next,
                type: word.isCurrency ? .money : .quantity,
                value: "\(value) \(unit)"
            )
        }
        if !word.traits.isDisjoint(with: [.degree, .celsius]) {
            guard let degree = degree(at: index) else { return nil }
            let value = degree.isBelow ? number.value.negated : number.value
            return RuleMatch(tokens: start..<degree.end, type: .quantity, value: "\(value) \(degree.unit)")
        }
        return durations.match(at: start)
    }

    /// «في 2009 قدم دراسة»: no feet, but what somebody presented then.
    private func isYear(_ number: NumberRule.Match, from start: Int, before index: Int) -> Bool {
        guard reading.isWord("قدم", index), reading.has(.in, start - 1), let year = number.value.integer else {
            return false
        }
        return 1900...2100 ~= year
    }

    /// «خمسة دولارات و20 سنتا»
    private func withCoins(_ value: DecimalNumber, behind index: Int, whole: String) -> (DecimalNumber, next: Int)? {
        guard reading.hasConjunction(index) else { return nil }
        let start = reading.has(.and, index) ? index + 1 : index
        guard let number = numbers.match(at: start), let count = number.value.integer else { return nil }
        let coin = reading.bareWord(number.next)
        // A hundred fils are a dirham, a thousand a dinar.
        let parts = whole == "AED" || whole == "درهم" ? 100 : coin.partsOfWhole
        guard coin.partsOfWhole > 0, count < parts, let fraction = DecimalNumber(count, over: parts),
            let sum = value.plus(fraction)
        else { return nil }
        return (sum, number.next + 1)
    }
}
