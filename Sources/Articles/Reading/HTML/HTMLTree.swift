/// The elements and texts of a document, in its order: an element's descendants follow it without a gap.
struct HTMLTree {
    struct Node {
        var tag: HTMLTag
        var hint = ElementHint.none
        /// The number of the element that it is in; -1 for the first.
        var parent: Int
        /// One past the number of its last descendant.
        var end: Int
        /// Of a text: its bytes in ``HTMLTree/text``, and how many of them are no white space.
        var text: Range<Int> = 0..<0
        var visible = 0
    }

    var nodes: [Node] = []
    /// All texts one after the other, in UTF-8.
    var text: [UInt8] = []
    var metadata = HTMLMetadata()

    /// The deepest that elements may be nested: browsers stop at 512 as well.
    static let deepest = 512
}
