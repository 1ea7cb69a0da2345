import ArabicText
import Extraction

enum RuleMentions {
    /// What rules find, as «TYPE text = value».
    static func found(_ text: String) -> [String] {
        let index = CodePointIndex(text)
        return RuleFinder.mentions(in: TokenizedText(text)).map { mention in
            "\(mention.type.label) \(index[mention.range])" + (mention.value.map { " = \($0)" } ?? "")
        }
    }

    /// What rules find of one type, as «text = value».
    static func found(_ text: String, _ type: EntityType) -> [String] {
        let index = CodePointIndex(text)
        return RuleFinder.mentions(in: TokenizedText(text)).filter { $0.type == type }.map { mention in
            index[mention.range] + (mention.value.map { " = \($0)" } ?? "")
        }
    }
}
