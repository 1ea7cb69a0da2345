import ArabicText
import Extraction
import Testing

/// Fractions in digits and signs, and digits that are the end of something longer.
@Suite("Fractions as they are written")
struct WrittenFractionTests {
    @Test(
        "before what is counted in parts",
        arguments: [
            ("بلغ 3/4 مليون دولار", ["MONEY 3/4 مليون دولار = 750000 USD"]),
            ("بلغ 1/2 مليار ريال", ["MONEY 1/2 مليار ريال = 500000000 ريال"]),
            ("في 1/2 مليار ريال", ["MONEY 1/2 مليار ريال = 500000000 ريال"]),
            ("ارتفع 5 1/2%", ["PERCENT 5 1/2% = 5.5"]), ("الفائدة 5 1/4 في المئة", ["PERCENT 5 1/4 في المئة = 5.25"]),
            ("رفعها 1/4 نقطة مئوية", ["QUANTITY 1/4 نقطة مئوية = 0.25 pp"]),
            ("بلغ ½ مليون دولار", ["MONEY ½ مليون دولار = 500000 USD"]),
            ("بلغ 2½ مليون دولار", ["MONEY 2½ مليون دولار = 2500000 USD"]),
            ("بلغ ٢ ½ مليون دولار", ["MONEY ٢ ½ مليون دولار = 2500000 USD"]),
            ("نحو ¾ كيلومتر", ["QUANTITY ¾ كيلومتر = 0.75 km"]), ("استمر 3/4 ساعة", ["QUANTITY 3/4 ساعة = PT0.75H"]),
            ("استمر 1 1/2 ساعة", ["QUANTITY 1 1/2 ساعة = PT1.5H"]),
            ("38½ درجة مئوية", ["QUANTITY 38½ درجة مئوية = 38.5 °C"]),
            ("بين 1/4 و3/4 مليون دولار", ["MONEY 3/4 مليون دولار = 750000 USD"]),
        ] as [(String, [String])]
    )
    func fractions(text: String, expected: [String]) {
        #expect(RuleMentions.found(text) == expected)
    }

    @Test(
        "days, results and numbers of documents are none, and no amount begins at their ends",
        arguments: [
            ("في 1/2/2016", ["DATE 1/2/2016 = 2016-02-01"]), ("في 1/2 قال", ["DATE 1/2 = XXXX-02-01"]),
            ("فاز 3/2 دولار", []), ("بعد 3/4 أيام", []), ("القرار 15/2016 مليون", []), ("1/3/4 مليون دولار", []),
            ("دفع 1'234 فرنكا", []), ("دفع 1_000 دولار", []), ("دفع 1.5.2 دولار", []), ("دفع 12.5.16 دولار", []),
            ("بقيمة 1.75.3 مليون ريال", []), ("دفع 8’8 مليون ريال", []), ("دفع 20/30 دولارا", []),
            ("بجهد 380/230 كيلوفولت", ["QUANTITY 230 كيلوفولت = 230 kV"]),
            ("عام 2014 مليون دولار", ["DATE عام 2014 = 2014", "MONEY مليون دولار = 1000000 USD"]),
        ] as [(String, [String])]
    )
    func others(text: String, expected: [String]) {
        #expect(RuleMentions.found(text) == expected)
    }

    @Test(
        "marks that part groups are read as before",
        arguments: [
            ("1,234,567 دولارا", ["MONEY 1,234,567 دولارا = 1234567 USD"]),
            ("1.234.567,89 دولارا", ["MONEY 1.234.567,89 دولارا = 1234567.89 USD"]),
            ("874.347.21 دولارا", ["MONEY 874.347.21 دولارا = 874347.21 USD"]),
            ("1500,000,000 دولار", ["MONEY 1500,000,000 دولار = 1500000000 USD"]),
            ("12,34,567 روبية", ["MONEY 12,34,567 روبية = 1234567 روبية"]),
        ] as [(String, [String])]
    )
    func groups(text: String, expected: [String]) {
        #expect(RuleMentions.found(text) == expected)
    }
}
