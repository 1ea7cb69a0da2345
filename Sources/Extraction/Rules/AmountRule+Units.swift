/// The units of amounts and the codes of currencies.
extension AmountRule {
    /// The unit's symbol with what the next word adds to it: a currency's country, a square, a cube.
    func unit(_ word: RuleWord, at index: Int) -> (symbol: String, end: Int) {
        let next = reading.bareWord(index + 1)
        if word.isCurrency {
            guard let code = Self.code(of: "\(word.unit)", country: "\(next.country)") else {
                return ("\(word.unit)", index + 1)
            }
            return (code, index + 2)
        }
        return measure("\(word.unit)", behind: index + 1)
    }

    private func measure(_ symbol: String, behind index: Int) -> (symbol: String, end: Int) {
        let next = reading.bareWord(index)
        if next.traits.contains(.square) { return (symbol + "2", index + 1) }
        if next.traits.contains(.cubic) { return (symbol + "3", index + 1) }
        if reading.has(.in, index), reading.has(.hourWord, index + 1), reading[index + 1].hasArticle {
            return (symbol + "/h", index + 2)
        }
        // «كم/ساعة», «كم/س»
        if reading.mark(index) == 0x2F, reading.has(.hourWord, index + 1) || reading.isWord("س", index + 1) {
            return (symbol + (symbol.hasSuffix("W") ? "h" : "/h"), index + 2)
        }
        if let end = endOfDaily(at: index) { return (symbol + "/d", end) }
        // «طن متري»
        if symbol == "t", reading.isWord("متري", index) || reading.isWord("متريا", index) { return (symbol, index + 1) }
        return (symbol, index)
    }

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

    /// «ب/ي», «نقطة أساس», «نقاط مئوية», whose words alone are none of a unit.
    func writtenUnit(at index: Int) -> (symbol: String, end: Int)? {
        if reading.isWord("ب", index), reading.mark(index + 1) == 0x2F, reading.isWord("ي", index + 2) {
            return ("bbl/d", index + 3)
        }
        guard reading.isWord("نقطه", index) || reading.isWord("نقاط", index) else { return nil }
        if reading.isWord("اساس", index + 1) { return ("bp", index + 2) }
        return reading.has(.celsius, index + 1) ? ("pp", index + 2) : nil
    }

    /// «كيلو متر», «كيلو غراما»: a thousand of a unit, written apart. «كيلو» alone may be either of the two.
    func unitInTwoWords(at index: Int) -> (symbol: String, end: Int)? {
        guard isThousand(index) else { return nil }
        // «مترات» has no meaning without «كيلو».
        let unit = reading.isWord("مترات", index + 1) ? "m" : "\(reading.bareWord(index + 1).unit)"
        guard ["m", "g", "W"].contains(unit), reading.bareWord(index + 1).count < 2 else { return nil }
        return measure("k" + unit, behind: index + 2)
    }

    /// Whether a token is «كيلو», which is read here alone: by itself it is no word of the lexicon.
    func isThousand(_ index: Int) -> Bool { reading.isWord("كيلو", index) }

    /// The last letter of a currency's ISO 4217 code, by its name.
    private static let lastLetters = [
        "USD": "D", "جنيه": "P", "دينار": "D", "درهم": "D", "ريال": "R", "ليرة": "P", "فرنك": "F",
        "كرونة": "K",
        "روبية": "R", "بيزو": "N", "KRW": "W", "RUB": "B", "JPY": "Y", "CNY": "Y",
    ]

    /// Codes that do not end in their currency's usual letter.
    private static let exceptions = [
        "ليرةTR": "TRY", "جنيهSD": "SDG", "بيزوAR": "ARS", "روبيةPK": "PKR", "دينارRS": "RSD", "دينارSD": "SDD",
    ]

    private static func code(of name: String, country: String) -> String? {
        guard !country.isEmpty else { return nil }
        if let code = exceptions[name + country] { return code }
        return lastLetters[name].map { country + $0 }
    }
}
