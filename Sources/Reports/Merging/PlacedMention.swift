internal import Articles
internal import Extraction

/// A mention at its place in the article. What it shares with others stands in the ``ArticleMentions`` that it is one of:
/// in itself there are numbers alone, so it is copied and gone over without counting references.
struct PlacedMention: Sendable {
    var section: Int
    /// Code points of the article's text.
    var range: Range<Int>
    /// Which of the ways of writing names it has: a number for ``ArticleMentions/names``.
    var name: Int
    var type: EntityType
    var place: Place
    var confidence: Int
    var support: TypeSupport
    /// A number for ``ArticleMentions/values``, or -1.
    var value = -1
    var doubt: DoubtfulNames.Doubt?
    /// Whether no letter stands right before it.
    var standsFree = true
    /// Where its titles stand in ``ArticleMentions/titles``.
    var titles = 0..<0

    /// How prominent a place in the article is.
    enum Place: Sendable {
        case heading
        case lead
        case body
        /// Who wrote the article, or from where.
        case byline

        init(of range: Range<Int>, in section: Section, byline: Range<Int>) {
            if byline.contains(range.lowerBound) {
                self = .byline
            } else if let heading = section.heading, heading.contains(range.lowerBound) {
                self = .heading
            } else {
                self = section.kind == .lead ? .lead : .body
            }
        }
    }
}
