import Testing

/// The full names of competitions, on sentences of our own.
@Suite("Names of competitions")
struct CompetitionNamesTests {
    @Test(
        "a place in a competition's name is a part of it",
        arguments: [
            ("توج الفريق بلقب دوري أبطال أوروبا للمرة الثالثة.", ["MISC دوري أبطال أوروبا"]),
            ("خسر الفريق نهائي كأس ألمانيا بركلات الترجيح.", ["MISC كأس ألمانيا"]),
            ("تأهل المنتخب إلى كأس آسيا 2007 بعد فوزه.", ["MISC كأس آسيا 2007"]),
            ("خرج المنتخب من كأس كوبا أمريكا مبكرا.", ["MISC كأس كوبا أمريكا"]),
            ("انتهت مباراة الفريق في كأس إيطاليا بالتعادل.", ["MISC كأس إيطاليا"]),
            ("تقام المباراة النهائية للكأس في ألمانيا.", ["LOC ألمانيا"]),
            (
                "يواجه المنتخب نظيره ضمن كأس أمم أفريقيا [المغرب] 2025 يوم الأحد.",
                ["MISC كأس أمم أفريقيا [المغرب] 2025"]
            ),
            ("حقق ناصر العطية فوزه الخامس في رالي داكار.", ["MISC رالي داكار"]),
        ] as [(String, [String])]
    )
    func places(text: String, expected: [String]) throws {
        let found = try FoundMentions.labelled(in: text)
        #expect(found.filter { $0.hasPrefix("MISC") || $0.hasPrefix("LOC") } == expected)
    }

    @Test(
        "of what degree, whose and for whom it is belongs to the name",
        arguments: [
            ("هبط الفريق إلى دوري الدرجة الثانية بعد موسم صعب.", ["MISC دوري الدرجة الثانية"]),
            ("يلعب المدافع في دوري الدرجة الأولى الإيطالي منذ عامين.", ["MISC دوري الدرجة الأولى الإيطالي"]),
            ("فاز الفريق بلقب كأس السوبر الألماني للمرة الأولى.", ["MISC كأس السوبر الألماني"]),
            ("توج المنتخب بلقب بطولة أمم أفريقيا للمحليين.", ["MISC بطولة أمم أفريقيا للمحليين"]),
            ("يشارك المنتخب في كأس آسيا تحت 23 عاما.", ["MISC كأس آسيا تحت 23 عاما"]),
        ] as [(String, [String])]
    )
    func attributes(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("MISC") } == expected)
    }

    @Test("what comes back from time to time is no league")
    func periodic() throws {
        let found = try FoundMentions.labelled(in: "يلتقي أعضاء النادي بشكل دوري للتشاور في خطط الموسم.")
        #expect(found.filter { $0.hasPrefix("MISC") } == [])
    }
}
