internal import ArabicText

/// How numbers in digits are written: with marks or spaces between their groups, with «ر» for the decimal point, from the
/// right to the left, in brackets.
extension NumberRule {
    typealias Written = (value: DecimalNumber, next: Int)

    /// A number in digits at the beginning of a longer one, or with nothing behind it.
    func digits(at start: Int) -> Written? {
        if isFromTheRight(start) { return fromTheRight(at: start) }
        if let number = aroundReh(at: start) { return number }
        var letters = Array(reading.digits(start))
        var next = groups(behind: start, &letters)
        if next == start + 1, isPlain(start), letters.count <= 3, letters.first != 0x30 {
            while letters.count <= 12, reading.digits(next).count == 3, isPlain(next) {
                letters += reading.digits(next)
                next += 1
            }
            // «1 432,7»
            if letters.count <= 12, hasGroupBeforeComma(next) {
                letters += reading.digits(next).map { $0 == 0x2C ? 0x2E : $0 }
                next += 1
            }
        }
        return value(letters, from: start, to: next)
    }

    /// Whether a token has three digits before a comma and one or two behind it: the last group of a number that spaces part.
    private func hasGroupBeforeComma(_ index: Int) -> Bool {
        let letters = reading.digits(index)
        guard 5...6 ~= letters.count, letters.dropFirst(3).first == 0x2C else { return false }
        return letters.count { 0x30...0x39 ~= $0 } == letters.count - 1
    }

    /// «4ر16», which is 16.4: agencies write «ر» for the point, and what is left of it on paper stands before it in the
    /// text. Several part thousands: «250ر100ر3» is 3,100,250.
    private func aroundReh(at start: Int) -> Written? {
        guard isPlain(start) else { return nil }
        var letters = Array(reading.digits(start))
        var next = start + 1
        while letters.count <= 15, reading.touches(next), reading.isWord("ر", next), reading.touches(next + 1),
            isPlain(next + 1)
        {
            letters = reading.digits(next + 1) + [0x2E] + letters
            next += 2
        }
        return next == start + 1 ? nil : value(letters, from: start, to: next)
    }

    /// «6.15» with a right-to-left mark behind its point, which makes it 15.6 on paper. What has several such points is a
    /// race's time, not a number.
    private func fromTheRight(at start: Int) -> Written? {
        let parts = reading.digits(start).split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        guard parts.count == 2 else { return nil }
        return value(Array(parts.reversed().joined(separator: [0x2E])), from: start, to: start + 1)
    }

    /// Whether each mark between the digits of a token has one behind it that is not seen.
    private func isFromTheRight(_ index: Int) -> Bool {
        let token = reading.text.tokens[index]
        // Most have as many letters as code points.
        guard token.letters.count < Int(token.end - token.start) else { return false }
        let marks = token.letters.filter { [0x2E, 0x2C].contains(reading.text.folded.letters[$0]) }
        let origins = reading.text.folded.origins
        return !marks.isEmpty && marks.allSatisfy { origins[$0 + 1] == origins[$0] + 2 }
    }

    private func value(_ letters: [UInt16], from start: Int, to next: Int) -> Written? {
        // «66.000 متر» are thousands; «1.000 مليار» and «5.000%» are as exact as that.
        let isWhole = DecimalNumber.endsInThousand(letters[...]) && !isExact(from: start, to: next)
        return DecimalNumber(reading: isWhole ? letters[...].filter { $0 != 0x2E }[...] : letters[...])
            .map { ($0, next) }
    }

    /// The ends of a range, at these tokens, read in one way: in «بين 7.500 و10.000 طن» both are thousands, in «بين 3.000
    /// و5.500 مليار» neither is.
    func alike(_ first: Match, at start: Int, _ second: Match, at joint: Int) -> (Match, Match) {
        let isWhole =
            second.scale == 1 && endOfPercent(at: second.next) == nil
            && (DecimalNumber.endsInThousand(reading.digits(start))
                || DecimalNumber.endsInThousand(reading.digits(joint)))
        func read(_ number: Match, at index: Int) -> Match {
            let letters = reading.digits(index)
            guard number.next == index + 1, !isFromTheRight(index), DecimalNumber.hasThreeBehindStop(letters),
                let value = DecimalNumber(reading: isWhole ? letters.filter { $0 != 0x2E }[...] : letters)
            else { return number }
            var number = number
            number.value = value
            return number
        }
        return (read(first, at: start), read(second, at: joint))
    }

    /// Whether what a number counts is so large, or so small, that it is likely to have decimals.
    private func isExact(from start: Int, to next: Int) -> Bool {
        let next = reading.mark(next) == 0x29 ? next + 1 : next
        return isScale(next) || endOfPercent(at: next) != nil || endOfPercent(at: start - 1) == start
    }

    func isScale(_ index: Int) -> Bool {
        if case .scale = reading.bareWord(index).number { true } else { false }
    }

    /// Whether a token is digits without any separator.
    func isPlain(_ index: Int) -> Bool {
        let letters = reading.digits(index)
        return !letters.isEmpty && letters.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// «(500) ألف»: brackets or quotation marks around digits are part of a number that goes on behind them.
    func digitsBeforeScale(at start: Int) -> Written? {
        guard let closing = closing(at: start), let inner = digits(at: start + 1),
            reading.mark(inner.next) == closing, isScale(inner.next + 1)
        else { return nil }
        return (inner.value, inner.next + 1)
    }

    /// The mark that closes what one before digits opens; there may be a space behind a bracket.
    private func closing(at index: Int) -> UInt16? {
        let mark = reading.mark(index)
        guard reading.hasDigits(index + 1), mark == 0x28 || reading.touches(index + 1) else { return nil }
        return Self.closing(of: mark)
    }

    /// The mark that closes what a bracket or a quotation mark opens.
    @inline(__always)
    static func closing(of mark: UInt16) -> UInt16? {
        switch mark {
        case 0x28: 0x29
        case 0xAB: 0xBB
        case 0x22: 0x22
        case 0x201C: 0x201D
        default: nil
        }
    }

    /// «(500)», «(3 ملايين)», «"400"», before what it counts: digits in brackets alone are no number to other rules, but a note's,
    /// a list's or a law's.
    func enclosed(at start: Int) -> Match? {
        guard let closing = closing(at: start), var number = match(at: start + 1),
            reading.mark(number.next) == closing
        else { return nil }
        number.next += 1
        return number
    }

    /// The end of a sign or words for per cent.
    func endOfPercent(at index: Int) -> Int? {
        let mark = reading.mark(index)
        if mark == 0x25 || mark == 0x66A || mark == 0xFE6A { return index + 1 }
        if reading.has(.percent, index) { return index + 1 }
        guard reading.has(.in, index) || reading.has(.fromOf, index), reading[index].cut == 0,
            reading.word(index + 1).number == .hundreds(100), reading[index + 1].cut == 0
        else { return nil }
        return index + 2
    }
}
