internal import ArabicText
internal import Articles

/// Reads protobuf of exactly the shape that our own writers give it: each field once at most, in ascending order, no
/// unknown ones.
///
/// Whatever else comes, correct or not, makes the reader *unsound*, and the message is left to the generated decoder,
/// which knows all of protobuf and says what is wrong. So this one has no errors, and needs no checks between two fields:
/// reads beyond the end give nothing.
struct WireReader {
    private var next: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    /// Whether all that was read was there, and well formed. What was read from an unsound reader means nothing.
    private(set) var isSound = true

    /// - Parameter bytes: have to stay where they are as long as the reader reads.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
        next = start
        end = start + bytes.count
    }

    private init(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
        next = start
        self.end = end
    }

    /// How many bytes are left.
    var count: Int { end - next }
    /// Whether everything was read, and in order.
    var isDone: Bool { isSound && next == end }

    mutating func fail() { isSound = false }

    /// Takes the tag of `field` if it comes next, with what wire type 0 (a number) or 2 (bytes) makes of it.
    @inline(__always)
    mutating func has(number field: UInt8) -> Bool { has(tag: field << 3) }

    @inline(__always)
    mutating func has(bytes field: UInt8) -> Bool { has(tag: field << 3 | 2) }

    @inline(__always)
    private mutating func has(tag: UInt8) -> Bool {
        guard isSound, next < end, next.pointee == tag else { return false }
        next += 1
        return true
    }

    @inline(__always)
    mutating func varint() -> UInt64 {
        guard next < end else { return stop() }
        let first = next.pointee
        next += 1
        return first < 0x80 ? UInt64(first) : longVarint(first)
    }

    private mutating func longVarint(_ first: UInt8) -> UInt64 {
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while next < end, shift < 63 {
            let byte = next.pointee
            next += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        // The tenth byte has one bit of a number of 64.
        guard next < end, shift == 63, next.pointee <= 1 else { return stop() }
        value |= UInt64(next.pointee) << 63
        next += 1
        return value
    }

    private mutating func stop() -> UInt64 {
        isSound = false
        return 0
    }

    /// A number of `field` that has 32 bits and is at most `limit`; 0 where it is absent.
    @inline(__always)
    mutating func number(_ field: UInt8, upTo limit: Int = WireLimits.offset) -> Int {
        guard has(number: field) else { return 0 }
        return bounded(upTo: limit)
    }

    @inline(__always)
    mutating func bounded(upTo limit: Int) -> Int {
        let value = varint()
        guard value <= UInt64(limit) else { return Int(stop()) }
        return Int(value)
    }

    /// A number of 64 bits; 0 where it is absent.
    mutating func word(_ field: UInt8) -> UInt64 { has(number: field) ? varint() : 0 }

    @inline(__always)
    mutating func fixed32() -> UInt32 {
        guard count >= 4 else { return UInt32(truncatingIfNeeded: stop()) }
        let value = UnsafeRawPointer(next).loadUnaligned(as: UInt32.self)
        next += 4
        return UInt32(littleEndian: value)
    }

    /// What ZigZag encoding (`sint32`, `sint64`) has made of a number.
    @inline(__always)
    mutating func signed() -> Int64 {
        let value = varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// The inside of a message or packed list, or the bytes of a string, whose tag was taken.
    @inline(__always)
    mutating func nested() -> WireReader {
        let length = varint()
        guard isSound, length <= UInt64(count) else {
            isSound = false
            return WireReader(end, end)
        }
        let start = next
        next += Int(length)
        return WireReader(start, next)
    }

    /// How many messages or strings of `field` come next.
    func following(bytes field: UInt8) -> Int {
        var ahead = self
        var number = 0
        while ahead.has(bytes: field) {
            _ = ahead.nested()
            number += 1
        }
        return number
    }

    mutating func string(_ field: UInt8) -> String { optional(field) ?? "" }

    mutating func optional(_ field: UInt8) -> String? {
        guard has(bytes: field) else { return nil }
        let content = nested()
        guard let text = String(checking: UnsafeBufferPointer(start: content.next, count: content.count)) else {
            isSound = false
            return nil
        }
        return text
    }

    /// An article's id of 16 bytes, which has to be there.
    mutating func id(_ field: UInt8) -> ArticleID {
        guard has(bytes: field) else { return missing() }
        return id()
    }

    /// An article's id whose tag was taken.
    mutating func id() -> ArticleID {
        let content = nested()
        guard content.count == 16 else { return missing() }
        let bytes = UnsafeRawPointer(content.next)
        return ArticleID(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    private mutating func missing() -> ArticleID {
        isSound = false
        return ArticleID(high: 0, low: 0)
    }

    /// Two numbers of which the first is no larger.
    @inline(__always)
    mutating func range(_ start: Int, _ end: Int) -> Range<Int> {
        guard start <= end else {
            isSound = false
            return 0..<0
        }
        return start..<end
    }

    /// A packed list of ranges, `start, end, start, end …`; empty where it is absent.
    mutating func ranges(_ field: UInt8) -> [Range<Int>] {
        guard has(bytes: field) else { return [] }
        var content = nested()
        var ranges: [Range<Int>] = []
        // Two bytes a range at least; most take some more.
        ranges.reserveCapacity(max(1, content.count / 4))
        while content.isSound, content.next < content.end {
            let start = content.bounded(upTo: WireLimits.offset)
            ranges.append(content.range(start, content.bounded(upTo: WireLimits.offset)))
        }
        if ranges.count > WireLimits.elements { content.fail() }
        accept(content)
        return ranges
    }

    /// An inner reader that has come to its end.
    @inline(__always)
    mutating func accept(_ inner: WireReader) {
        if !inner.isDone { isSound = false }
    }
}
