internal import ArabicText
internal import Articles
internal import Extraction

/// An article's sections with what was found in them, checked, and with what is missing.
struct MinedSections {
    let text: CodePointIndex
    /// The outline's sections, cut to the text and numbered by their place.
    private(set) var sections: [Section]
    /// For each section its checked findings; `nil` for boilerplate and for a section that was given up.
    private(set) var findings: [Findings?] = []
    /// All mentions.
    private(set) var mentions: ArticleMentions
    /// All adjectives of countries, in the order of the text.
    private(set) var nisbas: [PlacedNisba] = []
    private(set) var problems: [Report.Problem] = []
    /// How many sections have findings.
    private(set) var minedCount = 0

    init(
        outline: Outline,
        findings: [Findings?],
        lexicon: any NameLexicon,
        model: Model
    ) {
        let text = CodePointIndex(outline.article.text)
        let writing = outline.article.published.flatMap { RelativeDate(writtenOn: $0) }
        self.text = text
        sections = outline.sections.enumerated().map { index, section in
            var section = section
            section.index = index
            section.range = section.range.clamped(to: 0..<text.count)
            section.heading = section.heading.map { $0.clamped(to: section.range) }.flatMap { $0.isEmpty ? nil : $0 }
            section.part = max(section.part, 1)
            return section
        }
        var placing = MentionPlacing(text: text, writing: writing, lexicon: lexicon, model: model)
        mentions = ArticleMentions(capacity: findings.reduce(0) { $0 + ($1?.mentions.count ?? 0) })
        for (index, section) in sections.enumerated() {
            guard section.kind != .boilerplate else {
                self.findings.append(nil)
                continue
            }
            guard index < findings.count, let found = findings[index] else {
                self.findings.append(nil)
                problems.append(.givenUp(section: index, id: outline.id))
                continue
            }
            minedCount += 1
            let checked = CheckedFindings(found, length: section.range.count)
            if checked.dropped > 0 { problems.append(.dropped(checked.dropped, section: index, id: outline.id)) }
            for mention in checked.findings.mentions {
                mentions.append(placing.place(mention, index: index, section: section, among: &mentions))
            }
            for nisba in checked.findings.nisbas {
                let start = section.range.lowerBound
                let range = start + nisba.range.lowerBound..<start + nisba.range.upperBound
                nisbas.append(
                    PlacedNisba(
                        section: index,
                        range: range,
                        text: text[range],
                        country: nisba.country,
                        place: .init(of: range, in: section)
                    )
                )
            }
            self.findings.append(checked.findings)
        }
        addOverlooked(placing: &placing, model: model)
    }

    private mutating func addOverlooked(placing: inout MentionPlacing, model: Model) {
        let overlooked = OverlookedNames.mentions(
            in: text,
            starts: sections.map(\.range.lowerBound),
            findings: findings,
            mentions: mentions,
            vocabulary: model.vocabulary,
            words: model.words
        )
        guard !overlooked.isEmpty else { return }
        var more: [PlacedMention] = []
        more.reserveCapacity(overlooked.count)
        for name in overlooked {
            let mention = EntityMention(range: name.range, type: name.type, confidence: OverlookedNames.confidence)
            let section = sections[name.section]
            more.append(placing.place(mention, index: name.section, section: section, among: &mentions))
        }
        mentions.merge(more)
    }
}

/// Gives mentions their places in the article, persons their titles, and names the article that they have lost to ل.
private struct MentionPlacing {
    let text: CodePointIndex
    let writing: RelativeDate?
    let lexicon: any NameLexicon
    let model: Model
    var titles: TitleFinder
    /// Made when it is needed, which is seldom.
    lazy var segmenter: WordSegmenter? = model.segmentation.map { WordSegmenter(model: $0, remembers: false) }

    init(text: CodePointIndex, writing: RelativeDate?, lexicon: any NameLexicon, model: Model) {
        self.text = text
        self.writing = writing
        self.lexicon = lexicon
        self.model = model
        titles = TitleFinder(text: text, lexicon: lexicon)
    }

    /// `mention` of section number `index`, whose offsets count from the section's start. Dates that depend on the day
    /// of writing get their own where that is known.
    mutating func place(
        _ mention: borrowing EntityMention,
        index: Int,
        section: borrowing Section,
        among mentions: inout ArticleMentions
    ) -> PlacedMention {
        let start = section.range.lowerBound
        let range = start + mention.range.lowerBound..<start + mention.range.upperBound
        var placed = PlacedMention(
            section: index,
            range: range,
            name: mentions.name(at: range, in: text),
            type: mention.type,
            place: PlacedMention.Place(of: range, in: copy section),
            confidence: mention.confidence,
            support: mention.support
        )
        if let value = mention.value {
            let isRelative = placed.type == .date
            placed.value = mentions.add(value: isRelative ? writing?.resolved(value) ?? value : value)
        }
        if placed.type == .person {
            placed.titles = mentions.add(titles: titles.titles(before: range.lowerBound, from: start))
        }
        if hasLostArticle(placed, among: mentions) { placed.name = mentions.restoredName(placed.name) }
        return placed
    }

    /// Whether ل stands before a name that begins with it («لسيسي», left of «للسيسي»), and the whole word is read so.
    private mutating func hasLostArticle(_ mention: PlacedMention, among mentions: ArticleMentions) -> Bool {
        let start = mention.range.lowerBound
        guard start > 0, mentions.names[mention.name].form.mayBeContracted, TypeVote.decides(on: mention.type),
            text[start - 1..<start] == "ل"
        else { return false }
        let letters = mentions.names[mention.name].form.letters
        guard lexicon.entry(for: letters[...]) == nil else { return false }
        let word = [NameForm.lam] + letters.prefix { $0 != 0x20 }
        return segmenter?.clitics(ofFolded: word[...]).article == .assimilated
    }
}

extension Report.Problem {
    static func givenUp(section: Int, id: ArticleID) -> Report.Problem {
        Report.Problem(
            section: section,
            message: "section \(section) was given up: each worker that took it died or fell silent; what it says is "
                + "missing here; run `warraq retry \(id)`"
        )
    }

    static func dropped(_ count: Int, section: Int, id: ArticleID) -> Report.Problem {
        Report.Problem(
            section: section,
            message: "section \(section): \(count) \(count == 1 ? "finding does" : "findings do") not fit its text and "
                + "\(count == 1 ? "was" : "were") left out: a worker is of another version or damaged; update it, then "
                + "run `warraq retry \(id)`"
        )
    }
}
