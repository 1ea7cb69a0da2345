import Reports
import Testing

@Suite("Text for a terminal")
struct TerminalTextTests {
    @Test(
        "columns",
        arguments: [
            ("abc", 3), ("مُحَمَّد", 4), ("漢字", 4), ("e\u{301}", 1), ("😀", 2), ("🚀", 2), ("\u{200B}", 0), ("", 0),
            ("آية\u{6DD}", 4),
        ]
    )
    func columns(text: String, columns: Int) { #expect(TerminalText.columns(text) == columns) }

    private static let turning = ["\u{202E}", "\u{2066}", "\u{200F}", "\u{61C}", "\u{FEFF}", "\u{E0041}"]

    @Test("what turns the direction goes, by whichever way a text comes to the terminal", arguments: turning)
    func direction(_ sign: String) {
        #expect(TerminalText.harmless("a\(sign)b") == "ab")
        #expect(TerminalText.fit("a\(sign)b", into: 2) == "ab")
        #expect(TerminalText.line("a\(sign)b", columns: 2) == "ab")
    }

    @Test(
        "controls are blanks; in a line each run of them is one",
        arguments: ["\u{1B}[2J", "\u{9B}\r\n\u{7}", "\u{2028}"]
    )
    func controls(_ text: String) {
        let safe = TerminalText.harmless("a\(text)b")
        #expect(safe.unicodeScalars.count == text.unicodeScalars.count + 2)
        #expect(safe.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
        #expect(TerminalText.line(" a\(text) b ", columns: 80) == (text.contains("[") ? "a [2J b" : "a b"))
    }

    @Test("what is read stays: joiners, the end of a verse", arguments: ["می\u{200C}روم", "قل\u{6DD}", "👨\u{200D}👩"])
    func kept(_ text: String) {
        #expect(TerminalText.harmless(text) == text)
        #expect(TerminalText.line(text, columns: 80) == text)
    }

    @Test(
        "what does not fit is cut, and it shows",
        arguments: [("abcd", 4, "abcd"), ("abcde", 4, "abc…"), ("ab cde", 4, "ab…"), ("漢字漢", 4, "漢…"), ("abc", 0, "")]
    )
    func cut(text: String, columns: Int, expected: String) {
        #expect(TerminalText.fit(text, into: columns) == expected)
        #expect(TerminalText.line(text, columns: columns) == expected)
    }
}
