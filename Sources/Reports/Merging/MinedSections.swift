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
    /// All mentions, in the order of the text.
    private(set) var mentions: [PlacedMention] = []
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
        let most = findings.reduce(0) { $0 + ($1?.mentions.count ?? 0) }
        var placing = MentionPlacing(text: text, writing: writing, lexicon: lexicon, model: model, mentions: most)
        mentions.reserveCapacity(most + 8)
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
                mentions.append(placing.place(mention, index: index, section: section))
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
        addOverlooked(placing: &placing, vocabulary: model.vocabulary)
    }

    private mutating func addOverlooked(placing: inout MentionPlacing, vocabulary: BackgroundVocabulary) {
        let overlooked = OverlookedNames.mentions(
            in: text,
            starts: sections.map(\.range.lowerBound),
            findings: findings,
            mentions: mentions,
            vocabulary: vocabulary
        )
        guard !overlooked.isEmpty else { return }
        let more = overlooked.map { name in
            let mention = EntityMention(range: name.range, type: name.type, confidence: OverlookedNames.confidence)
            return placing.place(mention, index: name.section, section: sections[name.section])
        }
        mentions = Self.merged(mentions, more)
    }

    /// The mentions of two lists in the order of the text, as both of them are; those of the first before those of the
    /// second that begin where they do.
    private static func merged(_ first: [PlacedMention], _ second: [PlacedMention]) -> [PlacedMention] {
        var merged: [PlacedMention] = []
        merged.reserveCapacity(first.count + second.count)
        var next = 0
        for mention in second {
            while next < first.count, first[next].range.lowerBound <= mention.range.lowerBound {
                merged.append(first[next])
                next += 1
            }
            merged.append(mention)
        }
        merged.append(contentsOf: first[next...])
        return merged
    }
}

/// Gives mentions their places in the article, persons their titles, and names the article that they have lost to ل.
private struct MentionPlacing {
    let text: CodePointIndex
    let writing: RelativeDate?
    let lexicon: any NameLexicon
    let model: Model
    var titles: TitleFinder
    var names: WrittenNames
    /// Made when it is needed, which is seldom.
    lazy var segmenter: WordSegmenter? = model.segmentation.map { WordSegmenter(model: $0, remembers: false) }

    init(text: CodePointIndex, writing: RelativeDate?, lexicon: any NameLexicon, model: Model, mentions: Int) {
        self.text = text
        self.writing = writing
        self.lexicon = lexicon
        self.model = model
        titles = TitleFinder(text: text, lexicon: lexicon)
        names = WrittenNames(capacity: mentions)
    }

    mutating func place(_ mention: EntityMention, index: Int, section: Section) -> PlacedMention {
        var placed = PlacedMention(
            mention,
            index: index,
            section: section,
            text: text,
            writing: writing,
            names: &names
        )
        if placed.type == .person {
            placed.titles = titles.titles(before: placed.range.lowerBound, from: section.range.lowerBound)
        }
        if placed.mayHaveLostArticle(in: text), TypeVote.decides(on: placed.type),
            lexicon.entry(for: placed.form.letters[...]) == nil
        {
            placed.restoreArticle(using: &segmenter)
        }
        return placed
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
