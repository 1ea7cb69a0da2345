/// Makes items of what an XML parser reports of an RSS or Atom feed.
final class FeedHandler {
    /// Items that are complete and were not taken yet; `nil` for one that was too long.
    var items: [FeedItem?] = []
    /// The feed's title.
    private(set) var source: String?
    /// Whether the document is a feed at all.
    private(set) var isFeed = false

    /// Whether every element was closed.
    var isComplete: Bool { depth == 0 }

    private var depth = 0
    /// Where in the document the item that is open stands.
    private var itemDepth: Int?
    private var item = FeedItem()
    private var isTooLong = false
    /// The field that is being read, and where it stands.
    private var field: (name: FeedItem.Field, depth: Int)?
    private var text: [UInt8] = []
    private var isReadingSource = false
    /// Whether elements in the field are markup to keep, as in Atom's `type="xhtml"`.
    private var keepsMarkup = false

    private static let fields: [String: FeedItem.Field] = [
        "title": .title, "link": .link, "guid": .identifier, "id": .identifier, "pubDate": .published,
        "published": .published, "dc:date": .published, "updated": .updated, "description": .summary,
        "summary": .summary, "content:encoded": .content, "content": .content, "source": .source,
        "dc:publisher": .source,
    ]

    func start(_ name: String, _ attributes: HTMLAttributes) {
        defer { depth += 1 }
        if depth == 0 { isFeed = ["rss", "feed", "rdf:RDF"].contains(name) }
        if field != nil {
            if keepsMarkup { append("<", name, ">") }
            // Atom's `source` is an element of elements, of which its title counts.
            if field?.name == .source { text = [] }
            return
        }
        guard let itemDepth else {
            if name == "item" || name == "entry" {
                self.itemDepth = depth
                item = FeedItem()
                isTooLong = false
            } else if name == "title", depth <= 2, source == nil {
                isReadingSource = true
                text = []
            }
            return
        }
        // What is deeper is another element's: the title of Atom's `source` is not the item's.
        guard depth == itemDepth + 1, let field = Self.fields[name] else { return }
        if name == "link", let address = attributes["href"] {
            if attributes["rel"].map({ $0 == "alternate" }) ?? true { item.set(.link, Array(address.utf8)) }
            return
        }
        self.field = (field, depth)
        keepsMarkup = attributes["type"] == "xhtml"
        text = []
    }

    func end(_ name: String) {
        depth -= 1
        if isReadingSource {
            isReadingSource = false
            source = HTMLMetadata.line(text)
        } else if let field {
            guard field.depth == depth else {
                if keepsMarkup { append("</", name, ">") }
                if field.name == .source, name == "title" { item.set(.source, text) }
                return
            }
            self.field = nil
            item.set(field.name, text)
            text = []
        } else if itemDepth == depth {
            itemDepth = nil
            items.append(isTooLong ? nil : item)
            item = FeedItem()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isReadingSource || field != nil, !isTooLong else { return }
        if keepsMarkup, field != nil {
            // It is markup from here on: what was escaped must be so again.
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "<"): text.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: "&"): text.append(contentsOf: "&amp;".utf8)
                default: text.append(byte)
                }
            }
        } else {
            text.append(contentsOf: bytes)
        }
        keepToLimit()
    }

    private func append(_ markup: String...) {
        guard !isTooLong else { return }
        for piece in markup { text.append(contentsOf: piece.utf8) }
        keepToLimit()
    }

    /// Gives an item up that has become too long, after each piece of it: a parser's pieces are short.
    private func keepToLimit() {
        guard item.size + text.count > Limits.longestItem else { return }
        isTooLong = itemDepth != nil
        text = []
    }
}
