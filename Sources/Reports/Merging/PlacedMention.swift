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
    /// The titles before a person's name, the nearest first.
    var titles: [String] = []
    /// Whether the name has lost the alef of its article to ل before it («لسيسي», left of «للسيسي»); ``form`` has it.
    private(set) var isContracted = false
    /// The name without what varies in writing.
    var form: NameForm
    var place: Place

    /// Gives the name the alef that its article has lost to ل before it, where the whole word is read so.
    mutating func restoreArticle(in text: CodePointIndex, using segmenter: inout WordSegmenter?) {
        guard range.lowerBound > 0, form.letters.first == 0x644, text[range.lowerBound - 1..<range.lowerBound] == "ل",
            let whole = form.withContractedArticle
        else { return }
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
        place = Place(of: range, in: section)
    }
}
