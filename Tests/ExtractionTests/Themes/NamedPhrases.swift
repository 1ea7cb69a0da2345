import ArabicText
import Articles
import Extraction

extension ThemeModel {
    /// The phrases of `text` with `title`, where `names` are of the type that is given with each.
    func phrases(of text: String, title: String? = nil, names: [(String, EntityType)]) -> [RankedPhrase] {
        var mentions: [EntityMention] = []
        for (name, type) in names {
            for range in text.ranges(of: name) {
                let start = text[..<range.lowerBound].unicodeScalars.count
                let place = start..<start + name.unicodeScalars.count
                if mentions.contains(where: { $0.range.overlaps(place) }) { continue }
                mentions.append(EntityMention(range: place, type: type, confidence: 900))
            }
        }
        mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
        return phrases(of: text, title: title, mentions: mentions)
    }

    /// The phrases of `text` with `title` and its names, in the order of the text.
    func phrases(of text: String, title: String? = nil, mentions: [EntityMention]) -> [RankedPhrase] {
        let tokens = TokenizedText(text)
        var extractor = ThemeExtractor(model: self)
        let found = extractor.findings(in: tokens)
        return ThemeRanking(model: self).themes(
            text: text,
            title: title,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(mentions: mentions, phraseWords: found.phraseWords, tokenCount: tokens.tokens.count)]
        ).keyphrases
    }
}
