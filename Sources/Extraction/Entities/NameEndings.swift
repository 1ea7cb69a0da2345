internal import ArabicText

/// Well-known names of two words and more of which the tagger has one: «سكوتلاند يارد», «مستقبل وطن». The words alone are others.
enum NameEndings {
    /// The whole of a name whose last word the tagger has, or its first; `nil` for what has no more.
    static func whole(
        around mention: Range<Int>,
        in text: TokenizedText,
        sentence: Range<Int>
    ) -> (tokens: Range<Int>, type: EntityType)? {
        let words = SentenceWords(text: text, sentence: sentence)
        if let road = numbered(mention, words) { return (road, .location) }
        guard let last = words.word(at: mention.upperBound - 1), let next = words.word(at: mention.upperBound) else {
            return nil
        }
        for (head, tail, type) in names where next.elementsEqual(tail) {
            guard last.count - head.count <= 2, last.suffix(head.count).elementsEqual(head) else { continue }
            return (mention.lowerBound..<mention.upperBound + 1, type)
        }
        return nil
    }

    /// A road with its number: «الطريق الوطنية رقم» with «9».
    private static func numbered(_ mention: Range<Int>, _ words: SentenceWords) -> Range<Int>? {
        guard mention.count > 1, let last = words.word(at: mention.upperBound - 1), last.elementsEqual(number),
            words.sentence.contains(mention.upperBound), words.text.tokens[mention.upperBound].kind == .number,
            words.word(at: mention.lowerBound).map({ roads[$0] != nil || roads[$0.dropFirst()] != nil }) ?? false
        else { return nil }
        return mention.lowerBound..<mention.upperBound + 1
    }

    private static let number = FoldedText(folding: "رقم").letters
    private static let roads = LetterTable(names: ["الطريق", "طريق"])

    private static let names: [(head: [UInt16], tail: [UInt16], type: EntityType)] = [
        ("سكوتلاند", "يارد", .organization), ("سكوتلانديا", "يارد", .organization), ("اسكتلاند", "يارد", .organization),
        ("مستقبل", "وطن", .organization),
    ].map { (FoldedText(folding: $0).letters, FoldedText(folding: $1).letters, $2) }
}
