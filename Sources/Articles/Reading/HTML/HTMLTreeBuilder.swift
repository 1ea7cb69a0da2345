internal import ArabicText

/// Puts a tree together from what a parser reports.
struct HTMLTreeBuilder {
    private var tree = HTMLTree()
    private(set) var isTooDeep = false
    /// Whether what was read without the parser turns out to stand where it was not read.
    private(set) var isMistaken = false
    /// What stands as marks in what the parser reports.
    private let runs: HTMLTextRuns
    private let hints: ElementHints
    private let names: ElementNames
    /// The elements that are open, outermost first.
    private var open: [Open] = []
    /// How many of the open elements are dropped ones.
    private var dropped = 0
    /// What is done with text that does not go into the tree.
    private var capture: Capture = .none
    private var captured: [UInt8] = []

    private struct Open {
        /// Its number; `nil` in a dropped one, of which nothing is kept but itself.
        var node: Int?
        var tag: HTMLTag
    }

    private enum Capture {
        case none, title, linkedData
    }

    /// - Parameter length: of what is parsed, in bytes.
    init(_ runs: HTMLTextRuns, _ hints: ElementHints, _ names: ElementNames, length: Int) {
        self.runs = runs
        self.hints = hints
        self.names = names
        tree.nodes.reserveCapacity(min(length / 16 + 8, 1 << 16))
        tree.text.reserveCapacity(length / 4)
        open.reserveCapacity(32)
    }

    /// What stands behind the start of an element.
    enum Content {
        case markup
        /// All of the page.
        case body
        /// Neither markup nor anything that is asked for: a script, or a style sheet.
        case rawText
        /// Nothing more is taken.
        case tooDeep
    }

    /// - Parameter name: a C string.
    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: HTMLAttributes) -> Content {
        guard open.count < HTMLTree.deepest else {
            isTooDeep = true
            return .tooDeep
        }
        let (name, tag) = names[name]
        if tag == .time || tag == .inline || tag == .dropped { observe(name, tag, attributes) }
        if dropped == 0 {
            let hint = tag == .dropped ? .none : ElementHint(attributes, runs, hints, names)
            let parent = open.last?.node ?? -1
            open.append(Open(node: tree.nodes.count, tag: tag))
            tree.nodes.append(HTMLTree.Node(tag: tag, hint: hint, parent: parent, end: 0))
        } else {
            open.append(Open(node: nil, tag: tag))
        }
        guard tag == .dropped else { return tag == .body ? .body : .markup }
        dropped += 1
        return capture == .none && (name == .script || name == .style) ? .rawText : .markup
    }

    /// - Returns: what ended.
    @discardableResult
    mutating func end() -> HTMLTag? {
        guard let (node, tag) = open.popLast().map({ ($0.node, $0.tag) }) else { return nil }
        if let node { tree.nodes[node].end = tree.nodes.count }
        if tag == .dropped { dropped -= 1 }
        switch capture {
        case .none: return tag
        case .title: if tree.metadata.title == nil { tree.metadata.title = HTMLMetadata.line(restored(captured[...])) }
        case .linkedData: tree.metadata.addLinkedData(restored(captured[...]))
        }
        capture = .none
        return tag
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let part = runs.part(of: UnsafeRawBufferPointer(bytes)), capture == .none {
            if dropped == 0 { add(part) } else if part.isBody { isMistaken = true }
            return
        }
        if capture != .none { captured.append(contentsOf: bytes) }
        guard dropped == 0 else { return }
        let start = tree.text.count
        tree.text.append(contentsOf: bytes)
        // A parser does not cut letters; nearly all that it is given is ASCII.
        let raw = UnsafeRawBufferPointer(bytes)
        let letter = TextBytes.firstBeyondASCII(raw, from: 0, to: raw.count)
        if letter < raw.count, UTF8Check.firstInvalid(UnsafeRawBufferPointer(rebasing: raw[letter...])) != nil {
            tree.isValid = false
        }
        let parent = open.last?.node ?? -1
        let last = tree.nodes.count - 1
        if last >= 0, tree.nodes[last].tag == .text, tree.nodes[last].parent == parent,
            tree.nodes[last].text.upperBound == start, !tree.nodes[last].isRead
        {
            tree.nodes[last].text = tree.nodes[last].text.lowerBound..<tree.text.count
        } else {
            tree.nodes.append(
                HTMLTree.Node(tag: .text, parent: parent, end: last + 2, text: start..<tree.text.count)
            )
        }
    }

    /// Adds what was read without the parser of the element that began right before.
    private mutating func add(_ part: PlainMarkup.Part) {
        // Not where a parser passes over the start tag: of a second body.
        guard let last = open.last, last.node == tree.nodes.count - 1, !part.isBody || last.tag == .body,
            let nodes = runs.plain?.nodes[part.nodes]
        else {
            isMistaken = true
            return
        }
        guard open.count + part.depth <= HTMLTree.deepest else {
            isTooDeep = true
            return
        }
        // There, too, the element stands right before its content.
        let distance = tree.nodes.count - part.nodes.lowerBound
        for var node in nodes {
            node.parent += distance
            node.end += distance
            tree.nodes.append(node)
        }
    }

    mutating func finish() -> HTMLTree {
        while !open.isEmpty { end() }
        restoreTexts()
        return tree
    }

    /// Puts the text in the place of marks, and measures it.
    private mutating func restoreTexts() {
        let texts = tree.text
        // What was read already stays in its places.
        tree.text = runs.plain?.text ?? []
        for index in tree.nodes.indices where tree.nodes[index].tag == .text && !tree.nodes[index].isRead {
            let start = tree.text.count
            texts[tree.nodes[index].text].withUnsafeBytes { runs.restore($0, to: &tree.text) }
            tree.nodes[index].text = start..<tree.text.count
            tree.nodes[index].visible = VisibleBytes.count(tree.text[start...])
        }
    }

    private func restored(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        bytes.withUnsafeBytes { runs.restore($0, to: &text) }
        return text
    }

    private mutating func observe(_ name: HTMLTagName, _ tag: HTMLTag, _ attributes: HTMLAttributes) {
        func value(_ name: StaticString) -> String? { attributes[name].map(runs.restore) }
        if tag == .time {
            tree.metadata.add(time: value("datetime"))
            return
        }
        switch name {
        case .meta:
            tree.metadata.add(name: value("property") ?? value("name") ?? value("itemprop"), content: value("content"))
        case .link where value("rel")?.lowercased() == "canonical":
            tree.metadata.add(canonical: value("href"))
        case .title where capture == .none:
            captured = []
            capture = .title
        case .script where value("type")?.lowercased().contains("ld+json") == true:
            captured = []
            capture = .linkedData
        default: break
        }
    }
}
