/// The elements that are read without a parser of HTML where they are written out and well nested: see ``PlainMarkup``.
struct PlainElement: Sendable {
    /// What an element may stand in, and what may stand in it. A parser of HTML closes paragraphs, headings, items, links,
    /// rows and cells by itself where certain others begin.
    enum Kind: Sendable {
        /// The body of a page, which stands in nothing.
        case root
        /// `nav`, `footer`, `aside`
        case menu
        case block, list, item
        case table, rows, row, cell
        /// Paragraphs and headings: what holds lines alone.
        case lines
        /// What does not stand in its like.
        case link
        case inline
        /// Has no end.
        case void
        /// A rule: has no end, and ends a paragraph.
        case rule
        /// Holds no elements.
        case frame
        /// The same, and a `<` in it is no markup.
        case script

        /// Whether elements stand in it.
        var holdsMarkup: Bool {
            switch self {
            case .void, .rule, .frame, .script: false
            default: true
            }
        }

        func mayStand(in parent: Kind) -> Bool {
            switch (self, parent) {
            case (.root, _): false
            case _ where !parent.holdsMarkup: false
            case (.script, _): true
            case (.rows, .table), (.row, .table), (.row, .rows), (.cell, .row): true
            case (.rows, _), (.row, _), (.cell, _), (_, .table), (_, .rows), (_, .row): false
            case (.link, .link): false
            case (.inline, _), (.void, _), (.link, _), (.frame, _): true
            case (_, .lines), (_, .link), (_, .inline): false
            case (.item, .item): false
            case (.item, _), (.menu, _): true
            case (_, .list): false
            default: true
            }
        }
    }

    var kind: Kind
    var tag: HTMLTag

    static let known = ElementTable<PlainElement>(
        [
            (.root, "body"), (.menu, "nav footer aside"), (.list, "ul ol"), (.item, "li"),
            (.block, "div section article main header figure figcaption blockquote center"),
            (.table, "table"), (.rows, "thead tbody tfoot"), (.row, "tr"), (.cell, "td th"),
            (.lines, "p h1 h2 h3 h4 h5 h6"), (.link, "a button"), (.void, "img br input"), (.rule, "hr"),
            (.inline, "span i b em strong small u s sub sup font cite q mark code abbr label ins del svg path use g"),
            (.frame, "iframe"), (.script, "script style"),
        ]
        .flatMap { (kind: Kind, names: String) in
            names.split(separator: " ").map { name in
                (PlainElement(kind: kind, tag: HTMLTagName(String(name)).tag), String(name))
            }
        }
    )
}
