internal import ArabicText

/// Decimals behind a point that is a word: «خمسة فاصلة خمسة وعشرون», «7 فاصلة 002», «54 فاصل 3».
extension NumberRule {
    /// The digits behind a point at a place, as they are written or said, and the token behind them.
    ///
    /// None where another number stands behind a second point: «3 نقطة 5 نقطة 8» is no number.
    func decimals(behind index: Int) -> (digits: String, next: Int)? {
        guard isPoint(index), reading[index + 1].cut == 0,
            let decimals = writtenDecimals(at: index + 1) ?? spokenDecimals(at: index + 1),
            !isPoint(decimals.next) || !isNumber(decimals.next + 1)
        else { return nil }
        return decimals
    }

    /// «فاصلة», «نقطة»; «فاصل» between digits.
    private func isPoint(_ index: Int) -> Bool {
        isPointWord(index)
            || (reading.isWord("فاصل", index) && reading.hasDigits(index - 1) && reading.hasDigits(index + 1))
    }

    func isPointWord(_ index: Int) -> Bool {
        reading.has(.point, index) && reading[index].cut == 0 && !reading[index].hasArticle
    }

    private func isNumber(_ index: Int) -> Bool {
        reading.hasDigits(index) || reading.bareWord(index).number != nil
    }

    /// Digits as they stand, with the noughts that they begin with: «05», «002».
    private func writtenDecimals(at index: Int) -> (digits: String, next: Int)? {
        guard isPlain(index), reading.digits(index).count <= Self.mostDecimals else { return nil }
        return (String(decoding: reading.digits(index), as: UTF16.self), index + 1)
    }

    /// A number below a thousand, or one digit after the other: «خمسة وعشرون», «اثنين ثلاثة», «صفر خمسة».
    private func spokenDecimals(at start: Int) -> (digits: String, next: Int)? {
        let token = reading[start]
        guard token.word != 0, !token.hasArticle, let number = reading.word(start).number, fraction(at: start) == nil
        else { return nil }
        // No power of a thousand is below one: it is that of the whole number.
        var parts = Parts(lastScale: 1)
        guard add(number, isFirst: true, &parts) else { return nil }
        var next = start + 1
        while next - start < Self.longest, let behind = step(from: next, &parts) { next = behind }
        guard let value = parts.group?.integer, next > start + 1 || !reading.has(.oneOf, start) else { return nil }
        var digits = String(value)
        while digits.utf8.count < Self.mostDecimals, value < 10 || digits.first == "0",
            case .unit(let digit) = reading.bareWord(next).number, reading[next].cut == 0
        {
            digits += String(digit)
            next += 1
        }
        return (digits, next)
    }

    static let mostDecimals = 6
}
