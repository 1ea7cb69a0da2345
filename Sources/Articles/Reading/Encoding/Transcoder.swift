/// Turns a stream of bytes of a known encoding into UTF-8, chunk by chunk: what a chunk cuts in two waits for the next.
///
/// UTF-8 is passed through unchecked. Half a surrogate pair and bytes without a letter become ``invalid``, which is no
/// UTF-8, so that whoever checks the text finds where it broke.
struct Transcoder {
    /// A byte that UTF-8 never has.
    static let invalid: UInt8 = 0xFF

    private enum Method {
        case none
        case codePage(CodePage)
        case utf16(highShift: UInt16)
        /// UTF-16 whose first unit may be a mark.
        case utf16WithMark
    }

    private var method: Method
    /// The first byte of a unit whose second has not come.
    private var half: UInt8?
    /// The first unit of a pair whose second has not come.
    private var highSurrogate: UInt32?
    /// Where in the stream, in bytes, the first ``invalid`` came from.
    private(set) var firstInvalid: Int?
    private var position = 0

    init(_ encoding: InputEncoding) {
        switch encoding {
        case .utf8: method = .none
        case .utf16: method = .utf16WithMark
        case .utf16LittleEndian: method = .utf16(highShift: 0)
        case .utf16BigEndian: method = .utf16(highShift: 8)
        case .windows1256: method = .codePage(.windows1256)
        case .iso8859_6: method = .codePage(.iso8859_6)
        }
    }

    /// Appends the UTF-8 of `bytes`, but for what may go on in the next chunk.
    mutating func append(_ bytes: some Collection<UInt8>, to text: inout [UInt8]) {
        switch method {
        case .none: text.append(contentsOf: bytes)
        case .codePage(let page):
            let invalid =
                bytes.withContiguousStorageIfAvailable { page.append($0, to: &text) }
                ?? Array(bytes).withUnsafeBufferPointer { page.append($0, to: &text) }
            if let invalid, firstInvalid == nil { firstInvalid = position + invalid }
            position += bytes.count
        case .utf16, .utf16WithMark:
            text.reserveCapacity(text.count + bytes.count + bytes.count / 2)
            for byte in bytes {
                position += 1
                guard let first = half else {
                    half = byte
                    continue
                }
                half = nil
                unit(first, byte, to: &text)
            }
        }
    }

    /// Appends what an unfinished unit or pair at the end becomes.
    mutating func finish(_ text: inout [UInt8]) {
        if half != nil || highSurrogate != nil { fail(at: position, &text) }
        half = nil
        highSurrogate = nil
    }

    private mutating func fail(at position: Int, _ text: inout [UInt8]) {
        if firstInvalid == nil { firstInvalid = position }
        text.append(Self.invalid)
    }

    private mutating func unit(_ first: UInt8, _ second: UInt8, to text: inout [UInt8]) {
        if case .utf16WithMark = method {
            let isBigEndian = first == 0xFE && second == 0xFF
            method = .utf16(highShift: isBigEndian ? 8 : 0)
            if isBigEndian || (first == 0xFF && second == 0xFE) { return }
        }
        guard case .utf16(let shift) = method else { return }
        let unit = UInt32(first) << UInt32(shift) | UInt32(second) << UInt32(8 - shift)
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                return append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &text)
            }
            fail(at: position - 4, &text)
        }
        switch unit {
        case 0xD800...0xDBFF: highSurrogate = unit
        case 0xDC00...0xDFFF: fail(at: position - 2, &text)
        default: append(unit, to: &text)
        }
    }

    private func append(_ scalar: UInt32, to text: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0xBF }
        switch scalar {
        case ..<0x80: text.append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            text.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            text.append(tail(0))
        case ..<0x10000:
            text.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            text.append(tail(6))
            text.append(tail(0))
        default:
            text.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            text.append(tail(12))
            text.append(tail(6))
            text.append(tail(0))
        }
    }
}
