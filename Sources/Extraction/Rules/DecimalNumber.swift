/// A number as texts write it: exact, in integers, so that its value reads the same on every machine.
package struct DecimalNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number without its decimal point.
    private var digits: Int
    /// How many of its digits stand behind the point.
    private var places: Int

    package init(_ integer: Int) {
        digits = integer
        places = 0
    }

    /// `numerator / denominator` of `whole`, exact or to fifteen significant digits.
    init?(_ numerator: Int, over denominator: Int, of whole: Int = 1) {
        let (part, overflow) = whole.multipliedReportingOverflow(by: numerator)
        guard !overflow, denominator > 0, part >= 0 else { return nil }
        digits = part / denominator
        places = 0
        var rest = part % denominator
        while rest > 0, digits < 100_000_000_000_000, places < 24 {
            let (next, overflow) = rest.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            digits = digits * 10 + next / denominator
            places += 1
            rest = next % denominator
        }
        if rest >= denominator - rest { digits += 1 }
        normalize()
    }

    /// The quotient of two whole numbers, to fifteen significant digits.
    func divided(by other: DecimalNumber) -> DecimalNumber? {
        guard let numerator = integer, let denominator = other.integer else { return nil }
        return DecimalNumber(numerator, over: denominator)
    }

    /// The number with these ASCII digits, six at most, behind its decimal point; `nil` where the result is out of range.
    func withFraction(digits written: String) -> DecimalNumber? {
        guard places == 0, let fraction = Int(written), fraction >= 0, fraction < 1_000_000 else { return nil }
        var result = self
        for _ in 0..<written.utf8.count {
            let (product, overflow) = result.digits.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            result.digits = product
            result.places += 1
        }
        let (sum, overflow) = result.digits.addingReportingOverflow(fraction)
        guard !overflow else { return nil }
        result.digits = sum
        result.normalize()
        return result
    }

    /// Times ten to the power of `exponent`; `nil` where the result is out of range.
    func shifted(_ exponent: Int) -> DecimalNumber? {
        var product: DecimalNumber? = self
        for _ in 0..<exponent { product = product?.times(10) }
        return product
    }

    /// The number to the power of `exponent`, or one over it.
    func power(_ exponent: Int, isInverse: Bool) -> DecimalNumber? {
        var digits = 1
        for _ in 0..<exponent {
            let (product, overflow) = digits.multipliedReportingOverflow(by: self.digits)
            guard !overflow else { return nil }
            digits = product
        }
        let places = self.places * exponent
        var scale = 1
        for _ in 0..<places {
            let (product, overflow) = scale.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            scale = product
        }
        guard digits >= 0 else { return nil }
        return isInverse ? DecimalNumber(scale, over: digits) : DecimalNumber(digits, over: scale)
    }

    package var negated: DecimalNumber {
        var result = self
        result.digits = -digits
        return result
    }

    /// Reads folded letters: digits with full stops and commas. `nil` for what is no number, or one of more than fifteen
    /// digits; «1.5.2» and «12.5.2016» are none.
    init?(reading letters: ArraySlice<UInt16>) {
        let marks = letters.count { $0 == 0x2E || $0 == 0x2C }
        guard letters.count - marks <= 15, letters.count > marks else { return nil }
        let point = marks == 0 ? nil : Self.point(of: letters)
        guard marks < 2 || point != nil || Self.hasGroups(letters) else { return nil }
        digits = 0
        places = 0
        for (index, letter) in zip(letters.indices, letters) {
            switch letter {
            case 0x30...0x39:
                digits = digits * 10 + Int(letter - 0x30)
                if let point, index > point { places += 1 }
            case 0x2E, 0x2C: break
            default: return nil
            }
        }
        normalize()
    }

    /// Where the decimal point stands. One comma or stop before three digits that end the number is a decimal point for
    /// the stop, a thousands separator for the comma; several of one kind separate thousands, but the last one before
    /// one or two digits is the point («1.234.567.89»), and so is one of the other kind behind them («1.234.567,89»).
    private static func point(of letters: ArraySlice<UInt16>) -> Int? {
        let stops = letters.count { $0 == 0x2E }
        let commas = letters.count { $0 == 0x2C }
        guard let last = letters.lastIndex(where: { $0 == 0x2E || $0 == 0x2C }) else { return nil }
        if stops + commas > 1, partThousands(letters[..<last]) {
            let isOfOtherKind = letters[last] == 0x2E ? stops == 1 : commas == 1
            if isOfOtherKind || 1...2 ~= letters.endIndex - last - 1 { return last }
        }
        if stops == 1 { return letters.firstIndex(of: 0x2E) }
        guard commas == 1, stops == 0 else { return nil }
        return letters.endIndex - last != 4 || letters.first == 0x30 ? last : nil
    }

    /// Whether the marks between digits stand where those of thousands do.
    private static func partThousands(_ letters: ArraySlice<UInt16>) -> Bool {
        let groups = letters.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        return 1...3 ~= groups[0].count && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    /// Whether what is behind the first of several marks is groups of three digits, or of two before the last one, as India
    /// parts them; what is before it may be any number of digits, for a mark is easily left out.
    private static func hasGroups(_ letters: ArraySlice<UInt16>) -> Bool {
        let groups = letters.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }.dropFirst()
        let least = letters.contains(0x2E) ? 3 : 2
        return groups.last?.count == 3 && groups.allSatisfy { least...3 ~= $0.count }
    }

    /// Whether a full stop before three digits is the only mark, and may part thousands: «66.000», but not «0.125».
    static func hasThreeBehindStop(_ letters: ArraySlice<UInt16>) -> Bool {
        5...7 ~= letters.count && letters.first != 0x30 && letters.suffix(4).first == 0x2E
            && letters.count { $0 == 0x2E || $0 == 0x2C } == 1
    }

    /// Whether they are «000»: «66.000».
    static func endsInThousand(_ letters: ArraySlice<UInt16>) -> Bool {
        hasThreeBehindStop(letters) && letters.suffix(3).allSatisfy { $0 == 0x30 }
    }

    /// The number, if it is a whole one.
    package var integer: Int? { places == 0 ? digits : nil }

    /// `nil` where the result is out of range.
    func times(_ factor: Int) -> DecimalNumber? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        var result = self
        result.digits = product
        result.normalize()
        return result
    }

    func isLess(than other: DecimalNumber) -> Bool { (Double(description) ?? 0) < (Double(other.description) ?? 0) }

    /// `nil` where the result is out of range.
    func plus(_ other: DecimalNumber) -> DecimalNumber? {
        guard places <= other.places else { return other.plus(self) }
        var factor = 1
        for _ in places..<other.places {
            let (next, overflow) = factor.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            factor = next
        }
        let (scaled, overflow) = digits.multipliedReportingOverflow(by: factor)
        let (sum, overflowOfSum) = scaled.addingReportingOverflow(other.digits)
        guard !overflow, !overflowOfSum else { return nil }
        var result = other
        result.digits = sum
        result.normalize()
        return result
    }

    private mutating func normalize() {
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
    }

    /// Digits with a full stop: «3000000», «12.5».
    package var description: String {
        guard places > 0 else { return String(digits) }
        let text = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
        return "\(digits < 0 ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
