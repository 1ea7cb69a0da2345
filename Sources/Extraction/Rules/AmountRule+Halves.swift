internal import ArabicText

/// Units that a fraction is added to, and units without a number.
extension AmountRule {
    /// «… ونصف», «… ونصف المتر», «… وثلاثة أرباع»: the amount with the fraction behind it, and the token behind that.
    func halved(_ value: DecimalNumber, _ symbol: StaticString, behind index: Int) -> (DecimalNumber, next: Int)? {
        let token = reading[index]
        guard token.hasConjunction, !token.hasPreposition, !token.hasArticle,
            let fraction = numbers.fraction(at: index),
            let part = DecimalNumber(fraction.numerator, over: fraction.denominator), let sum = value.plus(part)
        else { return nil }
        let (next, word) = (fraction.next, reading.word(fraction.next))
        if !word.unit.isEmpty, word.count == 1, reading[next].cut == 0 {
            return "\(word.unit)" == "\(symbol)" ? (sum, next + 1) : nil
        }
        // «دولار ونصف السكان», «مترين ونصف مليون», «5 أطنان ونصف ساعة», «… ونصف قيمتها»
        guard word.number == nil || reading[next].hasConjunction, word.period == nil || reading[next].cut > 0,
            !reading.isDefinite(next), !isOwned(next)
        else { return nil }
        return (sum, next)
    }

    /// Whether «ها» or «هم» ends a word.
    private func isOwned(_ index: Int) -> Bool {
        guard reading.sentence.contains(index) else { return false }
        let letters = reading.text.letters(of: reading.text.tokens[index])
        return letters.count > 3 && (letters.hasSuffix([0x647, 0x627]) || letters.hasSuffix([0x647, 0x645]))
    }

    /// «دولارين», «كيلومترين ونصف»: the word counts for itself; «متر ونصف», «ريال واحد»: alone it is no amount. «ميلان» is a
    /// city and its clubs far more often than two miles.
    func unitAlone(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        guard !word.unit.isEmpty, 1...2 ~= word.count, !reading[start].hasArticle, word.number == nil,
            !isThousand(start - 1), !reading.isWord("ميلان", start)
        else { return nil }
        let (unit, end) = unit(word, at: start)
        let type: EntityType = word.isCurrency ? .money : .quantity
        if let (value, next) = halved(DecimalNumber(word.count), word.unit, behind: end) {
            return RuleMatch(tokens: start..<next, type: type, value: "\(value) \(unit)")
        }
        if word.count == 2 { return RuleMatch(tokens: start..<end, type: type, value: "2 \(unit)") }
        // «على قدم واحدة», «وطن واحد», «كم واحد»
        guard reading.bareWord(end).number == .unit(1), !reading.has(.oneOf, end), "\(word.unit)" != "ft",
            !reading[start].hasConjunction, !reading.isWord("كم", start)
        else { return nil }
        return RuleMatch(tokens: start..<end + 1, type: type, value: "1 \(unit)")
    }
}

extension ArraySlice<UInt16> {
    fileprivate func hasSuffix(_ end: [UInt16]) -> Bool { suffix(end.count).elementsEqual(end) }
}
