import Testing
import warraq

@Suite("One line of JSON")
struct CompactJSONTests {
    @Test(
        "white space goes, but for that in strings",
        arguments: [
            ("{\n  \"a\": [1, 2],\r\n\t\"b\": {}\n}\n", "{\"a\":[1,2],\"b\":{}}\n"),
            ("{\"a b\": \"c \\\" d\\\\\" , \"e\":\"\\n \"}", "{\"a b\":\"c \\\" d\\\\\",\"e\":\"\\n \"}\n"),
            ("\"من الشرق إلى الغرب\"", "\"من الشرق إلى الغرب\"\n"),
        ]
    )
    func compact(pretty: String, line: String) {
        #expect(String(decoding: CompactJSON.line(Array(pretty.utf8)), as: UTF8.self) == line)
    }
}
