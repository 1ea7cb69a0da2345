internal import ArabicText
internal import Extraction

/// Joins an organisation's long name with the short one in parentheses behind it, or the other way round: «منظمة الأمم
/// المتحدة للتربية والعلم والثقافة (يونسكو)», «أوبك (منظمة الدول المصدرة للنفط)».
enum Abbreviations {
    /// The mentions that stand in parentheses right behind the one before; `mentions` are in the order of the text.
    static func explanations(among mentions: [PlacedMention], in text: CodePointIndex) -> [Int] {
        mentions.indices.dropFirst().filter { index in
            let (before, mention) = (mentions[index - 1], mentions[index])
            guard mention.type == .organization, before.type == .organization, mention.section == before.section,
                1...2 ~= mention.range.lowerBound - before.range.upperBound, mention.range.upperBound < text.count
            else { return false }
            let between = text[before.range.upperBound..<mention.range.lowerBound]
            return (between == " (" || between == "(")
                && text[mention.range.upperBound..<mention.range.upperBound + 1] == ")"
        }
    }

    static func join(_ names: [ArticleName], explanations: [Int], in clusters: inout NameClusters) {
        guard !explanations.isEmpty else { return }
        var nameOfMention: [Int: Int] = [:]
        for (index, name) in names.enumerated() {
            for mention in name.mentions { nameOfMention[mention] = index }
        }
        for mention in explanations {
            guard let short = nameOfMention[mention], let long = nameOfMention[mention - 1],
                names[short].type == .organization, names[long].type == .organization,
                (names[short].words.count == 1) != (names[long].words.count == 1)
            else { continue }
            clusters.join(long, short)
        }
    }
}
