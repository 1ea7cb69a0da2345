internal import ArabicText
internal import Articles
internal import Extraction

/// Gives mentions their places in the article, persons their titles, and names the article that they have lost to ل. A
/// merger keeps it for its next article. Not copyable, or it would be copied for each mention.
struct MentionPlacing: ~Copyable {
    let lexicon: any NameLexicon
    private let model: Model
    private var titles: TitleFinder
    /// Made when it is needed, which is seldom.
    private lazy var segmenter = model.segmentation.map { WordSegmenter(model: $0, remembers: false) }
    private var writing: RelativeDate?
    private var byline = 0..<0
    private var aliNames = AliNames()
    /// Mentions come in the order of the text: so many at most may overlap the word before the next.
    private static let near = 16

    init(lexicon: any NameLexicon, model: Model) {
        self.lexicon = lexicon
        self.model = model
        titles = TitleFinder(lexicon: lexicon)
    }

    /// Begins an article. Its dates that depend on the day of writing get their own where that is known.
    mutating func begin(writing: RelativeDate?, byline: Range<Int>) {
        self.writing = writing
        self.byline = byline
        aliNames = AliNames()
    }

    /// `mention` of `section`, whose offsets count from the section's start; `nil` for a person of whom nothing is left
    /// without a preposition (``AliNames``).
    ///
    /// - Parameter next: the mention behind it, in the section's code points.
    mutating func place(
        _ mention: borrowing EntityMention,
        before next: (range: Range<Int>, type: EntityType)? = nil,
        in section: Section,
        of text: CodePointIndex.UTF8,
        among mentions: inout ArticleMentions
    ) -> PlacedMention? {
        let start = section.range.lowerBound
        var range = start + mention.range.lowerBound..<start + mention.range.upperBound
        if case .person = mention.type {
            range = aliNames.name(at: range, from: start, in: text) { place in
                !mentions.all.suffix(Self.near).contains { $0.range.overlaps(place) }
            }
        }
        let bytes = text.range(of: range)
        var placed = PlacedMention(
            section: section.index,
            range: range,
            name: mentions.names.number(of: UnsafeBufferPointer(rebasing: text.bytes[bytes])),
            type: mention.type,
            place: PlacedMention.Place(of: range, in: section, byline: byline),
            confidence: mention.confidence,
            support: mention.support
        )
        if let value = mention.value {
            var isRelative = false
            if case .date = placed.type { isRelative = true }
            placed.value = mentions.add(value: isRelative ? writing?.resolved(value) ?? value : value)
        }
        if placed.type.isPerson {
            placed.titles = titles.titles(
                before: TitleFinder.Edge(codePoint: range.lowerBound, byte: bytes.lowerBound),
                behind: bytes.upperBound,
                from: start,
                beside: NearbyMentions(
                    to: range,
                    next: next.map { (start + $0.range.lowerBound..<start + $0.range.upperBound, $0.type) },
                    from: start,
                    of: text,
                    among: mentions
                ),
                in: text.bytes,
                to: &mentions
            )
        }
        let before = DoubtfulNames.letter(before: bytes.lowerBound, in: text.bytes)
        placed.standsFree = before == nil
        if let name = withoutPreposition(placed, at: bytes, of: text, among: mentions) {
            placed.range = range.lowerBound + AliNames.length..<range.upperBound
            placed.name = mentions.names.number(of: UnsafeBufferPointer(rebasing: text.bytes[name]))
            let form = mentions.form(of: placed)
            if mentions.names.forms.hasArticle(form) || !mayNamePerson(form, of: mentions.names.forms) {
                guard mentions.names.forms.wordCount(of: form) == 1 else { return nil }
                placed.doubt = .behindPreposition
            }
        } else {
            placed.doubt = DoubtfulNames.doubt(
                of: mentions.form(of: placed),
                behind: before,
                among: mentions.names.forms
            )
        }
        if hasLostArticle(placed, isBehindLam: before == NameForms.lam, among: mentions) {
            placed.name = mentions.names.restored(placed.name)
        }
        return placed
    }

    /// Where a person's name is without «على», where that is no first name of his: in bytes. A title speaks for it, and so does
    /// a name that is known with it.
    private func withoutPreposition(
        _ person: PlacedMention,
        at bytes: Range<Int>,
        of text: CodePointIndex.UTF8,
        among mentions: borrowing ArticleMentions
    ) -> Range<Int>? {
        guard person.type.isPerson, person.titles.isEmpty else { return nil }
        let previous = mentions.all.last
        let name = AliNames.name(at: bytes, in: text.bytes) {
            previous.flatMap { $0.type.isPerson ? text.range(of: $0.range).upperBound : nil }
        }
        let letters = mentions.names.forms.letters(of: mentions.form(of: person))
        return name != nil && lexicon.thing(for: letters) == nil ? name : nil
    }

    /// Whether the first word of a name is one that open text uses as names are used, or that of a name of several words a
    /// person's.
    private func mayNamePerson(_ form: Int, of forms: NameForms) -> Bool {
        let words = forms.words[forms[form].words]
        guard let first = words.first else { return false }
        let letters = forms.letters[first.letters]
        switch model.vocabulary.profile(of: LetterHash.name(letters)).kind {
        case .name: return true
        case .unknown where words.count > 1: return !forms.hasArticle(form)
        default: return words.count > 1 && lexicon.isPersonsName(letters)
        }
    }

    /// Whether ل stands before a name that begins with it («لسيسي», left of «للسيسي»), and the whole word is read so.
    private mutating func hasLostArticle(
        _ mention: PlacedMention,
        isBehindLam: Bool,
        among mentions: borrowing ArticleMentions
    ) -> Bool {
        let form = mentions.form(of: mention)
        guard isBehindLam, mentions.names.forms.mayBeContracted(form), TypeVote.decides(on: mention.type) else {
            return false
        }
        let letters = mentions.names.forms.letters(of: form)
        guard lexicon.thing(for: letters, hash: mentions.names.forms[form].hash) == nil else { return false }
        let word = [NameForms.lam] + letters.prefix { $0 != NameForms.space }
        return segmenter?.clitics(ofFolded: word[...]).article == .assimilated
    }
}

extension CodePointIndex.UTF8 {
    /// The bytes of these code points, clamped to the text.
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[self.range(of: range)])
    }
}
