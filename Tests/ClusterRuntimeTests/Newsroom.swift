import Articles
import Extraction

/// Articles for tests, and what a cluster needs to read them.
enum Newsroom {
    static func article(_ number: Int) -> Article {
        let paragraphs = (0...(number % 4)).map { paragraph in
            "قال المتحدث رقم \(number) في الفقرة \(paragraph) إن موسكو وواشنطن بحثتا ملف أوكرانيا يوم الاثنين.\n"
        }
        return Article(title: "خبر \(number)", source: "news-\(number).txt", text: paragraphs.joined())
    }

    static func articles(_ count: Int) -> [Article] { (0..<count).map { article($0) } }

    /// A section for each line.
    static let split: @Sendable (ArticleID, Article) -> Outline = { id, article in
        var sections: [Section] = []
        var start = 0
        for line in article.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let end = start + line.unicodeScalars.count + 1
            sections.append(Section(index: sections.count, kind: sections.isEmpty ? .lead : .body, range: start..<end))
            start = end
        }
        return Outline(id: id, article: article, sections: sections)
    }
}
