internal import ArabicText

/// The text of a part of a page: each block by itself with an empty line after it, list items and rows on lines of
/// their own, white space as a browser shows it, `<br>` as a line end and two of them as an empty line.
///
/// Left out are blocks that are nothing but a link («اقرأ أيضا: …»), lists of nothing but links, and headings that
/// nothing follows.
struct HTMLBlocks {
    private struct Block {
        /// Its bytes in ``HTMLBlocks/texts``.
        var range: Range<Int>
        var isHeading = false
        /// An item or row right after another.
        var isTight = false
        var isTitle = false
    }

    private let tree: HTMLTree
    private let isLeftOut: [Bool]
    private var blocks: [Block] = []
    /// The text of all blocks one after the other, and behind it the line that is being put together.
    private var texts: [UInt8] = []
    private var lineStart = 0
    /// Bytes of the line in links.
    private var linked = 0
    private var linkDepth = 0
    private var preformattedDepth = 0
    private var previousWasTight = false
    private var kind = Kind.paragraph

    private enum Kind {
        case paragraph, heading, title, tight
    }

    init(_ tree: HTMLTree, isLeftOut: [Bool]) {
        self.tree = tree
        self.isLeftOut = isLeftOut
        texts.reserveCapacity(tree.text.count)
    }

    /// The text of the first-level heading, if there is one alone.
    var title: String? {
        let titles = blocks.filter(\.isTitle)
        return titles.count == 1 ? titles.first.flatMap { HTMLMetadata.line(texts[$0.range]) } : nil
    }

    /// Bytes of the blocks' text.
    var length: Int { blocks.reduce(0) { $0 + $1.range.count } }

    /// Adds all that is in the node. Iterative: a page may nest deep.
    mutating func add(_ root: Int) {
        guard root < tree.nodes.count else { return }
        var open: [Int] = []
        var index = root
        let end = tree.nodes[root].end
        while index < end {
            while let last = open.last, tree.nodes[last].end <= index {
                leave(tree.nodes[last].tag)
                open.removeLast()
            }
            if isLeftOut[index], index != root {
                if tree.nodes[index].tag.isBlock, tree.nodes[index].tag != .dropped { flush() }
                index = tree.nodes[index].end
                continue
            }
            enter(index)
            if tree.nodes[index].tag != .text { open.append(index) }
            index += 1
        }
        for last in open.reversed() { leave(tree.nodes[last].tag) }
        flush()
    }

    private mutating func enter(_ index: Int) {
        let node = tree.nodes[index]
        switch node.tag {
        case .text: append(node.text)
        case .lineBreak where kind == .heading || kind == .title:
            // A heading is one line.
            if let last = lastOfLine, last > 0x20 { texts.append(0x20) }
        case .lineBreak:
            dropSpaces()
            if lastOfLine == 0x0A { flush() } else if lastOfLine != nil { texts.append(0x0A) }
        case .link: linkDepth += 1
        case .preformatted:
            flush()
            preformattedDepth += 1
        case .heading1, .heading2:
            flush()
            kind = node.tag == .heading1 ? .title : .heading
        case .item, .row:
            flush()
            kind = .tight
        case .cell:
            guard kind == .tight else { return flush() }
            dropSpaces()
            if lastOfLine != nil { texts += " | ".utf8 }
        case .paragraph where kind == .tight && lastOfLine == nil: break
        default: if node.tag.isBlock { flush() }
        }
    }

    private mutating func leave(_ tag: HTMLTag) {
        switch tag {
        case .link: linkDepth -= 1
        case .preformatted:
            flush()
            preformattedDepth -= 1
        case .cell: break
        case .list, .table:
            flush()
            previousWasTight = false
        default: if tag.isBlock { flush() }
        }
    }

    private var lastOfLine: UInt8? { texts.count > lineStart ? texts[texts.count - 1] : nil }

    private mutating func dropSpaces() {
        while lastOfLine == 0x20 { texts.removeLast() }
    }

    /// Adds a text to the line.
    private mutating func append(_ range: Range<Int>) {
        tree.text.withUnsafeBytes { text in
            let text = UnsafeRawBufferPointer(rebasing: text[range])
            var index = 0
            while index < text.count {
                if preformattedDepth == 0, text[index] <= 0x20 {
                    // White space is one space, and nothing where a line starts.
                    if let last = lastOfLine, last > 0x20 { texts.append(0x20) }
                    while index < text.count, text[index] <= 0x20 { index += 1 }
                    continue
                }
                let end = preformattedDepth > 0 ? text.count : VisibleBytes.endOfLine(text, from: index)
                let start = texts.count
                texts.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[index..<end]))
                if linkDepth > 0 { linked += VisibleBytes.count(texts[start...]) }
                index = end
            }
        }
    }

    private mutating func flush() {
        defer {
            lineStart = texts.count
            linked = 0
            kind = .paragraph
        }
        while let last = lastOfLine, last <= 0x20 || last == 0x7C && kind == .tight { texts.removeLast() }
        let line = lineStart..<texts.count
        guard !Self.isBlank(texts[line]), !leadsAway(line) else {
            texts.removeLast(line.count)
            return
        }
        let isTight = kind == .tight
        blocks.append(
            Block(
                range: line,
                isHeading: kind == .heading || kind == .title,
                isTight: isTight && previousWasTight,
                isTitle: kind == .title
            )
        )
        previousWasTight = isTight
    }

    /// Whether a paragraph or item is a link, or nearly: it leads to another article.
    private func leadsAway(_ line: Range<Int>) -> Bool {
        guard linked > 0, kind != .heading, kind != .title else { return false }
        return linked * 10 >= VisibleBytes.count(texts[line]) * 8
    }

    /// Ends the text: headings that nothing follows are taken off.
    mutating func finish() {
        while let last = blocks.last, last.isHeading, blocks.count > 1 { blocks.removeLast() }
    }

    /// Puts a text in the place of all blocks, a line of it a block.
    mutating func replace(with text: String) {
        texts = Array(text.utf8)
        blocks = texts.split(separator: 0x0A).filter { !Self.isBlank($0) }.map { Block(range: $0.indices) }
    }

    /// Puts a line in front.
    mutating func open(with line: String) {
        if let first = blocks.first, texts[first.range].elementsEqual(line.utf8) {
            blocks[0].isTitle = true
            return
        }
        let start = texts.count
        texts += line.utf8
        blocks.insert(Block(range: start..<texts.count, isHeading: true, isTitle: true), at: 0)
    }

    func article() -> Article {
        var text: [UInt8] = []
        text.reserveCapacity(texts.count + 2 * blocks.count)
        var headings: [Range<Int>] = []
        // What was counted: code points are wanted as far as there are headings.
        var counted = (bytes: 0, codePoints: 0)
        func codePoints() -> Int {
            counted.codePoints += text[counted.bytes...].withUnsafeBytes { $0.codePointCount }
            counted.bytes = text.count
            return counted.codePoints
        }
        let titles = blocks.count { $0.isTitle }
        for (index, block) in blocks.enumerated() {
            if index > 0 {
                text.append(0x0A)
                if !block.isTight { text.append(0x0A) }
            }
            let isMarked = block.isHeading && !(index == 0 && block.isTitle && titles == 1)
            let start = isMarked ? codePoints() : 0
            text += texts[block.range]
            if isMarked { headings.append(start..<codePoints()) }
        }
        return Article(text: Self.string(text, isValid: tree.isValid), markedHeadings: headings)
    }

    private static func string(_ bytes: [UInt8], isValid: Bool) -> String {
        isValid ? bytes.withUnsafeBufferPointer { String(cut: $0) } : String(reading: bytes)
    }

    /// The text of one node in one line.
    static func line(of index: Int, in tree: HTMLTree) -> String? {
        var line: [UInt8] = []
        for node in tree.nodes[index..<tree.nodes[index].end] {
            if node.tag == .text {
                line += tree.text[node.text]
            } else if node.tag == .lineBreak || node.tag.isBlock {
                line.append(0x20)
            }
        }
        return HTMLMetadata.line(line)
    }

    /// Nothing but white space, no-break spaces and marks of direction.
    private static func isBlank(_ text: some Collection<UInt8>) -> Bool {
        // ASCII that is seen, and the second half of the Arabic alphabet: nearly every block has one of them.
        if text.contains(where: { (0x21...0x7E).contains($0) || $0 == 0xD9 }) { return false }
        return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.isWhiteSpace || $0.properties.isDefaultIgnorableCodePoint
        }
    }
}
