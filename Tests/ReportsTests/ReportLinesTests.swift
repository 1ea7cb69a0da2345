import Reports
import Testing

@Suite("Files of reports")
struct ReportLinesTests {
    private func values(_ text: String, isByLine: Bool = false) -> [String] {
        ReportLines(Array(text.utf8), isByLine: isByLine).map {
            "\($0.line) " + String(decoding: $0.bytes, as: UTF8.self)
        }
    }

    @Test(
        "one report, one on each line, or one after another",
        arguments: [
            ("{\"a\": 1}", ["1 {\"a\": 1}"]),
            ("\u{FEFF}{\"a\": 1}\n", ["1 {\"a\": 1}"]),
            ("{\n  \"a\": [\n1]\n}\n", ["1 {\n  \"a\": [\n1]\n}"]),
            ("{\"a\": 1}\n\n{\"b\": \"}\\\"\"}\r\n", ["1 {\"a\": 1}", "3 {\"b\": \"}\\\"\"}\r"]),
            ("{\n}\n{\n}", ["1 {\n}", "3 {\n}"]),
            ("{\n} {\n}", ["1 {\n}", "2 {\n}"]),
            ("", []),
            (" \n\t\r\n", []),
        ]
    )
    func values(text: String, expected: [String]) {
        #expect(values(text) == expected)
    }

    @Test("a line that was cut off, or is no JSON, is a value of its own and harms no other")
    func damaged() {
        #expect(values("{\"a\": 1}\n{\"b\": \n{\"c\": 3}") == ["1 {\"a\": 1}", "2 {\"b\": ", "3 {\"c\": 3}"])
        #expect(values("{\"b\": \n{\"c\": 3}", isByLine: true) == ["1 {\"b\": ", "2 {\"c\": 3}"])
        #expect(values("garbage\n{\n\"c\": 3}") == ["1 garbage", "2 {\n\"c\": 3}"])
        #expect(values("{\n\"c\": ") == ["1 {\n\"c\": "])
    }

    @Test(
        "an object that was cut off takes none with it, however the others are written",
        arguments: [
            ("{\"b\": \n{\"c\": 3}\n{\"d\": 4}\n", ["1 {\"b\": ", "2 {\"c\": 3}", "3 {\"d\": 4}"]),
            ("{\"b\": \"x\n{\"c\": 3}", ["1 {\"b\": \"x", "2 {\"c\": 3}"]),
            ("{\n  \"b\": [\n  {\n\n{\n  \"c\": 3\n}\n", ["1 {\n  \"b\": [\n  {\n", "5 {\n  \"c\": 3\n}"]),
            ("{\"b\": \n{\"c\": \"\n{\"d\": 4} {\n}", ["1 {\"b\": ", "2 {\"c\": \"", "3 {\"d\": 4}", "3 {\n}"]),
            (
                "{\n\"a\": 1\n}\n{\"b\": \ngarbage\n{\"c\": 3}",
                ["1 {\n\"a\": 1\n}", "4 {\"b\": \ngarbage", "6 {\"c\": 3}"]
            ),
        ]
    )
    func cutOff(text: String, expected: [String]) {
        #expect(values(text) == expected)
    }
}
