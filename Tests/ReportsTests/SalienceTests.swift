import Articles
import Extraction
import Reports
import Testing

@Suite("Salience")
struct SalienceTests {
    @Test("the formula, by hand")
    func formula() throws {
        // L = 20 with the newlines, no title. روما: f = 3 + 2 of 5, 2 of 2 sections, p = 0: (450 + 250 + 200) · 10/9.
        // كييف: f = 2 of 5, 1 of 2 sections, p = 11: (180 + 125 + 90) · 10/9, rounded down. اليوم: half of the same
        // with p = 5, f = 3: (270 + 125 + 150) · 10/9 / 2.
        let report = try MarkedArticle([.lead("[LOC روما] [DATE اليوم]"), .body(nil, "[LOC كييف][LOC روما]")]).report()
        let salience = report.entities.reduce(into: [:]) { $0[$1.name] = $1.salience }
        #expect(report.article.text.unicodeScalars.count == 20)
        #expect(salience == ["روما": 1000, "كييف": (450 * 2 / 5 + 125 + 200 * 9 / 20) * 10 / 9, "اليوم": 302])
    }

    @Test("the title, headings and the lead count more than the body, and early more than late")
    func places() throws {
        let article = MarkedArticle(
            title: "لقاء في القاهرة",
            [
                .lead("تقول [LOC باريس] شيئا"),
                .body("من [LOC لندن]", "وفي [LOC روما] وفي [LOC القاهرة]"),
                .body(nil, "وفي [LOC برلين]"),
            ]
        )
        let report = try article.report()
        let salience = report.entities.reduce(into: [:]) { $0[$1.name] = $1.salience }
        func of(_ name: String) -> Int { salience[name] ?? -1 }
        #expect(of("لندن") > of("باريس"))
        #expect(of("باريس") > of("روما"))
        #expect(of("القاهرة") > of("روما"))
        #expect(of("روما") > of("برلين"))
    }

    @Test("a clitic in the title does not hide a name, another word that ends so does")
    func titleWords() throws {
        func salience(title: String) throws -> Int {
            try MarkedArticle(title: title, [.body(nil, "ثم [LOC كييف]")]).report().entities[0].salience
        }
        let named = try salience(title: "«كييف» تنتظر")
        #expect(try salience(title: "دعم لكييف!") == named)
        #expect(try salience(title: "دعم مستمر") == named - 100)
    }

    @Test("who wrote an article, and from where, is not what it is about, unless it says so")
    func byline() throws {
        func salience(_ text: String) throws -> [String: Int] {
            try MarkedArticle(title: "زيارة", [.lead(text)]).report().entities
                .reduce(into: [:]) { $0[$1.name] = $1.salience }
        }
        let found = try salience(
            "[LOC الرياض] – [PER علي حسن]\nوصل [PER محمد سعيد] أمس، وقال [PER محمد سعيد] إنه باق في [LOC الرياض]."
        )
        // Of the greatest frequency, 6, it has one.
        #expect(found["علي حسن"] == 75)
        let (city, visitor) = try (#require(found["الرياض"]), #require(found["محمد سعيد"]))
        #expect(city > 400 && city < visitor)
        #expect(try salience("[LOC الرياض] و[PER علي حسن] في الصورة")["علي حسن"] ?? 0 > 400)
    }

    @Test("a headline in the text is a title")
    func headline() throws {
        let body = "وصل أمس إلى المدينة، وقال [LOC كييف] إنه باق فيها حتى نهاية الأسبوع الجاري، كما قال."
        let named = try MarkedArticle([.lead("محمد سعيد يزور كييف\n" + body)]).report().entities[0]
        let other = try MarkedArticle([.lead("محمد سعيد يزور روما\n" + body)]).report().entities[0]
        #expect(named.salience == other.salience + 100)
    }

    @Test("entities are numbered by salience, then by first mention")
    func order() throws {
        let report = try MarkedArticle("[LOC روما] [LOC روما] [LOC باريس] [LOC لندن] [DATE اليوم]").report()
        #expect(report.entities.map(\.name) == ["روما", "باريس", "لندن", "اليوم"])
        #expect(report.entities.map(\.id) == [0, 1, 2, 3])
        #expect(report.entities.allSatisfy { (0...1000).contains($0.salience) })
    }
}
