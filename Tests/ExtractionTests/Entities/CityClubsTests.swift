import Testing

/// Cities that news of football call clubs by, on sentences of our own.
@Suite("Clubs called by their cities")
struct CityClubsTests {
    @Test(
        "what players, matches and masculine words belong to is the club",
        arguments: [
            ("انتقل اللاعب من روما إلى ميلان بعقد يمتد ثلاث سنوات.", ["ORG روما", "ORG ميلان"]),
            ("فاز الفريق في مباراة ودية على بازل السويسري.", ["ORG بازل"]),
            ("وصل خمسة من لاعبي روما إلى الملعب.", ["ORG روما"]),
            ("شارك اللاعب مع مارسيليا أمام ليون في الدوري.", ["ORG مارسيليا", "ORG ليون"]),
            ("وقال مدرب الرستاق إن لاعبيه قدموا مباراة كبيرة.", ["ORG الرستاق"]),
            ("تعادل الفريق في المباراة مع دهوك.", ["ORG دهوك"]),
        ] as [(String, [String])]
    )
    func clubs(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") || $0.hasPrefix("LOC") } == expected)
    }

    @Test("two clubs of the Gulf that play each other are two")
    func rivals() throws {
        let found = try FoundMentions.labelled(in: "استقبل الوصل الشارقة على ملعب زعبيل في الدوري.")
        #expect(found.filter { $0.hasPrefix("ORG") } == ["ORG الوصل", "ORG الشارقة"])
    }

    @Test(
        "where a match is held and where people live is the city",
        arguments: [
            ("تقام المباراة في العاصمة الإيطالية روما غدا.", ["LOC روما"]),
            ("يقيم الفريق معسكره في مدينة ليون قبل الدوري.", ["LOC ليون"]),
            ("سافر الوزير إلى روما للقاء البابا.", ["LOC روما"]),
        ] as [(String, [String])]
    )
    func cities(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") || $0.hasPrefix("LOC") } == expected)
    }
}
