internal import ArabicText
internal import Extraction

/// Joins an organisation's long name with the short one in parentheses behind it, or the other way round: «منظمة الأمم
/// المتحدة للتربية والعلم والثقافة (يونسكو)», «أوبك (منظمة الدول المصدرة للنفط)».
enum Abbreviations {
    /// The mentions that stand in parentheses right behind the one before; `mentions` are in the order of the text.
    static func explanations(among mentions: borrowing ArticleMentions, in text: CodePointIndex) -> [Int] {
        var explanations: [Int] = []
        for index in mentions.indices.dropFirst() {
            let (before, mention) = (mentions[index - 1], mentions[index])
            guard mention.type.isOrganization, before.type.isOrganization, mention.section == before.section,
                1...2 ~= mention.range.lowerBound - before.range.upperBound, mention.range.upperBound < text.count
            else { continue }
            let between = text[before.range.upperBound..<mention.range.lowerBound]
            if between == " (" || between == "(",
                text[mention.range.upperBound..<mention.range.upperBound + 1] == ")"
            {
                explanations.append(index)
            }
        }
        return explanations
    }

    static func join(_ names: ArticleNames, explanations: [Int], in clusters: inout NameClusters) {
        for mention in explanations {
            let (short, long) = (names.ofMention[mention], names.ofMention[mention - 1])
            guard names.all[short].type.isOrganization, names.all[long].type.isOrganization,
                (names.all[short].words.count == 1) != (names.all[long].words.count == 1)
            else { continue }
            clusters.join(long, short)
        }
    }
}
