/// Writes HTML as UTF-8. Whatever comes from an article goes through ``text(_:)`` or an attribute's value, both of which
/// escape it; names of elements and attributes are written in this program.
package struct HTMLWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package typealias Attributes = [(name: StaticString, value: String)]

    /// An element with its content. An attribute's value may be empty.
    package mutating func element(
        _ name: StaticString,
        _ attributes: Attributes = [],
        _ content: (inout HTMLWriter) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// An element that has text alone.
    package mutating func element(_ name: StaticString, _ attributes: Attributes = [], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// A start tag; of a void element all there is.
    package mutating func open(_ name: StaticString, _ attributes: Attributes = []) {
        raw("<")
        raw(name)
        for attribute in attributes {
            raw(" ")
            raw(attribute.name)
            raw("=\"")
            text(attribute.value)
            raw("\"")
        }
        raw(">")
    }

    package mutating func close(_ name: StaticString) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// Text, or an attribute's value: a parser reads back what stands here, code point for code point, but for U+0000,
    /// which HTML can't have and which becomes U+FFFD.
    package mutating func text(_ text: some StringProtocol) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            // A parser takes a carriage return for a line feed unless it is written so.
            case 0x0D: raw("&#13;")
            case 0: raw("\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }

    /// Markup of the program's own, as it is.
    package mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A style sheet or script of the program's own, as it is: these elements have no escapes.
    package mutating func file(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// JSON inside a `script` element: nothing in it can end the element or open a comment.
    package mutating func json(_ json: some Sequence<UInt8>) {
        for byte in json {
            switch byte {
            case UInt8(ascii: "<"): raw("\\u003c")
            case UInt8(ascii: ">"): raw("\\u003e")
            case UInt8(ascii: "&"): raw("\\u0026")
            default: bytes.append(byte)
            }
        }
    }
}
