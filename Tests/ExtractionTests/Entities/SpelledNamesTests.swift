import Testing

/// Abbreviations spelled by the names of their letters, on sentences of our own.
@Suite("Spelled names")
struct SpelledNamesTests {
    @Test(
        "an abbreviation is a body, and what «and» joins to it another",
        arguments: [
            (
                "ارتفعت أسهم إيه.إم.دي وبرودكوم في بورصة نيويورك.",
                ["ORG إيه.إم.دي", "ORG برودكوم", "LOC نيويورك"]
            ),
            ("قالت جي إس إنرجي في بيان إن الشحنة وصلت.", ["ORG جي إس إنرجي"]),
            ("وتراجعت أسهم جيه.بي مورغان في نهاية التعاملات.", ["ORG جيه.بي مورغان"]),
            ("وقال جيه.دي فانس إن الاقتصاد قوي.", ["PER جيه.دي فانس"]),
        ] as [(String, [String])]
    )
    func spelled(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }
}
