/// A start or end tag that all parsers read the same way: names in lower case, values in quotation marks, or without
/// anything in them that could be taken for more.
struct PlainTag {
    var element: PlainElement
    /// Where its name stands.
    var name: Range<Int>
    var isEnd: Bool
    /// Whether it ends with `/>`: to libxml2 that is all of the element.
    var isWhole = false
    /// Behind its `>`.
    var next = 0

    /// The values that matter, where they stand.
    struct Attributes {
        var isHidden = false
        var ariaHidden = Place()
        var style = Place()
        var property = Place()
        var role = Place()
        var names = Place()
        var identifier = Place()
        /// Of a script.
        var type = Place()
        /// Whether there is one.
        fileprivate(set) var isEmpty = true
    }

    /// Where a value stands: less of a range, because there are many tags.
    struct Place {
        fileprivate var start: UInt32 = 0
        fileprivate var end: UInt32 = 0

        /// `nil` where there is no value.
        func bytes(of source: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
            end == 0 ? nil : UnsafeRawBufferPointer(rebasing: source[Int(start)..<Int(end)])
        }
    }

    /// The tag that begins at `start`; `nil` for one of an element that is not known here, and for one that may be read in
    /// several ways.
    /// - Parameter keepsAttributes: whether it matters what its attributes say, but for a script's type.
    @inline(__always)
    init?(
        _ source: UnsafeRawBufferPointer,
        at start: Int,
        _ names: borrowing Names,
        _ attributes: inout Attributes,
        keepsAttributes: Bool = true
    ) {
        var offset = start + 1
        isEnd = offset < source.count && source[offset] == UInt8(ascii: "/")
        if isEnd { offset += 1 }
        var packed: UInt128 = 0
        let first = offset
        while offset < source.count, source[offset] &- 0x61 < 26 || source[offset] &- 0x30 < 10 {
            packed = packed << 8 | UInt128(source[offset])
            offset += 1
        }
        guard offset > first, offset - first <= Self.longestName, offset < source.count,
            let element = names.elements[packed]
        else { return nil }
        name = first..<offset
        self.element = element
        if !attributes.isEmpty { attributes = Attributes() }
        guard source[offset] != UInt8(ascii: ">") else {
            next = offset + 1
            return
        }
        guard Self.endsName(source[offset]), readAttributes(source, from: offset, names, &attributes, keepsAttributes)
        else {
            return nil
        }
    }

    /// Reads all between the name and the end of the tag.
    private mutating func readAttributes(
        _ source: UnsafeRawBufferPointer,
        from start: Int,
        _ names: borrowing Names,
        _ attributes: inout Attributes,
        _ keepsAttributes: Bool
    ) -> Bool {
        var offset = start
        while offset < source.count {
            if Self.isWhite(source[offset]) {
                offset += 1
                continue
            }
            if source[offset] == UInt8(ascii: ">") {
                next = offset + 1
                return true
            }
            guard !isEnd else { return false }
            if source[offset] == UInt8(ascii: "/") {
                isWhole = true
                next = offset + 2
                return offset + 1 < source.count && source[offset + 1] == UInt8(ascii: ">")
            }
            guard let end = attributes.read(source, at: offset, names, keeps: keepsAttributes) else { return false }
            offset = end
        }
        return false
    }

    fileprivate static let longestName = 16

    @inline(__always)
    static func isWhite(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    @inline(__always)
    fileprivate static func endsName(_ byte: UInt8) -> Bool {
        isWhite(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    /// The attributes that say something.
    fileprivate enum AttributeName {
        case hidden, ariaHidden, style, property, role, names, identifier, type

        static let known = ElementTable<AttributeName>([
            (.hidden, "hidden"), (.ariaHidden, "aria-hidden"), (.style, "style"), (.property, "itemprop"),
            (.role, "role"), (.names, "class"), (.identifier, "id"), (.type, "type"),
        ])
    }

    /// The names that are known.
    struct Names {
        fileprivate let elements: ElementTable<PlainElement>.Lookup
        fileprivate let attributes: ElementTable<AttributeName>.Lookup

        /// Calls `body` with them.
        static func withNames<Result>(_ body: (borrowing Names) -> Result) -> Result {
            PlainElement.known.withLookup { elements in
                AttributeName.known.withLookup { body(Names(elements: elements, attributes: $0)) }
            }
        }
    }
}

extension PlainTag.Attributes {
    /// - Returns: where the attribute ends that begins at `start`, `nil` if it may be read in several ways.
    @inline(__always)
    fileprivate mutating func read(
        _ source: UnsafeRawBufferPointer,
        at start: Int,
        _ names: borrowing PlainTag.Names,
        keeps: Bool
    ) -> Int? {
        var offset = start
        var name: UInt128 = 0
        while offset < source.count, Self.isOfName(source[offset]) {
            name = name << 8 | UInt128(source[offset])
            offset += 1
        }
        let length = offset - start
        guard length > 0, length <= Self.longestName, offset < source.count, source[start] &- 0x61 < 26 else {
            return nil
        }
        var value: Range<Int>?
        if source[offset] == UInt8(ascii: "=") {
            guard let found = Self.value(source, from: offset + 1) else { return nil }
            value = found
            offset = found.upperBound
            if source[found.lowerBound - 1] != UInt8(ascii: "=") { offset += 1 }
        }
        guard offset < source.count, PlainTag.endsName(source[offset]) else { return nil }
        // Longer names are none that matter, but may end like one.
        guard length <= PlainTag.longestName, let kind = names.attributes[name], keeps || kind == .type else {
            return offset
        }
        return take(kind, value, source) ? offset : nil
    }

    @inline(__always)
    private static func value(_ source: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
        guard start < source.count else { return nil }
        if source[start] == UInt8(ascii: "\"") || source[start] == UInt8(ascii: "'") {
            guard let end = TextBytes.next(source[start], in: source, from: start + 1) else { return nil }
            return start + 1..<end
        }
        var offset = start
        while offset < source.count, !PlainTag.isWhite(source[offset]), source[offset] != UInt8(ascii: ">") {
            switch source[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "`"):
                return nil
            default: offset += 1
            }
        }
        // A slash before the `>` is of the value or of the tag.
        guard offset > start, source[offset - 1] != UInt8(ascii: "/") else { return nil }
        return start..<offset
    }

    /// - Returns: whether it is beyond doubt what the value is.
    private mutating func take(
        _ kind: PlainTag.AttributeName,
        _ value: Range<Int>?,
        _ source: UnsafeRawBufferPointer
    ) -> Bool {
        isEmpty = false
        if kind == .hidden {
            isHidden = true
            return true
        }
        guard let value, Self.isPlain(source, value), let end = UInt32(exactly: value.upperBound) else { return false }
        // Which of two counts is for a parser to say.
        func take(_ place: inout PlainTag.Place) -> Bool {
            guard place.end == 0 else { return false }
            place = PlainTag.Place(start: UInt32(truncatingIfNeeded: value.lowerBound), end: end)
            return true
        }
        return switch kind {
        case .hidden: true
        case .ariaHidden: take(&ariaHidden)
        case .style: take(&style)
        case .property: take(&property)
        case .role: take(&role)
        case .names: take(&names)
        case .identifier: take(&identifier)
        case .type: take(&type)
        }
    }

    /// Neither references nor what a parser leaves out.
    private static func isPlain(_ source: UnsafeRawBufferPointer, _ value: Range<Int>) -> Bool {
        for offset in value {
            let byte = source[offset]
            guard byte >= 0x20 && byte != UInt8(ascii: "&") && byte != 0x7F && byte != 0xEF || byte == 0x0A else {
                return false
            }
        }
        return true
    }

    private static let longestName = 64

    @inline(__always)
    private static func isOfName(_ byte: UInt8) -> Bool {
        // Digits and a colon are neighbours.
        byte &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte &- 0x30 < 11 || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
    }
}
