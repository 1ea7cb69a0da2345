import Articles
import Extraction
import Reports
import Testing

/// Names that two things have, and which of them an article means.
@Suite("Names of two things")
struct SharedNamesTests {
    private func report(_ text: String, nisbas: [(word: String, country: String)] = []) throws -> Report {
        var article = MarkedArticle(text)
        let written = Array(article.outline.article.text.unicodeScalars)
        var found: [NisbaMention] = []
        for (word, country) in nisbas {
            let letters = Array(word.unicodeScalars)
            let start = try #require(written.indices.first { written[$0...].starts(with: letters) })
            found.append(NisbaMention(range: start..<start + letters.count, country: country))
        }
        article.findings[0]?.nisbas = found
        return try article.report(lexicon: try BuiltInModel.model().gazetteer)
    }

    @Test("England is a country of its own, with its adjectives")
    func england() throws {
        let report = try report(
            "فازت [LOC إنجلترا] ثم [LOC انكلترا] في [LOC بريطانيا] والدوري الإنجليزي والوزير البريطاني",
            nisbas: [("الإنجليزي", "GB-ENG"), ("البريطاني", "GB")]
        )
        let england = try #require(report.entities.first { $0.name == "إنجلترا" })
        #expect(england.links == ["country": "GB", "iso3166-2": "GB-ENG", "wikidata": "Q21"])
        #expect(england.variants == ["إنجلترا", "انكلترا"])
        #expect(report.nisbas.map(\.name) == ["إنجلترا", "بريطانيا"])
        #expect(report.nisbas.map { $0.entity.map { report.entities[$0].name } } == ["إنجلترا", "بريطانيا"])
        #expect(report.nisbas[0].links == england.links)
        #expect(report.problems.isEmpty)
        #expect(try ReportReader.report(from: report.json(pretty: true)) == report)
        #expect(try OutsideValidator.faults(in: [report]) == nil)
    }

    @Test("an adjective of a country that no list has is left out, and named under the problems")
    func unknown() throws {
        #expect(try !report("قال المدرب الإنجليزي", nisbas: [("الإنجليزي", "GB-XXX")]).problems.isEmpty)
    }

    @Test("a surname that looks like an adjective is none")
    func surname() throws {
        let text = "قال [PER التركي] إن الحكومة التركية تأخرت"
        let report = try report(text, nisbas: [("التركي", "TR"), ("التركية", "TR")])
        #expect(report.nisbas.flatMap(\.mentions).map(\.text) == ["التركية"])
    }

    @Test(
        "Tripoli of Libya, or Lebanon's",
        arguments: [
            ("سافر من [LOC طرابلس] إلى [LOC تونس]", true), ("بلديات [LOC طرابلس] و[LOC صيدا] في [LOC لبنان]", false),
            ("مرفأ [LOC طرابلس] بعد مرفأ [LOC بيروت]", false),
            ("وصل وفد [LOC لبنان] إلى [LOC طرابلس] عاصمة [LOC ليبيا]", true),
            ("من [LOC بيروت] إلى [LOC طرابلس] و[LOC بنغازي]", true),
        ]
    )
    func tripoli(text: String, isLibyan: Bool) throws {
        let town = try #require(try report(text).entities.first { $0.name == "طرابلس" })
        #expect(town.links["wikidata"] == (isLibyan ? "Q3579" : nil))
    }

    @Test(
        "the European Union, or that of football",
        arguments: [
            ("قرر [ORG الاتحاد الأوروبي] معاقبة [ORG برشلونة]", "Q35572"),
            ("رئيس [ORG الاتحاد الأوروبي] والمرشح لرئاسة [ORG الفيفا]", "Q35572"),
            ("[ORG الاتحاد الأوروبي لكرة القدم] قال إن [ORG الاتحاد الأوروبي] موافق", "Q35572"),
            ("قمة [ORG الاتحاد الأوروبي] في [LOC بروكسل]", "Q458"),
            ("تحقق [ORG المفوضية الأوروبية] باسم [ORG الاتحاد الأوروبي] مع [ORG الفيفا]", "Q458"),
        ]
    )
    func unions(text: String, wikidata: String) throws {
        let unions = try report(text).entities.filter { $0.variants.contains("الاتحاد الأوروبي") }
        #expect(unions.map { $0.links["wikidata"] } == [wikidata])
    }

    @Test(
        "Jordan's capital, or Oman",
        arguments: [
            ("وصل الوفد إلى [LOC عمان] عاصمة [LOC الأردن]", "Q3805"), ("زار [LOC عمان]", "Q3805"),
            ("شاركت [LOC البحرين] و[LOC عمان] و[LOC العراق]", "Q842"),
            ("من [LOC صلالة] جنوبا في [LOC عمان]", "Q842"),
            ("[LOC بيروت] و[LOC عمان] و[LOC القاهرة]", "Q3805"),
        ]
    )
    func amman(text: String, wikidata: String) throws {
        let place = try #require(try report(text).entities.first { $0.variants.contains("عمان") })
        #expect(place.links["wikidata"] == wikidata)
    }

    @Test(
        "a newspaper and the region that it is called after, in one article",
        arguments: [
            (
                "قال لـ«[ORG الشرق الأوسط]» ثم «[ORG الشرق الأوسط]» و«[ORG الشرق الأوسط]» إن [LOC الشرق الأوسط] بخير",
                ["ORG الشرق الأوسط ×3", "LOC الشرق الأوسط ×1"]
            ),
            (
                "في [LOC الشرق الأوسط] وإلى [LOC الشرق الأوسط] ومن [LOC الشرق الأوسط] قال لـ«[ORG الشرق الأوسط]»",
                ["LOC الشرق الأوسط ×3", "ORG الشرق الأوسط ×1"]
            ),
        ]
    )
    func middleEast(text: String, entities: [String]) throws {
        #expect(Set(try report(text).outlineOfEntities) == Set(entities))
    }
}
