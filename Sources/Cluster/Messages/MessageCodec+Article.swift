package import Articles
internal import SwiftProtobuf

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension MessageCodec {
    /// An article alone, as the journal keeps it.
    package static func encode(_ article: Article, by coder: Coder = .fastest) -> [UInt8] {
        coder == .fastest ? FrequentMessages.encode(article) : serialized(WireArticle(article))
    }

    package static func decodeArticle(_ bytes: UnsafeRawBufferPointer) throws(MessageError) -> Article {
        try decodeArticle(bytes, by: .fastest)
    }

    package static func decodeArticle(_ bytes: UnsafeRawBufferPointer, by coder: Coder) throws(MessageError) -> Article
    {
        if coder == .fastest, let article = FrequentMessages.article(bytes) { return article }
        let article: WireArticle
        do {
            article = try WireArticle(serializedBytes: bytes.bytes)
        } catch {
            throw MessageError("not an article: \(bytes.count) bytes that can't be read (\(error))")
        }
        return try article.article()
    }
}

extension Wire {
    static func articleID(_ data: Data) throws(MessageError) -> ArticleID {
        guard let id = ArticleID(bytes: data) else {
            throw MessageError("an article's id has 16 bytes, not \(data.count)")
        }
        return id
    }

    static func articleIDs(_ list: [Data], upTo limit: Int = WireLimits.elements) throws(MessageError) -> [ArticleID] {
        try self.list(list, upTo: limit, "article ids", articleID)
    }

    static func data(_ id: ArticleID) -> Data { Data(id.bytes) }
}

extension WireArticle {
    init(_ article: Article) {
        self.init()
        if let title = article.title { self.title = title }
        if let source = article.source { self.source = source }
        if let url = article.url { self.url = url }
        if let published = article.published { self.published = published }
        if let externalID = article.externalID { self.externalID = externalID }
        text = article.text
        if let headings = article.markedHeadings {
            var ranges = WireRanges()
            ranges.bounds = Wire.bounds(headings)
            markedHeadings = ranges
        }
    }

    func article() throws(MessageError) -> Article {
        Article(
            title: hasTitle ? title : nil,
            source: hasSource ? source : nil,
            url: hasURL ? url : nil,
            published: hasPublished ? published : nil,
            externalID: hasExternalID ? externalID : nil,
            text: text,
            markedHeadings: hasMarkedHeadings ? try Wire.ranges(markedHeadings.bounds, "marked headings") : nil
        )
    }
}

extension Section.Kind {
    fileprivate init(_ wire: WireSectionKind) throws(MessageError) {
        switch wire {
        case .lead: self = .lead
        case .body: self = .body
        case .boilerplate: self = .boilerplate
        case .unspecified, .UNRECOGNIZED: throw MessageError("a section's kind is unknown (\(wire.rawValue))")
        }
    }

    fileprivate var wire: WireSectionKind {
        switch self {
        case .lead: .lead
        case .body: .body
        case .boilerplate: .boilerplate
        }
    }
}

extension WireOutline {
    init(_ outline: Outline) {
        self.init()
        id = Wire.data(outline.id)
        article = WireArticle(outline.article)
        sections = outline.sections.map { section in
            var wire = WireSection()
            wire.kind = section.kind.wire
            if let heading = section.heading { wire.heading = WireRange(heading) }
            wire.start = UInt32(clamping: section.range.lowerBound)
            wire.end = UInt32(clamping: section.range.upperBound)
            wire.part = UInt32(clamping: section.part)
            return wire
        }
    }

    func outline() throws(MessageError) -> Outline {
        try Wire.limit(self.sections.count, WireLimits.elements, "sections")
        var sections: [Section] = []
        sections.reserveCapacity(self.sections.count)
        for (index, section) in self.sections.enumerated() {
            sections.append(
                Section(
                    index: index,
                    kind: try Section.Kind(section.kind),
                    heading: section.hasHeading ? try Wire.range(section.heading, "a section's heading") : nil,
                    range: try Wire.range(section.start, section.end, "a section"),
                    part: try Wire.count(section.part, "a section's part")
                )
            )
        }
        return Outline(id: try Wire.articleID(id), article: try article.article(), sections: sections)
    }
}

extension WireSectionID {
    init(_ id: SectionID) {
        self.init()
        article = Wire.data(id.article)
        index = UInt32(clamping: id.index)
    }

    func sectionID() throws(MessageError) -> SectionID {
        SectionID(article: try Wire.articleID(article), index: try Wire.count(index, "a section's index"))
    }
}

extension WireSectionTask {
    init(_ task: SectionTask) {
        self.init()
        id = WireSectionID(task.id)
        kind = task.section.kind.wire
        text = task.section.text
        if let heading = task.section.heading { self.heading = WireRange(heading) }
    }

    func task() throws(MessageError) -> SectionTask {
        SectionTask(
            id: try id.sectionID(),
            section: SectionText(
                kind: try Section.Kind(kind),
                text: text,
                heading: hasHeading ? try Wire.range(heading, "a section's heading") : nil
            )
        )
    }
}
