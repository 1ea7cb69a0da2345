/// Reads numbers in digits, in words, and in both («3 ملايين», «مئة وخمسة وعشرون ألفا»).
struct NumberRule {
    let reading: RuleReading

    struct Match {
        var value: DecimalNumber
        /// The token behind the number.
        var next: Int
        /// Whether it begins with a fraction, which alone is no number but «half of …».
        var isFraction = false
        /// Whether a word for a thousand or more, or for hundreds, is part of it.
        var isLarge = false
        /// The last power of a thousand, or 1.
        var scale = 1
    }

    /// What the part below a thousand, so far, ends with.
    enum Slot { case empty, hundreds, unit(Int), full }

    /// No number that people write is longer, in tokens.
    static let longest = 24

    struct Parts {
        var total = DecimalNumber(0)
        var group: DecimalNumber?
        var slot = Slot.empty
        var lastScale = Int.max
        var isLarge = false

        /// Puts digits behind the decimal point of what was read last; `false` where they have no place there.
        mutating func append(digits: String) -> Bool {
            guard let exact = (group ?? total).withFraction(digits: digits) else { return false }
            if group == nil { total = exact } else { group = exact }
            slot = .full
            return true
        }
    }

    /// The longest number that starts at a token.
    func match(at start: Int) -> Match? {
        var parts = Parts()
        var index = start
        var isFraction = false
        if reading.hasDigits(start) || Self.closing(of: reading.mark(start)) != nil {
            let written =
                reading.hasDigits(start)
                ? fractionInDigits(at: start) ?? digits(at: start) : digitsBeforeScale(at: start)
            guard let (value, next) = written else { return nil }
            parts.group = value
            parts.slot = .full
            index = next
        } else {
            let token = reading[start]
            guard token.word != 0, !token.hasArticle, let number = reading.word(start).number else { return nil }
            if let fraction = fraction(at: start) {
                guard let scale = wholeOfFraction(fraction.next) else {
                    return DecimalNumber(fraction.numerator, over: fraction.denominator).map {
                        Match(value: $0, next: fraction.next, isFraction: true)
                    }
                }
                guard let value = DecimalNumber(fraction.numerator, over: fraction.denominator, of: scale) else {
                    return nil
                }
                if scale == 12 { return Match(value: value, next: fraction.next + 1) }
                parts.total = value
                parts.lastScale = scale
                index = fraction.next + 1
                isFraction = true
            } else {
                guard add(number, isFirst: true, &parts) else { return nil }
                index += 1
            }
        }
        while index - start < Self.longest, let next = step(from: index, &parts) { index = next }
        if index == start + 1, reading.has(.oneOf, start) { return nil }
        if let (digits, next) = decimals(behind: index), parts.append(digits: digits) {
            index = next
            // «7 فاصلة 5 ملايين»
            while index - start < Self.longest, let next = step(from: index, &parts) { index = next }
        }
        guard let value = parts.group.map({ parts.total.plus($0) }) ?? parts.total else { return nil }
        return Match(
            value: value,
            next: index,
            isFraction: isFraction,
            isLarge: parts.isLarge,
            scale: parts.lastScale == Int.max ? 1 : parts.lastScale
        )
    }

    /// «نصف», «ثلثي», «ثلاثة أرباع»
    func fraction(at index: Int) -> (numerator: Int, denominator: Int, next: Int)? {
        switch reading.word(index).number {
        case .fraction(let numerator, let denominator): return (numerator, denominator, index + 1)
        case .unit(let count):
            guard case .fractions(let denominator) = reading.bareWord(index + 1).number, count > 0 else { return nil }
            return (count, denominator, index + 2)
        default: return nil
        }
    }

    /// What a fraction is of: «مليون», «المليون», «دزينة».
    private func wholeOfFraction(_ index: Int) -> Int? {
        guard reading[index].cut == 0 else { return nil }
        switch reading.word(index).number {
        case .scale(let scale, 1): return scale
        case .dozens(1): return reading[index].hasArticle ? nil : 12
        default: return nil
        }
    }

    /// Takes the next word or digits into the number; the token behind them, or `nil` where the number ends.
    func step(from index: Int, _ parts: inout Parts) -> Int? {
        var place = index
        var isJoined = reading[index].hasConjunction
        if reading.has(.and, index) {
            place += 1
            isJoined = true
            guard !reading[place].hasConjunction else { return nil }
        }
        if reading.hasDigits(place) {
            guard isJoined, parts.group == nil, let value = DecimalNumber(reading: reading.digits(place)),
                let integer = value.integer, integer < parts.lastScale
            else { return nil }
            parts.group = value
            parts.slot = .full
            return place + 1
        }
        let token = reading[place]
        guard token.word != 0, !token.hasArticle, !token.hasPreposition, let number = reading.word(place).number else {
            return nil
        }
        if isJoined, let fraction = fraction(at: place) {
            return add(fraction.numerator, over: fraction.denominator, at: fraction.next - 1, &parts)
        }
        guard isJoined ? join(number, &parts) : multiply(by: number, &parts) else { return nil }
        return place + 1
    }

    /// A word behind «and», or the first one.
    private func join(_ number: RuleWord.Number, _ parts: inout Parts) -> Bool {
        add(number, isFirst: false, &parts)
    }

    func add(_ number: RuleWord.Number, isFirst: Bool, _ parts: inout Parts) -> Bool {
        let group = parts.group?.integer
        switch (number, parts.slot) {
        case (.unit(let value), .empty) where parts.group == nil:
            parts.group = DecimalNumber(value)
            parts.slot = .unit(value)
        case (.unit(let value), .hundreds):
            guard let group else { return false }
            parts.group = DecimalNumber(group + value)
            parts.slot = .unit(value)
        case (.ten, .empty) where parts.group == nil:
            parts.group = DecimalNumber(10)
            parts.slot = .full
        case (.ten, .hundreds):
            guard let group else { return false }
            parts.group = DecimalNumber(group + 10)
            parts.slot = .full
        case (.tens(let value), .empty), (.tens(let value), .hundreds), (.tens(let value), .unit):
            parts.group = DecimalNumber((group ?? 0) + value)
            parts.slot = .full
        case (.hundreds(let value), .empty) where parts.group == nil:
            parts.group = DecimalNumber(value)
            parts.slot = .hundreds
            parts.isLarge = true
        case (.dozens(let count), .empty) where count > 0, (.dozens(let count), .hundreds) where count > 0:
            parts.group = DecimalNumber((group ?? 0) + 12 * count)
            parts.slot = .full
        case (.scale(let scale, let count), _) where parts.group == nil && count > 0 && scale < parts.lastScale:
            guard let sum = DecimalNumber(scale).times(count).flatMap(parts.total.plus) else { return false }
            parts.total = sum
            parts.lastScale = scale
            parts.isLarge = true
        default: return false
        }
        return true
    }

    /// A word that stands right behind another: «عشر» of 11 to 19, «مئة» of 300, a power of a thousand.
    private func multiply(by number: RuleWord.Number, _ parts: inout Parts) -> Bool {
        switch (number, parts.slot) {
        case (.ten, .unit(let unit)):
            guard let group = parts.group?.integer, unit < 10 else { return false }
            parts.group = DecimalNumber(group + 10)
            parts.slot = .full
        case (.dozens(let count), _) where count < 2:
            guard let product = parts.group?.times(12) else { return false }
            parts.group = product
            parts.slot = .full
        case (.hundreds(100), .unit(let unit)):
            guard parts.group?.integer == unit, unit >= 3 else { return false }
            parts.group = DecimalNumber(unit * 100)
            parts.slot = .hundreds
            parts.isLarge = true
        case (.scale(let scale, let count), _) where count < 2:
            if let group = parts.group {
                guard scale < parts.lastScale, let sum = group.times(scale).flatMap(parts.total.plus) else {
                    return false
                }
                parts.total = sum
            } else {
                // «ألف مليار»
                guard scale > parts.lastScale, let product = parts.total.times(scale) else { return false }
                parts.total = product
            }
            parts.group = nil
            parts.slot = .empty
            parts.lastScale = scale
            parts.isLarge = true
        default: return false
        }
        return true
    }

    /// «… and a half», of the power of a thousand before it where there is one.
    private func add(_ numerator: Int, over denominator: Int, at place: Int, _ parts: inout Parts) -> Int? {
        let whole = parts.group == nil ? parts.lastScale : 1
        guard let part = DecimalNumber(numerator, over: denominator, of: whole) else { return nil }
        if let group = parts.group {
            guard let sum = group.plus(part) else { return nil }
            parts.group = sum
        } else {
            guard let sum = parts.total.plus(part) else { return nil }
            parts.total = sum
        }
        parts.slot = .full
        let next = place + 1
        guard case .scale(let scale, 1) = reading.word(next).number, reading[next].cut == 0 else { return next }
        if parts.group == nil { return scale == parts.lastScale ? next + 1 : next }
        return next
    }
}

extension NumberRule {
    /// An ordinal with its article («الثالثة», «الحادي والعشرين», «العشرين») and the token behind it.
    func ordinal(at index: Int) -> (value: Int, next: Int)? {
        let token = reading[index]
        guard token.word != 0, token.hasArticle else { return nil }
        let word = reading.word(index)
        if case .tens(let tens) = word.number { return (tens, index + 1) }
        guard word.ordinal > 0 else { return nil }
        let next = reading[index + 1]
        guard next.word != 0, !next.hasPreposition else { return (word.ordinal, index + 1) }
        switch reading.word(index + 1).number {
        case .ten where !next.hasConjunction && !next.hasArticle && word.ordinal < 10:
            return (word.ordinal + 10, index + 2)
        case .tens(let tens) where next.hasConjunction && next.hasArticle && word.ordinal < 10:
            return (word.ordinal + tens, index + 2)
        default: return (word.ordinal, index + 1)
        }
    }
}
