/// Finds money, percentages and quantities: a number and what it counts.
struct AmountRule {
    private let reading: RuleReading
    private let numbers: NumberRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
    }

    func match(at start: Int) -> RuleMatch? {
        if let money = moneyBehindSign(at: start) { return money }
        if let percent = percentBehindWord(at: start) ?? negativePercent(at: start) { return percent }
        if let number = numbers.match(at: start) {
            if let end = endOfPercent(at: number.next) {
                return RuleMatch(tokens: start..<end, type: .percent, value: number.value.description)
            }
            return counted(number, from: start)
        }
        return lasting(at: start) ?? dual(at: start)
    }

    /// «$20», «€5.2 مليار».
    private func moneyBehindSign(at start: Int) -> RuleMatch? {
        guard reading.mark(start) != 0 else { return nil }
        let word = reading.word(start)
        guard word.isCurrency, let number = numbers.match(at: start + 1), !reading.digits(start + 1).isEmpty else {
            return nil
        }
        return RuleMatch(tokens: start..<number.next, type: .money, value: "\(number.value) \(word.unit)")
    }

    /// «بالمئة 10», where no number stands before it.
    private func percentBehindWord(at start: Int) -> RuleMatch? {
        guard reading.has(.percent, start), let number = numbers.match(at: start + 1), !number.isFraction,
            !reading.digits(start + 1).isEmpty
        else { return nil }
        return RuleMatch(tokens: start..<number.next, type: .percent, value: number.value.description)
    }

    /// «سالب خمسة بالمئة»
    private func negativePercent(at start: Int) -> RuleMatch? {
        guard reading.has(.minus, start), let number = numbers.match(at: start + 1),
            let end = endOfPercent(at: number.next)
        else { return nil }
        return RuleMatch(tokens: start..<end, type: .percent, value: "-\(number.value)")
    }

    /// The end of a sign or words for per cent.
    private func endOfPercent(at index: Int) -> Int? {
        let mark = reading.mark(index)
        if mark == 0x25 || mark == 0x66A || mark == 0xFE6A { return index + 1 }
        if reading.has(.percent, index) { return index + 1 }
        guard reading.has(.in, index) || reading.has(.fromOf, index), reading[index].cut == 0,
            reading.word(index + 1).number == .hundreds(100), reading[index + 1].cut == 0
        else { return nil }
        return index + 2
    }

    private func counted(_ number: NumberRule.Match, from start: Int) -> RuleMatch? {
        let index = number.next
        let token = reading[index]
        guard token.word != 0, token.cut == 0, !token.hasArticle else { return nil }
        let word = reading.word(index)
        if !word.unit.isEmpty {
            guard word.count < 2 else { return nil }
            let (unit, end) = unit(word, at: index)
            return RuleMatch(
                tokens: start..<end,
                type: word.isCurrency ? .money : .quantity,
                value: "\(number.value) \(unit)"
            )
        }
        if word.traits.contains(.degree) {
            guard let (unit, end) = degree(behind: index) else { return nil }
            return RuleMatch(tokens: start..<end, type: .quantity, value: "\(number.value) \(unit)")
        }
        guard let period = word.period, word.count < 2 else { return nil }
        return RuleMatch(
            tokens: start..<index + 1,
            type: .quantity,
            value: Self.duration(number.value.description, period)
        )
    }

    private func degree(behind index: Int) -> (unit: String, end: Int)? {
        if reading.has(.celsius, index + 1) { return ("°C", index + 2) }
        if reading.has(.fahrenheit, index + 1) { return ("°F", index + 2) }
        return nil
    }

    /// The unit's symbol with what the next word adds to it: a currency's country, a square, a cube.
    private func unit(_ word: RuleWord, at index: Int) -> (symbol: String, end: Int) {
        let next = reading.bareWord(index + 1)
        if word.isCurrency {
            guard let code = Self.code(of: word.unit, country: next.country) else { return (word.unit, index + 1) }
            return (code, index + 2)
        }
        if next.traits.contains(.square) { return (word.unit + "2", index + 2) }
        if next.traits.contains(.cubic) { return (word.unit + "3", index + 2) }
        if reading.has(.in, index + 1), reading.has(.hourWord, index + 2), reading[index + 2].hasArticle {
            return (word.unit + "/h", index + 3)
        }
        return (word.unit, index + 1)
    }

    /// The last letter of a currency's ISO 4217 code, by its name.
    private static let lastLetters = [
        "USD": "D", "جنيه": "P", "دينار": "D", "درهم": "D", "ريال": "R", "ليرة": "P", "فرنك": "F", "كرونة": "K",
        "روبية": "R", "بيزو": "N", "KRW": "W", "RUB": "B", "JPY": "Y", "CNY": "Y",
    ]

    /// Codes that do not end in their currency's usual letter.
    private static let exceptions = [
        "ليرةTR": "TRY", "جنيهSD": "SDG", "بيزوAR": "ARS", "روبيةPK": "PKR", "دينارRS": "RSD", "دينارSD": "SDD",
    ]

    private static func code(of name: String, country: String) -> String? {
        guard !country.isEmpty else { return nil }
        if let code = exceptions[name + country] { return code }
        return lastLetters[name].map { country + $0 }
    }

    /// «ساعة ونصف», «عامين ونصف», «يوم كامل», «لمدة شهر», «طوال العام».
    private func lasting(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard let period = word.period, word.count > 0 else { return nil }
        let isLasting = reading.has(.during, start - 1)
        guard !reading[start].hasArticle || (isLasting && word.count == 1) else { return nil }
        let next = reading[start + 1]
        if next.hasConjunction, !next.hasArticle, !next.hasPreposition,
            case .fraction(let numerator, let denominator) = reading.word(start + 1).number,
            let part = DecimalNumber(numerator, over: denominator),
            let sum = DecimalNumber(word.count).plus(part)
        {
            let value = Self.duration(sum.description, period)
            return RuleMatch(tokens: start..<start + 2, type: .quantity, value: value)
        }
        guard word.count == 1 else { return nil }
        let isWhole = reading.bareWord(start + 1).traits.contains(.whole)
        guard isWhole || isLasting else { return nil }
        let end = isWhole ? start + 2 : start + 1
        return RuleMatch(tokens: start..<end, type: .quantity, value: Self.duration("1", period))
    }

    /// «دولارين», «كيلومترين», «يومين»: the word counts for itself.
    private func dual(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard word.count == 2, !reading[start].hasArticle, word.number == nil else { return nil }
        let token = start..<start + 1
        if let period = word.period {
            return RuleMatch(tokens: token, type: .quantity, value: Self.duration("2", period))
        }
        guard !word.unit.isEmpty else { return nil }
        let (unit, end) = unit(word, at: start)
        return RuleMatch(tokens: start..<end, type: word.isCurrency ? .money : .quantity, value: "2 \(unit)")
    }

    /// An ISO 8601 duration: «P3D», «PT2H».
    static func duration(_ number: String, _ period: Character) -> String {
        switch period {
        case "H", "S": "PT\(number)\(period)"
        case "N": "PT\(number)M"
        default: "P\(number)\(period)"
        }
    }
}
