extension RuleLexicon {
    /// Units of measure and money.
    mutating func addUnits() {
        addMeasure("km", one: "كيلومتر كيلومترا كلم كم km", two: "كيلومترين كيلومتران", many: "كيلومترات")
        addMeasure("m", one: "متر مترا m", two: "مترين متران", many: "أمتار")
        addMeasure("cm", one: "سنتيمتر سنتيمترا سم cm سنتمتر", two: "سنتيمترين", many: "سنتيمترات")
        addMeasure("mm", one: "مليمتر مليمترا ملم mm ميليمتر", two: "", many: "مليمترات")
        addMeasure("mi", one: "ميل ميلا", two: "ميلين ميلان", many: "أميال")
        addMeasure("ft", one: "قدم قدما", two: "قدمين", many: "أقدام")
        addMeasure("in", one: "بوصة إنش", two: "بوصتين", many: "بوصات")
        addMeasure("t", one: "طن طنا", two: "طنين طنان", many: "أطنان")
        addMeasure(
            "kg",
            one: "كيلوغرام كيلوغراما كيلوجرام كيلوجراما كغ كلغ كغم كلغم كجم kg",
            two: "كيلوغرامين",
            many: "كيلوغرامات كيلوجرامات"
        )
        addMeasure("g", one: "غرام غراما جرام جراما", two: "غرامين", many: "غرامات جرامات")
        addMeasure("mg", one: "مليغرام مليجرام ملغم mg", two: "", many: "")
        addMeasure("lb", one: "رطل رطلا", two: "رطلين", many: "أرطال")
        addMeasure("oz", one: "أونصة أوقية", two: "", many: "أونصات")
        addMeasure("bbl", one: "برميل برميلا", two: "برميلين", many: "براميل")
        addMeasure("l", one: "لتر لترا ليتر ليترا", two: "لترين", many: "لترات ليترات")
        addMeasure("ml", one: "مليلتر ملليلتر ml", two: "", many: "")
        addMeasure("gal", one: "غالون جالون", two: "", many: "غالونات")
        addMeasure("ha", one: "هكتار هكتارا", two: "هكتارين", many: "هكتارات")
        addMeasure("feddan", one: "فدان فدانا", two: "فدانين", many: "أفدنة")
        addMeasure("dunam", one: "دونم دونما", two: "دونمين", many: "دونمات")
        addMeasure("acre", one: "", two: "", many: "أكر")
        addMeasure("W", one: "واط واطا وات", two: "", many: "")
        addMeasure("kW", one: "كيلوواط كيلووات kw", two: "", many: "")
        addMeasure("MW", one: "ميغاواط ميغاوات ميجاوات ميجاواط mw", two: "", many: "")
        addMeasure("GW", one: "غيغاواط جيجاوات gw", two: "", many: "")
        addMeasure("Hz", one: "هرتز hz", two: "", many: "")
        addMeasure("GB", one: "غيغابايت جيجابايت gb", two: "", many: "")
        addMeasure("MB", one: "ميغابايت ميجابايت mb", two: "", many: "")
        add("$ € £ ¥ usd eur gbp jpy cny rub sar sr aed") { $0.isSign = true }
        addSmallMoney("سنت", one: "سنت سنتا", two: "سنتين سنتان", many: "سنتات", in: 100)
        addSmallMoney("بنس", one: "بنس بنسا", two: "بنسين", many: "بنسات", in: 100)
        addSmallMoney("قرش", one: "قرش قرشا", two: "قرشين قرشان", many: "قروش", in: 100)
        addSmallMoney("هللة", one: "هللة", two: "هللتين", many: "هللات", in: 100)
        addSmallMoney("فلس", one: "فلس فلسا", two: "فلسين", many: "فلوس", in: 1000)
        addSmallMoney("بيسة", one: "بيسة", two: "بيستين", many: "بيسات", in: 1000)
        addSmallMoney("سنتيم", one: "سنتيم سنتيما", two: "سنتيمين", many: "سنتيمات", in: 100)
        addSmallMoney("مليم", one: "مليم مليما", two: "", many: "مليمات", in: 1000)
        add("درجة درجات") { $0.traits.insert(.degree) }
        add("درجات") { $0.count = 0 }
        add("مئوية سلسيوس سيلزيوس") { $0.traits.insert(.celsius) }
        add("فهرنهايت") { $0.traits.insert(.fahrenheit) }
        add("مربع مربعا مربعة") { $0.traits.insert(.square) }
        add("مكعب مكعبا مكعبة") { $0.traits.insert(.cubic) }
        addMoney()
        addMoneyCountries()
    }

    private mutating func addMeasure(_ symbol: StaticString, one: String, two: String, many: String) {
        for (count, forms) in [many, one, two].enumerated() {
            add(forms) {
                $0.unit = symbol
                $0.count = count
            }
        }
    }

    private mutating func addMoney() {
        addMoney("USD", one: "دولار دولارا usd $", two: "دولارين دولاران", many: "دولارات")
        addMoney("EUR", one: "يورو eur أورو €", two: "", many: "")
        addMoney("GBP", one: "إسترليني gbp £", two: "", many: "")
        addMoney("JPY", one: "ين jpy ¥", two: "", many: "ينات")
        addMoney("CNY", one: "يوان يوانا cny رنمينبي", two: "", many: "يوانات")
        addMoney("RUB", one: "روبل روبلا rub", two: "", many: "روبلات")
        addMoney("KRW", one: "وون", two: "", many: "")
        addMoney("ILS", one: "شيكل شيكلا شيقل", two: "", many: "شواكل شيكلات")
        addMoney("UAH", one: "هريفنيا", two: "", many: "")
        addMoney("جنيه", one: "جنيه جنيها", two: "جنيهين جنيهان", many: "جنيهات")
        addMoney("دينار", one: "دينار دينارا", two: "دينارين ديناران", many: "دنانير")
        addMoney("درهم", one: "درهم درهما", two: "درهمين درهمان", many: "دراهم")
        addMoney("ريال", one: "ريال ريالا", two: "ريالين ريالان", many: "ريالات")
        addMoney("ليرة", one: "ليرة", two: "ليرتين ليرتان", many: "ليرات")
        addMoney("فرنك", one: "فرنك فرنكا", two: "فرنكين", many: "فرنكات")
        addMoney("كرونة", one: "كرونة كرون كرونا", two: "", many: "كرونات")
        addMoney("روبية", one: "روبية", two: "روبيتين", many: "روبيات")
        addMoney("بيزو", one: "بيزو", two: "", many: "")
        addMoney("DZD", one: "دج", two: "", many: "")
        // What price lists and companies' accounts write; «د.أ» of Jordan is folded as «د.إ» of the Emirates is.
        let letters: [(StaticString, String)] = [
            ("SAR", "sar sr ر.س"), ("AED", "aed د.إ"), ("EGP", "ج.م"), ("KWD", "د.ك"), ("BHD", "د.ب"), ("QAR", "ر.ق"),
            ("OMR", "ر.ع"), ("YER", "ر.ي"), ("IQD", "د.ع"), ("LBP", "ل.ل"), ("SYP", "ل.س"),
            ("LYD", "د.ل"), ("TND", "د.ت"), ("DZD", "د.ج"), ("MAD", "د.م"), ("SDG", "ج.س"),
        ]
        for (code, forms) in letters {
            // «ج.م.» is one token with its last stop.
            add(
                forms + " "
                    + forms.split(separator: " ").filter { $0.contains(".") }.map { $0 + "." }.joined(separator: " ")
            ) {
                $0.unit = code
                $0.isCurrency = true
            }
        }
    }

    private mutating func addMoney(_ code: StaticString, one: String, two: String, many: String) {
        addMeasure(code, one: one, two: two, many: many)
        add("\(one) \(two) \(many)") { $0.isCurrency = true }
    }

    /// A coin, and how many of it are one of the money that it is part of.
    private mutating func addSmallMoney(_ name: StaticString, one: String, two: String, many: String, in whole: Int) {
        addMoney(name, one: one, two: two, many: many)
        add("\(one) \(two) \(many)") { $0.partsOfWhole = whole }
    }

    /// Nisbas that make a currency's name one country's.
    private mutating func addMoneyCountries() {
        let nisbas: [(StaticString, String)] = [
            ("US", "أميركي أمريكي"), ("CA", "كندي"), ("AU", "أسترالي"), ("NZ", "نيوزيلندي"), ("EG", "مصري"),
            ("SD", "سوداني"), ("GB", "إسترليني استرليني"), ("KW", "كويتي"), ("JO", "أردني"), ("IQ", "عراقي"),
            ("DZ", "جزائري"), ("TN", "تونسي"), ("LY", "ليبي"), ("BH", "بحريني"), ("AE", "إماراتي"), ("MA", "مغربي"),
            ("SA", "سعودي"), ("QA", "قطري"), ("OM", "عماني"), ("YE", "يمني"), ("IR", "إيراني"), ("TR", "تركي"),
            ("LB", "لبناني"), ("SY", "سوري"), ("CH", "سويسري"), ("SE", "سويدي"), ("NO", "نرويجي"), ("DK", "دنماركي"),
            ("IN", "هندي"), ("PK", "باكستاني"), ("MX", "مكسيكي"), ("AR", "أرجنتيني"), ("HK", "هونغكونغي"),
            ("SG", "سنغافوري"), ("RS", "صربي"), ("KM", "قمري"),
        ]
        for (country, forms) in nisbas {
            for form in forms.split(separator: " ") { add("\(form) \(form)ا \(form)ة") { $0.country = country } }
        }
    }
}
