/// Cuts the bytes of a file of reports into the JSON values that it holds: one report, indented or not, one on each line
/// (JSON Lines), or one after another. What a value is, is not looked at: ``ReportReader`` does so.
///
/// An object that was cut off ends before the next line that begins with an object, so that it takes none with it.
package struct ReportLines: Sequence, IteratorProtocol {
    /// One value, and the line that it begins on, counted from 1.
    package struct Value: Sendable, Equatable {
        package var line: Int
        package var bytes: [UInt8]
    }

    private let bytes: [UInt8]
    /// Whether each line is a value: then one that was cut off harms no other.
    private let isByLine: Bool
    private var position = 0
    private var line = 1
    /// Once an object was cut off: the line end before the next line that begins with one. From then on each is looked
    /// for up to there, so that nothing is read more than twice.
    private var barrier: Int?

    /// - Parameter isByLine: whether the file says of itself that each line is a value (by its name, say); found out
    ///   from the first line otherwise.
    package init(_ bytes: [UInt8], isByLine: Bool = false) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        self.isByLine = isByLine || Self.isWhole(bytes[position...].prefix { $0 != 0x0A })
    }

    package mutating func next() -> Value? {
        while position < bytes.count, Self.isWhite(bytes[position]) {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position < bytes.count else { return nil }
        let rest = bytes[position...]
        let isObject = rest.first == UInt8(ascii: "{")
        let end = isByLine || !isObject ? rest.firstIndex(of: 0x0A) : endOfValue(rest)
        let value = Value(line: line, bytes: Array(rest[..<(end ?? rest.endIndex)]))
        line += value.bytes.count { $0 == 0x0A }
        position = end ?? bytes.count
        return value
    }

    /// Where the object that `rest` begins with ends, or what is left of it.
    private mutating func endOfValue(_ rest: ArraySlice<UInt8>) -> Int {
        if barrier == nil, let end = Self.endOfObject(rest) { return end }
        var barrier = barrier ?? rest.startIndex
        if barrier <= rest.startIndex { barrier = Self.endBeforeObject(in: rest) }
        self.barrier = barrier
        return Self.endOfObject(rest[..<barrier]) ?? barrier
    }

    /// The first line end of `bytes` that a line follows that begins with an object; the end of `bytes` without one.
    private static func endBeforeObject(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.indices.dropLast().first { bytes[$0] == 0x0A && bytes[$0 + 1] == UInt8(ascii: "{") } ?? bytes.endIndex
    }

    /// Where the object that `bytes` begin with ends; `nil` if it is cut off.
    private static func endOfObject(_ bytes: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var isInString = false
        var isEscaped = false
        for index in bytes.indices {
            let byte = bytes[index]
            if isInString {
                // No string of JSON goes over a line's end: this one was cut off.
                if byte == 0x0A { return nil }
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
        }
        return nil
    }

    private static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
        let content = line.drop(while: isWhite)
        guard content.first == UInt8(ascii: "{"), let end = endOfObject(content) else { return false }
        return content[end...].allSatisfy(isWhite)
    }

    private static func isWhite(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
