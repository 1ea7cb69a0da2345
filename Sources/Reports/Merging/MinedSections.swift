internal import ArabicText
internal import Articles
internal import Extraction

/// An article's sections with what was found in them, checked, and with what is missing. Its mentions stand in the
/// merger's ``ArticleMentions``.
struct MinedSections {
    let text: CodePointIndex
    let opening: ArticleOpening
    /// The outline's sections, cut to the text and numbered by their place.
    private(set) var sections: [Section]
    /// For each section its checked findings; `nil` for boilerplate and for a section that was given up.
    private(set) var findings: [Findings?] = []
    /// All adjectives of countries, in the order of the text.
    private(set) var nisbas: [PlacedNisba] = []
    private(set) var problems: [Report.Problem] = []
    /// How many sections have findings.
    private(set) var minedCount = 0

    /// - Parameter mentions: becomes all mentions of the article.
    init(
        outline: Outline,
        findings: [Findings?],
        model: Model,
        placing: inout MentionPlacing,
        mentions: inout ArticleMentions
    ) {
        text = CodePointIndex(outline.article.text)
        sections = Self.sections(of: outline, length: text.count)
        opening = ArticleOpening(of: text, title: outline.article.title, headings: sections.compactMap(\.heading))
        mentions.begin(capacity: findings.reduce(0) { $0 + ($1?.mentions.count ?? 0) })
        placing.begin(
            writing: outline.article.published.flatMap { RelativeDate(writtenOn: $0) },
            byline: opening.byline
        )
        self.findings.reserveCapacity(sections.count)
        var (unlisted, unlistedNisbas) = (0, 0)
        text.withUTF8 { text in
            for (index, section) in sections.enumerated() {
                guard section.kind != .boilerplate else {
                    self.findings.append(nil)
                    continue
                }
                let length = section.range.count
                guard index < findings.count,
                    let checked = findings[index].map({ CheckedFindings($0, length: length) })
                else {
                    self.findings.append(nil)
                    problems.append(.givenUp(section: index, id: outline.id))
                    continue
                }
                minedCount += 1
                if checked.dropped > 0 { problems.append(.dropped(checked.dropped, section: index, id: outline.id)) }
                let (found, adjectives) = (checked.findings.mentions, checked.findings.nisbas)
                let room = ReportLimits.mentions - mentions.count
                let nisbaRoom = ReportLimits.mentions - nisbas.count
                unlisted += max(0, found.count - room)
                unlistedNisbas += max(0, adjectives.count - nisbaRoom)
                for (number, mention) in found.prefix(room).enumerated() {
                    let next = number + 1 < found.count ? (found[number + 1].range, found[number + 1].type) : nil
                    guard
                        let placed = placing.place(mention, before: next, in: section, of: text, among: &mentions)
                    else { continue }
                    mentions.append(placed)
                }
                for nisba in adjectives.prefix(nisbaRoom) {
                    nisbas.append(PlacedNisba(nisba, in: section, of: text, byline: opening.byline))
                }
                self.findings.append(checked.findings)
            }
            DoubtfulNames.settle(in: text, lexicon: placing.lexicon, mentions: &mentions)
            if mentions.count < ReportLimits.mentions {
                unlisted += addOverlooked(in: text, model: model, placing: &placing, to: &mentions)
            }
        }
        if unlisted > 0 { problems.append(.unlisted(unlisted, .mentions)) }
        if unlistedNisbas > 0 { problems.append(.unlisted(unlistedNisbas, .nisbas)) }
    }

    private static func sections(of outline: Outline, length: Int) -> [Section] {
        var sections = outline.sections
        for index in sections.indices {
            var section = sections[index]
            section.index = index
            section.range = section.range.clamped(to: 0..<length)
            if let heading = section.heading {
                let inside = heading.clamped(to: section.range)
                section.heading = inside.isEmpty ? nil : inside
            }
            section.part = max(section.part, 1)
            sections[index] = section
        }
        return sections
    }

    /// - Returns: how many there are for which the report has no room.
    private func addOverlooked(
        in text: CodePointIndex.UTF8,
        model: Model,
        placing: inout MentionPlacing,
        to mentions: inout ArticleMentions
    ) -> Int {
        let overlooked = OverlookedNames.mentions(
            in: (self.text, text),
            sections: sections,
            findings: findings,
            mentions: &mentions,
            vocabulary: model.vocabulary,
            words: model.words
        )
        guard !overlooked.isEmpty else { return 0 }
        let room = ReportLimits.mentions - mentions.count
        var more: [PlacedMention] = []
        more.reserveCapacity(overlooked.count)
        for name in overlooked.prefix(room) {
            let mention = EntityMention(range: name.range, type: name.type, confidence: OverlookedNames.confidence)
            let section = sections[name.section]
            guard let placed = placing.place(mention, in: section, of: text, among: &mentions) else { continue }
            more.append(placed)
        }
        mentions.merge(more)
        return max(0, overlooked.count - room)
    }
}

extension PlacedNisba {
    fileprivate init(
        _ nisba: NisbaMention,
        in section: Section,
        of text: CodePointIndex.UTF8,
        byline: Range<Int>
    ) {
        let start = section.range.lowerBound
        range = start + nisba.range.lowerBound..<start + nisba.range.upperBound
        self.section = section.index
        self.text = String(cut: text[range])
        country = nisba.country
        place = PlacedMention.Place(of: range, in: section, byline: byline)
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
