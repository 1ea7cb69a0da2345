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

    init(_ name: UnsafeBufferPointer<UInt8>) {
        var key: UInt64 = 0
        for byte in name.prefix(9) { key = key << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        self =
            name.count > 8
            ? (Self.longNames.contains(name.count) ? Self.long(name) : .inline) : Self.names[key] ?? .inline
    }

    private static let longNames = 9...10

    private static func long(_ name: UnsafeBufferPointer<UInt8>) -> HTMLTag {
        switch String(decoding: name, as: UTF8.self).lowercased() {
        case "blockquote": .quote
        case "figcaption": .caption
        default: .inline
        }
    }

    private static let names: [UInt64: HTMLTag] = {
        let tags: [(HTMLTag, String)] = [
            (.link, "a"), (.lineBreak, "br"), (.body, "body"), (.article, "article"), (.main, "main"),
            (.block, "html div section center figure details summary hgroup address hr fieldset dl dir"),
            (.paragraph, "p dt dd"), (.preformatted, "pre"), (.caption, "caption"), (.heading1, "h1"),
            (.heading2, "h2 h3 h4 h5 h6"), (.list, "ul ol menu"), (.item, "li"), (.table, "table thead tbody tfoot"),
            (.row, "tr"), (.cell, "td th"), (.header, "header"), (.time, "time"),
            (
                .dropped,
                "head script style noscript template nav aside footer form button select option textarea input iframe "
                    + "object embed svg canvas video audio dialog math map applet"
            ),
        ]
        var names: [UInt64: HTMLTag] = [:]
        for (tag, list) in tags {
            for name in list.split(separator: " ") { names[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = tag }
        }
        return names
    }()

    /// Whether text before and after its start and end are of different paragraphs.
    var isBlock: Bool {
        switch self {
        case .text, .inline, .link, .lineBreak, .time: false
        default: true
        }
    }
}
