/// The text of a part of a page: each block by itself with an empty line after it, list items and rows on lines of
/// their own, white space as a browser shows it, `<br>` as a line end and two of them as an empty line.
///
/// Left out are blocks that are nothing but a link («اقرأ أيضا: …»), lists of nothing but links, and headings that
/// nothing follows.
struct HTMLBlocks {
    private struct Block {
        var text: [UInt8]
        var isHeading = false
        /// An item or row right after another.
        var isTight = false
        var isTitle = false
    }

    private let tree: HTMLTree
    private let isLeftOut: [Bool]
    private var blocks: [Block] = []
    private var line: [UInt8] = []
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
    }

    /// The text of the first-level heading, if there is one alone.
    var title: String? {
        let titles = blocks.filter(\.isTitle)
        return titles.count == 1 ? titles.first.flatMap { HTMLMetadata.line($0.text) } : nil
    }

    /// Bytes of the blocks' text.
    var length: Int { blocks.reduce(0) { $0 + $1.text.count } }

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
        case .text: append(tree.text[node.text])
        case .lineBreak:
            while line.last == 0x20 { line.removeLast() }
            if line.last == 0x0A { flush() } else if !line.isEmpty { line.append(0x0A) }
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
            while line.last == 0x20 { line.removeLast() }
            if !line.isEmpty { line += Array(" | ".utf8) }
        case .paragraph where kind == .tight && line.isEmpty: break
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

    private mutating func append(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                // A run of what is shown as it is; white space in between becomes one space.
                var end = index
                if preformattedDepth > 0 { end = text.count }
                while end < text.count, text[end] > 0x20 { end += 1 }
                let run = text[index..<end]
                line.append(contentsOf: run)
                if linkDepth > 0 { linked += preformattedDepth > 0 ? run.count { $0 > 0x20 } : run.count }
                index = end
                guard index < text.count else { return }
                if let last = line.last, last > 0x20 { line.append(0x20) }
                while index < text.count, text[index] <= 0x20 { index += 1 }
            }
        }
    }

    private mutating func flush() {
        defer {
            line = []
            linked = 0
            kind = .paragraph
        }
        while let last = line.last, last <= 0x20 || last == 0x7C && kind == .tight { line.removeLast() }
        guard line.contains(where: { $0 > 0x20 }), !Self.isBlank(line) else { return }
        // A paragraph or item that is a link, or nearly: it leads to another article.
        if linked > 0, kind != .heading, kind != .title, linked * 10 >= line.count(where: { $0 > 0x20 }) * 8 { return }
        let isTight = kind == .tight
        blocks.append(
            Block(
                text: line,
                isHeading: kind == .heading || kind == .title,
                isTight: isTight && previousWasTight,
                isTitle: kind == .title
            )
        )
        previousWasTight = isTight
    }

    /// Ends the text: headings that nothing follows are taken off.
    mutating func finish() {
        while let last = blocks.last, last.isHeading, blocks.count > 1 { blocks.removeLast() }
    }

    /// Puts a text in the place of all blocks, a line of it a block.
    mutating func replace(with text: String) {
        blocks = text.utf8.split(separator: 0x0A).map { Block(text: Array($0)) }.filter { !Self.isBlank($0.text) }
    }

    /// Puts a line in front.
    mutating func open(with line: String) {
        let title = Array(line.utf8)
        guard blocks.first?.text != title else {
            blocks[0].isTitle = true
            return
        }
        blocks.insert(Block(text: title, isHeading: true, isTitle: true), at: 0)
    }

    func article() -> Article {
        var text: [UInt8] = []
        var length = 0
        var headings: [Range<Int>] = []
        let titles = blocks.count { $0.isTitle }
        for (index, block) in blocks.enumerated() {
            if index > 0 {
                text += block.isTight ? [0x0A] : [0x0A, 0x0A]
                length += block.isTight ? 1 : 2
            }
            text += block.text
            let count = block.text.count { $0 & 0xC0 != 0x80 }
            if block.isHeading, !(index == 0 && block.isTitle && titles == 1) {
                headings.append(length..<length + count)
            }
            length += count
        }
        return Article(text: String(decoding: text, as: UTF8.self), markedHeadings: headings)
    }

    /// The text of one node in one line.
    static func line(of index: Int, in tree: HTMLTree) -> String? {
        let texts = tree.nodes[index..<tree.nodes[index].end].filter { $0.tag == .text }.map { tree.text[$0.text] }
        return HTMLMetadata.line(Array(texts.joined()))
    }

    /// Nothing but white space, no-break spaces and marks of direction.
    private static func isBlank(_ text: some Collection<UInt8>) -> Bool {
        // ASCII that is seen, and the second half of the Arabic alphabet: nearly every block has one of them.
        if text.contains(where: { (0x21...0x7E).contains($0) || $0 == 0xD9 }) { return false }
        return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
    }
}
