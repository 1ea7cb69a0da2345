/// Writes protobuf from its last byte to its first.
///
/// A nested message's length stands before it: written backwards, it is known when its turn comes, and nothing has to
/// be measured first or moved afterwards. So fields are written in descending order, lists from their end, and a tag
/// after what it announces.
struct WireWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Where the bytes that are written start; they end with the buffer.
    private var start: Int

    /// - Parameter capacity: about what will be written, in bytes; more makes the buffer grow.
    init(capacity: Int) {
        self.capacity = max(64, capacity)
        base = .allocate(capacity: self.capacity)
        start = self.capacity
    }

    deinit { base.deallocate() }

    /// How many bytes there are so far: the place to come back to with ``message(_:since:)``.
    var count: Int { capacity - start }

    /// All that was written, in the order in which it is read.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base + start, count: count)) }

    // MARK: Fields, written only where they differ from what their absence means

    @inline(__always)
    mutating func number(_ field: UInt8, _ value: UInt64) {
        if value != 0 {
            varint(value)
            byte(field << 3)
        }
    }

    @inline(__always)
    mutating func number(_ field: UInt8, clamping value: Int) { number(field, UInt64(UInt32(clamping: value))) }

    mutating func string(_ field: UInt8, _ value: String) {
        if !value.isEmpty { optional(field, value) }
    }

    /// `nil` is absent, an empty string is not.
    mutating func optional(_ field: UInt8, _ value: String?) {
        guard var value else { return }
        let before = count
        value.withUTF8 { raw(UnsafeRawBufferPointer($0)) }
        message(field, since: before)
    }

    mutating func id(_ field: UInt8, high: UInt64, low: UInt64) {
        reserve(18)
        start -= 16
        let place = UnsafeMutableRawPointer(base + start)
        place.storeBytes(of: high.bigEndian, as: UInt64.self)
        place.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        byte(16)
        byte(field << 3 | 2)
    }

    /// Ends a message, string or packed list that began with ``count`` bytes: its length and its tag.
    mutating func message(_ field: UInt8, since before: Int) {
        varint(UInt64(count - before))
        byte(field << 3 | 2)
    }

    /// A packed list, absent if it is empty.
    mutating func ranges(_ field: UInt8, _ ranges: [Range<Int>]) {
        guard !ranges.isEmpty else { return }
        let before = count
        for range in ranges.reversed() {
            varint(clamping: range.upperBound)
            varint(clamping: range.lowerBound)
        }
        message(field, since: before)
    }

    // MARK: Bare values

    @inline(__always)
    mutating func varint(_ value: UInt64) {
        reserve(10)
        if value < 0x80 {
            start -= 1
            base[start] = UInt8(truncatingIfNeeded: value)
            return
        }
        let length = (70 - (value | 1).leadingZeroBitCount) / 7
        start -= length
        var rest = value
        for index in 0..<length - 1 {
            base[start + index] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
        }
        base[start + length - 1] = UInt8(truncatingIfNeeded: rest)
    }

    @inline(__always)
    mutating func varint(clamping value: Int) { varint(UInt64(UInt32(clamping: value))) }

    @inline(__always)
    mutating func fixed32(_ value: UInt32) {
        reserve(4)
        start -= 4
        UnsafeMutableRawPointer(base + start).storeBytes(of: value.littleEndian, as: UInt32.self)
    }

    @inline(__always)
    mutating func byte(_ value: UInt8) {
        reserve(1)
        start -= 1
        base[start] = value
    }

    mutating func raw(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        start -= bytes.count
        UnsafeMutableRawPointer(base + start).copyMemory(from: source, byteCount: bytes.count)
    }

    @inline(__always)
    private mutating func reserve(_ count: Int) {
        if start < count { grow(by: count) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let larger = max(capacity * 2, count + more + 64)
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        let written = count
        (bytes + larger - written).update(from: base + start, count: written)
        base.deallocate()
        base = bytes
        capacity = larger
        start = larger - written
    }
}
