internal import ArabicText
internal import Articles

/// How well the sections that the splitter finds are those that a marked corpus has.
package struct SectionScores: Sendable {
    /// What was sought and what was found.
    package struct Count: Sendable {
        package var right = 0
        package var found = 0
        package var expected = 0

        /// 1 where nothing was found, and so nothing wrong.
        package var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        package var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
        package var f1: Double {
            found + expected == 0 ? 1 : Double(2 * right) / Double(found + expected)
        }
    }

    /// A line that was taken for something else than it is.
    package struct Mistake: Sendable {
        package var file: String
        package var line: Int
        package var text: String
        package var expected: String
        package var found: String
    }

    package private(set) var articles = 0
    /// Sections that start with a heading, by the heading's line.
    package private(set) var headings = Count()
    package private(set) var boilerplateLines = Count()
    /// In code points of the lines.
    package private(set) var boilerplateCharacters = Count()
    package private(set) var mistakes: [Mistake] = []

    package init() {}

    package init(of corpus: [MarkedSections], layout: MarkedSections.Layout = .asWritten) {
        for article in corpus {
            if let article = article.laidOut(layout) { add(article) }
        }
    }

    package mutating func add(_ marked: MarkedSections) {
        articles += 1
        let sections = SectionSplitter.sections(of: marked.article)
        let headings = Set(sections.compactMap { $0.kind == .boilerplate ? nil : $0.heading?.lowerBound })
        var section = 0
        var position = 0
        for (number, line) in marked.lines.enumerated() {
            let length = line.text.codePointCount
            defer { position += length + 1 }
            guard let indent = line.text.unicodeScalars.firstIndex(where: { $0 != " " && $0 != "\t" }) else { continue }
            let start = position + line.text.unicodeScalars.distance(from: line.text.startIndex, to: indent)
            while section + 1 < sections.count, sections[section].range.upperBound <= start { section += 1 }
            let isBoilerplate = section < sections.count && sections[section].kind == .boilerplate
            let found: MarkedSections.Mark = isBoilerplate ? .boilerplate : headings.contains(start) ? .heading : .text
            Self.count(&self.headings, line.mark == .heading, found == .heading, 1)
            Self.count(&boilerplateLines, line.mark == .boilerplate, found == .boilerplate, 1)
            Self.count(&boilerplateCharacters, line.mark == .boilerplate, found == .boilerplate, length)
            if found != line.mark {
                mistakes.append(
                    Mistake(
                        file: marked.name,
                        line: number + 1,
                        text: line.text,
                        expected: "\(line.mark)",
                        found: "\(found)"
                    )
                )
            }
        }
    }

    private static func count(_ count: inout Count, _ isExpected: Bool, _ isFound: Bool, _ weight: Int) {
        if isExpected { count.expected += weight }
        if isFound { count.found += weight }
        if isExpected, isFound { count.right += weight }
    }
}
