/// Finds the element of a page that holds the article, by what is in it, as Mozilla's Readability does.
///
/// Text counts as an article's if it stands in a paragraph of some length that is not mostly links. What menus, scripts,
/// share bars, comments and footers stand in, by element, role or class, is left out first. The article is where the
/// site says it is (`itemprop="articleBody"`), else in the `article` or `main` element with the most such text, else in
/// the page; from there the search goes down as long as one child has nearly all of the text.
struct ContentFinder {
    private let tree: HTMLTree
    /// See ``leftOut(of:)``.
    let isLeftOut: [Bool]
    /// For each node, the bytes of text in it that is not left out.
    private let lengths: [Int]
    /// For each node, the bytes of an article's text in it.
    private let scores: [Int]
    /// The node that holds the article.
    private(set) var content = 0
    /// The first-level heading that stands outside of ``content``.
    private(set) var headline: Int?

    /// The shortest paragraph that counts, in bytes: about eight words.
    private static let shortestParagraph = 80

    init(_ tree: HTMLTree) {
        self.tree = tree
        (isLeftOut, lengths) = Self.measured(tree)
        scores = Self.scores(tree, lengths)
        content = findContent()
        headline = findHeadline()
    }

    /// For each node, whether it and what is in it belongs to no article.
    static func leftOut(of tree: HTMLTree) -> [Bool] { measured(tree).isLeftOut }

    /// The same, and what ``lengths(_:isLeftOut:)`` is of the rest.
    private static func measured(_ tree: HTMLTree) -> (isLeftOut: [Bool], lengths: [Int]) {
        var isLeftOut = tree.nodes.map { $0.tag == .dropped || $0.hint == .hidden }
        let lengths = lengths(tree, isLeftOut: isLeftOut)
        let most = lengths.first ?? 0
        // Whether text is left out that was measured.
        var hasLess = false
        for (index, node) in tree.nodes.enumerated() where !isLeftOut[index] {
            if node.parent >= 0, isLeftOut[node.parent] {
                isLeftOut[index] = true
            } else if node.hint == .unlikely, node.tag != .body, node.tag != .article, node.tag != .main,
                // A class of the whole page («has-sidebar») says nothing of what is in it.
                lengths[index] * 2 < most
            {
                isLeftOut[index] = true
            }
            if isLeftOut[index], lengths[index] > 0 { hasLess = true }
        }
        return (isLeftOut, hasLess ? self.lengths(tree, isLeftOut: isLeftOut) : lengths)
    }

    private static func lengths(_ tree: HTMLTree, isLeftOut: [Bool]) -> [Int] {
        var lengths = [Int](repeating: 0, count: tree.nodes.count)
        lengths.withUnsafeMutableBufferPointer { lengths in
            for index in tree.nodes.indices.reversed() where !isLeftOut[index] {
                let node = tree.nodes[index]
                if node.tag == .text { lengths[index] = node.visible }
                if node.parent >= 0 { lengths[node.parent] += lengths[index] }
            }
        }
        return lengths
    }

    /// A paragraph is a block with text of its own and no block in it that has as much.
    private static func scores(_ tree: HTMLTree, _ lengths: [Int]) -> [Int] {
        var scores = [Int](repeating: 0, count: tree.nodes.count)
        // The text of each block that stands in no block in it, and how much of it in links.
        var owns = [(all: Int, inLinks: Int)](repeating: (0, 0), count: tree.nodes.count)
        scores.withUnsafeMutableBufferPointer { scores in
            owns.withUnsafeMutableBufferPointer { owns in
                for index in tree.nodes.indices.reversed() {
                    let node = tree.nodes[index]
                    let isBlock = node.tag.isBlock
                    var own = owns[index]
                    if !isBlock {
                        if node.tag == .text { own.all = lengths[index] }
                        if node.tag == .link { own.inLinks = own.all }
                    } else if own.all >= shortestParagraph, own.inLinks * 3 < own.all, node.tag != .heading1,
                        node.tag != .heading2
                    {
                        scores[index] += own.all
                    }
                    let parent = node.parent
                    guard parent >= 0 else { continue }
                    scores[parent] += scores[index]
                    if !isBlock {
                        owns[parent].all += own.all
                        owns[parent].inLinks += own.inLinks
                    }
                }
            }
        }
        return scores
    }

    private func findContent() -> Int {
        guard let most = scores.first, most > 0 else { return fallback() }
        var root = 0
        if let named = best(where: { $0.hint == .body }, atLeast: most / 4) {
            root = named
        } else if let article = best(where: { $0.tag == .article }, atLeast: most * 2 / 5) {
            root = article
        } else if let main = best(where: { $0.tag == .main }, atLeast: most * 2 / 5) {
            root = main
        }
        while let child = children(of: root).first(where: { scores[$0] * 5 >= scores[root] * 4 }),
            isContainer(child)
        {
            root = child
        }
        return root
    }

    /// Where no paragraph is long enough: what the site calls its article, or the page.
    private func fallback() -> Int {
        best(where: { $0.hint == .body }, atLeast: 1, by: lengths) ?? best(
            where: { $0.tag == .article },
            atLeast: 1,
            by: lengths
        )
            ?? best(where: { $0.tag == .main }, atLeast: 1, by: lengths) ?? 0
    }

    private func isContainer(_ index: Int) -> Bool {
        switch tree.nodes[index].tag {
        case .block, .body, .article, .main, .table, .row, .cell, .inline, .header: true
        default: false
        }
    }

    private func best(where fits: (HTMLTree.Node) -> Bool, atLeast least: Int, by values: [Int]? = nil) -> Int? {
        let values = values ?? scores
        var best: Int?
        for (index, node) in tree.nodes.enumerated() where fits(node) && !isLeftOut[index] && values[index] >= least {
            if values[index] > best.map({ values[$0] }) ?? 0 { best = index }
        }
        return best
    }

    private func children(of parent: Int) -> some Sequence<Int> {
        sequence(state: parent + 1) { [tree] next -> Int? in
            guard next < tree.nodes[parent].end else { return nil }
            defer { next = tree.nodes[next].end }
            return next
        }
    }

    private func findHeadline() -> Int? {
        guard !tree.nodes.isEmpty else { return nil }
        let headings = tree.nodes.indices.filter {
            tree.nodes[$0].tag == .heading1 && lengths[$0] > 0
        }
        let inside = content..<tree.nodes[content].end
        guard !headings.contains(where: inside.contains) else { return nil }
        // The last before the text: the first may be the site's name.
        return headings.last { $0 < content } ?? headings.first
    }
}
