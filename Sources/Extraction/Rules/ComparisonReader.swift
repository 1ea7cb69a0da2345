internal import ArabicText

/// Reads what numbers are said to be less or more than: «أقل من ألف», «لا يقل عن 30», «>= 5», «بين 20 و30».
struct ComparisonReader {
    private let reading: RuleReading
    private let numbers: NumberReader

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberReader(reading)
    }

    private enum Side { case below, above }

    /// One bound of an interval.
    private struct Bound {
        var side: Side
        var isClosed: Bool
        var value: DecimalNumber
        var next: Int
    }

    func match(at start: Int) -> (next: Int, value: String)? {
        if let interval = interval(at: start) ?? equal(at: start) { return interval }
        guard let bound = bound(at: start) ?? bound(behindNumber: start) else { return nil }
        // «أكبر من عشرة وأقل من خمسة عشر», «لا يقل عن 5 ولا يزيد عن 10»; where no number is both they are two.
        guard let second = secondBound(behind: bound.next), second.side != bound.side else {
            return (bound.next, Self.written(bound))
        }
        let (low, high) = bound.side == .above ? (bound, second) : (second, bound)
        guard low.value.isLess(than: high.value) else { return (bound.next, Self.written(bound)) }
        return (second.next, Self.written(low, high))
    }

    /// A second bound behind «و», «لكن» or «ولا».
    private func secondBound(behind index: Int) -> Bound? {
        if reading.isWord("ولا", index) { return bound(at: index, isBehindAnd: true) }
        if reading.isWord("و", index) || reading.isWord("لكن", index) || reading.isWord("ولكن", index) {
            return bound(at: index + 1)
        }
        return reading[index].hasConjunction ? bound(at: index, isBehindAnd: true) : nil
    }

    /// A number, with the article too («المئة», «الخمسين»).
    private func number(at index: Int) -> NumberReader.Match? {
        if let number = numbers.match(at: index) { return number }
        guard reading[index].hasArticle, reading[index].cut == 0 else { return nil }
        switch reading.word(index).number {
        case .unit(let value), .tens(let value), .hundreds(let value): return (DecimalNumber(value), index + 1)
        case .ten: return (DecimalNumber(10), index + 1)
        case .scale(let scale, let count) where count > 0: return (DecimalNumber(scale * count), index + 1)
        default: return nil
        }
    }

    private static func written(_ bound: Bound) -> String {
        switch bound.side {
        case .below: "(,\(bound.value)\(bound.isClosed ? "]" : ")")"
        case .above: "\(bound.isClosed ? "[" : "(")\(bound.value),)"
        }
    }

    private static func written(_ low: Bound, _ high: Bound) -> String {
        "\(low.isClosed ? "[" : "(")\(low.value),\(high.value)\(high.isClosed ? "]" : ")")"
    }

    // MARK: From … to …

    /// «بين 20 و30», «من 20 إلى 30», «1000-5000».
    private func interval(at start: Int) -> (next: Int, value: String)? {
        let isFrom = reading.isWord("من", start)
        let isBetween = reading.isWord("بين", start)
        let index = isFrom || isBetween ? start + 1 : start
        guard isFrom || isBetween || reading.hasDigits(start), let low = numbers.match(at: index) else {
            return nil
        }
        var joint = low.next
        if isBetween, reading.isWord("و", joint) {
            joint += 1
        } else if isFrom, reading.has(.until, joint) {
            joint += 1
        } else if !isBetween, !isFrom, reading.isWord("الي", joint), reading.hasDigits(joint + 1) {
            joint += 1
        } else if !isBetween, !isFrom, [0x2D, 0x7E, 0x2013].contains(reading.mark(joint)),
            reading.touches(joint), reading.touches(joint + 1),
            reading.digits(joint + 1).count == reading.digits(start).count, reading.digits(start).count > 1
        {
            joint += 1
        } else if !isBetween || !reading[joint].hasConjunction {
            return nil
        }
        guard let high = numbers.match(at: joint), low.value.isLess(than: high.value) else { return nil }
        return (high.next, "[\(low.value),\(high.value))")
    }

    /// «يساوي 20», «يساوي 5000 أو أقل», «يساوي أو أكبر من 5», «= 5»
    private func equal(at start: Int) -> (next: Int, value: String)? {
        let isSign = reading.mark(start) == 0x3D && ![0x3C, 0x3D, 0x3E].contains(reading.mark(start - 1))
        guard isSign || isEqual(start) else { return nil }
        if reading.isWord("او", start + 1), let (side, next) = comparative(at: start + 2),
            let number = number(at: next)
        {
            return (number.next, Self.written(Bound(side: side, isClosed: true, value: number.value, next: next)))
        }
        guard let number = number(at: start + 1) else { return nil }
        if reading.isWord("او", number.next), let (side, next) = comparative(at: number.next + 1),
            self.number(at: next) == nil
        {
            return (
                next, Self.written(Bound(side: side, isClosed: true, value: number.value, next: next))
            )
        }
        return (number.next, "[\(number.value),\(number.value)]")
    }

    private func isEqual(_ index: Int) -> Bool { reading.isWord("يساوي", index) || reading.isWord("تساوي", index) }

    // MARK: One bound

    /// - Parameter isBehindAnd: whether «و» stands on the bound's own first token.
    private func bound(at start: Int, isBehindAnd: Bool = false) -> Bound? {
        if !isBehindAnd, let bound = symbols(at: start) ?? atMost(at: start) ?? limit(at: start) { return bound }
        var index = start
        // «لا أقل من»
        let isNegated =
            isBehindAnd
            ? reading.isWord("ولا", start) : reading.isWord("لا", start) || reading.isWord("ليس", start)
        if isNegated { index += 1 }
        guard let (side, behind) = comparative(at: index, isBehindAnd: isBehindAnd && !isNegated) else { return nil }
        var next = behind
        var isClosed = isNegated
        // «أصغر من أو يساوي 100», «أكبر أو يساوي 100»
        if reading.isWord("او", next), isEqual(next + 1) {
            isClosed = true
            next += 2
        } else {
            guard behind > index + 1 || isPlace(index) else { return nil }
        }
        guard let number = number(at: next) else { return nil }
        next = number.next
        if reading.isWord("او", next), isEqual(next + 1), self.number(at: next + 2) == nil {
            isClosed = true
            next += 2
        }
        let opposite: Side = side == .below ? .above : .below
        return Bound(side: isNegated ? opposite : side, isClosed: isClosed, value: number.value, next: next)
    }

    /// «أقل من», «أكثر», «يزيد عن», «يزيد على», «فوق», «تحت», and the token behind it.
    private func comparative(at start: Int, isBehindAnd: Bool = false) -> (side: Side, next: Int)? {
        guard !isBehindAnd || reading[start].hasConjunction, !reading[start].hasArticle, !reading[start].hasPreposition
        else {
            return nil
        }
        let side: Side
        if reading.has(.less, start) {
            side = .below
        } else if reading.has(.more, start) {
            side = .above
        } else {
            return nil
        }
        let hasJoint =
            reading.isWord("من", start + 1) || reading.isWord("عن", start + 1)
            || (isVerb(start) && reading.isWord("علي", start + 1))
        return (side, hasJoint ? start + 2 : start + 1)
    }

    private func isVerb(_ index: Int) -> Bool {
        ["يزيد", "تزيد"].contains { reading.isWord($0, index) }
    }

    /// Words that a number stands right behind.
    private func isPlace(_ index: Int) -> Bool {
        ["فوق", "تحت", "دون", "يتجاوز", "تتجاوز", "يفوق", "تفوق"].contains { reading.isWord($0, index) }
    }

    /// «يصل إلى 700», «لا يتجاوز 20»
    private func atMost(at start: Int) -> Bound? {
        if reading.isWord("يصل", start) || reading.isWord("تصل", start), reading.isWord("الي", start + 1),
            let number = number(at: start + 2)
        {
            return Bound(side: .below, isClosed: true, value: number.value, next: number.next)
        }
        guard reading.isWord("لا", start), reading.isWord("يتجاوز", start + 1) || reading.isWord("تتجاوز", start + 1),
            let number = number(at: start + 2)
        else { return nil }
        return Bound(side: .below, isClosed: true, value: number.value, next: number.next)
    }

    /// «على الأقل 5», «بحد أقصى 5»: words that make a number before or behind them a limit.
    private func limit(at start: Int) -> Bound? {
        guard let (side, next) = limitWords(at: start), let number = number(at: next) else { return nil }
        return Bound(side: side, isClosed: true, value: number.value, next: number.next)
    }

    private func limitWords(at start: Int) -> (side: Side, next: Int)? {
        if reading.isWord("علي", start) {
            if reading.isWord("الاقل", start + 1) { return (.above, start + 2) }
            return reading.isWord("الاكثر", start + 1) ? (.below, start + 2) : nil
        }
        guard reading.isWord("بحد", start) || reading.isWord("كحد", start) else { return nil }
        if reading.isWord("اقصي", start + 1) { return (.below, start + 2) }
        return reading.isWord("ادني", start + 1) ? (.above, start + 2) : nil
    }

    /// «30 أو أكثر», «30 فأكثر», «30 فما فوق», «30 على الأقل»
    private func bound(behindNumber start: Int) -> Bound? {
        guard let number = numbers.match(at: start) else { return nil }
        if reading.isWord("او", number.next) || reading.isWord("و", number.next),
            let (side, next) = comparative(at: number.next + 1), next == number.next + 2
        {
            return Bound(side: side, isClosed: true, value: number.value, next: next)
        }
        if let (side, next) = comparative(at: number.next, isBehindAnd: true), next == number.next + 1,
            self.number(at: next) == nil
        {
            return Bound(side: side, isClosed: true, value: number.value, next: next)
        }
        if reading.isWord("او", number.next), reading.isWord("ما", number.next + 1),
            let (side, next) = comparative(at: number.next + 2), next == number.next + 3
        {
            return Bound(side: side, isClosed: true, value: number.value, next: next)
        }
        if reading.isWord("فما", number.next), let (side, next) = comparative(at: number.next + 1),
            next == number.next + 2
        {
            return Bound(side: side, isClosed: true, value: number.value, next: next)
        }
        guard let (side, next) = limitWords(at: number.next), self.number(at: next) == nil else { return nil }
        return Bound(side: side, isClosed: true, value: number.value, next: next)
    }

    /// «>30», «<= 5», «≥ 7»; «<>» and «=<» compare nothing.
    private func symbols(at start: Int) -> Bound? {
        let first = reading.mark(start)
        guard reading.mark(start - 1) != 0x3D, reading.mark(start - 1) != 0x3C else { return nil }
        let side: Side
        var isClosed = false
        switch first {
        case 0x3E: side = .above
        case 0x3C: side = .below
        case 0x2265: (side, isClosed) = (.above, true)
        case 0x2264: (side, isClosed) = (.below, true)
        default: return nil
        }
        var index = start + 1
        if reading.mark(index) == 0x3D {
            isClosed = true
            index += 1
        }
        guard let number = number(at: index) else { return nil }
        return Bound(side: side, isClosed: isClosed, value: number.value, next: number.next)
    }
}
