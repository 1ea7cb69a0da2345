/// Finds where the content of menus and footers ends, of which nothing is kept, so that a parser is spared it: half of the
/// elements of a page stand there, and elements are what a page costs.
///
/// Content is passed over only where any parser would find the same end of it: elements that are written out and well
/// nested, none of them one that closes another by itself or says something of the page (scripts, `meta`, `time`). All
/// other content is left to the parser.
struct DroppedElements {
    private let source: UnsafeRawBufferPointer
    /// Whether no comment ends from here on, so that none is looked for again.
    private var lacksEndsOfComments = false

    init(_ source: UnsafeRawBufferPointer) { self.source = source }

    /// What an element may stand in, and what may stand in it. A parser of HTML closes paragraphs, headings, items and
    /// links by itself where certain others begin.
    private enum Kind {
        /// `nav`, `footer`, `aside`
        case dropped
        case block, list, item
        /// Paragraphs and headings: what holds lines alone.
        case lines
        case link, inline
        /// Has no end.
        case void

        func mayStand(in parent: Kind) -> Bool {
            switch (self, parent) {
            case (.link, .link): false
            case (.inline, _), (.void, _), (.link, _): true
            case (_, .lines), (_, .link), (_, .inline), (_, .void): false
            case (.item, .item): false
            case (.item, _), (.dropped, _): true
            case (_, .list): false
            default: true
            }
        }
    }

    /// Well-nested content is not nested deeper than this, or is left to the parser.
    private static let deepest = 32

    private static let known = ElementTable<Kind>([
        (.dropped, "nav footer aside"), (.block, "div"), (.list, "ul ol"), (.item, "li"),
        (.lines, "p h1 h2 h3 h4 h5 h6"), (.link, "a"), (.inline, "span i b em strong small svg path use g"),
        (.void, "img br"),
    ])

    /// Held here because each use of a table that is made at its first use asks whether it has been made.
    private let known = Self.known

    /// A start or end tag.
    private struct Tag {
        var name: UInt64
        var kind: Kind
        var isEnd: Bool
        /// Whether it ends with `/>`: to libxml2 that is all of the element.
        var isWhole: Bool
        /// Behind its `>`.
        var next: Int
    }

    /// The content of the element whose start tag begins at `start`; `nil` if it is none to be passed over.
    mutating func content(from start: Int) -> Range<Int>? {
        guard start + 2 < source.count, source[start] == Self.opening, Self.mayBeDropped(source[start + 1]),
            let first = tag(at: start),
            case .dropped = first.kind, !first.isEnd, !first.isWhole
        else { return nil }
        var open = [first]
        var offset = first.next
        while let place = next(Self.opening, from: offset) {
            if let end = endOfComment(at: place) {
                offset = end
                continue
            }
            guard let tag = tag(at: place), let parent = open.last else { return nil }
            offset = tag.next
            if tag.isEnd {
                guard tag.name == parent.name else { return nil }
                open.removeLast()
                guard open.isEmpty else { continue }
                // A parser takes a NUL for the end of the document.
                return next(0, from: first.next, to: place) == nil ? first.next..<place : nil
            }
            guard tag.kind.mayStand(in: parent.kind) else { return nil }
            if case .void = tag.kind { continue }
            guard !tag.isWhole else { continue }
            guard open.count < Self.deepest else { return nil }
            open.append(tag)
        }
        return nil
    }

    /// Behind the comment that begins at `start`, if there is one.
    mutating func endOfComment(at start: Int) -> Int? {
        guard start + 4 <= source.count, source[start] == Self.opening, source[start + 1] == UInt8(ascii: "!"),
            source[start + 2] == Self.dash,
            source[start + 3] == Self.dash, !lacksEndsOfComments
        else { return nil }
        var offset = start + 4
        while let found = next(Self.dash, from: offset), found + 2 < source.count {
            if source[found + 1] == Self.dash, source[found + 2] == UInt8(ascii: ">") { return found + 3 }
            offset = found + 1
        }
        lacksEndsOfComments = true
        return nil
    }

    /// Where the end tag stands of the script or style sheet that begins at `start`; `nil` where there is neither.
    func endOfScript(at start: Int) -> Int? {
        guard source[start] == Self.opening, start + 1 < source.count, source[start + 1] | 0x20 == UInt8(ascii: "s"),
            let name = Self.rawTexts.first(where: { isTag($0, at: start + 1) })
        else { return nil }
        var offset = start + 1
        while let place = next(Self.opening, from: offset) {
            if place + 1 < source.count, source[place + 1] == UInt8(ascii: "/"), isTag(name, at: place + 2) {
                return place
            }
            offset = place + 1
        }
        return source.count
    }

    private static let rawTexts = [Array("script".utf8), Array("style".utf8)]

    /// Whether a name, of whatever case, stands at a place.
    private func isTag(_ name: [UInt8], at start: Int) -> Bool {
        guard start + name.count <= source.count else { return false }
        return name.indices.allSatisfy { source[start + $0] | 0x20 == name[$0] }
    }

    private static let opening = UInt8(ascii: "<")
    private static let dash = UInt8(ascii: "-")

    private static func mayBeDropped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "n") || byte == UInt8(ascii: "f") || byte == UInt8(ascii: "a")
    }

    /// The tag that begins at `start`; `nil` for one of an element that is not known here, and for one that is not written
    /// as all parsers read it.
    private func tag(at start: Int) -> Tag? {
        var offset = start + 1
        let isEnd = offset < source.count && source[offset] == UInt8(ascii: "/")
        if isEnd { offset += 1 }
        var name: UInt64 = 0
        while offset < source.count, Self.isOfName(source[offset]) {
            guard name >> 56 == 0 else { return nil }
            name = name << 8 | UInt64(source[offset])
            offset += 1
        }
        guard offset < source.count, Self.endsName(source[offset]),
            let kind = known[UInt128(name)],
            let end = endOfTag(from: offset, hasValues: !isEnd)
        else { return nil }
        let isWhole = source[end - 1] == UInt8(ascii: "/")
        // Behind a value without quotation marks the slash is a part of it: `<nav id=/a/>`.
        guard !isWhole || end - 1 == offset || Self.endsValue(source[end - 2]) else { return nil }
        return Tag(name: name, kind: kind, isEnd: isEnd, isWhole: isWhole, next: end + 1)
    }

    private static func isOfName(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"): true
        default: false
        }
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    /// Where a tag's `>` stands: values are between quotation marks that stand behind `=`, or have none in them.
    private func endOfTag(from start: Int, hasValues: Bool) -> Int? {
        var offset = start
        while offset < source.count {
            let byte = source[offset]
            switch byte {
            case UInt8(ascii: ">"): return offset
            case UInt8(ascii: "<"), 0: return nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard hasValues, source[offset - 1] == UInt8(ascii: "="),
                    let end = next(byte, from: offset + 1)
                else { return nil }
                offset = end + 1
                guard offset < source.count, Self.endsName(source[offset]) else { return nil }
            default: offset += 1
            }
        }
        return nil
    }

    private func next(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        TextBytes.next(byte, in: source, from: start, to: end)
    }
}
