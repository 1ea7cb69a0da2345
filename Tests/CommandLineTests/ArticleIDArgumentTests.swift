import Articles
import Testing
import warraq

@Suite("Ids as arguments")
struct ArticleIDArgumentTests {
    @Test(
        "32 hexadecimal digits, large or small",
        arguments: [
            ("0123456789abcdef0123456789abcdef", true), ("0123456789ABCDEF0123456789abcDEF", true),
            ("0123456789abcdef0123456789abcde", false), ("0123456789abcdef0123456789abcdeg", false), ("", false),
        ]
    )
    func digits(text: String, isID: Bool) {
        #expect(ArticleID(argument: text)?.description == (isID ? "0123456789abcdef0123456789abcdef" : nil))
    }
}
