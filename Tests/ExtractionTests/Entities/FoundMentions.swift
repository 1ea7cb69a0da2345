import Articles
import Extraction

/// What is found in a text that is one section.
enum FoundMentions {
    /// Each mention as its label and what it is in the text: «LOC لبنان».
    static func labelled(in text: String, kind: Section.Kind = .body) throws -> [String] {
        var extractor = Extractor(model: try Model.embedded())
        let scalars = Array(text.unicodeScalars)
        return extractor.findings(in: SectionText(kind: kind, text: text)).mentions.map { mention in
            var name = String.UnicodeScalarView()
            name.append(contentsOf: scalars[mention.range])
            return "\(mention.type.label) \(String(name))"
        }
    }
}
