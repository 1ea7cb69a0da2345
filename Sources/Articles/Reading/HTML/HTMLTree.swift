/// The elements and texts of a document, in its order: an element's descendants follow it without a gap.
struct HTMLTree {
    struct Node {
        var tag: HTMLTag
        var hint = ElementHint.none
        /// The number of the element that it is in; -1 for the first.
        var parent: Int
        /// One past the number of its last descendant.
        var end: Int
        /// Of a text: its bytes in ``HTMLTree/text``.
        var text: Range<Int> = 0..<0
    }

    var nodes: [Node] = []
    /// All texts one after the other, in UTF-8.
    var text: [UInt8] = []
    var metadata = HTMLMetadata()

    /// The deepest that elements may be nested: browsers stop at 512 as well.
    static let deepest = 512
}

/// Puts a tree together from what a parser reports.
final class HTMLTreeBuilder {
    var tree = HTMLTree()
    private(set) var isTooDeep = false
    /// The elements that are open, outermost first.
    private var open: [Int] = []
    /// How many of the open elements are dropped ones.
    private var dropped = 0
    /// What is done with text that does not go into the tree.
    private var capture: Capture = .none
    private var captured: [UInt8] = []

    private enum Capture {
        case none, title, linkedData
    }

    func start(_ name: UnsafeBufferPointer<UInt8>, _ attributes: HTMLAttributes) -> Bool {
        guard open.count < HTMLTree.deepest else {
            isTooDeep = true
            return false
        }
        let tag = HTMLTag(name)
        observe(name, tag, attributes)
        let hint = tag == .dropped ? .none : ElementHint(attributes)
        tree.nodes.append(HTMLTree.Node(tag: tag, hint: hint, parent: open.last ?? -1, end: 0))
        open.append(tree.nodes.count - 1)
        if tag == .dropped { dropped += 1 }
        return true
    }

    func end() {
        guard let index = open.popLast() else { return }
        tree.nodes[index].end = tree.nodes.count
        if tree.nodes[index].tag == .dropped { dropped -= 1 }
        switch capture {
        case .none: break
        case .title: if tree.metadata.title == nil { tree.metadata.title = HTMLMetadata.line(captured) }
        case .linkedData: tree.metadata.addLinkedData(captured)
        }
        capture = .none
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if case .none = capture {} else { captured.append(contentsOf: bytes) }
        guard dropped == 0 else { return }
        let start = tree.text.count
        tree.text.append(contentsOf: bytes)
        if let last = tree.nodes.indices.last, tree.nodes[last].tag == .text,
            tree.nodes[last].parent == open.last ?? -1,
            tree.nodes[last].text.upperBound == start
        {
            tree.nodes[last].text = tree.nodes[last].text.lowerBound..<tree.text.count
        } else {
            tree.nodes.append(
                HTMLTree.Node(
                    tag: .text,
                    parent: open.last ?? -1,
                    end: tree.nodes.count + 1,
                    text: start..<tree.text.count
                )
            )
        }
    }

    func finish() -> HTMLTree {
        while !open.isEmpty { end() }
        return tree
    }

    private func observe(_ name: UnsafeBufferPointer<UInt8>, _ tag: HTMLTag, _ attributes: HTMLAttributes) {
        if tag == .time {
            tree.metadata.add(time: attributes["datetime"])
            return
        }
        guard tag == .inline || tag == .dropped, name.count >= 4, name.count <= 6 else { return }
        switch String(decoding: name, as: UTF8.self).lowercased() {
        case "meta":
            tree.metadata.add(
                name: attributes["property"] ?? attributes["name"] ?? attributes["itemprop"],
                content: attributes["content"]
            )
        case "link" where attributes["rel"]?.lowercased() == "canonical":
            tree.metadata.add(canonical: attributes["href"])
        case "title" where capture == .none:
            captured = []
            capture = .title
        case "script" where attributes["type"]?.lowercased().contains("ld+json") == true:
            captured = []
            capture = .linkedData
        default: break
        }
    }
}
