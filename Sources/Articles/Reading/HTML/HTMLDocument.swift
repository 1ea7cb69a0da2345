internal import ArabicText

/// A page as an article in plain text: see ``ContentFinder`` for which part of it, ``HTMLBlocks`` for how.
///
/// The first-level heading opens the text, as the first line of the lead, wherever it stands in the page: it is worth
/// mining; it is no marked heading, so that it makes no empty section. The article's offsets are those of this text.
struct HTMLDocument {
    private let tree: HTMLTree
    /// For pieces of pages in what the page says of itself.
    private let parser: HTMLParser

    /// - Parameter html: the page, or a piece of one.
    init(_ html: String, _ parser: HTMLParser) throws(TextDecoding.Failure) {
        var html = html
        try self.init(tree: html.withUTF8 { parser.tree(of: $0) }, parser)
    }

    /// - Parameter html: UTF-8, of which a parser may have let something through that is none.
    init(repairing html: [UInt8], _ parser: HTMLParser) throws(TextDecoding.Failure) {
        guard UTF8Check.firstInvalid(html[...]) == nil else {
            try self.init(String(decoding: html, as: UTF8.self), parser)
            return
        }
        try self.init(tree: html.withUnsafeBufferPointer { parser.tree(of: $0) }, parser)
    }

    init(_ bytes: ArraySlice<UInt8>, encoding: InputEncoding?, _ parser: HTMLParser) throws(TextDecoding.Failure) {
        let utf8 = try TextDecoding.utf8(bytes, encoding: encoding, declared: EncodingDetection.declared(byPage: bytes))
        try self.init(tree: utf8.withUnsafeBufferPointer { parser.tree(of: $0) }, parser)
    }

    private init(
        tree: Result<HTMLTree, HTMLParser.Refusal>,
        _ parser: HTMLParser
    ) throws(TextDecoding.Failure) {
        switch tree {
        case .failure(let refusal):
            throw TextDecoding.Failure(reason: refusal.reason, advice: "give the article's text")
        case .success(var tree):
            tree.metadata.readLinkedData { try? Self.line($0, parser) }
            self.tree = tree
            self.parser = parser
        }
    }

    /// The article of the page.
    func article() throws(TextDecoding.Failure) -> Article {
        let finder = ContentFinder(tree)
        var blocks = HTMLBlocks(tree, isLeftOut: finder.isLeftOut)
        blocks.add(finder.content)
        blocks.finish()
        if let body = tree.metadata.articleBody, body.utf8.count > 2 * blocks.length {
            Self.replace(&blocks, with: body, parser)
        }
        guard blocks.length > 0 else {
            throw TextDecoding.Failure(reason: "the page has no text of an article", advice: "give the article's text")
        }
        let heading = finder.headline.map { HTMLBlocks.line(of: $0, in: tree) } ?? nil
        if let heading { blocks.open(with: heading) }
        var article = blocks.article()
        article.title = tree.metadata.bestTitle(heading: blocks.title)
        article.published = tree.metadata.published
        article.source = tree.metadata.source
        article.url = tree.metadata.url
        return article
    }

    /// All of a piece of a page, as a feed has it, below its title.
    func article(title: String?) -> Article {
        var blocks = allBlocks
        if let title { blocks.open(with: title) }
        var article = blocks.article()
        article.title = title
        return article
    }

    /// The text of all of a piece of a page.
    var allBlocks: HTMLBlocks {
        var blocks = HTMLBlocks(tree, isLeftOut: ContentFinder.leftOut(of: tree))
        if !tree.nodes.isEmpty { blocks.add(0) }
        blocks.finish()
        return blocks
    }
}
