internal import ArabicText
internal import Glibc

/// A document in which long runs of Arabic text, and attributes' values, stand as short marks, so that a parser of
/// markup goes over the markup alone: libxml2 decodes, checks and copies text letter by letter, which takes it several
/// times as long as all the rest.
///
/// A run stands behind a `>`, starts with a letter beyond ASCII, ends with a letter or digit, and has nothing in it that
/// could be markup in any place where it may stand: no `<`, `>`, `&`, quotation marks or control characters. So to a parser it is so many
/// letters, of an element's text, a quoted value, a comment or a script, and where the mark comes out again the text is
/// put back. What was read without the parser (``PlainMarkup``) stands as such a run, too. Of values there are marks for such as are as good as their marks even where a parser takes the quotation
/// mark before them for the end of a value, and reads them as names of attributes: see ``AttributeValue``. A document
/// with the mark's first byte in it, or a reference to it (`&#127;`), is left alone.
struct HTMLTextRuns {
    /// What stands for the first byte of a mark: a character that text hardly ever has, and that every parser keeps.
    /// Behind it stands the run's number in letters: four bits each, and five in the last one.
    static let mark: UInt8 = 0x7F
    static let goesOn: UInt8 = 0x60
    static let isLast: UInt8 = 0x40
    /// Their marks are no longer than ``shortestRun``.
    static let mostRuns = 1 << 20
    /// In bytes; what is shorter is not worth a mark.
    static let shortestRun = 6

    private let source: UnsafeRawBufferPointer
    private let runs: UnsafeBufferPointer<Range<Int>>
    private let isMarked: Bool
    /// What was read without the parser, and the parts of it, by the numbers of their marks.
    let plain: PlainMarkup?
    private let parts: [Int: PlainMarkup.Part]
    /// Whether a tag has more attributes than a parser can take: see ``AttributeCount``.
    let exceedsAttributes: Bool

    /// Calls `body` with the runs of a document, and with the document with its marks and a NUL behind it.
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - hints: of the classes and ids that were seen last.
    ///   - readsPlain: whether what is beyond doubt is read without the parser.
    static func withRuns<Result>(
        of source: UnsafeRawBufferPointer,
        _ hints: ElementHints,
        readsPlain: Bool,
        _ body: (HTMLTextRuns, UnsafeMutableBufferPointer<UInt8>) -> Result
    ) -> Result {
        let isMarked = !holdsMark(source)
        var runs: [Range<Int>] = []
        var plain: (markup: PlainMarkup, parts: [Int: PlainMarkup.Part])?
        var exceedsAttributes = false
        var document = [UInt8](unsafeUninitializedCapacity: source.count + 1 + Marker.slack) { buffer, count in
            var marker = Marker(
                source: source,
                output: UnsafeMutableRawBufferPointer(buffer),
                hints,
                mostRuns: isMarked ? mostRuns : 0
            )
            marker.markRuns(readsPlain: readsPlain && isMarked)
            count = marker.finish()
            exceedsAttributes = marker.exceedsAttributes
            (runs, plain) = (marker.runs, (marker.plain, marker.parts))
        }
        return runs.withUnsafeBufferPointer { runs in
            document.withUnsafeMutableBufferPointer { document in
                let known = HTMLTextRuns(
                    source: source,
                    runs: runs,
                    isMarked: isMarked,
                    plain: plain?.markup,
                    parts: plain?.parts ?? [:],
                    exceedsAttributes: exceedsAttributes
                )
                return body(known, document)
            }
        }
    }

    /// Whether the mark's first byte comes out of a parser of `source` by itself.
    private static func holdsMark(_ source: UnsafeRawBufferPointer) -> Bool {
        guard let base = source.baseAddress else { return false }
        if memchr(base, Int32(mark), source.count) != nil { return true }
        var offset = 0
        while offset < source.count, let found = memchr(base + offset, 0x26, source.count - offset) {
            offset = UnsafeRawPointer(found) - base + 1
            guard offset + 1 < source.count, source[offset] == UInt8(ascii: "#") else { continue }
            offset += 1
            let radix: UInt32 = source[offset] | 0x20 == UInt8(ascii: "x") ? 16 : 10
            if radix == 16 { offset += 1 }
            var value: UInt32 = 0
            while offset < source.count, let digit = digit(source[offset]), digit < radix {
                value = min(value * radix + digit, 0x11_0000)
                offset += 1
            }
            if value == UInt32(mark) { return true }
        }
        return false
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: UInt32(byte | 0x20) - 0x57
        default: nil
        }
    }

    /// The part that was read already, if all that came out of the parser is its mark.
    func part(of bytes: UnsafeRawBufferPointer) -> PlainMarkup.Part? {
        guard !parts.isEmpty, bytes.first == Self.mark, let (number, end) = Self.number(bytes, from: 1),
            end == bytes.count
        else { return nil }
        return parts[number]
    }

    /// Appends text that came out of the parser to `text`, with the runs in their places.
    func restore(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        var offset = 0
        while isMarked, let base = bytes.baseAddress, offset < bytes.count,
            let found = memchr(base + offset, Int32(Self.mark), bytes.count - offset)
        {
            let mark = UnsafeRawPointer(found) - base
            text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[offset..<mark]))
            offset = mark + 1
            // A mark that a parser cut would be no run's: none does.
            guard let (number, end) = Self.number(bytes, from: offset) else { continue }
            offset = end
            if number < runs.count { text.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[runs[number]])) }
        }
        text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
    }

    /// The number of a mark, behind its first byte, and where it ends.
    private static func number(_ bytes: UnsafeRawBufferPointer, from start: Int) -> (number: Int, end: Int)? {
        var offset = start
        var number = 0
        while offset < bytes.count, bytes[offset] & 0xF0 == goesOn, number < mostRuns {
            number = number << 4 | Int(bytes[offset] & 0xF)
            offset += 1
        }
        guard offset < bytes.count, bytes[offset] & 0xE0 == isLast else { return nil }
        return (number << 5 | Int(bytes[offset] & 0x1F), offset + 1)
    }

    /// Calls `body` with the bytes of an attribute's value as they stand in the document.
    /// - Parameter value: a C string.
    @inline(__always)
    func read<Result>(_ value: UnsafePointer<UInt8>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let length = strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self))
        let bytes = UnsafeRawBufferPointer(start: value, count: length)
        guard isMarked, memchr(value, Int32(Self.mark), length) != nil else { return body(bytes) }
        // A mark and nothing else, as a rule.
        if value[0] == Self.mark, let (number, end) = Self.number(bytes, from: 1), end == length, number < runs.count {
            return body(UnsafeRawBufferPointer(rebasing: source[runs[number]]))
        }
        var text: [UInt8] = []
        restore(bytes, to: &text)
        return text.withUnsafeBytes(body)
    }

    /// The same for a string.
    func restore(_ string: String) -> String {
        guard isMarked, string.utf8.contains(Self.mark) else { return string }
        var text: [UInt8] = []
        Array(string.utf8).withUnsafeBytes { restore($0, to: &text) }
        return String(reading: text)
    }
}
