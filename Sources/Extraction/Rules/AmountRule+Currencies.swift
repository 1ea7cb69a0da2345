internal import ArabicText

/// Whose money a currency's name or letters mean.
extension AmountRule {
    /// A currency's code with the country that the next word tells: «درهم مغربي», «فرنك أفريقي».
    func currency(_ word: RuleWord, at index: Int) -> (symbol: String, end: Int) {
        let name = "\(word.unit)"
        if let code = Self.code(of: name, country: reading.countryOfMoney(index + 1).map { "\($0)" } ?? "") {
            return (code, index + 2)
        }
        if name == "فرنك" { return africanFranc(at: index + 1) ?? (name, index + 1) }
        return (name == "AED" && isOfJordan(index) ? "JOD" : name, index + 1)
    }

    /// A currency that is one only behind a number.
    func countedCurrency(at index: Int) -> (symbol: String, end: Int)? {
        guard let unit = reading.countedUnit(index), unit.isCurrency else { return nil }
        if let country = reading.countryOfMoney(index + 1),
            let code = Self.code(of: "\(unit.symbol)", country: "\(country)")
        {
            return (code, index + 2)
        }
        return ("\(unit.symbol)", index + 1)
    }

    /// «أوقية» of Mauritania, where the text tells of that country and of no gold: elsewhere it is an ounce.
    func ouguiya(at index: Int) -> (symbol: String, end: Int)? {
        guard reading.isWord("اوقيه", index) else { return nil }
        if reading.isWord("قديمه", index + 1) { return ("MRO", index + 2) }
        if reading.isWord("جديده", index + 1) || reading.isWord("موريتانيه", index + 1) { return ("MRU", index + 2) }
        guard !reading.hasWord(among: Self.weighed, in: index + 1..<index + 3),
            isNear(index, Self.wordsOfMauritania)
        else { return nil }
        return ("MRU", index + 1)
    }

    /// «فرنك أفريقي», «فرنك غرب أفريقي»: two currencies have the first name.
    private func africanFranc(at index: Int) -> (symbol: String, end: Int)? {
        if reading.isWord("سيفا", index) { return ("فرنك أفريقي", index + 1) }
        let isWestern = reading.isWord("غرب", index)
        let name = isWestern || reading.isWord("وسط", index) ? index + 1 : index
        guard reading.isWord("افريقي", name) || reading.isWord("افريقيا", name) else { return nil }
        return (name == index ? "فرنك أفريقي" : isWestern ? "XOF" : "XAF", name + 1)
    }

    /// «د.أ» of Jordan has the letters of «د.إ» of the Emirates once hamza is folded: which country the text tells of
    /// decides, the Emirates' where it tells of neither.
    private func isOfJordan(_ index: Int) -> Bool {
        (reading.isWord("د.ا", index) || reading.isWord("د.ا.", index)) && isNear(index, Self.wordsOfJordan)
            && !isNear(index, Self.wordsOfEmirates)
    }

    /// Whether one of these words stands within a hundred tokens of a place, beyond the sentence too.
    private func isNear(_ index: Int, _ words: [StaticString]) -> Bool {
        let tokens = (index - 100..<index + 100).clamped(to: 0..<reading.text.tokens.count)
        var reading = reading
        reading.sentence = tokens
        return reading.hasWord(among: words, in: tokens)
    }

    // As they are folded.
    private static let wordsOfJordan: [StaticString] = [
        "الاردن", "بالاردن", "والاردن", "للاردن", "اردني", "اردنيه", "الاردني", "الاردنيه", "الاردنيين",
    ]
    private static let wordsOfEmirates: [StaticString] = [
        "الامارات", "بالامارات", "والامارات", "للامارات", "اماراتي", "اماراتيه", "الاماراتي", "الاماراتيه", "دبي",
        "ابوظبي",
    ]
    private static let wordsOfMauritania: [StaticString] = [
        "موريتانيا", "بموريتانيا", "وموريتانيا", "لموريتانيا", "موريتاني", "موريتانيه", "الموريتاني", "الموريتانيه",
        "الموريتانيين", "نواكشوط", "بنواكشوط", "نواذيبو",
    ]
    private static let weighed: [StaticString] = ["ذهب", "ذهبا", "الذهب", "فضه", "الفضه", "بلاتين", "البلاتين"]

    /// The last letter of a currency's ISO 4217 code, by its name.
    private static let lastLetters = [
        "USD": "D", "جنيه": "P", "دينار": "D", "درهم": "D", "ريال": "R", "ليرة": "P", "فرنك": "F",
        "كرونة": "K", "روبية": "R", "بيزو": "N", "KRW": "W", "RUB": "B", "JPY": "Y", "CNY": "Y", "شلن": "S",
    ]

    /// Codes that do not end in their currency's usual letter.
    private static let exceptions = [
        "ليرةTR": "TRY", "جنيهSD": "SDG", "بيزوAR": "ARS", "روبيةPK": "PKR", "دينارRS": "RSD", "دينارSD": "SDD",
        "ريالBR": "BRL", "بيزوPH": "PHP", "بيزوCO": "COP", "بيزوCL": "CLP",
    ]

    private static func code(of name: String, country: String) -> String? {
        guard !country.isEmpty else { return nil }
        if let code = exceptions[name + country] { return code }
        return lastLetters[name].map { country + $0 }
    }
}
