import Articles
import Extraction
import Testing

@Suite("Adjectives of countries")
struct NisbaTests {
    private static let model = Result { () throws(ModelError) in try Model.embedded() }

    private static func nisbas(_ text: String) throws -> [String] {
        var extractor = Extractor(model: try model.get())
        let scalars = Array(text.unicodeScalars)
        return extractor.findings(in: SectionText(kind: .body, text: text)).nisbas.map { nisba in
            var word = String.UnicodeScalarView()
            word.append(contentsOf: scalars[nisba.range])
            return "\(nisba.country) \(String(word))"
        }
    }

    @Test(
        "an adjective in any form leads to its country",
        arguments: [
            ("قال المسؤول الروسي للصحفيين", ["RU الروسي"]),
            ("العلاقات الروسية الأميركية", ["RU الروسية", "US الأميركية"]),
            ("القوات الأمريكية هناك", ["US الأمريكية"]), ("وصل مصريون إلى المكان", ["EG مصريون"]),
            ("بين السوريين واللبنانيين", ["SY السوريين", "LB اللبنانيين"]), ("للروسي نفسه", ["RU لروسي"]),
            ("بالفرنسية", ["FR الفرنسية"]), ("وبالإنجليزية", ["GB-ENG الإنجليزية"]), ("شابان عراقيان", ["IQ عراقيان"]),
            ("فتاتان تونسيتان", ["TN تونسيتان"]), ("نساء جزائريات", ["DZ جزائريات"]),
            ("الجيش الكوري الشمالي", ["KP الكوري"]), ("الحكومة الكورية الجنوبية", ["KR الكورية"]),
            ("اللغة الكورية", []),
            ("الإيرلندية الشمالية", ["GB-NIR الإيرلندية"]), ("الحكومة البريطانية", ["GB البريطانية"]),
            ("واللاعب الاسكتلندي", ["GB-SCT الاسكتلندي"]), ("المنتخب الويلزي", ["GB-WLS الويلزي"]),
            ("الفرق الانكليزية", ["GB-ENG الانكليزية"]), ("قرار سياسي واقتصادي", []), ("اجتماع ثنائي في النادي", []),
            ("وَالرُّوسِيّ", ["RU الرُّوسِيّ"]), ("أصيب ثلاثون فلسطينياً هناك", ["PS فلسطينياً"]),
            ("كان سوريًا مقيما", ["SY سوريًا"]), ("قال المدير القطري للبنك", []),
            ("قال المدير القطري إنه", ["QA القطري"]),
        ] as [(String, [String])]
    )
    func forms(text: String, expected: [String]) throws {
        #expect(try Self.nisbas(text) == expected)
    }

    @Test(
        "of ancient Rome it is no adjective of Romania",
        arguments: [
            ("قال المدرب الروماني للصحف", ["RO الروماني"]), ("الانتخابات الرئاسية الرومانية", ["RO الرومانية"]),
            ("افتتح الوزير المسرح الروماني", []), ("من العصر الروماني المتأخر", []),
            ("في عهد الإمبراطورية الرومانية", []), ("للإمبراطورية الرومانية حدود", []),
            ("الآثار اليونانية والرومانية", ["GR اليونانية"]), ("حمامات رومانية وقلعة", []),
            ("الدولة الرومانية المقدسة", []), ("السفيران اليوناني والروماني", ["GR اليوناني", "RO الروماني"]),
        ] as [(String, [String])]
    )
    func rome(text: String, expected: [String]) throws {
        #expect(try Self.nisbas(text) == expected)
    }

    @Test("inside the name of an organisation it counts, inside that of a place it is part of the name")
    func insideNames() throws {
        #expect(try Self.nisbas("أعلنت وزارة الخارجية الروسية أمس").contains("RU الروسية"))
        #expect(try Self.nisbas("وصل إلى السعودية أمس.").isEmpty)
    }
}
