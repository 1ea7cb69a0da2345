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
        // «أكبر من عشرة وأقل من خمسة عشر»; with another order they are two.
        var joint = bound.next
        if reading.isWord("و", joint) { joint += 1 }
        if joint > bound.next || reading[joint].hasConjunction,
            let second = self.bound(at: joint, afterAnd: joint == bound.next),
            bound.side == .above, second.side == .below, Self.isLess(bound.value, second.value)
        {
            return (second.next, Self.written(bound, second))
        }
        return (bound.next, Self.written(bound))
    }

    private static func isLess(_ left: DecimalNumber, _ right: DecimalNumber) -> Bool {
        (Double(left.description) ?? 0) < (Double(right.description) ?? 0)
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
        guard isFrom || isBetween || !reading.digits(start).isEmpty, let low = numbers.match(at: index) else {
            return nil
        }
        var joint = low.next
        if isBetween, reading.isWord("و", joint) {
            joint += 1
        } else if isFrom, reading.has(.until, joint) {
            joint += 1
        } else if !isBetween, !isFrom, reading.mark(joint) == 0x2D, reading.touches(joint), reading.touches(joint + 1),
            reading.digits(joint + 1).count == reading.digits(start).count, reading.digits(start).count > 1
        {
            joint += 1
        } else if !isBetween || !reading[joint].hasConjunction {
            return nil
        }
        guard let high = numbers.match(at: joint), Self.isLess(low.value, high.value) else { return nil }
        return (high.next, "[\(low.value),\(high.value))")
    }

    /// «يساوي 20», «يساوي 5000 أو أقل»
    private func equal(at start: Int) -> (next: Int, value: String)? {
        guard reading.isWord("يساوي", start) || reading.isWord("تساوي", start),
            let number = numbers.match(at: start + 1)
        else { return nil }
        if reading.isWord("او", number.next), let (side, next) = comparative(at: number.next + 1),
            numbers.match(at: next) == nil
        {
            return (
                next, Self.written(Bound(side: side, isClosed: true, value: number.value, next: next))
            )
        }
        return (number.next, "[\(number.value),\(number.value)]")
    }

    // MARK: One bound

    private func bound(at start: Int, afterAnd: Bool = false) -> Bound? {
        if !afterAnd, let bound = symbols(at: start) ?? atMost(at: start) { return bound }
        var index = start
        // «لا أقل من»
        let isNegated = !afterAnd && (reading.isWord("لا", start) || reading.isWord("ليس", start))
        if isNegated { index += 1 }
        guard let (side, behind) = comparative(at: index, afterAnd: afterAnd), behind > index + 1 || isPlace(index)
        else {
            return nil
        }
        var next = behind
        var isClosed = isNegated
        // «أصغر من أو يساوي 100»
        if reading.isWord("او", next), reading.isWord("يساوي", next + 1) {
            isClosed = true
            next += 2
        }
        guard let number = numbers.match(at: next) else { return nil }
        next = number.next
        if reading.isWord("او", next), reading.isWord("يساوي", next + 1), numbers.match(at: next + 2) == nil {
            isClosed = true
            next += 2
        }
        let opposite: Side = side == .below ? .above : .below
        return Bound(side: isNegated ? opposite : side, isClosed: isClosed, value: number.value, next: next)
    }

    /// «أقل من», «أكثر», «يزيد عن», «فوق», «تحت», and the token behind it.
    private func comparative(at start: Int, afterAnd: Bool = false) -> (side: Side, next: Int)? {
        guard !afterAnd || reading[start].hasConjunction, !reading[start].hasArticle, !reading[start].hasPreposition
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
        let hasJoint = reading.isWord("من", start + 1) || reading.isWord("عن", start + 1)
        return (side, hasJoint ? start + 2 : start + 1)
    }

    private func isPlace(_ index: Int) -> Bool {
        reading.isWord("فوق", index) || reading.isWord("تحت", index) || reading.isWord("دون", index)
    }

    /// «يصل إلى 700», «لا يتجاوز 20»
    private func atMost(at start: Int) -> Bound? {
        if reading.isWord("يصل", start) || reading.isWord("تصل", start), reading.isWord("الي", start + 1),
            let number = numbers.match(at: start + 2)
        {
            return Bound(side: .below, isClosed: true, value: number.value, next: number.next)
        }
        guard reading.isWord("لا", start), reading.isWord("يتجاوز", start + 1) || reading.isWord("تتجاوز", start + 1),
            let number = numbers.match(at: start + 2)
        else { return nil }
        return Bound(side: .below, isClosed: true, value: number.value, next: number.next)
    }

    /// «30 أو أكثر»
    private func bound(behindNumber start: Int) -> Bound? {
        guard let number = numbers.match(at: start), reading.isWord("او", number.next),
            let (side, next) = comparative(at: number.next + 1), next == number.next + 2
        else { return nil }
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
        guard let number = numbers.match(at: index) else { return nil }
        return Bound(side: side, isClosed: isClosed, value: number.value, next: number.next)
    }
}
