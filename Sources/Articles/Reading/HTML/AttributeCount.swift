/// How many attributes a start tag has, as libxml2 reads them.
///
/// It holds each against all before it, so that a tag with a hundred thousand takes it minutes. Pages that people read
/// have a few dozen.
enum AttributeCount {
    /// What has more is refused.
    static let most = 1000

    /// Whether the tag that begins at `start` has more.
    ///
    /// - Parameter end: where it ends at the earliest: a short one need not be looked at.
    @inline(__always)
    static func isExceeded(in source: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Bool {
        end - start > 2 * most && count(in: source, from: start) > most
    }

    @inline(never)
    private static func count(in source: UnsafeRawBufferPointer, from start: Int) -> Int {
        var offset = start + 1
        while offset < source.count, isOfName(source[offset]) { offset += 1 }
        var count = 0
        while count <= most {
            while offset < source.count, isWhite(source[offset]) { offset += 1 }
            guard offset < source.count, !endsTag(source, at: offset) else { break }
            guard startsName(source[offset]) else {
                // No name: up to the next white space it is none of anything.
                while offset < source.count, !isWhite(source[offset]), !endsTag(source, at: offset) { offset += 1 }
                continue
            }
            count += 1
            let limit = min(offset + longestName, source.count)
            while offset < limit, isOfName(source[offset]) { offset += 1 }
            offset = endOfValue(in: source, behind: offset)
        }
        return count
    }

    /// Behind the value of an attribute whose name ends at `name`; where it has none, before what follows.
    private static func endOfValue(in source: UnsafeRawBufferPointer, behind name: Int) -> Int {
        var offset = name
        while offset < source.count, isWhite(source[offset]) { offset += 1 }
        guard offset < source.count, source[offset] == UInt8(ascii: "=") else { return offset }
        offset += 1
        while offset < source.count, isWhite(source[offset]) { offset += 1 }
        guard offset < source.count else { return offset }
        let quote = source[offset]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return TextBytes.next(quote, in: source, from: offset + 1).map { $0 + 1 } ?? source.count
        }
        while offset < source.count, !isWhite(source[offset]), source[offset] != UInt8(ascii: ">") { offset += 1 }
        return offset
    }

    /// libxml2 takes what follows for the next name.
    private static let longestName = 100

    private static func endsTag(_ source: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        source[offset] == UInt8(ascii: ">")
            || source[offset] == UInt8(ascii: "/") && offset + 1 < source.count
                && source[offset + 1] == UInt8(ascii: ">")
    }

    private static func startsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: ".")
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        startsName(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
    }

    private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
