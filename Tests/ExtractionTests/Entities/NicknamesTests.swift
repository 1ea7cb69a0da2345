import Testing

/// What stands in marks behind a name and is a name of the same, on sentences of our own.
@Suite("Nicknames and short names")
struct NicknamesTests {
    @Test(
        "a nickname in quotation marks behind a person is a person",
        arguments: [
            (
                "ويغيب عن الأبيض أحمد سيد «زيزو» ومحمود عبد المنعم «كهربا» عن القمة.",
                ["PER أحمد سيد", "PER زيزو", "PER محمود عبد المنعم", "PER كهربا"]
            ),
            // Where he is from, and what becomes of him.
            ("حضر الحفل محمد السعيدي «صبيا» ممثلا لمدرسته.", ["PER محمد السعيدي"]),
            ("قال إن ياسر عرفات «للاغتيال» تعرض بالسم.", ["PER ياسر عرفات"]),
        ] as [(String, [String])]
    )
    func nicknames(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("PER") } == expected)
    }

    @Test("a body whose short name stands in parentheses is one, whatever it is called")
    func fullNames() throws {
        let found = try FoundMentions.labelled(in: "أعلنت شركة الصناعات الكيميائية الأساسية (أرامكو) قبول الاستقالة.")
        #expect(found == ["ORG شركة الصناعات الكيميائية الأساسية", "ORG أرامكو"])
    }

    @Test(
        "a word in parentheses behind a body's name is its short name",
        arguments: [
            (
                "استقبل الرئيس وفدا من قوات سوريا الديمقراطية (قسد) في القصر.",
                ["ORG قوات سوريا الديمقراطية", "ORG قسد"]
            ),
            (
                "نقلت وكالة الأنباء العراقية (واع) عن مدير المطار أن الركاب بخير.",
                ["ORG وكالة الأنباء العراقية", "ORG واع"]
            ),
            ("أعلنت وزارة الداخلية العراقية (السبت) اعتقال متهم.", ["ORG وزارة الداخلية العراقية"]),
        ] as [(String, [String])]
    )
    func shortNames(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") } == expected)
    }
}
