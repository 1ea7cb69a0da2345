/// The elements of HTML that matter to reading it.
enum HTMLTag: UInt8, Sendable {
    case text
    /// Stands in a line: `a` is one of its own because menus are made of it.
    case inline, link, lineBreak
    /// A block without a meaning of its own: `div`, `section`, `body`.
    case block, body, article, main
    case paragraph, quote, preformatted, caption
    case heading1, heading2
    case list, item
    case table, row, cell
    /// Never a part of an article: scripts, menus, forms, footers, pictures drawn in markup.
    case dropped
    case header, time

    /// Whether text before and after its start and end are of different paragraphs.
    var isBlock: Bool {
        switch self {
        case .text, .inline, .link, .lineBreak, .time: false
        default: true
        }
    }
}

/// The name of an element, whatever its case: up to ten bytes of it, which is as long as any that matters.
struct HTMLTagName: Hashable, Sendable {
    private let bytes: UInt128

    static let meta = HTMLTagName("meta")
    static let link = HTMLTagName("link")
    static let title = HTMLTagName("title")
    static let script = HTMLTagName("script")
    static let style = HTMLTagName("style")

    /// - Parameter name: a C string.
    init(_ name: UnsafePointer<UInt8>) {
        var bytes: UInt128 = 0
        for byte in CStringBytes(name).prefix(Self.longest + 1) { bytes = bytes << 8 | UInt128(Self.lowered(byte)) }
        self.bytes = bytes
    }

    init(_ name: String) { bytes = ElementTable<HTMLTag>.packed(name.utf8) }

    private static let longest = 10

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// What the element is: one that says nothing of itself stands in a line.
    var tag: HTMLTag { Self.tags[bytes] ?? .inline }

    private static let tags = ElementTable<HTMLTag>([
        (.link, "a"), (.lineBreak, "br"), (.body, "body"), (.article, "article"), (.main, "main"),
        (.block, "html div section center figure details summary hgroup address hr fieldset dl dir"),
        (.paragraph, "p dt dd"), (.preformatted, "pre"), (.quote, "blockquote"), (.caption, "caption figcaption"),
        (.heading1, "h1"), (.heading2, "h2 h3 h4 h5 h6"), (.list, "ul ol menu"), (.item, "li"),
        (.table, "table thead tbody tfoot"), (.row, "tr"), (.cell, "td th"), (.header, "header"), (.time, "time"),
        (
            .dropped,
            "head script style noscript template nav aside footer form button select option textarea input iframe "
                + "object embed svg canvas video audio dialog math map applet"
        ),
    ])
}
