internal import ArabicText

/// Numbers in digits with the Arabic comma «،», which parts thousands for some and decimals for others.
extension NumberRule {
    /// The token behind the groups of three that «،» parts, and the decimals behind the last one: «26،013», «184،716.34».
    func groups(behind start: Int, _ letters: inout [UInt16]) -> Int {
        var next = start + 1
        guard isPlain(start), letters.count <= 3 else { return next }
        if let end = decimals(behind: start, &letters) { return end }
        guard letters.first != 0x30 else { return next }
        while letters.count <= 12, isJoined(next) {
            let group = reading.digits(next + 1)
            let whole = group.prefix { $0 != 0x2E }
            guard whole.count == 3, whole.allSatisfy({ 0x30...0x39 ~= $0 }) else { break }
            // «184،716.34», but not «184،716.345»
            guard group.count == 3 || 5...6 ~= group.count else { break }
            letters += group
            next += 2
            if group.count > 3 { break }
        }
        return next
    }

    /// «3،5%», «12،5 مليون»: one or two digits behind «،» are decimals where what follows counts in such numbers; a list's
    /// comma does not touch.
    private func decimals(behind start: Int, _ letters: inout [UInt16]) -> Int? {
        let next = start + 1
        guard isJoined(next), 1...2 ~= reading.digits(next + 1).count, isPlain(next + 1), !isJoined(next + 2),
            !(reading.mark(start - 1) == 0x60C && reading.touches(start)),
            isScale(next + 2) || endOfPercent(at: next + 2) != nil || !reading.bareWord(next + 2).unit.isEmpty
        else { return nil }
        letters += [0x2E] + reading.digits(next + 1)
        return next + 2
    }

    /// Whether «،» stands at a place and touches both its neighbours, the second of which is digits.
    private func isJoined(_ index: Int) -> Bool {
        reading.mark(index) == 0x60C && reading.touches(index) && reading.touches(index + 1)
            && reading.hasDigits(index + 1)
    }
}
