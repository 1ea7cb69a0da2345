import ArabicText
import Articles
import Extraction
import Testing

@Suite("A name and the kind of thing that it names")
struct NamedKindTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    /// So much is said of other things that not all phrases are shown.
    private static let others = """
         واحتشد الناس في الساحة منذ الصباح الباكر، وأقيمت خيام كبيرة حول المكان، ووزعت فرق المتطوعين الماء والطعام على \
        الحاضرين. وتحدث مسؤولون عن خطة جديدة لتنظيم السير في الشوارع القريبة، وعن مشاريع أخرى لم يحدد موعدها بعد. وعبر \
        كثيرون عن رضاهم، وقال آخرون إن الوقت غير مناسب. وانصرف الجميع قبل المساء بسبب الأمطار الغزيرة.
        """

    /// The phrases of a text that begins with `opening`, where `names` are of the type that is given with each.
    private func phrases(_ opening: String, _ names: [(String, EntityType)]) -> [RankedPhrase] {
        model.phrases(of: opening + Self.others, names: names)
    }

    @Test("a club and its name alone are one phrase, with the places of both")
    func club() throws {
        let text = """
            فاز نادي الزمالك في الجولة الأخيرة. وسجل الزمالك هدفين في الشوط الأول. وقال المدرب إن الزمالك يستحق الفوز، وإن \
            جمهور الزمالك ساند الفريق.
            """
        let found = phrases(text, [("نادي الزمالك", .organization), ("الزمالك", .organization)])
        let club = try #require(found.first { $0.text == "نادي الزمالك" })
        #expect(club.mentions.count == 4)
        #expect(!found.contains { $0.text == "الزمالك" })
    }

    @Test("a town is called by its name or with its kind, not both")
    func town() {
        let text = """
            وصلت القافلة إلى مدينة طبرق فجرا. واستقبلت طبرق القافلة. وقال سكان طبرق إن المياه شحيحة. وتقع طبرق على البحر.
            """
        let found = phrases(text, [("مدينة طبرق", .location), ("طبرق", .location)]).map(\.text)
        #expect(found.filter { $0 == "طبرق" || $0 == "مدينة طبرق" }.count == 1)
    }

    @Test("what looks like a clitic is a place's own letter", arguments: ["وهران", "بنجلاديش", "لاريونيون"])
    func ownLetter(name: String) {
        let text = "تستعد \(name) للموسم. وقال سكان \(name) إن الحفل قريب. وتحتفل \(name) غدا."
        let found = phrases(text, [(name, .location)])
        #expect(found.first { $0.text == name }?.mentions.count == 3)
        #expect(!found.contains { $0.text == name.dropFirst() })
    }

    @Test("a body that is called by a place is another thing than the place")
    func university() {
        let text = """
            فازت جامعة طبرق بالجائزة. وتقع طبرق على البحر. وقالت جامعة طبرق إن الجائزة كبيرة. وتحتفل طبرق غدا. وشكرت طبرق الجامعة.
            """
        let found = phrases(text, [("جامعة طبرق", .organization), ("طبرق", .location)])
        #expect(found.first { $0.text == "جامعة طبرق" }?.mentions.count == 2)
    }

    @Test("a subject needs no word for what kind of subject it is")
    func subject() {
        let text = """
            ينمو قطاع السياحة في البلاد. وقال خبراء إن السياحة مهمة، وإن السياحة توفر الوظائف، وإن السياحة تجذب المال. وتدعم الدولة \
            قطاع السياحة. وتحتاج السياحة إلى الطرق.
            """
        let found = phrases(text, []).map(\.text)
        #expect(found.filter { $0 == "السياحة" || $0 == "قطاع السياحة" }.count == 1)
    }

    @Test("what is called by its first word in short is shown by its name")
    func short() {
        let text = """
            عقد الاتحاد الليبي للملاكمة اجتماعه. وقرر الاتحاد تأجيل الدوري. ورد الاتحاد على الأندية. وقال الاتحاد إن القرار \
            نهائي. وشكر الاتحاد الجماهير.
            """
        let found = phrases(text, [("الاتحاد الليبي للملاكمة", .organization)]).map(\.text)
        #expect(found.contains("الاتحاد الليبي للملاكمة"))
        #expect(!found.contains("الاتحاد"))
    }
}
