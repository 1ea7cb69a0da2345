internal import ArabicText
internal import Extraction

/// Joins an organisation's long name with the short one in parentheses behind it, or the other way round: «منظمة الأمم
/// المتحدة للتربية والعلم والثقافة (يونسكو)», «أوبك (منظمة الدول المصدرة للنفط)»; and a person's with the nickname in
/// quotation marks behind it, or, where it is «أبو» with somebody's name, in parentheses: «محمود عبد المنعم «كهربا»», «محمد جابر
/// (أبو شجاع)». Other persons in parentheses are others: whose part he plays, who takes his place.
enum Abbreviations {
    /// A mention in such marks.
    struct Explanation {
        var mention: Int
        var isQuoted: Bool
    }

    /// The mentions that stand in such marks right behind the one before; `mentions` are in the order of the text.
    static func explanations(among mentions: borrowing ArticleMentions, in text: CodePointIndex) -> [Explanation] {
        var explanations: [Explanation] = []
        for index in mentions.indices.dropFirst() {
            let (before, mention) = (mentions[index - 1], mentions[index])
            guard
                mention.type.isOrganization && before.type.isOrganization
                    || mention.type.isPerson && before.type.isPerson,
                mention.section == before.section,
                1...2 ~= mention.range.lowerBound - before.range.upperBound, mention.range.upperBound < text.count
            else { continue }
            let between = text[before.range.upperBound..<mention.range.lowerBound]
            let open = between.hasPrefix(" ") ? between.dropFirst() : between[...]
            let close = text[mention.range.upperBound..<mention.range.upperBound + 1]
            let isQuoted = mention.type.isPerson && Self.isQuoted(open, close)
            if open == "(" && close == ")" || isQuoted {
                explanations.append(Explanation(mention: index, isQuoted: isQuoted))
            }
        }
        return explanations
    }

    private static func isQuoted(_ open: Substring, _ close: String) -> Bool {
        switch open {
        case "«": close == "»"
        case "\"": close == "\""
        case "“", "”": close == "“" || close == "”"
        default: false
        }
    }

    static func join(
        _ names: ArticleNames,
        explanations: [Explanation],
        in clusters: inout NameClusters
    ) {
        for explanation in explanations {
            let mention = explanation.mention
            let (short, long) = (names.ofMention[mention], names.ofMention[mention - 1])
            let (first, second) = (names.all[long], names.all[short])
            if first.type.isOrganization, second.type.isOrganization,
                (second.words.count == 1) != (first.words.count == 1)
            {
                clusters.join(long, short)
            } else if first.type.isPerson, second.type.isPerson, first.words.count > 1,
                explanation.isQuoted && second.words.count == 1 || PersonNames.isKunya(second, in: names.forms)
            {
                clusters.join(long, short)
            }
        }
    }
}
