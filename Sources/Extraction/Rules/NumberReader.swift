internal import ArabicText

/// Reads a number with its sign, as a fraction («3/4», «خمسة أثمان», «واحد على مئة») or a mixed one («2 1/4»).
struct NumberReader {
    private let reading: RuleReading
    private let numbers: NumberRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
    }

    typealias Match = (value: DecimalNumber, next: Int)

    /// The longest number that starts at a token.
    func match(at start: Int) -> Match? {
        if reading.has(.minus, start) {
            if reading.mark(start) != 0 {
                guard reading.touches(start + 1), !reading.touches(start) || !reading.hasDigits(start - 1) else {
                    return nil
                }
            }
            return unsigned(at: start + 1).map { ($0.value.negated, $0.next) }
        }
        return unsigned(at: start)
    }

    private func unsigned(at start: Int) -> Match? {
        if let small = pointFirst(at: start) { return small }
        if reading.isWord("جزء", start), let part = share(of: DecimalNumber(1), at: start + 1) { return part }
        if let mixed = slashed(at: start) ?? small(at: start) ?? eighth(at: start) { return mixed }
        guard let number = numbers.match(at: start) else { return nil }
        if let power = exponent(of: number.value, behind: number.next) { return power }
        // «ثلاثة على خمسة»
        if reading.isWord("علي", number.next), let whole = numbers.match(at: number.next + 1),
            let value = number.value.divided(by: whole.value)
        {
            return (value, whole.next)
        }
        if let part = part(of: number, at: start) { return part }
        return (number.value, number.next)
    }

    /// «.5»
    private func pointFirst(at start: Int) -> Match? {
        let mark = reading.mark(start)
        guard mark == 0x2E || mark == 0x2C, !reading.touches(start), reading.touches(start + 1),
            1...6 ~= reading.digits(start + 1).count,
            let value = DecimalNumber(0).withFraction(
                digits: String(decoding: reading.digits(start + 1), as: UTF16.self)
            )
        else { return nil }
        return (value, start + 2)
    }

    /// «مئة أجزاء من خمسة وثلاثين», «واحد من ثلاثة»
    private func part(of number: NumberRule.Match, at start: Int) -> Match? {
        if reading.isWord("جزء", number.next) || reading.isWord("اجزاء", number.next) {
            return share(of: number.value, at: number.next + 1)
        }
        return reading.bareWord(start).number == .unit(1) && number.next == start + 1
            ? share(of: number.value, at: number.next) : nil
    }

    private func share(of numerator: DecimalNumber, at index: Int) -> Match? {
        guard reading.isWord("من", index), let whole = numbers.match(at: index + 1),
            let value = numerator.divided(by: whole.value)
        else { return nil }
        return (value, whole.next)
    }

    /// «3/4», «2 1/4», «1/4 2», but no date «5/17/2018».
    private func slashed(at start: Int) -> Match? {
        if let (value, next) = fraction(at: start) {
            if let whole = reading.integer(next, in: 0...9999), fraction(at: next) == nil,
                reading.mark(next + 1) != 0x2F,
                let sum = value.plus(DecimalNumber(whole))
            {
                return (sum, next + 1)
            }
            return (value, next)
        }
        guard let whole = reading.integer(start, in: 0...9999), let (value, next) = fraction(at: start + 1),
            let sum = value.plus(DecimalNumber(whole))
        else { return nil }
        return (sum, next)
    }

    private func fraction(at start: Int) -> Match? {
        guard let numerator = reading.integer(start, in: 0...9999), reading.mark(start + 1) == 0x2F,
            reading.mark(start - 1) != 0x2F, reading.mark(start + 3) != 0x2F,
            let denominator = reading.integer(start + 2, in: 1...9999),
            let value = DecimalNumber(numerator, over: denominator)
        else { return nil }
        return (value, start + 3)
    }

    /// «ثلاث وخمس»: a fifth behind a unit, where a second unit can't be.
    private func small(at start: Int) -> Match? {
        guard !reading.hasDigits(start), let number = numbers.match(at: start), number.next == start + 1,
            reading[number.next].hasConjunction, !reading[number.next].hasArticle,
            case .unit(let denominator) = reading.word(number.next).number, 5...9 ~= denominator,
            reading.text.letters(of: reading.text.tokens[number.next]).last != 0x647,
            case .unit = reading.word(start).number, let part = DecimalNumber(1, over: denominator),
            let sum = number.value.plus(part), !isNumber(number.next + 1)
        else { return nil }
        return (sum, number.next + 1)
    }

    private func isNumber(_ index: Int) -> Bool {
        reading.hasDigits(index) || (reading[index].word != 0 && reading.word(index).number != nil)
    }

    /// «ثمن», which is a price as well: only this reader takes it for an eighth.
    private func eighth(at start: Int) -> Match? {
        guard reading.isWord("ثمن", start), reading.sentence.contains(start + 1),
            reading.text.letters(of: reading.text.tokens[start + 1]).starts(with: [0x627, 0x644])
        else { return nil }
        return DecimalNumber(1, over: 8).map { ($0, start + 1) }
    }

    /// «12.3e+14»
    private func exponent(of value: DecimalNumber, behind index: Int) -> Match? {
        if reading.mark(index) == 0x5E, reading.touches(index), reading.touches(index + 1) {
            let isNegative = reading.mark(index + 1) == 0x2D
            let place = isNegative ? index + 2 : index + 1
            guard let exponent = reading.integer(place, in: 0...18), !isNegative || reading.touches(place) else {
                return nil
            }
            return value.power(exponent, isInverse: isNegative).map { ($0, place + 1) }
        }
        if reading.touches(index), let exponent = joinedExponent(index), let power = value.shifted(exponent) {
            return (power, index + 1)
        }
        guard reading.isWord("e", index), reading.touches(index), reading.touches(index + 1) else { return nil }
        let place = reading.mark(index + 1) == 0x2B ? index + 2 : index + 1
        guard let exponent = reading.integer(place, in: 0...18) else { return nil }
        return value.shifted(exponent).map { ($0, place + 1) }
    }

    /// «e10» as one token
    private func joinedExponent(_ index: Int) -> Int? {
        guard reading.sentence.contains(index) else { return nil }
        let letters = reading.text.letters(of: reading.text.tokens[index])
        guard letters.first == 0x65, 2...3 ~= letters.count else { return nil }
        return Int(String(decoding: letters.dropFirst(), as: UTF16.self)).flatMap { 0...18 ~= $0 ? $0 : nil }
    }
}
