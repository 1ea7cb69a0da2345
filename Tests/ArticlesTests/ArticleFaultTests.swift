import Articles
import Testing

@Suite("What articles are held against")
struct ArticleFaultTests {
    private static let longest = String(repeating: "ن", count: Limits.longestField / 2)
    private static let text = String(repeating: "ن", count: Limits.longestArticle / 2)

    @Test(
        "the longest and the most are taken",
        arguments: [
            Article(title: longest, source: longest, url: longest, published: longest, externalID: longest, text: text),
            Article(text: text, markedHeadings: (0..<Limits.mostHeadings).map { 8 * $0..<8 * $0 + 8 }),
            Article(text: "من", markedHeadings: [0..<1, 1..<2]), Article(text: "", markedHeadings: []),
        ]
    )
    func limits(article: Article) throws {
        try article.checkLimits()
    }

    private static let long = ArticleFault.text(bytes: Limits.longestArticle + 1, most: Limits.longestArticle)
    private static let excess = Limits.longestField + 1
    private static let faults: [(Article, ArticleFault)] = [
        (Article(text: text + "!"), long), (Article(title: longest + "!", text: ""), .field("title", bytes: excess)),
        (Article(source: longest + "!", text: ""), .field("source", bytes: excess)),
        (Article(url: longest + "!", text: ""), .field("url", bytes: excess)),
        (Article(published: longest + "!", text: ""), .field("date", bytes: excess)),
        (Article(externalID: longest + "!", text: ""), .field("id", bytes: excess)),
        (
            Article(text: text, markedHeadings: (0...Limits.mostHeadings).map { $0..<$0 + 1 }),
            .headings(count: Limits.mostHeadings + 1)
        ),
        (Article(text: "عنوان", markedHeadings: [2..<3, 0..<1]), .headingOrder),
        (Article(text: "عنوان", markedHeadings: [0..<3, 2..<4]), .headingOrder),
        // Ten bytes, five code points.
        (Article(text: "عنوان", markedHeadings: [0..<6]), .headingOrder),
        (Article(text: "عنوان", markedHeadings: [0..<1 << 31]), .headingOrder),
    ]

    @Test("what is over them is refused in words", arguments: faults)
    func refused(article: Article, fault: ArticleFault) {
        #expect(throws: fault) { try article.checkLimits() }
        #expect(fault.description.contains("; "))
    }
}
