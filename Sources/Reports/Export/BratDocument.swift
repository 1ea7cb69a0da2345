internal import ArabicText
internal import Articles
internal import Extraction

/// A report in the standoff format of the brat annotation tool: the text as `ID.txt`, what was found in it as `ID.ann`,
/// offsets in code points, as brat counts.
///
/// Entities are text-bound annotations of their type, mentions of one entity are equivalent, links are normalisations;
/// adjectives of countries are of type `NISBA`, keyphrases of type `KEYPHRASE`; topics have no place in this format.
package struct BratDocument: Sendable {
    /// The article's text. A carriage return is a space in it: most readers would take CRLF for one character, and
    /// every offset behind it would be wrong. So is a tab: a mention's words stand in a column, which a tab would end,
    /// and have to be what stands here.
    package let text: [UInt8]
    package let annotations: [UInt8]

    package init(_ report: Report) {
        var text = Array(report.article.text.utf8)
        for index in text.indices where text[index] == 0x0D || text[index] == 0x09 { text[index] = 0x20 }
        self.text = text
        var lines = Lines(text: CodePointIndex(report.article.text))
        for entity in report.entities {
            let country = entity.links["country"].map { "country: \($0)" }
            lines.add(
                entity.mentions.map(\.range),
                type: entity.type.label,
                name: entity.name,
                links: Report.Links(entity.links.lazy.filter { $0.scheme != "country" }),
                note: entity.value.map { "value: \($0)" } ?? country
            )
        }
        for nisba in report.nisbas {
            lines.add(nisba.mentions.map(\.range), type: "NISBA", name: nisba.name, links: nisba.links)
        }
        for phrase in report.keyphrases {
            lines.add(phrase.mentions.map(\.range), type: "KEYPHRASE", name: phrase.text, links: [:])
        }
        annotations = Array(lines.text.utf8)
    }

    /// The `annotation.conf` that brat needs beside the documents.
    package static var configuration: [UInt8] {
        let types = EntityType.allCases.map(\.label) + ["NISBA", "KEYPHRASE"]
        let lines =
            ["[entities]"] + types + ["", "[relations]"]
            + types.map { "Equiv\tArg1:\($0), Arg2:\($0), <REL-TYPE>:symmetric-transitive" }
            + ["<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]", "", "[attributes]"]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private struct Lines {
        let source: CodePointIndex
        private(set) var text = ""
        private var mentionCount = 0
        private var normalizationCount = 0
        private var noteCount = 0

        init(text: CodePointIndex) { source = text }

        mutating func add(
            _ ranges: [Range<Int>],
            type: String,
            name: String,
            links: Report.Links,
            note: String? = nil
        ) {
            var mentions: [String] = []
            for range in ranges {
                let fragments = fragments(of: range)
                guard !fragments.isEmpty else { continue }
                mentionCount += 1
                let mention = "T\(mentionCount)"
                mentions.append(mention)
                let places = fragments.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: ";")
                let words = fragments.map { Self.line(source[$0]) }.joined(separator: " ")
                text += "\(mention)\t\(type) \(places)\t\(words)\n"
                for link in links {
                    normalizationCount += 1
                    let reference = "\(Self.word(link.scheme)):\(Self.word(link.value))"
                    text += "N\(normalizationCount)\tReference \(mention) \(reference)"
                    text += "\t\(Self.line(name))\n"
                }
                if let note {
                    noteCount += 1
                    text += "#\(noteCount)\tAnnotatorNotes \(mention)\t\(Self.line(note))\n"
                }
            }
            if mentions.count > 1 { text += "*\tEquiv \(mentions.joined(separator: " "))\n" }
        }

        /// A mention's pieces: one that goes over a line's end is discontinuous, because a line holds one annotation.
        private func fragments(of range: Range<Int>) -> [Range<Int>] {
            var fragments: [Range<Int>] = []
            var start: Int?
            for (offset, scalar) in source[range].unicodeScalars.enumerated() {
                let position = range.lowerBound + offset
                if Self.endsLine(scalar) {
                    if let begun = start { fragments.append(begun..<position) }
                    start = nil
                } else if start == nil {
                    start = position
                }
            }
            if let start { fragments.append(start..<range.upperBound) }
            return fragments
        }

        /// What any reader takes for the end of a line: Python's `splitlines` has the longest list.
        private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
            default: false
            }
        }

        private static func line(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.map { endsLine($0) || $0 == "\t" ? " " : $0 }))
        }

        private static func word(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isWhiteSpace && $0 != ":" }))
        }
    }
}
