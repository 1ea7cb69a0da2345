internal import ArabicText

/// Units and nisbas that mean something only behind a number or behind money. Nothing begins with them, so they are no
/// words of the lexicon and are looked up where they may stand alone.
struct CountedUnits: Sendable {
    static let standard = CountedUnits()

    struct Unit: Sendable {
        var symbol: StaticString
        var isCurrency = false
    }

    private var units: [UInt64: Unit] = [:]
    private var countries: [UInt64: StaticString] = [:]

    private init() {
        addMeasures()
        addMoney()
        addCountries()
    }

    /// The unit that a word names, as it is folded.
    func unit(_ letters: Span<UInt16>) -> Unit? { units[RuleLexicon.hash(letters)] }

    /// The country that a nisba behind a currency's name tells, as the first two letters of the currency's code.
    func country(_ letters: Span<UInt16>) -> StaticString? { countries[RuleLexicon.hash(letters)] }

    private mutating func addMeasures() {
        let measures: [(StaticString, String)] = [
            ("mm", "ملليمتر ملليمترا ملليمترات ميليمترا ميلليمتر مم"),
            ("cm", "سنتمترا سنتمترات سانتيمتر سانتيمترا سانتيمترات"),
            ("µm", "ميكرون ميكرونا ميكرومتر"), ("nm", "نانومتر نانومترا"), ("yd", "ياردة ياردات"),
            ("m2", "م2 متر2 م²"), ("m3", "م3 متر3 م³"), ("km2", "كم2 كلم2 كم² كلم²"), ("cm3", "سم3 سم³"),
            ("mg", "ملغ ملجم مليغراما ملليغرام ملليغراما ملليجرام ميليغرام ميليجرام ميلليغرام"),
            ("µg", "ميكروغرام ميكروغراما ميكروجرام"), ("kt", "كيلوطن"), ("Mt", "ميغاطن ميجاطن"),
            ("ml", "مليلترا ملليلترا مليليتر ملليتر ميليلتر"), ("hl", "هكتولتر هكتوليتر"),
            ("qintar", "قنطار قنطارا قناطير"), ("ardeb", "إردب أردب إردبا"),
            ("TW", "تيراواط تيراوات"), ("V", "فولت فولتا"), ("kV", "كيلوفولت"), ("A", "أمبير"),
            ("kHz", "كيلوهرتز"), ("MHz", "ميغاهرتز ميجاهرتز ميجاهيرتز"), ("GHz", "غيغاهرتز جيجاهرتز جيجاهيرتز"),
            ("KB", "كيلوبايت"), ("TB", "تيرابايت"), ("MP", "ميغابكسل ميجابكسل ميغابيكسل ميجابيكسل"),
            ("Mb", "ميغابت ميجابت"), ("Gb", "غيغابت جيجابت"), ("dB", "ديسيبل"), ("kn", "عقدة"),
        ]
        for (symbol, forms) in measures { Self.add(forms, Unit(symbol: symbol), to: &units) }
    }

    private mutating func addMoney() {
        // A name that several countries' currencies have, or one without a code, is its own value.
        let money: [(StaticString, String)] = [
            ("تومان", "تومان تومانا"), ("شلن", "شلن شلنا شلنات"), ("ZAR", "راند راندا"), ("PLN", "زلوتي"),
            ("HUF", "فورنت فورينت"), ("MYR", "رينغيت رينجيت"), ("VND", "دونغ"), ("NGN", "نايرا"),
            ("ERN", "نقفة ناكفا"), ("KZT", "تنغه"), ("AZN", "مانات"), ("VES", "بوليفار بوليفارا"),
        ]
        for (code, forms) in money { Self.add(forms, Unit(symbol: code, isCurrency: true), to: &units) }
    }

    private mutating func addCountries() {
        let nisbas: [(StaticString, String)] = [
            ("BR", "برازيلي"), ("PH", "فلبيني"), ("ID", "إندونيسي أندونيسي"), ("KE", "كيني"), ("SO", "صومالي"),
            ("TZ", "تنزاني"), ("DJ", "جيبوتي"), ("RW", "رواندي"), ("CO", "كولومبي"), ("CL", "تشيلي"),
            ("LK", "سريلانكي"), ("NP", "نيبالي"), ("CZ", "تشيكي"),
        ]
        for (country, forms) in nisbas {
            for form in forms.split(separator: " ") { Self.add("\(form) \(form)ا \(form)ة", country, to: &countries) }
        }
    }

    private static func add<Meaning>(_ forms: String, _ meaning: Meaning, to table: inout [UInt64: Meaning]) {
        for form in forms.split(separator: " ") {
            table[RuleLexicon.hash(FoldedText(folding: String(form)).letters.span)] = meaning
        }
    }
}

extension RuleReading {
    /// The unit that a word names where a number stands before it.
    func countedUnit(_ index: Int) -> CountedUnits.Unit? {
        guard sentence.contains(index), case .arabic = text.tokens[index].kind else { return nil }
        let all = text.folded.letters
        return CountedUnits.standard.unit(all.span.extracting(text.tokens[index].letters))
    }

    /// The country of the money before a nisba.
    func countryOfMoney(_ index: Int) -> StaticString? {
        let country = bareWord(index).country
        guard country.isEmpty, sentence.contains(index), case .arabic = text.tokens[index].kind else { return country }
        let all = text.folded.letters
        return CountedUnits.standard.country(all.span.extracting(text.tokens[index].letters))
    }

    /// Whether one of these words, as they are folded, stands in a range of the sentence.
    func hasWord(among words: [StaticString], in range: Range<Int>) -> Bool {
        range.clamped(to: sentence).contains { index in words.contains { isWord($0, index) } }
    }
}
