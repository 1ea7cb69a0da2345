import Articles
import Extraction
import Reports
import Testing

/// Single words that the persons of an article tell the meaning of, with the lexicon that is built in.
@Suite("Doubtful surnames")
struct DoubtfulNamesTests {
    private func entities(_ parts: [String]) throws -> [String] {
        try MarkedArticle(parts.map { .body(nil, $0) }).report(lexicon: BuiltInModel.model().gazetteer).entities.map {
            "\($0.type.label) \($0.name): \($0.mentions.map(\.text).joined(separator: "، "))"
        }.sorted()
    }

    @Test(
        "a letter that is taken for a preposition is the surname's where another section has the whole name",
        arguments: [
            (["قال [PER جاي باريك] ذلك.", "وأضاف ب[PER اريك] أمس."], ["PER جاي باريك: جاي باريك، باريك"]),
            (
                ["فاز [PER دانييل كفيات] بالسباق.", "أمام ك[ORG فياتو] بثانية."],
                [
                    "ORG فياتو: فياتو", "PER دانييل كفيات: دانييل كفيات",
                ]
            ),
            (["وأضاف ب[PER اريك] أمس.", "قال [PER جاي باريك] ذلك."], ["PER جاي باريك: باريك، جاي باريك"]),
            // Named without the letter, too.
            (
                ["قال [PER جاي باريك] ذلك.", "التقى [PER اريك] ثم أعجب ب[PER اريك] أمس."],
                [
                    "PER اريك: اريك، اريك", "PER جاي باريك: جاي باريك",
                ]
            ),
            // «And» before a place that stands without it elsewhere.
            (["سقطت قذائف على [LOC وكفريا] أمس.", "ونزح سكان [LOC كفريا] إلى الريف."], ["LOC كفريا: كفريا، كفريا"]),
            (["سقطت قذائف على [LOC وكفريا] أمس."], ["LOC وكفريا: وكفريا"]),
            // Its own letter, which was cut elsewhere.
            (
                ["نقل البرلمان إلى [LOC ولنجتون] أمس.", "وعاد إلى و[LOC لنجتون] اليوم."],
                ["LOC لنجتون: لنجتون", "LOC ولنجتون: ولنجتون"]
            ),
            // Known without it.
            (
                ["وصل [PER سعيد بلندن] أمس.", "وأقام ب[LOC لندن] سنة."],
                ["LOC لندن: لندن", "PER سعيد بلندن: سعيد بلندن"]
            ),
        ] as [([String], [String])]
    )
    func letters(parts: [String], expected: [String]) throws {
        #expect(try entities(parts) == expected)
    }

    @Test(
        "«على» is a preposition and no first name, unless what stands around it says otherwise",
        arguments: [
            (
                "هاجم [PER حيدر العبادي] أمس. ورد النائب [PER على العبادي] بشدة.",
                ["PER على العبادي: على العبادي", "PER حيدر العبادي: حيدر العبادي"]
            ),
            (
                "تحدث [PER حيدر العبادي] أمس. ورد كثيرون [PER على العبادي] بشدة.",
                ["PER حيدر العبادي: حيدر العبادي، العبادي"]
            ),
            ("وقفوا جميعا [PER على الطائر] أمس.", []),
            ("تعرفت أيضا [PER على أحمد دحبور] هناك.", ["PER أحمد دحبور: أحمد دحبور"]),
            ("صوت كثيرون [PER على الوصف العجائبي] هناك.", []),
            ("سلموا رسالة ل[PER على الخيبري] أمس.", ["PER على الخيبري: على الخيبري"]),
            (
                "حضر [PER ربيع سفياني] و[PER على الخيبري] أمس.",
                ["PER ربيع سفياني: ربيع سفياني", "PER على الخيبري: على الخيبري"]
            ),
            ("حضر اللاعبون، [PER على الخيبري] وغيره.", ["PER على الخيبري: على الخيبري"]),
            (
                "حضر كثيرون [PER على بن غرم الله الغامدي] هناك.",
                ["PER على بن غرم الله الغامدي: على بن غرم الله الغامدي"]
            ),
            ("زار كثيرون [PER على خامنئي] هناك.", ["PER علي خامنئي: على خامنئي"]),
        ] as [(String, [String])]
    )
    func preposition(text: String, expected: [String]) throws {
        #expect(try entities([text]) == expected.sorted())
    }

    @Test(
        "a family is called with the article and without it, unless that is a given name",
        arguments: [
            ("[PER محمد حسن فقي] ثم [PER الفقي].", 1), ("[PER شكري الزعلاني] ثم [PER زعلاني].", 1),
            ("[PER محمد حسن فقي] و[PER سعيد فقي] ثم [PER الفقي].", 3), ("[PER محمد علي] ثم [PER العلي].", 2),
            ("[PER خالد الفيصل] ثم [PER فيصل].", 2), ("[PER محمد حسن فقي] و[PER حامد الفقي] ثم [PER الفقي].", 2),
            ("[PER عبدالله بن فقيه] ثم [PER الفقيه].", 2),
        ]
    )
    func articles(text: String, count: Int) throws { #expect(try entities([text]).count == count) }

    @Test(
        "a body of two words without the article is called by one of them with it",
        arguments: [
            ("[ORG بايرن ميونيخ] ثم [ORG البايرن].", 1), ("[ORG بورصة عمان] ثم [ORG البورصة].", 1),
            ("[ORG إيكونوميست غروب] ثم [ORG الإيكونوميست].", 1),
            ("[ORG بورصة عمان] و[ORG بورصة بيروت] ثم [ORG البورصة].", 3),
            ("[ORG بورصة عمان] و[ORG البورصة المصرية] ثم [ORG البورصة].", 3),
            ("[ORG برشلونة] ثم [ORG برشلونة الإسباني].", 1), ("[ORG زين] ثم [ORG زين السعودية].", 2),
            ("[ORG النصر] ثم [ORG النصر الإماراتي].", 2),
            ("[ORG قاعدة الجهاد] ثم [ORG القاعدة].", 2),
        ]
    )
    func pairs(text: String, count: Int) throws { #expect(try entities([text]).count == count) }
}
