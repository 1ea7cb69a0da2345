/// From one amount to another, each with its unit.
extension AmountRule {
    /// «بين 400 ريال و600 ريال», «بين 6 أمتار إلى 33 مترا», «بين قدمين و6 أقدام», «بين 9 سنوات و27 سنة»; of prices «بين 65 ريالا
    /// و68», too.
    func between(at start: Int) -> RuleMatch? {
        guard reading.has(.between, start) else { return nil }
        if let lengths = durations.between(at: start + 1) {
            return RuleMatch(tokens: start..<lengths.tokens.upperBound, type: lengths.type, value: lengths.value)
        }
        guard let (least, low) = lower(at: start + 1), let next = endOfJoint(low.tokens.upperBound),
            let second = numbers.match(at: next), least.isLess(than: second.value)
        else { return nil }
        if let high = amount(second, from: next) {
            guard high.type == low.type, high.value.hasPrefix("\(second.value) "),
                low.value == "\(least)\(high.value.dropFirst(second.value.description.count))"
            else { return nil }
            return RuleMatch(tokens: start..<high.tokens.upperBound, type: high.type, value: "\(least)/\(high.value)")
        }
        guard low.type == .money, low.value.hasPrefix("\(least) "), isAlone(second.next) else { return nil }
        let unit = low.value.dropFirst(least.description.count)
        return RuleMatch(tokens: start..<second.next, type: .money, value: "\(least)/\(second.value)\(unit)")
    }

    /// «400 ريال», «قدمين»: the lower of two amounts.
    private func lower(at start: Int) -> (number: DecimalNumber, amount: RuleMatch)? {
        if let number = numbers.match(at: start) { return amount(number, from: start).map { (number.value, $0) } }
        guard reading.bareWord(start).count == 2, let dual = unitAlone(at: start), dual.value.hasPrefix("2 ") else {
            return nil
        }
        return (DecimalNumber(2), dual)
    }

    /// Behind «and» or «to», where something else begins.
    private func endOfJoint(_ index: Int) -> Int? {
        if reading.has(.and, index) || reading.has(.until, index) && reading[index].cut == 0 { return index + 1 }
        return reading.hasConjunction(index) ? index : nil
    }

    /// «[من] نصف متر إلى متر ونصف», «متر إلى مترين»: where the words themselves count.
    ///
    /// Weather reports tell so how high waves are. What has a number of its own on both sides may tell what grew: «من 20
    /// كيلومترا إلى 30 كيلومترا» are two.
    func measureUpTo(at start: Int) -> RuleMatch? {
        guard reading.has(.until, start + 1) || reading.has(.until, start + 2),
            let low = wordsOfMeasure(at: start, isFirst: true), reading.has(.until, low.next),
            reading[low.next].cut == 0, let high = wordsOfMeasure(at: low.next + 1, isFirst: false),
            low.symbol == high.symbol, low.value.isLess(than: high.value)
        else { return nil }
        return RuleMatch(
            tokens: start..<high.next,
            type: .quantity,
            value: "\(low.value)/\(high.value) \(high.symbol)"
        )
    }

    /// «نصف متر», «متر», «متر ونصف», «مترين».
    private func wordsOfMeasure(
        at start: Int,
        isFirst: Bool
    ) -> (value: DecimalNumber, symbol: String, next: Int)? {
        if let fraction = numbers.fraction(at: start), reading[start].cut == 0 {
            let word = reading.bareWord(fraction.next)
            guard !word.unit.isEmpty, word.count == 1, !word.isCurrency,
                let part = DecimalNumber(fraction.numerator, over: fraction.denominator)
            else { return nil }
            return (part, "\(word.unit)", fraction.next + 1)
        }
        let word = reading.bareWord(start)
        guard !word.unit.isEmpty, 1...2 ~= word.count, !word.isCurrency, word.number == nil,
            // «كم إلى» asks how far.
            !isFirst || reading.has(.fromOf, start - 1) || reading.has(.between, start - 1)
                || (reading.bareWord(start + 2).count == 2 && !reading.isWord("كم", start))
        else { return nil }
        let (value, next) =
            halved(DecimalNumber(word.count), word.unit, behind: start + 1) ?? (DecimalNumber(word.count), start + 1)
        return (value, "\(word.unit)", next)
    }
}
