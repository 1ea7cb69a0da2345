internal import ArabicText
internal import Articles
internal import Extraction

/// A mention at its place in the article, with its text.
struct PlacedMention: Sendable {
    var section: Int
    /// Code points of the article's text.
    var range: Range<Int>
    var text: String
    /// The text as it is shown, and a number that is the same where it is shown alike.
    let shown: String
    let shownID: Int
    var type: EntityType
    var confidence: Int
    var support: [Int]
    var value: String?
    /// The titles before a person's name, the nearest first.
    var titles: [String] = []
    /// Whether the name has lost the alef of its article to ل before it («لسيسي», left of «للسيسي»); ``form`` has it.
    private(set) var isContracted = false
    /// The name without what varies in writing.
    var form: NameForm
    var place: Place

    /// Whether ل stands before a name that begins with it.
    func mayHaveLostArticle(in text: CodePointIndex) -> Bool {
        range.lowerBound > 0 && form.letters.first == 0x644 && text[range.lowerBound - 1..<range.lowerBound] == "ل"
    }

    /// Gives a name that ``mayHaveLostArticle(in:)`` the alef of its article, where the whole word is read so.
    mutating func restoreArticle(using segmenter: inout WordSegmenter?) {
        guard let whole = form.withContractedArticle else { return }
        let word = [0x644] + form.letters.prefix { $0 != 0x20 }
        guard segmenter?.clitics(ofFolded: word[...]).article == .assimilated else { return }
        isContracted = true
        form = whole
    }

    /// How prominent a place in the article is.
    enum Place: Sendable {
        case heading
        case lead
        case body

        init(of range: Range<Int>, in section: Section) {
            if let heading = section.heading, heading.contains(range.lowerBound) {
                self = .heading
            } else {
                self = section.kind == .lead ? .lead : .body
            }
        }
    }

    /// `mention` of section number `index`, whose offsets count from the section's start. Dates that depend on the day
    /// of `writing` get their own where that is known.
    init(
        _ mention: EntityMention,
        index: Int,
        section: Section,
        text: CodePointIndex,
        writing: RelativeDate?,
        names: inout WrittenNames
    ) {
        let start = section.range.lowerBound
        self.section = index
        range = start + mention.range.lowerBound..<start + mention.range.upperBound
        let name = names.name(at: range, in: text)
        self.text = name.text
        shown = name.shown
        shownID = name.shownID
        form = name.form
        type = mention.type
        confidence = mention.confidence
        support = mention.support
        value = mention.value
        if type == .date, let writing { value = value.map(writing.resolved) }
        place = Place(of: range, in: section)
    }
}
