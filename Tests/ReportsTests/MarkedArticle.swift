import ArabicText
import Articles
import Extraction
import Reports

/// An article whose mentions are marked in its text: `[LOC روسيا]`, with a confidence `[LOC:950 روسيا]`, with a value
/// `[DATE=2026-11-23 اليوم]`. The marks are no part of the text.
struct MarkedArticle {
    var outline: Outline
    var findings: [Findings?]

    /// A section: its heading (a line of its own), its kind and its marked text.
    struct Part {
        var kind: Section.Kind
        var heading: String?
        var text: String

        static func lead(_ text: String) -> Part { Part(kind: .lead, text: text) }
        static func body(_ heading: String? = nil, _ text: String) -> Part {
            Part(kind: .body, heading: heading, text: text)
        }
        static func boilerplate(_ text: String) -> Part { Part(kind: .boilerplate, text: text) }
    }

    init(title: String? = nil, _ parts: [Part]) {
        var text: [Unicode.Scalar] = []
        var sections: [Section] = []
        findings = []
        for (index, part) in parts.enumerated() {
            let start = text.count
            var mentions: [EntityMention] = []
            var heading: Range<Int>?
            if let line = part.heading {
                let (scalars, found) = Self.parse(line, from: 0)
                text += scalars + ["\n"]
                heading = start..<start + scalars.count
                mentions += found
            }
            let (scalars, found) = Self.parse(part.text, from: text.count - start)
            text += scalars + ["\n"]
            mentions += found
            sections.append(Section(index: index, kind: part.kind, heading: heading, range: start..<text.count))
            findings.append(Findings(mentions: mentions))
        }
        let article = Article(
            title: title,
            source: "test.txt",
            text: String(String.UnicodeScalarView(text))
        )
        outline = Outline(id: article.id, article: article, sections: sections)
    }

    init(_ text: String) { self.init([.body(nil, text)]) }

    /// The text without its marks, and the mentions, whose offsets count from `offset` before the text.
    private static func parse(_ marked: String, from offset: Int) -> ([Unicode.Scalar], [EntityMention]) {
        var text: [Unicode.Scalar] = []
        var mentions: [EntityMention] = []
        var label = ""
        var start: Int?
        var isInLabel = false
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "[":
                isInLabel = true
                label = ""
            case " " where isInLabel:
                isInLabel = false
                start = text.count
            case "]":
                if let start { mentions.append(mention(label, range: offset + start..<offset + text.count)) }
                start = nil
            default:
                if isInLabel { label.unicodeScalars.append(scalar) } else { text.append(scalar) }
            }
        }
        return (text, mentions)
    }

    private static func mention(_ label: String, range: Range<Int>) -> EntityMention {
        let valued = label.split(separator: "=", maxSplits: 1)
        let parts = valued[0].split(separator: ":")
        return EntityMention(
            range: range,
            type: EntityType(label: String(parts[0])) ?? .miscellaneous,
            confidence: parts.count > 1 ? Int(parts[1]) ?? 0 : 900,
            value: valued.count > 1 ? String(valued[1]) : nil
        )
    }

    func report(lexicon: any NameLexicon = FixtureLexicon(), themes: ArticleThemes? = nil) throws -> Report {
        var merger = ReportMerger(model: try BuiltInModel.model(), lexicon: lexicon)
        guard let themes else { return merger.report(outline: outline, findings: findings) }
        return merger.report(outline: outline, findings: findings, themes: themes)
    }
}

/// The model that is built into the program, read once for all tests.
enum BuiltInModel {
    private static let result = Result { () throws(ModelError) in try Model.embedded() }

    static func model() throws -> Model { try result.get() }
}

/// A few names.
struct FixtureLexicon: NameLexicon {
    private static let entries: [[UInt16]: GazetteerEntry] = {
        let usa = entry(1, "الولايات المتحدة", .country, ["iso3166": "US", "wikidata": "Q30"])
        let names: [(String, GazetteerEntry)] = [
            ("الولايات المتحدة", usa), ("الولايات المتحدة الأميركية", usa), ("أميركا", usa),
            ("روسيا", entry(2, "روسيا", .country, ["iso3166": "RU"])),
            ("أردن", entry(3, "الأردن", .country, ["iso3166": "JO"])),
            ("الأمم المتحدة", entry(4, "الأمم المتحدة", .organization, ["wikidata": "Q1065"])),
            ("جورجيا", entry(5, "جورجيا", .country, ["iso3166": "GE"])),
            ("فلاديمير بوتين", entry(6, "فلاديمير بوتين", .person, [:])),
            ("بوتين", entry(7, "بوتين", .familyName, [:])),
        ]
        return Dictionary(uniqueKeysWithValues: names.map { (FoldedText(folding: $0.0).letters, $0.1) })
    }()

    private static func entry(
        _ id: Int,
        _ name: String,
        _ classes: GazetteerClasses,
        _ links: KeyValuePairs<String, String>
    ) -> GazetteerEntry {
        GazetteerEntry(
            id: id,
            name: name,
            classes: classes,
            links: links.map { .init(scheme: $0.key, value: $0.value) }
        )
    }

    func thing(for letters: ArraySlice<UInt16>, hash: UInt64) -> GazetteerThing? {
        Self.entries[Array(letters)].map { GazetteerThing(id: $0.id, classes: $0.classes) }
    }

    func entry(_ id: Int) -> GazetteerEntry? { Self.entries.values.first { $0.id == id } }
}

extension Report {
    /// The entities as «TYPE name: variant × mentions», by salience.
    var outlineOfEntities: [String] {
        entities.map { "\($0.type.label) \($0.name) ×\($0.mentions.count)" }
    }

    func entity(_ name: String) -> Entity? { entities.first { $0.name == name } }
}
