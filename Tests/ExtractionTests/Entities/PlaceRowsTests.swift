import Testing

/// Rows of places, on sentences of our own.
@Suite("Places in rows of places")
struct PlaceRowsTests {
    private static func places(in text: String) throws -> [String] {
        try FoundMentions.labelled(in: text).filter { $0.hasPrefix("LOC") }.map { String($0.dropFirst(4)) }
    }

    @Test(
        "what stands between two places of a row is one",
        arguments: [
            ("وصلت القافلة إلى الرياض وزعبقان وجدة.", "زعبقان"),
            ("هطلت الأمطار على الطائف، وشرنقان، والدمام.", "شرنقان"),
            ("تنقل المعرض بين دمشق والشامية وبيروت.", "الشامية"),
        ]
    )
    func between(text: String, name: String) throws {
        #expect(try Self.places(in: text).contains(name))
    }

    @Test(
        "what stands in no row is none",
        arguments: [
            ("زار الوزير الرياض وزعبقان.", "زعبقان"),
            ("تحدث عن مصر والفلاحين والسودان.", "الفلاحين"),
            ("زار الوفد الرياض وأسواقها وجدة.", "أسواقها"),
            ("بحث وزراء مصر والحكومة والسودان الأزمة.", "الحكومة"),
        ]
    )
    func elsewhere(text: String, name: String) throws {
        #expect(try !Self.places(in: text).contains(name))
    }
}
