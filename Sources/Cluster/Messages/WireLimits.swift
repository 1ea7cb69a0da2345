/// Bounds of what a decoded message may hold. All numbers that code-point arithmetic, sums or array sizes are made of
/// stay far below where those would overflow.
package enum WireLimits {
    /// Names, versions, digests, endpoints, in bytes of UTF-8.
    package static let nameSize = 1024
    /// Reasons of failures, in bytes of UTF-8; longer ones are cut when they are sent.
    package static let reasonSize = 4096
    /// Code-point offsets.
    package static let offset = 1 << 31
    /// Elements of any list that has no limit of its own.
    package static let elements = 1 << 20
    /// Articles in one submission.
    package static let articles = 1 << 16
    /// Absolute values of scores.
    package static let score: Int64 = 1 << 40
    /// Milliseconds in a question or a welcome: a day.
    package static let milliseconds = 86_400_000
}

/// Checked conversions from what the wire holds; `what` names the field in the error.
enum Wire {
    static func range(_ start: UInt32, _ end: UInt32, _ what: String) throws(MessageError) -> Range<Int> {
        guard start <= end, Int(end) <= WireLimits.offset else {
            throw MessageError("\(what): \(start)..<\(end) is no range")
        }
        return Int(start)..<Int(end)
    }

    static func range(_ range: WireRange, _ what: String) throws(MessageError) -> Range<Int> {
        try self.range(range.start, range.end, what)
    }

    /// Ranges from `start, end, start, end …`.
    static func ranges(_ bounds: [UInt32], _ what: String) throws(MessageError) -> [Range<Int>] {
        guard bounds.count.isMultiple(of: 2) else { throw MessageError("\(what): an end is missing") }
        try limit(bounds.count / 2, WireLimits.elements, what)
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(bounds.count / 2)
        for index in stride(from: 0, to: bounds.count, by: 2) {
            ranges.append(try range(bounds[index], bounds[index + 1], what))
        }
        return ranges
    }

    static func limit(_ count: Int, _ limit: Int, _ what: String) throws(MessageError) {
        guard count <= limit else { throw MessageError("\(what): \(count), of \(limit) at most") }
    }

    static func count(_ value: UInt64, upTo limit: Int = WireLimits.offset, _ what: String) throws(MessageError) -> Int
    {
        guard value <= UInt64(limit) else { throw MessageError("\(what): \(value), of \(limit) at most") }
        return Int(value)
    }

    static func count(_ value: UInt32, upTo limit: Int = WireLimits.offset, _ what: String) throws(MessageError) -> Int
    {
        try count(UInt64(value), upTo: limit, what)
    }

    /// Milliseconds of something that has been going on: up to some hundred million years.
    static func milliseconds(_ value: UInt64, _ what: String) throws(MessageError) -> Int {
        try count(value, upTo: .max >> 1, what)
    }

    static func bytes(_ value: UInt64, _ what: String) throws(MessageError) -> Int {
        try count(value, upTo: .max, what)
    }

    static func name(_ name: String, _ what: String) throws(MessageError) -> String {
        try limit(name.utf8.count, WireLimits.nameSize, what)
        return name
    }

    static func reason(_ reason: String) throws(MessageError) -> String {
        try limit(reason.utf8.count, WireLimits.reasonSize, "a reason")
        return reason
    }

    /// `reason` cut to what a message may hold, at a character's end.
    static func cut(_ reason: String) -> String {
        guard reason.utf8.count > WireLimits.reasonSize else { return reason }
        var cut = ""
        var size = 0
        for scalar in reason.unicodeScalars {
            size += UTF8.width(scalar)
            if size > WireLimits.reasonSize { break }
            cut.unicodeScalars.append(scalar)
        }
        return cut
    }

    static func list<Element, Result>(
        _ elements: [Element],
        upTo limit: Int = WireLimits.elements,
        _ what: String,
        _ transform: (Element) throws(MessageError) -> Result
    ) throws(MessageError) -> [Result] {
        try self.limit(elements.count, limit, what)
        return try elements.map(transform)
    }

    static func bounds(_ ranges: [Range<Int>]) -> [UInt32] {
        ranges.flatMap { [UInt32(clamping: $0.lowerBound), UInt32(clamping: $0.upperBound)] }
    }
}

extension WireRange {
    init(_ range: Range<Int>) {
        self.init()
        start = UInt32(clamping: range.lowerBound)
        end = UInt32(clamping: range.upperBound)
    }
}
