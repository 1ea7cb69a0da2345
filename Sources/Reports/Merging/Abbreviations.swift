internal import ArabicText
internal import Extraction

/// Joins an organisation's long name with the short one in parentheses behind it, or the other way round: «منظمة الأمم
/// المتحدة للتربية والعلم والثقافة (يونسكو)», «أوبك (منظمة الدول المصدرة للنفط)».
enum Abbreviations {
    /// The mentions that stand in parentheses right behind the one before; `mentions` are in the order of the text.
    static func explanations(among mentions: ArticleMentions, in text: CodePointIndex) -> [Int] {
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

    static func join(_ names: ArticleNames, explanations: [Int], in clusters: inout NameClusters) {
        for mention in explanations {
            let (short, long) = (names.ofMention[mention], names.ofMention[mention - 1])
            guard names.all[short].type == .organization, names.all[long].type == .organization,
                (names.all[short].words.count == 1) != (names.all[long].words.count == 1)
            else { continue }
            clusters.join(long, short)
        }
    }
}
