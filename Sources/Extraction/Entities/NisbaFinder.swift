internal import ArabicText

/// Finds the adjectives of countries: «الروسي», «الأميركية», «مصريون», «والسوريين», in all their forms.
///
/// A form is led back to the masculine singular, its clitics and article off, and looked up. Inside the names of persons
/// and places they are no adjectives («أحمد العراقي», «السعودية»); an adjective that two countries share («كوري») belongs
/// to one where the next word tells which.
struct NisbaFinder: Sendable {
    private let gazetteer: Gazetteer
    /// By a spelling that the lexicon does not have, folded: the country's code, as a number.
    private let others: LetterTable

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        others = LetterTable(
            Self.others.map { word, code in (FoldedText(folding: word).letters, Self.number(code)) }
        )
    }

    /// Whether a word, folded, is the adjective of a country, whatever stands behind it.
    func mayBeNisba(_ word: ArraySlice<UInt16>) -> Bool {
        guard let length = Self.lengthOfSingular(word.span) else { return false }
        return [nil, Self.northern, Self.southern].contains { following in
            nisba(word, singular: length, following: following ?? []) != nil
        }
    }

    /// The adjectives in `text`, whose other mentions are `mentions` and whose words are looked up in `words`, by position.
    func nisbas(in text: TokenizedText, beside mentions: [EntityMention], words: TextWords) -> [NisbaMention] {
        var found: [NisbaMention] = []
        var next = 0
        let all = text.folded.letters
        let letters = all.span
        for (index, token) in text.tokens.enumerated() where token.isArabic {
            guard let length = length(ofSingularIn: token, at: index, of: text, letters, words) else { continue }
            while next < mentions.count, mentions[next].range.upperBound <= Int(token.start) { next += 1 }
            if next < mentions.count, mentions[next].range.lowerBound < Int(token.end) {
                let type = mentions[next].type
                guard type == .organization || type == .miscellaneous else { continue }
            }
            let word = text.letters(of: token)
            let following = index + 1 < text.tokens.count ? text.letters(of: text.tokens[index + 1]) : []
            guard let nisba = nisba(word, singular: length, following: following) else { continue }
            if nisba.country == AncientRome.country, AncientRome.isMeant(at: index, in: text) { continue }
            if nisba.country == Self.qatar, isOfCountryOffice(index, in: text) { continue }
            let start = nisba.cut == 0 ? Int(token.start) : Int(text.folded.origins[Int(token.firstLetter) + nisba.cut])
            found.append(NisbaMention(range: start..<Int(token.end), country: nisba.country))
        }
        return found
    }

    /// ``lengthOfSingular(_:)`` of a word that may be one; of an accusative too, where its tanween is written: «فلسطينيًّا».
    @inline(__always)
    private func length(
        ofSingularIn token: Token,
        at index: Int,
        of text: TokenizedText,
        _ letters: Span<UInt16>,
        _ words: TextWords
    ) -> Int? {
        let word = letters.extracting(token.letters)
        if words.may(.nisba, at: index), let length = Self.lengthOfSingular(word) { return length }
        guard word.count > 4, word[word.count - 1] == ArabicLetter.alef, word[word.count - 2] == ArabicLetter.yeh,
            token.hasTanween(in: text.folded)
        else { return nil }
        return word.count - 1
    }

    /// Whether «القطري» is who stands for a body in a country: «المدير القطري للبنك الدولي».
    private func isOfCountryOffice(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, index + 1 < text.tokens.count, Self.offices[text.letters(of: text.tokens[index - 1])] != nil
        else {
            return false
        }
        return text.letters(of: text.tokens[index + 1]).first == ArabicLetter.lam
    }

    private static let qatar = "QA"
    private static let offices = table(
        "المدير المديرة والمدير والمديرة المكتب الممثل الممثلة والممثل والممثلة للمدير البرنامج الفريق"
    )

    /// The number of letters up to the yeh of the masculine singular, or `nil` where the word has no such ending: ـي ـية
    /// ـيا ـيون ـيين ـيان ـيتان ـيتين ـيات.
    @inline(__always)
    private static func lengthOfSingular(_ word: Span<UInt16>) -> Int? {
        guard word.count >= 4 else { return nil }
        let end = word.count
        func isYeh(_ distance: Int) -> Bool {
            word.count - distance >= 3 && word[end - 1 - distance] == ArabicLetter.yeh
        }
        let last = word[end - 1]
        let before = word[end - 2]
        switch last {
        case ArabicLetter.yeh: return word.count
        case ArabicLetter.heh: return isYeh(1) ? word.count - 1 : nil
        case ArabicLetter.teh: return before == ArabicLetter.alef && isYeh(2) ? word.count - 2 : nil
        case ArabicLetter.noon:
            guard before == ArabicLetter.waw || before == ArabicLetter.yeh || before == ArabicLetter.alef else {
                return nil
            }
            if isYeh(2) { return word.count - 2 }
            return before != ArabicLetter.waw && word[end - 3] == ArabicLetter.teh && isYeh(3) ? word.count - 3 : nil
        default: return nil
        }
    }

    private func nisba(
        _ word: ArraySlice<UInt16>,
        singular: Int,
        following: ArraySlice<UInt16>
    ) -> (cut: Int, country: String)? {
        var cut = 0
        while true {
            var base = word.prefix(singular).dropFirst(cut)
            if base.count >= 5, base.first == ArabicLetter.alef, base[base.startIndex + 1] == ArabicLetter.lam {
                base = base.dropFirst(2)
            }
            if base.count >= 3, let country = country(of: base, following: following) { return (cut, country) }
            guard cut < 2, let first = word.dropFirst(cut).first, singular - cut >= 5 else { return nil }
            let isConjunction = first == ArabicLetter.waw || first == ArabicLetter.feh
            let isPreposition = first == ArabicLetter.beh || first == ArabicLetter.lam || first == ArabicLetter.kaf
            guard cut == 0 ? isConjunction || isPreposition : isPreposition else { return nil }
            cut += 1
            let after = word.dropFirst(cut)
            if first == ArabicLetter.lam, after.first == ArabicLetter.lam {
                // «للروسي»: the article's lam is part of the mention, its alef is not written.
                let base = word.prefix(singular).dropFirst(cut + 1)
                guard base.count >= 3, let country = country(of: base, following: following) else { return nil }
                return (cut, country)
            }
        }
    }

    /// The country of a masculine singular without its article.
    private func country(of base: ArraySlice<UInt16>, following: ArraySlice<UInt16>) -> String? {
        if let shared = Self.shared[base] {
            if Self.north[following] != nil { return shared == Self.irish ? "GB-NIR" : "KP" }
            if Self.south[following] != nil { return shared == Self.irish ? nil : "KR" }
            return shared == Self.irish ? "IE" : nil
        }
        if let code = others[base] { return Self.string(code) }
        if Self.words[base] != nil { return nil }
        return gazetteer.country(ofNisba: base)?.countryCode
    }

    /// Two letters of eight bits; of a part of a country its number.
    private static func number(_ code: String) -> UInt32 {
        if let part = ConstituentCountry(code: code) { return UInt32(part.rawValue) }
        return code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func string(_ code: UInt32) -> String {
        if let part = ConstituentCountry(rawValue: Int(code)) { return part.code }
        return String(decoding: [UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code)], as: UTF8.self)
    }

    private static func table(_ words: String, _ value: UInt32 = 1) -> LetterTable {
        LetterTable(list: words, as: value)
    }

    private static let irish: UInt32 = 2
    private static let shared = LetterTable(
        lists: [("كوري", 1), ("أيرلندي إيرلندي ايرلندي", irish)]
    )
    private static let northern = FoldedText(folding: "الشمالية").letters[...]
    private static let southern = FoldedText(folding: "الجنوبية").letters[...]
    private static let north = table("الشمالي الشمالية الشماليون الشماليين شمالي شمالية شماليون شماليين")
    private static let south = table("الجنوبي الجنوبية الجنوبيون الجنوبيين جنوبي جنوبية جنوبيون جنوبيين")
    /// Adjectives that several countries share, and words that only look like one.
    private static let words = table("كونغولي دومينيكي قمري جيبوتي نيوي")

    /// Spellings beside those of the list of countries. From general knowledge.
    private static let others: [(String, String)] = [
        ("أميركي", "US"), ("أمريكي", "US"), ("أمريكاني", "US"), ("أميركاني", "US"), ("إنجليزي", "GB-ENG"),
        ("إنكليزي", "GB-ENG"), ("بريطاني", "GB"), ("اسكتلندي", "GB-SCT"), ("اسكوتلندي", "GB-SCT"),
        ("سكوتلندي", "GB-SCT"), ("سكتلندي", "GB-SCT"), ("ويلزي", "GB-WLS"), ("روسي", "RU"), ("دانماركي", "DK"),
        ("دنمركي", "DK"), ("هنغاري", "HU"), ("مجري", "HU"), ("بولوني", "PL"), ("بولندي", "PL"), ("تايلاندي", "TH"),
        ("كازاخي", "KZ"), ("كازاخستاني", "KZ"), ("قازاقي", "KZ"), ("أوزبكي", "UZ"), ("قرغيزي", "KG"),
        ("قيرغيزي", "KG"), ("طاجيكي", "TJ"), ("تركماني", "TM"), ("أذري", "AZ"), ("أذربيجاني", "AZ"), ("إماراتي", "AE"),
        ("سعودي", "SA"), ("برازيلي", "BR"), ("أرجنتيني", "AR"), ("يوناني", "GR"), ("إغريقي", "GR"), ("حبشي", "ET"),
        ("إثيوبي", "ET"), ("أثيوبي", "ET"), ("تشادي", "TD"), ("نيجيري", "NG"), ("كيني", "KE"), ("موريتاني", "MR"),
        ("أوكراني", "UA"), ("اوكرايني", "UA"), ("أوكرايني", "UA"), ("فيليبيني", "PH"), ("فلبيني", "PH"),
        ("فيتنامي", "VN"), ("بورمي", "MM"), ("ماليزي", "MY"), ("إندونيسي", "ID"), ("أندونيسي", "ID"),
        ("سنغافوري", "SG"), ("تايواني", "TW"), ("إسباني", "ES"), ("أسباني", "ES"), ("برتغالي", "PT"),
        ("سويسري", "CH"), ("سويدي", "SE"), ("نرويجي", "NO"), ("فنلندي", "FI"), ("هولندي", "NL"), ("كوسوفي", "XK"),
        ("تشيلي", "CL"), ("شيلي", "CL"), ("فنزويلي", "VE"), ("مكسيكي", "MX"), ("كولومبي", "CO"), ("كوبي", "CU"),
        ("سلوفيني", "SI"), ("إيطالي", "IT"), ("ايطالي", "IT"), ("بحريني", "BH"), ("قطري", "QA"),
        ("كويتي", "KW"), ("عماني", "OM"), ("يمني", "YE"), ("عراقي", "IQ"), ("سوري", "SY"), ("لبناني", "LB"),
        ("أردني", "JO"), ("فلسطيني", "PS"), ("إسرائيلي", "IL"), ("مصري", "EG"), ("سوداني", "SD"), ("ليبي", "LY"),
        ("تونسي", "TN"), ("جزائري", "DZ"), ("مغربي", "MA"), ("صومالي", "SO"), ("إيراني", "IR"),
        ("تركي", "TR"), ("أفغاني", "AF"), ("باكستاني", "PK"), ("هندي", "IN"), ("صيني", "CN"), ("ياباني", "JP"),
        ("ألماني", "DE"), ("فرنسي", "FR"), ("بلجيكي", "BE"), ("نمساوي", "AT"), ("كندي", "CA"), ("أسترالي", "AU"),
        ("استرالي", "AU"),
    ]
}
