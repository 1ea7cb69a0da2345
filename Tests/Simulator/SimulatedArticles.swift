package import Articles
import Cluster
package import Extraction
import TestSupport

/// Articles whose lines are their sections, and an analysis that is a hash. What a section does to its worker stands in
/// its first character.
package enum SimulatedArticles {
    static let boilerplate: Character = "#"
    /// The worker's process dies of it.
    static let poison: Character = "!"
    /// Its analysis throws an error.
    static let failing: Character = "?"

    package static func split(_ id: ArticleID, _ article: Article) -> Outline {
        var sections: [Section] = []
        var start = 0
        for line in article.text.split(separator: "\n", omittingEmptySubsequences: true) {
            let end = start + line.unicodeScalars.count + 1
            let kind = line.first == boilerplate ? Section.Kind.boilerplate : sections.isEmpty ? .lead : .body
            sections.append(Section(index: sections.count, kind: kind, range: start..<end))
            start = end
        }
        return Outline(id: id, article: article, sections: sections)
    }

    static func article(_ number: Int, from random: inout SeededRandom, harm: Int) -> Article {
        var text = ""
        for section in 0..<random.integer(1...6) {
            if random.oneIn(8) {
                text.append(boilerplate)
            } else if harm > 0, random.oneIn(harm) {
                text.append(random.oneIn(2) ? poison : failing)
            }
            text += "مقال \(number) قسم \(section) " + String(repeating: "خبر ", count: random.integer(0...6)) + "\n"
        }
        return Article(source: "\(number).txt", text: text)
    }

    /// What a section holds, by one of the models.
    package static func findings(_ section: SectionText, model: Int = 0) -> Findings {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 &+ UInt64(model)
        for byte in section.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Findings(tokenCount: Int(truncatingIfNeeded: hash &+ UInt64(section.kind.rawValue)))
    }

    /// What each section's findings must be, from the text alone; `nil` where nothing is analysed.
    static func expected(_ outline: Outline, model: Int) -> [Findings?] {
        let scalars = Array(outline.article.text.unicodeScalars)
        return outline.sections.map { section in
            guard section.kind != .boilerplate else { return nil }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[section.range])
            return findings(SectionText(kind: section.kind, text: String(text)), model: model)
        }
    }

    /// The sections that no worker can analyse.
    static func harmful(_ article: Article) -> Set<Int> {
        let lines = article.text.split(separator: "\n")
        return Set(lines.indices.filter { lines[$0].first == poison || lines[$0].first == failing })
    }
}
