import ArabicText
import Extraction
import Testing

/// Decimals behind a point that is a word.
@Suite("Points in words")
struct NumberPointTests {
    @Test(
        "digits behind it keep their noughts, and a power of a thousand behind them is the whole number's",
        arguments: [
            ("12 فاصلة 05 بالمئة", ["PERCENT 12 فاصلة 05 بالمئة = 12.05"]),
            ("نما 3 نقطة 007 في المئة", ["PERCENT 3 نقطة 007 في المئة = 3.007"]),
            ("54 فاصل 03 بالمائة", ["PERCENT 54 فاصل 03 بالمائة = 54.03"]),
            ("7 فاصلة 002 مليون دولار", ["MONEY 7 فاصلة 002 مليون دولار = 7002000 USD"]),
            ("7 فاصلة 5 ملايين دولار", ["MONEY 7 فاصلة 5 ملايين دولار = 7500000 USD"]),
            ("سبعة فاصلة خمسة مليون دولار", ["MONEY سبعة فاصلة خمسة مليون دولار = 7500000 USD"]),
            ("خمسة فاصلة صفر خمسة بالمئة", ["PERCENT خمسة فاصلة صفر خمسة بالمئة = 5.05"]),
            ("خمسة فاصلة مئة وخمسة وعشرين بالمئة", ["PERCENT خمسة فاصلة مئة وخمسة وعشرين بالمئة = 5.125"]),
            ("رفعها 0 فاصلة 25 نقطة مئوية", ["QUANTITY 0 فاصلة 25 نقطة مئوية = 0.25 pp"]),
            ("خسر 45 نقطة ثم 3 بالمئة", ["PERCENT 3 بالمئة = 3"]),
            ("أغلق مرتفعا 45 نقطة 1.5% فوق أمس", ["PERCENT 1.5% = 1.5", "DATE أمس = P-1D"]),
        ] as [(String, [String])]
    )
    func decimals(text: String, expected: [String]) {
        #expect(RuleMentions.found(text) == expected)
    }

    @Test("what has another point behind it is no number, and nothing is counted by its end")
    func pointAfterPoint() {
        #expect(RuleMentions.found("3 نقطة 5 نقطة 8 دولارات").isEmpty)
        #expect(RuleMentions.found("بلغ المبلغ 9223372036854 فاصلة 999999 دولار").isEmpty)
        #expect(NumberReading.numbers(in: TokenizedText("3 نقطة 5 نقطة 8")).map(\.value) == ["3", "5.8"])
    }

    @Test("a text of points alone is read in time that grows as it does", .timeLimit(.minutes(10)))
    func manyPoints() {
        #expect(RuleMentions.found(String(repeating: "5 نقطة ", count: 50_000)).isEmpty)
        #expect(RuleMentions.found(String(repeating: "خمسة فاصلة ", count: 50_000)).isEmpty)
    }
}
