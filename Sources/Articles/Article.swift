/// One article as it came in: its text and what is known of it. Its ``id`` is a hash of all of it.
package struct Article: Sendable, Hashable {
    package var title: String?
    /// The file's name (without its folders), or the `source` that came with it.
    package var source: String?
    package var url: String?
    /// The date as it came in; not interpreted here.
    package var published: String?
    /// The `id` that a JSON Lines object brought along.
    package var externalID: String?
    package var text: String
    /// Headings that the format marked up (Markdown, HTML): code-point ranges of whole lines in `text`, in order.
    /// `nil` where the format has no markup, so that headings must be found by what they are.
    package var markedHeadings: [Range<Int>]?

    package init(
        title: String? = nil,
        source: String? = nil,
        url: String? = nil,
        published: String? = nil,
        externalID: String? = nil,
        text: String,
        markedHeadings: [Range<Int>]? = nil
    ) {
        self.title = title
        self.source = source
        self.url = url
        self.published = published
        self.externalID = externalID
        self.text = text
        self.markedHeadings = markedHeadings
    }

    /// What it takes in UTF-8, with all that is known of it, and its headings as they are in memory.
    package var byteCount: Int {
        let fields = [title, source, url, published, externalID].reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        return text.utf8.count + fields + (markedHeadings?.count ?? 0) * MemoryLayout<Range<Int>>.size
    }
}
