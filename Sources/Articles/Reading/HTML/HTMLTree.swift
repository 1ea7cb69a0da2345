/// The elements and texts of a document, in its order: an element's descendants follow it without a gap.
struct HTMLTree {
    /// 24 bytes: a page has thousands, and they are gone over often.
    struct Node {
        var tag: HTMLTag
        var hint = ElementHint.none
        /// Of a text: whether it stands in the tree as it is, and was measured.
        var isRead = false
        private var place: (parent: Int32, end: Int32)
        private var bytes: (start: UInt32, end: UInt32, visible: UInt32) = (0, 0, 0)

        init(tag: HTMLTag, hint: ElementHint = .none, parent: Int, end: Int, text: Range<Int> = 0..<0) {
            self.tag = tag
            self.hint = hint
            place = (Int32(truncatingIfNeeded: parent), Int32(truncatingIfNeeded: end))
            self.text = text
        }

        /// The number of the element that it is in; -1 for the first.
        var parent: Int {
            get { Int(place.parent) }
            set { place.parent = Int32(truncatingIfNeeded: newValue) }
        }
        /// One past the number of its last descendant.
        var end: Int {
            get { Int(place.end) }
            set { place.end = Int32(truncatingIfNeeded: newValue) }
        }
        /// Of a text: its bytes in ``HTMLTree/text``, and how many of them are no white space.
        var text: Range<Int> {
            get { Int(bytes.start)..<Int(bytes.end) }
            set {
                bytes.start = UInt32(truncatingIfNeeded: newValue.lowerBound)
                bytes.end = UInt32(truncatingIfNeeded: newValue.upperBound)
            }
        }
        var visible: Int {
            get { Int(bytes.visible) }
            set { bytes.visible = UInt32(truncatingIfNeeded: newValue) }
        }
    }

    var nodes: [Node] = []
    /// All texts one after the other, in UTF-8.
    var text: [UInt8] = []
    /// Whether that is UTF-8 indeed: a parser may have let something through that is none.
    var isValid = true
    var metadata = HTMLMetadata()

    /// The deepest that elements may be nested: browsers stop at 512 as well.
    static let deepest = 512
}
