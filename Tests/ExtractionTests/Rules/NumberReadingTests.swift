import ArabicText
import Extraction
import Testing

/// Numbers that are no mentions of their own.
@Suite("Reading numbers, ordinals and comparisons")
struct NumberReadingTests {
    @Test(
        "numbers in words and digits",
        arguments: [
            ("ثلاثة وعشرون", "23"), ("مئة وخمسة", "105"), ("ثلاث مائة وواحد", "301"), ("أربعمئة", "400"),
            ("ألفان وثمانية عشر", "2018"), ("اثنا عشر ألفا وخمسمئة", "12500"), ("مليونان وستة آلاف", "2006000"),
            ("ألف ومئتان وخمسة وثلاثون", "1235"), ("ألف مليار", "1000000000000"), ("٤ آلاف و٣٢١", "4321"),
            ("نصف مليون", "500000"), ("ثلاثة ونصف", "3.5"), ("1.234.567", "1234567"), ("0,125", "0.125"),
            ("واحد وستون", "61"), ("ثلاثة أرباع", "0.75"), ("خمسة أثمان", "0.625"), ("٣/٤", "0.75"), ("2 1/4", "2.25"),
            ("ثلاث وعشرون وثلاثة أخماس", "23.6"), ("ثلاث وخمس", "3.2"), ("واحد على ٢٠", "0.05"),
            ("١ على ٣", "0.333333333333333"), ("سالب واحد", "-1"), ("ناقص مائة على خمسة وثلاثون", "-2.85714285714286"),
            ("نصف دزينة", "6"), ("ثلاث مائة ودزينتين", "324"), ("صفر", "0"), ("ثلاثة فاصلة خمسة وعشرون", "3.25"),
        ]
    )
    func numbers(text: String, expected: String) {
        let found = NumberReading.numbers(in: TokenizedText(text))
        #expect(found.map(\.value) == [expected])
        #expect(found.first?.range == 0..<text.unicodeScalars.count)
    }

    @Test("a date's numbers are three, no fraction")
    func dates() {
        #expect(NumberReading.numbers(in: TokenizedText("في 5/17/2018")).map(\.value) == ["5", "17", "2018"])
    }

    @Test(
        "ordinals; those that count from the end or from here are wanted or not",
        arguments: [
            ("البيت الحادي عشر", ["11"], ["11"]), ("المرة الخامسة والعشرون", ["25"], ["25"]),
            ("الكتاب الأخير", ["end+0"], []), ("الصفحة التالية", ["current+1"], []), ("قبل الأخير", ["end-1"], []),
            ("أرني السابقة", ["current-1"], []), ("خمسة كتب", [], []),
        ] as [(String, [String], [String])]
    )
    func ordinals(text: String, all: [String], absolute: [String]) {
        let text = TokenizedText(text)
        #expect(NumberReading.ordinals(in: text, relative: true).map(\.value) == all)
        #expect(NumberReading.ordinals(in: text, relative: false).map(\.value) == absolute)
    }

    @Test(
        "comparisons are intervals",
        arguments: [
            ("بين ٢٠ و٣٠", ["[20,30)"]), ("بين سالب عشرة وخمسة عشر", ["[-10,15)"]), ("أقل من ألف", ["(,1000)"]),
            ("لا أقل من ثلاثين", ["[30,)"]), ("أصغر من أو يساوي ١٠٠", ["(,100]"]), ("تحت ١٧٠", ["(,170)"]),
            (">= 30", ["[30,)"]), ("<20", ["(,20)"]), ("=>30", []), ("يساوي ٥٠٠٠ أو أقل", ["(,5000]"]),
            ("أكبر من عشرة وأقل من خمسة عشر", ["(10,15)"]), ("أكثر من 40 وأقل من 10", ["(40,)", "(,10)"]),
            ("1000-5000", ["[1000,5000)"]), ("5 أو أكثر", ["[5,)"]), ("النتيجة ربع", []),
        ] as [(String, [String])]
    )
    func comparisons(text: String, expected: [String]) {
        #expect(NumberReading.comparisons(in: TokenizedText(text)).map(\.value) == expected)
    }
}
