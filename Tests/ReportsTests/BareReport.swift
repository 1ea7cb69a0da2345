import Articles
import Extraction
import Reports

extension Report {
    /// A report without findings.
    static func bare(_ text: String) -> Report {
        let article = Article(source: "test.txt", text: text)
        let section = Section(index: 0, kind: .body, range: 0..<text.unicodeScalars.count)
        return Report(
            id: article.id,
            article: article,
            language: "ar",
            sections: [.init(section: section, entities: [], themes: [])],
            entities: [],
            topics: [],
            keyphrases: [],
            problems: [],
            model: .init(name: "test", version: "1", digest: "0")
        )
    }

    /// Makes two sections of the one that the report has.
    mutating func cut(at place: Int) {
        let all = sections[0].section.range
        sections = [all.lowerBound..<place, place..<all.upperBound].enumerated().map { index, range in
            .init(section: Section(index: index, kind: .body, range: range), entities: [], themes: [])
        }
    }
}
