/// The units of amounts.
extension AmountRule {
    /// The unit's symbol with what the next word adds to it: a currency's country, a square, a cube.
    func unit(_ word: RuleWord, at index: Int) -> (symbol: String, end: Int) {
        word.isCurrency ? currency(word, at: index) : measure("\(word.unit)", behind: index + 1)
    }

    func measure(_ symbol: String, behind index: Int) -> (symbol: String, end: Int) {
        let next = reading.bareWord(index)
        if next.traits.contains(.square) { return rate(symbol + "2", behind: index + 1) }
        if next.traits.contains(.cubic) { return rate(symbol + "3", behind: index + 1) }
        // «كم²», «متر2»
        if ["m", "km", "cm"].contains(symbol), let power = power(at: index) {
            return rate(symbol + power, behind: index + 1)
        }
        // «ميغا فولت أمبير»
        if symbol.hasSuffix("V"), reading.isWord("امبير", index) { return (symbol + "A", index + 1) }
        // «كيلوواط ساعة», but not «كيلوواط ساعة الذروة»
        if isPower(symbol), reading.isWord("ساعه", index), !reading.isDefinite(index + 1) {
            return (symbol + "h", index + 1)
        }
        // «ميل بحري»
        if symbol == "mi", reading.isWord("بحري", index) || reading.isWord("بحريا", index) { return ("nmi", index + 1) }
        // «طن متري»
        if symbol == "t", reading.isWord("متري", index) || reading.isWord("متريا", index) { return (symbol, index + 1) }
        return rate(symbol, behind: index)
    }

    /// The small digit that makes a length an area or a volume.
    private func power(at index: Int) -> String? {
        guard reading.touches(index) else { return nil }
        if reading.mark(index) == 0xB2 || reading.integer(index, in: 2...2) != nil { return "2" }
        return reading.mark(index) == 0xB3 || reading.integer(index, in: 3...3) != nil ? "3" : nil
    }

    /// «… في الساعة», «…/ساعة», «… بالساعة», «… في الثانية», «… يوميا»: how much of a unit in a time.
    private func rate(_ symbol: String, behind index: Int) -> (symbol: String, end: Int) {
        if reading.has(.in, index), reading[index + 1].hasArticle {
            // Knots are so many miles an hour themselves.
            if reading.has(.hourWord, index + 1) { return (symbol == "kn" ? symbol : symbol + "/h", index + 2) }
            if Self.flowing.contains(symbol), reading.isWord("الثانيه", index + 1) { return (symbol + "/s", index + 2) }
        }
        if reading.isWord("بالساعه", index) { return (symbol + "/h", index + 1) }
        if reading.mark(index) == 0x2F {
            // «كم/ساعة», «كم/س»
            if reading.has(.hourWord, index + 1) || reading.isWord("س", index + 1) {
                return (symbol + (isPower(symbol) ? "h" : "/h"), index + 2)
            }
            let isSecond = reading.isWord("ثانيه", index + 1) || reading.isWord("الثانيه", index + 1)
            if isSecond || reading.isWord("ث", index + 1) || reading.isWord("ثا", index + 1),
                Self.flowing.contains(symbol)
            {
                return (symbol + "/s", index + 2)
            }
        }
        if let end = endOfDaily(at: index) { return (symbol + "/d", end) }
        return (symbol, index)
    }

    /// Whether a unit is one of power or current, which times hours make energy or charge.
    private func isPower(_ symbol: String) -> Bool { symbol.hasSuffix("W") || symbol.hasSuffix("A") }

    /// What flows or moves so fast that it is counted by the second.
    private static let flowing: Set<String> = ["m", "km", "m3", "l", "Mb", "Gb"]

    /// «… يوميا», «… في اليوم الواحد», «…/يوم»: but not «… في اليوم الأول».
    private func endOfDaily(at index: Int) -> Int? {
        if reading.isWord("يوميا", index) { return index + 1 }
        if reading.mark(index) == 0x2F, reading.isWord("يوم", index + 1) || reading.isWord("يوميا", index + 1) {
            return index + 2
        }
        guard reading.has(.in, index), reading.isWord("اليوم", index + 1) else { return nil }
        if reading.isWord("الواحد", index + 2) { return index + 3 }
        return reading.isDefinite(index + 2) || reading.isWord("نفسه", index + 2) || reading.isWord("ذاته", index + 2)
            ? nil : index + 2
    }

    /// «ب/ي», «نقطة أساس», «نقاط مئوية», «سنة ضوئية», whose words alone are none of a unit, and units that are none
    /// where no number stands before them.
    func writtenUnit(at index: Int, behind number: DecimalNumber) -> (symbol: String, end: Int)? {
        if let unit = points(at: index) { return unit }
        if reading[index].word == 0 {
            if reading.isWord("ب", index), reading.mark(index + 1) == 0x2F, reading.isWord("ي", index + 2) {
                return ("bbl/d", index + 3)
            }
            guard let unit = reading.countedUnit(index), !unit.isCurrency else { return calories(at: index) }
            return measure("\(unit.symbol)", behind: index + 1)
        }
        if reading.word(index).period == "Y", reading.isWord("ضوئيه", index + 1), reading[index].cut == 0 {
            return ("ly", index + 2)
        }
        return meters(at: index, behind: number)
    }

    /// «نقطة أساس», «نقاط مئوية»: other points, of leagues and of indices, are counted as goals and men are.
    private func points(at index: Int) -> (symbol: String, end: Int)? {
        guard reading.isWord("نقطه", index) || reading.isWord("نقاط", index) else { return nil }
        if reading.isWord("اساس", index + 1) { return ("bp", index + 2) }
        return reading.has(.celsius, index + 1) ? ("pp", index + 2) : nil
    }

    /// «سعرة حرارية»
    private func calories(at index: Int) -> (symbol: String, end: Int)? {
        guard reading.isWord("سعره", index) || reading.isWord("سعرات", index), reading.isWord("حراريه", index + 1)
        else {
            return nil
        }
        return ("kcal", index + 2)
    }

    /// «500م», «1.85 م»: the letter is as often that of the Common Era or of the afternoon, so the number must be one that
    /// years and hours are not. Where the sentence tells of heat, it is that of «مئوية».
    private func meters(at index: Int, behind number: DecimalNumber) -> (symbol: String, end: Int)? {
        guard reading.isWord("م", index) else { return nil }
        // «500 ألف م2», but not «"12" ألف م2»
        if power(at: index + 1) != nil {
            let isWhole = reading.hasDigits(index - 1) || reading.hasDigits(index - 2)
            return isWhole ? measure("m", behind: index + 1) : nil
        }
        guard reading.hasDigits(index - 1), !reading.has(.yearWord, index - 2), reading.word(index - 2).month == 0
        else { return nil }
        if let whole = number.integer, whole < 100, hasToldOfHeat(index) { return ("°C", index + 1) }
        if let whole = number.integer {
            guard 25...99 ~= whole || (100...1500 ~= whole && whole % 50 == 0) || 2100...10_000 ~= whole else {
                return nil
            }
        }
        return measure("m", behind: index + 1)
    }
}
