/// A piece of an article. Sections tile the text: each starts where the one before ends, the first at 0 and the last
/// ends with the text, so white space between paragraphs belongs to the section before it.
package struct Section: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// What comes before the first heading.
        case lead = 0
        case body = 1
        /// Calls to follow, copyright lines, tag lists: kept in the text, not mined.
        case boilerplate = 2
    }

    package var index: Int
    package var kind: Kind
    /// The heading's line, without the white space around it, in code points of the article's text; inside `range`.
    package var heading: Range<Int>?
    /// In code points of the article's text, half open.
    package var range: Range<Int>
    /// 1, or 2, 3 … for the further pieces of a section that was cut because of its length or by boilerplate in it.
    package var part: Int

    package init(index: Int, kind: Kind, heading: Range<Int>? = nil, range: Range<Int>, part: Int = 1) {
        self.index = index
        self.kind = kind
        self.heading = heading
        self.range = range
        self.part = part
    }
}
