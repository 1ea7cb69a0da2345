internal import ArabicText
internal import Articles
internal import Extraction

/// A mention at its place in the article, with its text.
struct PlacedMention: Sendable {
    var section: Int
    /// Code points of the article's text.
    var range: Range<Int>
    var text: String
    var type: EntityType
    var confidence: Int
    var support: [Int]
    var value: String?
    /// The name without what varies in writing.
    var form: NameForm
    var place: Place

    /// How prominent a place in the article is.
    enum Place: Sendable {
        case heading
        case lead
        case body
    }

    /// `mention` of section number `index`, whose offsets count from the section's start. Dates that depend on the day
    /// of `writing` get their own where that is known.
    init(_ mention: EntityMention, index: Int, section: Section, text: CodePointIndex, writing: RelativeDate?) {
        let start = section.range.lowerBound
        self.section = index
        range = start + mention.range.lowerBound..<start + mention.range.upperBound
        self.text = text[range]
        type = mention.type
        confidence = mention.confidence
        support = mention.support
        value = mention.value
        if type == .date, let writing { value = value.map(writing.resolved) }
        let form = NameForm(self.text)
        self.form = form.letters.isEmpty ? NameForm(letters: Array(self.text.utf16)) : form
        if let heading = section.heading, heading.contains(range.lowerBound) {
            place = .heading
        } else {
            place = section.kind == .lead ? .lead : .body
        }
    }
}
