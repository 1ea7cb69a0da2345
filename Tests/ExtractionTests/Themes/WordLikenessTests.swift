import Extraction
import Testing

@Suite("Forms of one noun")
struct WordLikenessTests {
    @Test(
        "are alike, broken plurals too",
        arguments: [
            ("المسجد", "مساجد"), ("جهة", "الجهات"), ("وزير", "الوزراء"), ("سلاح", "أسلحة"), ("سعر", "الأسعار"),
            ("صندوق", "صناديق"), ("بنك", "البنوك"), ("محكمة", "المحاكم"), ("رسالة", "رسائل"), ("اللاعبون", "لاعبين"),
            ("المحاضرات", "محاضرة"), ("مُعلّم", "المعلمين"), ("عــدن", "عدن"),
        ]
    )
    func alike(one: String, other: String) {
        #expect(WordLikeness(one.utf8).isLike(WordLikeness(other.utf8)))
        #expect(WordLikeness(other.utf8).isLike(WordLikeness(one.utf8)))
    }

    @Test(
        "words of one root are not",
        arguments: [
            ("الوزير", "الوزارة"), ("كاتب", "كتابة"), ("السلام", "الإسلام"), ("جامعة", "جمعية"), ("تعاون", "تعيين"),
            ("حاكم", "حكومة"), ("رئيس", "رئاسة"), ("النفط", "الغاز"), ("بيت", "بنت"), ("ماء", "هواء"),
        ]
    )
    func different(one: String, other: String) {
        #expect(!WordLikeness(one.utf8).isLike(WordLikeness(other.utf8)))
        #expect(!WordLikeness(other.utf8).isLike(WordLikeness(one.utf8)))
    }

    @Test(
        "spellings of a foreign name sound alike, names that differ do not",
        arguments: [
            ("نتنياهو", "نتانياهو", true), ("ترامب", "ترمب", true), ("فيغاس", "فيجاس", true),
            ("الديمقراطي", "الديموقراطي", true),
            ("موراليس", "مورالس", true), ("كريس", "كارلوس", false), ("سامي", "سالم", false), ("وارن", "ماي", false),
            ("ري", "يي", false),
        ]
    )
    func sounds(one: String, other: String, alike: Bool) {
        #expect(WordLikeness(one.utf8).soundsLike(WordLikeness(other.utf8)) == alike)
    }

    @Test(
        "of any bytes it says something",
        arguments: ["", "ا", "ال", "ة", "Xء", "😀", "اءاء", "لالالالالالالالالالالا"]
    )
    func anything(word: String) {
        #expect(WordLikeness(word.utf8).isLike(WordLikeness(word.utf8)))
    }
}
