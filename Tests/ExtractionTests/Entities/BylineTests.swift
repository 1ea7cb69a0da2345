import Testing

/// Where a report is from and who brings it, on sentences of our own.
@Suite("Bylines")
struct BylineTests {
    @Test(
        "an agency between two marks",
        arguments: [
            ("الرباط (ومع) عاد الفريق إلى المدينة.", "ORG ومع"),
            ("مسقط في 9 ديسمبر /العمانية/ بدأت أعمال المؤتمر.", "ORG العمانية"),
            ("عمان (بترا) افتتح الوزير المعرض.", "ORG بترا"),
        ]
    )
    func agencies(text: String, expected: String) throws {
        #expect(try FoundMentions.labelled(in: text).contains(expected))
    }

    @Test(
        "elsewhere they are words",
        arguments: ["عاد الفريق ومع اللاعبين مدربهم.", "شاركت الفرق العمانية في المؤتمر."]
    )
    func words(text: String) throws {
        #expect(try !FoundMentions.labelled(in: text).contains { $0.hasPrefix("ORG") })
    }
}
