/// Writes JSON (RFC 8259) as bytes, keys in the order in which they are written.
///
/// Compact, it writes one line without white space. Pretty, each member and element has a line of its own, but for
/// containers that are written as rows: those stay on one line («"start": 78, "end": 94»).
///
/// A report is made of some thousand short pieces: they go into memory of the writer's own, since an array would look
/// whether it is shared, and has room, for each of them.
struct JSONWriter: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    private let isPretty: Bool
    private var depth = 0
    /// How many containers that are written as rows are open.
    private var openRows = 0
    /// Whether something stands before the next element in the open container.
    private var needsComma = false

    init(pretty: Bool, capacity: Int) {
        isPretty = pretty
        self.capacity = max(capacity, 64)
        memory = .allocate(capacity: self.capacity)
    }

    deinit { memory.deallocate() }

    /// What was written so far.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

    /// Ends the document with a newline.
    mutating func end() { put(UInt8(ascii: "\n")) }

    // MARK: Bytes

    /// Makes room for so many bytes more.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        capacity = max(2 * capacity, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        reserve(1)
        memory[count] = byte
        count &+= 1
    }

    @inline(__always)
    private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (memory + count).update(from: start, count: bytes.count)
        count &+= bytes.count
    }

    @inline(__always)
    private mutating func put(_ text: StaticString) {
        put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    // MARK: Containers

    @inline(__always)
    mutating func object(asRow: Bool = false, _ members: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "{"), UInt8(ascii: "}"), asRow: asRow, members)
    }

    @inline(__always)
    mutating func array<Element>(
        _ elements: [Element],
        asRow: Bool = false,
        _ element: (inout JSONWriter, borrowing Element) -> Void
    ) {
        container(UInt8(ascii: "["), UInt8(ascii: "]"), asRow: asRow || elements.isEmpty) { writer in
            // Elements are looked at where they lie: a copy would count a reference for each of their strings and lists.
            let elements = elements.span
            for index in elements.indices {
                writer.separate()
                element(&writer, elements[index])
                writer.needsComma = true
            }
        }
    }

    /// A member of the open object.
    @inline(__always)
    mutating func member(_ key: StaticString, _ value: (inout JSONWriter) -> Void) {
        separate()
        reserve(key.utf8CodeUnitCount + 4)
        put(UInt8(ascii: "\""))
        put(key)
        put(UInt8(ascii: "\""))
        colon()
        value(&self)
        needsComma = true
    }

    /// A member whose key is not known beforehand.
    @inline(__always)
    mutating func member(key: String, _ value: (inout JSONWriter) -> Void) {
        separate()
        string(key)
        colon()
        value(&self)
        needsComma = true
    }

    @inline(__always)
    private mutating func container(
        _ open: UInt8,
        _ close: UInt8,
        asRow: Bool,
        _ content: (inout JSONWriter) -> Void
    ) {
        put(open)
        depth += 1
        if asRow { openRows += 1 }
        needsComma = false
        content(&self)
        depth -= 1
        if openRows == 0 { newLine() }
        if asRow { openRows -= 1 }
        put(close)
        needsComma = true
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma { put(UInt8(ascii: ",")) }
        if openRows == 0 {
            newLine()
        } else if needsComma, isPretty {
            put(UInt8(ascii: " "))
        }
        needsComma = false
    }

    @inline(__always)
    private mutating func colon() {
        put(UInt8(ascii: ":"))
        if isPretty { put(UInt8(ascii: " ")) }
    }

    private mutating func newLine() {
        guard isPretty else { return }
        // Seldom deeper: what is not needed of sixteen blanks is written over.
        reserve(1 + 2 * max(depth, 8))
        put(UInt8(ascii: "\n"))
        let blanks: UInt64 = 0x2020_2020_2020_2020
        let place = UnsafeMutableRawPointer(memory + count)
        if depth <= 8 {
            place.storeBytes(of: blanks, as: UInt64.self)
            place.storeBytes(of: blanks, toByteOffset: 8, as: UInt64.self)
        } else {
            (memory + count).update(repeating: UInt8(ascii: " "), count: 2 * depth)
        }
        count &+= 2 * depth
    }

    // MARK: Values

    mutating func null() {
        put("null")
    }

    mutating func integer(_ number: Int) {
        // As many digits as a number of 64 bits can have, and its sign.
        reserve(20)
        if number < 0 { put(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var digits = 1
        var bound: UInt = 10
        while digits < 20, rest >= bound {
            digits += 1
            // Beyond nineteen digits there is no greater bound.
            if digits < 20 { bound *= 10 }
        }
        var place = count + digits
        count = place
        repeat {
            place -= 1
            memory[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
    }

    /// A score of `thousandths` as the shortest decimal: 870 is `0.87`, 1000 is `1`.
    mutating func score(_ thousandths: Int) {
        let thousandths = min(max(thousandths, 0), 1000)
        integer(thousandths / 1000)
        var rest = thousandths % 1000
        guard rest > 0 else { return }
        put(UInt8(ascii: "."))
        var unit = 100
        while rest > 0 {
            put(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// A string: quotation marks, backslashes and control characters escaped, everything else as it is.
    mutating func string(_ text: String) {
        put(UInt8(ascii: "\""))
        if text.utf8.withContiguousStorageIfAvailable({ escaped($0) }) == nil {
            var text = text
            text.withUTF8 { escaped($0) }
        }
        put(UInt8(ascii: "\""))
    }

    private mutating func escaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        reserve(utf8.count)
        let bytes = UnsafeRawBufferPointer(utf8)
        var index = 0
        // Text seldom has anything to escape: eight bytes at a time are looked over and put.
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if Self.hasEscaped(word) {
                for byte in bytes[index..<index + 8] { character(byte) }
                index += 8
                reserve(bytes.count - index)
            } else {
                UnsafeMutableRawPointer(memory + count).storeBytes(of: word, as: UInt64.self)
                count &+= 8
                index += 8
            }
        }
        while index < bytes.count {
            character(bytes[index])
            index += 1
        }
    }

    @inline(__always)
    private mutating func character(_ byte: UInt8) {
        if Self.isEscaped(byte) { escape(byte) } else { put(byte) }
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
        put(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: put(UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0C: put(UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "r"))
        case ..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            put("u00")
            put(digits[Int(byte >> 4)])
            put(digits[Int(byte & 15)])
        default: put(byte)
        }
    }
}
