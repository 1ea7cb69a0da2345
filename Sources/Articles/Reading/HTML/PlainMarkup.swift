internal import Glibc

/// Reads what of a document of HTML is written out and well nested, so that a parser is spared it: elements are what a
/// page costs.
///
/// The content of an element is read here only where any parser would find the same in it: elements that are known, none
/// of them one that closes another by itself, each with its end tag; tags that are read in one way alone (``PlainTag``),
/// and nothing in it that says something of the page (`meta`, `time`, linked data). All other content is left to the
/// parser, but what in it is well nested.
///
/// Of menus and footers (``HTMLTag/dropped``) nothing is kept.
struct PlainMarkup {
    /// An element whose content was read, and which is in no other one.
    struct Part {
        /// Where its start tag begins.
        var start: Int
        /// What stands between its tags.
        var content: Range<Int>
        /// What is in its content, in ``PlainMarkup/nodes``.
        var nodes: Range<Int>
        /// How deep the elements in it are nested.
        var depth: Int
        /// Whether nothing of it is kept.
        var isDropped: Bool
        /// Whether it is the body of a page.
        var isBody: Bool
    }

    private let source: UnsafeRawBufferPointer
    private let hints: ElementHints
    private var passages: RawPassages
    /// The nodes of all parts, and of what was no part in the end; their texts are in ``text``.
    private(set) var nodes: [HTMLTree.Node] = []
    private(set) var text: [UInt8] = []
    private var parts: [Part] = []
    /// The first of the parts that was not asked for.
    private var nextPart = 0
    /// How far the document was read.
    private var readUpTo = 0
    /// The elements that are open, outermost first.
    private var open: [Open] = []
    /// Where in ``open`` the element is of which nothing is kept.
    private var dropped = Self.none
    /// Where in ``text`` the text begins that is being read.
    private var textStart = 0
    /// Of the tag that was read last.
    private var attributes = PlainTag.Attributes()

    private struct Open {
        var kind: PlainElement.Kind
        /// Of its start tag.
        var name: Range<Int>
        var content: Int
        var node: Int
        /// How many parts there were before it.
        var parts: Int
        var depth = 0
    }

    private static let none = Int.max
    /// Well-nested content is not nested deeper than this, or is left to the parser.
    private static let deepest = 64
    /// The same in what is dropped.
    private static let deepestDropped = 32

    init(_ source: UnsafeRawBufferPointer, _ hints: ElementHints) {
        self.source = source
        self.hints = hints
        passages = RawPassages(source)
        // A parser takes a NUL for the end of the document.
        if next(0, from: 0) != nil { readUpTo = source.count }
        nodes.reserveCapacity(min(source.count / 64 + 8, 1 << 16))
        text.reserveCapacity(source.count / 2)
        open.reserveCapacity(Self.deepest)
    }

    /// The part that begins at `start`, if one does. To be asked for in the order of the document.
    mutating func part(from start: Int) -> Part? {
        if start >= readUpTo { read(from: start) }
        while nextPart < parts.count, parts[nextPart].start < start { nextPart += 1 }
        return nextPart < parts.count && parts[nextPart].start == start ? parts[nextPart] : nil
    }

    /// Reads all of a piece of a page, which starts with an element: what is in the page's body.
    ///
    /// - Returns: whether all of it was well nested.
    mutating func readPiece() -> Bool {
        guard readUpTo == 0, let start = source.firstIndex(where: { !PlainTag.isWhite($0) }),
            source[start] == Self.opening
        else {
            return false
        }
        return PlainTag.Names.withNames { names in
            guard let first = PlainTag(source, at: start, names, &attributes), first.element.kind.holdsMarkup,
                first.element.kind != .root
            else { return false }
            nodes = [
                HTMLTree.Node(tag: .block, parent: -1, end: 0), HTMLTree.Node(tag: .body, parent: 0, end: 0),
            ]
            open = [Open(kind: .root, name: 0..<0, content: start, node: 1, parts: 0)]
            guard readOpen(from: start, names) == source.count, open.count == 1 else { return false }
            endText()
            nodes[0].end = nodes.count
            nodes[1].end = nodes.count
            return true
        }
    }

    /// What ``readPiece()`` has read.
    consuming func tree() -> HTMLTree { HTMLTree(nodes: nodes, text: text) }

    /// Reads the element whose start tag begins at `start`, or what is well nested in it.
    private mutating func read(from start: Int) {
        open.removeAll(keepingCapacity: true)
        dropped = Self.none
        textStart = text.count
        readUpTo = start + 1
        PlainTag.Names.withNames { names in
            guard let tag = PlainTag(source, at: start, names, &attributes), !tag.isEnd, !tag.isWhole,
                tag.element.kind.holdsMarkup
            else { return }
            enter(tag)
            readUpTo = max(readUpTo, readOpen(from: tag.next, names))
        }
    }

    /// Reads on until what is open is closed.
    ///
    /// - Returns: how far it came.
    private mutating func readOpen(from start: Int, _ names: borrowing PlainTag.Names) -> Int {
        var offset = start
        while let parent = open.last {
            let place = next(Self.opening, from: offset) ?? source.count
            guard take(offset..<place) else { return offset }
            guard place + 1 < source.count else { return place }
            if source[place + 1] == UInt8(ascii: "/") {
                guard let end = endOfEndTag(of: parent.name, at: place) else { return place }
                endText()
                leave(at: place)
                offset = end
                continue
            }
            if source[place + 1] == UInt8(ascii: "!") {
                guard let end = passages.endOfPlainComment(at: place) else { return place }
                offset = end
                continue
            }
            let keeps = dropped == Self.none
            guard let tag = PlainTag(source, at: place, names, &attributes, keepsAttributes: keeps),
                tag.element.kind.mayStand(in: parent.kind), !isTooDeep
            else { return place }
            offset = tag.next
            endText()
            switch tag.element.kind {
            case .void, .rule: append(tag)
            case .script:
                guard !tag.isWhole, let end = endOfScript(tag, at: place) else { return place }
                append(tag)
                offset = end
            default:
                // To some parsers the slash says nothing.
                guard !tag.isWhole || dropped != Self.none else { return place }
                if tag.isWhole { append(tag) } else { enter(tag) }
            }
        }
        return offset
    }

    /// Behind the end tag at `place`, if it is that of the element whose name stands at `name`.
    @inline(__always)
    private func endOfEndTag(of name: Range<Int>, at place: Int) -> Int? {
        var offset = place + 2
        guard !name.isEmpty, offset + name.count < source.count, let base = source.baseAddress,
            memcmp(base + offset, base + name.lowerBound, name.count) == 0
        else { return nil }
        offset += name.count
        while offset < source.count, PlainTag.isWhite(source[offset]) { offset += 1 }
        return offset < source.count && source[offset] == UInt8(ascii: ">") ? offset + 1 : nil
    }

    private var isTooDeep: Bool {
        open.count >= Self.deepest || dropped != Self.none && open.count - dropped >= Self.deepestDropped
    }

    /// An element without content that is kept.
    private mutating func append(_ tag: PlainTag) {
        guard dropped == Self.none else { return }
        if let last = open.indices.last { open[last].depth = max(open[last].depth, 1) }
        let hint =
            attributes.isEmpty || tag.element.tag == .dropped ? .none : ElementHint(attributes, in: source, hints)
        nodes.append(
            HTMLTree.Node(tag: tag.element.tag, hint: hint, parent: open.last?.node ?? -1, end: nodes.count + 1)
        )
    }

    @inline(__always)
    private mutating func enter(_ tag: PlainTag) {
        append(tag)
        if tag.element.tag == .dropped, dropped == Self.none { dropped = open.count }
        open.append(
            Open(kind: tag.element.kind, name: tag.name, content: tag.next, node: nodes.count - 1, parts: parts.count)
        )
    }

    /// Closes the innermost element at its end tag.
    @inline(__always)
    private mutating func leave(at end: Int) {
        let last = open.removeLast()
        let isDropped = dropped != Self.none
        if isDropped {
            // In what is dropped nothing is kept, nor has it a node.
            guard dropped == open.count else { return }
            dropped = Self.none
        }
        nodes[last.node].end = nodes.count
        if let parent = open.indices.last {
            open[parent].depth = max(open[parent].depth, isDropped ? 1 : last.depth + 1)
        }
        parts.removeLast(parts.count - last.parts)
        parts.append(
            Part(
                start: last.name.lowerBound - 1,
                content: last.content..<end,
                nodes: last.node + 1..<nodes.count,
                depth: last.depth,
                isDropped: isDropped,
                isBody: last.kind == .root
            )
        )
    }

    /// Takes a text, with its references. Of what is dropped none is looked at.
    @inline(__always)
    private mutating func take(_ range: Range<Int>) -> Bool {
        guard dropped == Self.none, !range.isEmpty else { return true }
        return PlainText.append(UnsafeRawBufferPointer(rebasing: source[range]), to: &text)
    }

    /// Makes a node of the text that was taken.
    @inline(__always)
    private mutating func endText() {
        guard textStart < text.count else { return }
        var node = HTMLTree.Node(
            tag: .text,
            parent: open.last?.node ?? -1,
            end: nodes.count + 1,
            text: textStart..<text.count
        )
        node.isRead = true
        node.visible = VisibleBytes.count(text[textStart...])
        nodes.append(node)
        textStart = text.count
    }

    /// Behind a script that says nothing of the page.
    private func endOfScript(_ tag: PlainTag, at start: Int) -> Int? {
        let type = attributes.type.bytes(of: source).map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard type?.contains("json") != true, let end = passages.endOfPlainScript(at: start, from: tag.next) else {
            return nil
        }
        return endOfEndTag(of: tag.name, at: end)
    }

    private static let opening = UInt8(ascii: "<")

    @inline(__always)
    private func next(_ byte: UInt8, from start: Int) -> Int? { TextBytes.next(byte, in: source, from: start) }
}
