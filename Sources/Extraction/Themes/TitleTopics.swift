internal import ArabicText

/// What a title says of topics that was given apart from the text, so that no section has it. Its words count twice, as those
/// of a heading.
package struct TitleTopics: Sendable {
    var topics: [TopicScore] = []
    /// Its tokens, twice.
    var words = 0

    /// More code points are no title.
    private static let longest = 300

    package init() {}

    package init(_ title: String, extractor: inout ThemeExtractor) {
        let start = title.unicodeScalars.prefix(Self.longest)
        let text = TokenizedText(String(start))
        topics = extractor.findings(in: text, heading: 0..<start.count).topics
        words = 2 * text.tokens.count
    }
}
