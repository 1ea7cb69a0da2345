/// Writes JSON (RFC 8259) as bytes, keys in the order in which they are written.
///
/// Compact, it writes one line without white space. Pretty, each member and element has a line of its own, but for
/// containers that are written as rows: those stay on one line («"start": 78, "end": 94»).
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let isPretty: Bool
    private var depth = 0
    /// How many containers that are written as rows are open.
    private var openRows = 0
    /// Whether something stands before the next element in the open container.
    private var needsComma = false

    init(pretty: Bool, capacity: Int) {
        isPretty = pretty
        bytes.reserveCapacity(capacity)
    }

    /// Ends the document with a newline.
    mutating func end() {
        bytes.append(UInt8(ascii: "\n"))
    }

    // MARK: Containers

    mutating func object(asRow: Bool = false, _ members: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "{"), UInt8(ascii: "}"), asRow: asRow, members)
    }

    mutating func array<Element>(
        _ elements: some Collection<Element>,
        asRow: Bool = false,
        _ element: (inout JSONWriter, Element) -> Void
    ) {
        container(UInt8(ascii: "["), UInt8(ascii: "]"), asRow: asRow || elements.isEmpty) { writer in
            for each in elements {
                writer.separate()
                element(&writer, each)
                writer.needsComma = true
            }
        }
    }

    /// A member of the open object.
    mutating func member(_ key: StaticString, _ value: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        colon()
        value(&self)
        needsComma = true
    }

    /// A member whose key is not known beforehand.
    mutating func member(key: String, _ value: (inout JSONWriter) -> Void) {
        separate()
        string(key)
        colon()
        value(&self)
        needsComma = true
    }

    private mutating func container(
        _ open: UInt8,
        _ close: UInt8,
        asRow: Bool,
        _ content: (inout JSONWriter) -> Void
    ) {
        bytes.append(open)
        depth += 1
        if asRow { openRows += 1 }
        needsComma = false
        content(&self)
        depth -= 1
        if openRows == 0 { newLine() }
        if asRow { openRows -= 1 }
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if openRows == 0 {
            newLine()
        } else if needsComma, isPretty {
            bytes.append(UInt8(ascii: " "))
        }
        needsComma = false
    }

    private mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func newLine() {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    // MARK: Values

    mutating func null() {
        bytes.append(contentsOf: "null".utf8)
    }

    mutating func integer(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var rest = number.magnitude
        withUnsafeMutableBytes(of: &digits) { buffer in
            var start = buffer.count
            repeat {
                start -= 1
                buffer[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: buffer[start...])
        }
    }

    /// A score of `thousandths` as the shortest decimal: 870 is `0.87`, 1000 is `1`.
    mutating func score(_ thousandths: Int) {
        let thousandths = min(max(thousandths, 0), 1000)
        integer(thousandths / 1000)
        var rest = thousandths % 1000
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var unit = 100
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// A string: quotation marks, backslashes and control characters escaped, everything else as it is.
    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            var index = 0
            while index < utf8.count {
                // Text seldom has anything to escape: eight bytes at a time are looked over.
                if index + 8 <= utf8.count {
                    let word = UnsafeRawPointer(utf8.baseAddress.unsafelyUnwrapped + index).loadUnaligned(
                        as: UInt64.self
                    )
                    if !Self.hasEscaped(word) {
                        index += 8
                        continue
                    }
                }
                if Self.isEscaped(utf8[index]) {
                    bytes.append(contentsOf: utf8[start..<index])
                    escape(utf8[index])
                    start = index + 1
                }
                index += 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Whether one of eight bytes is escaped: a byte below n, or one that is 0, borrows into its highest bit when n, or
    /// 1, is taken from it (Warren, «Hacker's Delight», 6-1).
    @inline(__always)
    private static func hasEscaped(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotation = word ^ (ones * 0x22)
        let backslash = word ^ (ones * 0x5C)
        let control = (word &- ones * 0x20) & ~word
        let mark = ((quotation &- ones) & ~quotation) | ((backslash &- ones) & ~backslash)
        return (control | mark) & (ones << 7) != 0
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case ..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
