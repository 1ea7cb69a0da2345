import Articles
import Extraction
import Reports
import Testing

@Suite("Entity merging")
struct EntityMergingTests {
    @Test("names that differ in diacritics, hamza, tatweel or white space are one entity")
    func spelling() throws {
        let report = try MarkedArticle("[LOC أوكرانيا] و[LOC اوكرانيا] و[LOC أُوكْرانيا] و[LOC أوكـرانيا]").report()
        #expect(report.outlineOfEntities == ["LOC أوكرانيا ×4"])
        #expect(report.entities[0].variants == ["أوكرانيا", "اوكرانيا", "أُوكْرانيا", "أوكـرانيا"])
    }

    @Test("a name is shown without the letters that were drawn out for the line's sake, its variants as they stand")
    func tatweel() throws {
        let report = try MarkedArticle("في [LOC طهـران] ثم [PER أحمــد العســيري]").report()
        #expect(report.outlineOfEntities == ["LOC طهران ×1", "PER أحمد العسيري ×1"])
        #expect(report.entities.map(\.variants) == [["طهـران"], ["أحمــد العســيري"]])
    }

    @Test(
        "the Hijri calendar's letter keeps the stroke that it is written with",
        arguments: ["12 شعبان 1446 هـ", "12 شعبان 1446هـ"]
    )
    func hijriMark(date: String) throws {
        #expect(try MarkedArticle("في [DATE=1446-08-12 \(date)] كان").report().entities.map(\.name) == [date])
    }

    @Test("a name over a line break is shown with one space, its mention as it stands")
    func lineBreak() throws {
        let report = try MarkedArticle("[LOC كوريا\nالشمالية] ثم [LOC كوريا  الشمالية]").report()
        #expect(report.entities.map(\.variants) == [["كوريا الشمالية"]])
        #expect(report.entities[0].mentions.map(\.text) == ["كوريا\nالشمالية", "كوريا  الشمالية"])
    }

    @Test("names with one link are one entity, by the lexicon's name")
    func links() throws {
        let report = try MarkedArticle("[LOC أميركا] ثم [LOC أميركا] و[LOC الولايات المتحدة]").report()
        let entity = try #require(report.entities.first)
        #expect(report.entities.count == 1)
        #expect(entity.name == "الولايات المتحدة")
        #expect(entity.links == ["iso3166": "US", "wikidata": "Q30"])
        #expect(entity.variants == ["أميركا", "الولايات المتحدة"])
    }

    @Test("a country's code goes with a place, not with a person or an organisation")
    func linkOfPlace() throws {
        let report = try MarkedArticle("[PER جورجيا] ميلوني").report()
        #expect(report.entities.map(\.links) == [[:]])
    }

    @Test("the lexicon knows a name with and without its article")
    func linkWithArticle() throws {
        let report = try MarkedArticle("في [LOC الأردن] وإلى [LOC أردن]").report()
        #expect(report.outlineOfEntities == ["LOC الأردن ×2"])
        #expect(report.entities[0].links == ["iso3166": "JO"])
    }

    @Test(
        "with and without the article is one place, but two families",
        arguments: [
            ("[ORG البنتاغون] و[ORG بنتاغون]", ["ORG البنتاغون ×2"]),
            ("[PER العلي] و[PER علي]", ["PER العلي ×1", "PER علي ×1"]),
            // Too little would stay.
            ("[LOC الدن] و[LOC دن]", ["LOC الدن ×1", "LOC دن ×1"]),
        ]
    )
    func article(text: String, entities: [String]) throws {
        #expect(try MarkedArticle(text).report().outlineOfEntities == entities)
    }

    @Test(
        "a short form joins the one full name",
        arguments: [
            ("[PER سيرغي لافروف] ثم [PER لافروف] و[PER لافروف]", ["PER سيرغي لافروف ×3"]),
            ("[PER لافروف] ثم [PER سيرغي لافروف]", ["PER سيرغي لافروف ×2"]),
            ("[PER محمد صلاح] ثم [PER محمد]", ["PER محمد صلاح ×2"]),
            ("[PER محمد بن سلمان] ثم [PER بن سلمان]", ["PER محمد بن سلمان ×2"]),
            ("[PER زيد بن حمد العتيبي] ثم [PER زيد العتيبي]", ["PER زيد بن حمد العتيبي ×2"]),
            ("[PER زيد حمد العتيبي] ثم [PER زيد بن حمد العتيبي]", ["PER زيد بن حمد العتيبي ×2"]),
            ("[PER أبو سعيد الحلبي] و[PER أبي سعيد الحلبي] و[PER أبو سعيد الحلبي]", ["PER أبو سعيد الحلبي ×3"]),
            // His father's name makes no second Salman of the son.
            (
                "[PER سلمان بن عبدالعزيز] و[PER محمد بن سلمان] ثم [PER سلمان]",
                ["PER سلمان بن عبدالعزيز ×2", "PER محمد بن سلمان ×1"]
            ),
            (
                "[ORG الاتحاد الدولي] ثم [ORG الاتحاد الدولي لكرة القدم] و[ORG الاتحاد الدولي]",
                ["ORG الاتحاد الدولي لكرة القدم ×3"]
            ),
            (
                "[ORG وزارة التجارة] ثم [ORG وزارة التجارة والصناعة] و[ORG وزارة التجارة]",
                ["ORG وزارة التجارة والصناعة ×3"]
            ),
            ("[ORG حزب العمال الكردستاني] ثم [ORG حزب العمال]", ["ORG حزب العمال الكردستاني ×2"]),
            ("[ORG النادي الأهلي] ثم [ORG الأهلي] و[ORG الأهلي]", ["ORG النادي الأهلي ×3"]),
            // Nicknames in marks.
            ("غاب [PER محمود عبد المنعم] «[PER كهربا]» ثم [PER كهربا]", ["PER محمود عبد المنعم ×3"]),
            ("قتل [PER محمد جابر] ([PER أبو شجاع]) ثم [PER محمد جابر]", ["PER محمد جابر ×3"]),
            // Surnames with what is before them, or without.
            ("[PER عبد الإله ابن كيران] ثم [PER بنكيران]", ["PER عبد الإله ابن كيران ×2"]),
            ("[PER جيه دي فانس] ثم [PER فانس]", ["PER جيه دي فانس ×2"]),
            ("[PER شي جين بينغ] ثم [PER شي]", ["PER شي جين بينغ ×2"]),
            ("[PER محمد حسني مبارك] ثم [PER حسني مبارك]", ["PER محمد حسني مبارك ×2"]),
            ("[PER جمال عبد الناصر] ثم [PER عبد الناصر]", ["PER جمال عبد الناصر ×2"]),
            ("[PER محمد أحمد الحيمي] ثم [PER أحمد الحيمي]", ["PER محمد أحمد الحيمي ×2"]),
            ("[PER عبدالله الثاني] ثم [PER عبد الله الثاني]", ["PER عبد الله الثاني ×2"]),
            (
                "[PER سيرغي فيكتوروفيتش لافروف] ثم [PER سيرغي لافروف] ثم [PER لافروف]",
                ["PER سيرغي فيكتوروفيتش لافروف ×3"]
            ),
        ]
    )
    func shortForms(text: String, entities: [String]) throws {
        #expect(try MarkedArticle(text).report().outlineOfEntities == entities)
    }

    @Test(
        "two things stay two",
        arguments: [
            (
                "[PER بشار الأسد] و[PER حافظ الأسد] ثم [PER الأسد]",
                ["PER بشار الأسد ×1", "PER حافظ الأسد ×1", "PER الأسد ×1"]
            ),
            ("[PER محمد بن سلمان] ثم [PER سلمان]", ["PER محمد بن سلمان ×1", "PER سلمان ×1"]),
            (
                "[PER أحمد علي عبدالله صالح] ثم [PER علي عبدالله صالح]",
                ["PER أحمد علي عبدالله صالح ×1", "PER علي عبدالله صالح ×1"]
            ),
            (
                "[PER خالد أحمد الحيمي] ووالده [PER أحمد الحيمي]",
                ["PER خالد أحمد الحيمي ×1", "PER أحمد الحيمي ×1"]
            ),
            (
                "[PER عبدالله دواس آل منصور] ووالده [PER دواس آل منصور]",
                ["PER عبدالله دواس آل منصور ×1", "PER دواس آل منصور ×1"]
            ),
            (
                "[PER محمد بن سلمان بن عبدالعزيز] ثم [PER سلمان بن عبدالعزيز]",
                ["PER محمد بن سلمان بن عبدالعزيز ×1", "PER سلمان بن عبدالعزيز ×1"]
            ),
            (
                "[PER محمد بن نايف بن عبدالعزيز] ثم [PER محمد بن عبدالعزيز]",
                ["PER محمد بن نايف بن عبدالعزيز ×1", "PER محمد بن عبدالعزيز ×1"]
            ),
            (
                "[PER زيد بن حمد العتيبي] و[PER زيد بن سعد العتيبي] ثم [PER زيد العتيبي]",
                ["PER زيد بن حمد العتيبي ×1", "PER زيد بن سعد العتيبي ×1", "PER زيد العتيبي ×1"]
            ),
            ("[PER أبو سعيد] ثم [PER سعيد]", ["PER أبو سعيد ×1", "PER سعيد ×1"]),
            (
                "[PER زيد بن حمد العتيبي] ثم [PER حمد العتيبي]",
                ["PER زيد بن حمد العتيبي ×1", "PER حمد العتيبي ×1"]
            ),
            (
                "[ORG مركز الأمل للإغاثة] و[ORG مركز الأمل لأبحاث الإعاقة] ثم [ORG مركز الأمل]",
                ["ORG مركز الأمل للإغاثة ×1", "ORG مركز الأمل لأبحاث الإعاقة ×1", "ORG مركز الأمل ×1"]
            ),
            (
                "[ORG وزارة الداخلية] ثم [ORG وزارة الداخلية التونسية]",
                ["ORG وزارة الداخلية ×1", "ORG وزارة الداخلية التونسية ×1"]
            ),
            (
                "[ORG وزارة العدل التونسية] و[ORG وزارة العدل الليبية] ثم [ORG وزارة العدل]",
                ["ORG وزارة العدل التونسية ×1", "ORG وزارة العدل الليبية ×1", "ORG وزارة العدل ×1"]
            ),
            (
                "[ORG الدفاع المدني بنجران] ثم [ORG الدفاع المدني]",
                ["ORG الدفاع المدني بنجران ×1", "ORG الدفاع المدني ×1"]
            ),
            ("[ORG الاتحاد] ثم [ORG الاتحاد لكرة القدم]", ["ORG الاتحاد ×1", "ORG الاتحاد لكرة القدم ×1"]),
            ("[PER علي محمد حسن] ثم [PER محمد]", ["PER علي محمد حسن ×1", "PER محمد ×1"]),
            ("[PER سيرغي لافروف] ثم [LOC لافروف]", ["PER سيرغي لافروف ×1", "LOC لافروف ×1"]),
            ("[LOC روسيا] ثم [ORG حزب روسيا]", ["LOC روسيا ×1", "ORG حزب روسيا ×1"]),
            ("[PER عبد الرحمن] ثم [PER عبد]", ["PER عبد الرحمن ×1", "PER عبد ×1"]),
            ("[LOC السودان] ثم [LOC جنوب السودان]", ["LOC السودان ×1", "LOC جنوب السودان ×1"]),
        ]
    )
    func conservative(text: String, entities: [String]) throws {
        #expect(try MarkedArticle(text).report().outlineOfEntities == entities)
    }

    @Test(
        "«علي» before a name is its first where the article writes the preposition otherwise",
        arguments: [
            ("وقف على المنصة علي [PER زيد سالم] أمس", ["PER علي زيد سالم ×1"]),
            ("وقف على المنصة وعلي [PER زيد سالم] أمس", ["PER علي زيد سالم ×1"]),
            ("وقف على المنصة ورد على [PER زيد سالم] أمس", ["PER زيد سالم ×1"]),
            ("وقف قليلا ورد علي [PER زيد سالم] أمس", ["PER زيد سالم ×1"]),
            ("وقف على المنصة [PER سعد علي] [PER زيد سالم]", ["PER سعد علي ×1", "PER زيد سالم ×1"]),
            ("وقف على المنصة. معلي [PER زيد سالم] أمس", ["PER زيد سالم ×1"]),
        ]
    )
    func firstName(text: String, entities: [String]) throws {
        #expect(try MarkedArticle(text).report().outlineOfEntities == entities)
    }

    @Test("the type that the article as a whole supports wins")
    func vote() throws {
        let report = try MarkedArticle("[LOC:980 واشنطن] و[ORG:600 واشنطن] و[LOC:970 واشنطن]").report()
        #expect(report.outlineOfEntities == ["LOC واشنطن ×3"])
    }

    @Test("a surname that the tagger took for a place is the person whose name ends so, where that may well be")
    func surnameOfAnotherType() throws {
        var article = MarkedArticle("[PER سيرغي لافروف] ثم [LOC لافروف]")
        article.findings[0]?.mentions[1].support = [450, 500, 0, 0]
        #expect(try article.report().outlineOfEntities == ["PER سيرغي لافروف ×2"])
        article.findings[0]?.mentions[1].support = [50, 900, 0, 0]
        #expect(try article.report().outlineOfEntities == ["PER سيرغي لافروف ×1", "LOC لافروف ×1"])
    }

    @Test("what «لل» leaves of a name with its article is that name")
    func contractedArticle() throws {
        let report = try MarkedArticle("لل[ORG لبنتاغون] ثم [ORG لبنتاغون] و[ORG البنتاغون] و[LOC لبنان]").report()
        #expect(Set(report.outlineOfEntities) == ["ORG البنتاغون ×3", "LOC لبنان ×1"])
    }

    @Test("a name goes with an entry of its own kind alone: a team called روسيا is not the country")
    func entriesByKind() throws {
        let report = try MarkedArticle("[ORG روسيا] و[ORG الأمم المتحدة]").report()
        #expect(report.entity("روسيا")?.links == [:])
        #expect(report.entity("الأمم المتحدة")?.links == ["wikidata": "Q1065"])
    }

    @Test("support, where it is given, decides, not the number of labels")
    func support() throws {
        var article = MarkedArticle("[ORG واشنطن] و[ORG واشنطن] و[LOC واشنطن]")
        var findings = try #require(article.findings[0])
        findings.mentions[0].support = [0, 480, 500, 20]
        findings.mentions[1].support = [0, 480, 500, 20]
        findings.mentions[2].support = [0, 990, 10, 0]
        article.findings = [findings]
        #expect(try article.report().outlineOfEntities == ["LOC واشنطن ×3"])
    }

    @Test("a type that the tagger is sure of, again and again, stands beside the other")
    func homonyms() throws {
        let report = try MarkedArticle(
            "[LOC:950 الهلال] و[LOC:950 الهلال] و[ORG:960 الهلال] و[ORG:960 الهلال]"
        ).report()
        #expect(report.outlineOfEntities == ["LOC الهلال ×2", "ORG الهلال ×2"])
    }

    @Test("dates and amounts go by their value, without one by their text")
    func values() throws {
        let report = try MarkedArticle(
            "[DATE=2026-11-23 الاثنين] و[DATE=2026-11-23 23 نوفمبر] و[DATE الشهر المقبل] و[PERCENT=5 5%] و[QUANTITY=5 5]"
        ).report()
        #expect(Set(report.entities.map { $0.value ?? $0.name }) == ["2026-11-23", "الشهر المقبل", "5"])
        #expect(report.entities.count == 4)
        #expect(report.entities.first { $0.value == "2026-11-23" }?.mentions.count == 2)
    }

    @Test("variants go by frequency, then position")
    func variants() throws {
        let report = try MarkedArticle("[PER بوتين] ثم [PER فلاديمير بوتين] ثم [PER بوتين]").report()
        #expect(report.entities[0].name == "فلاديمير بوتين")
        #expect(report.entities[0].variants == ["بوتين", "فلاديمير بوتين"])
    }
}
