internal import Articles

// `Article`, `Outline`, `SectionTask` and ids of warraq.proto, written and read by hand: they carry the text.

extension WireWriter {
    mutating func article(_ article: Article) {
        if let headings = article.markedHeadings {
            let before = count
            ranges(1, headings)
            message(7, since: before)
        }
        string(6, article.text)
        optional(5, article.externalID)
        optional(4, article.published)
        optional(3, article.url)
        optional(2, article.source)
        optional(1, article.title)
    }

    mutating func outline(_ field: UInt8, _ outline: Outline) {
        let before = count
        for section in outline.sections.reversed() {
            let before = count
            number(5, clamping: section.part)
            number(4, clamping: section.range.upperBound)
            number(3, clamping: section.range.lowerBound)
            if let heading = section.heading { range(2, heading) }
            number(1, UInt64(section.kind.rawValue) + 1)
            message(3, since: before)
        }
        let beforeArticle = count
        article(outline.article)
        message(2, since: beforeArticle)
        id(1, outline.id)
        message(field, since: before)
    }

    mutating func task(_ field: UInt8, _ task: SectionTask) {
        let before = count
        if let heading = task.section.heading { range(4, heading) }
        string(3, task.section.text)
        number(2, UInt64(task.section.kind.rawValue) + 1)
        sectionID(1, task.id)
        message(field, since: before)
    }

    mutating func sectionID(_ field: UInt8, _ section: SectionID) {
        let before = count
        number(2, clamping: section.index)
        id(1, section.article)
        message(field, since: before)
    }

    mutating func id(_ field: UInt8, _ article: ArticleID) { id(field, high: article.high, low: article.low) }

    private mutating func range(_ field: UInt8, _ range: Range<Int>) {
        let before = count
        number(2, clamping: range.upperBound)
        number(1, clamping: range.lowerBound)
        message(field, since: before)
    }
}

extension WireReader {
    /// An article to the reader's end.
    mutating func article() -> Article {
        let title = optional(1)
        let source = optional(2)
        let url = optional(3)
        let published = optional(4)
        let externalID = optional(5)
        let text = string(6)
        var headings: [Range<Int>]?
        if has(bytes: 7) {
            var list = nested()
            headings = list.ranges(1)
            accept(list)
        }
        return Article(
            title: title,
            source: source,
            url: url,
            published: published,
            externalID: externalID,
            text: text,
            markedHeadings: headings
        )
    }

    mutating func outline(_ field: UInt8) -> Outline {
        guard has(bytes: field) else { return noOutline() }
        var content = nested()
        let id = content.id(1)
        guard content.has(bytes: 2) else { return noOutline() }
        var body = content.nested()
        let article = body.article()
        content.accept(body)
        var sections: [Section] = []
        while content.has(bytes: 3) { sections.append(content.section(sections.count)) }
        if sections.count > WireLimits.elements { content.fail() }
        accept(content)
        return Outline(id: id, article: article, sections: sections)
    }

    private mutating func noOutline() -> Outline {
        fail()
        return Outline(id: ArticleID(high: 0, low: 0), article: Article(text: ""), sections: [])
    }

    private mutating func section(_ index: Int) -> Section {
        var content = nested()
        let kind = content.kind(1)
        let heading = content.range(2)
        let start = content.number(3)
        let section = Section(
            index: index,
            kind: kind,
            heading: heading,
            range: content.range(start, content.number(4)),
            part: content.number(5)
        )
        accept(content)
        return section
    }

    mutating func task() -> SectionTask {
        var content = nested()
        let id = content.sectionID(1)
        let kind = content.kind(2)
        let text = content.string(3)
        let task = SectionTask(id: id, section: SectionText(kind: kind, text: text, heading: content.range(4)))
        accept(content)
        return task
    }

    mutating func sectionID(_ field: UInt8) -> SectionID {
        guard has(bytes: field) else {
            fail()
            return SectionID(article: ArticleID(high: 0, low: 0), index: 0)
        }
        return sectionID()
    }

    /// A section's id whose tag was taken.
    mutating func sectionID() -> SectionID {
        var content = nested()
        let article = content.id(1)
        let section = SectionID(article: article, index: content.number(2))
        accept(content)
        return section
    }

    private mutating func kind(_ field: UInt8) -> Section.Kind {
        guard let kind = Section.Kind(rawValue: UInt8(truncatingIfNeeded: number(field, upTo: 255) - 1)) else {
            fail()
            return .body
        }
        return kind
    }

    private mutating func range(_ field: UInt8) -> Range<Int>? {
        guard has(bytes: field) else { return nil }
        var content = nested()
        let start = content.number(1)
        let range = content.range(start, content.number(2))
        accept(content)
        return range
    }
}
