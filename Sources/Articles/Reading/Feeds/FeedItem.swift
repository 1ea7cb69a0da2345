/// An item of a feed, as far as it was read.
struct FeedItem {
    enum Field: Int, Sendable, CaseIterable {
        case title, link, identifier, published, updated, summary, content, source
    }

    /// The first value of each field.
    private var fields = [[UInt8]?](repeating: nil, count: Field.allCases.count)
    /// Bytes of all fields.
    private(set) var size = 0

    subscript(_ field: Field) -> String? {
        fields[field.rawValue].flatMap(HTMLMetadata.line)
    }

    mutating func set(_ field: Field, _ bytes: [UInt8]) {
        guard fields[field.rawValue] == nil, bytes.contains(where: { $0 > 0x20 }) else { return }
        fields[field.rawValue] = bytes
        size += bytes.count
    }

    /// The item as an article: its title, then its content, or its summary where it has no content.
    /// - Parameters:
    ///   - source: the feed's own name.
    ///   - pages: reads the markup in it.
    func article(source: String?, _ pages: HTMLParser) throws(TextDecoding.Failure) -> Article {
        let title =
            try self[.title].map { (title) throws(TextDecoding.Failure) in
                try HTMLDocument.line(title, pages)
            } ?? nil
        let html = fields[Field.content.rawValue] ?? fields[Field.summary.rawValue] ?? []
        var article = try HTMLDocument(repairing: html, pages).article(title: title)
        article.source = self[.source] ?? source
        let link = self[.link] ?? self[.identifier].flatMap { $0.contains("://") ? $0 : nil }
        article.url = link
        article.published = self[.published] ?? self[.updated]
        article.externalID = self[.identifier]
        return article
    }
}
