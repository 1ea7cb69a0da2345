internal import ArabicText
internal import Glibc

/// A document in which long runs of Arabic text stand as short marks, so that a parser of markup goes over the markup
/// alone: libxml2 decodes, checks and copies text letter by letter, which takes it several times as long as all the rest.
///
/// A run stands behind a `>`, starts and ends with letters beyond ASCII, and has nothing in it that could be markup in
/// any place where it may stand: no `<`, `>`, `&`, quotation marks or control characters. So to a parser it is so many
/// letters, of an element's text, a quoted value, a comment or a script, and where the mark comes out again the text is
/// put back. A document with the mark's first byte in it is left alone.
struct HTMLTextRuns {
    /// What stands for the first byte of a mark: a character that text hardly ever has, and that every parser keeps.
    private static let mark: UInt8 = 0x7F
    /// Of a mark, in bytes: its first, and 20 bits of the run's number, five a byte, as letters.
    private static let markLength = 5
    private static let mostRuns = 1 << 20
    /// In bytes; what is shorter is not worth a mark.
    private static let shortestRun = 24

    private let source: UnsafeRawBufferPointer
    private var runs: [Range<Int>] = []
    /// The document with its marks.
    private(set) var document: [UInt8] = []

    /// - Parameter source: UTF-8; it must outlive the value. `nil` if nothing is gained.
    init?(_ source: UnsafeRawBufferPointer) {
        guard let base = source.baseAddress, memchr(base, Int32(Self.mark), source.count) == nil else { return nil }
        self.source = source
        document.reserveCapacity(source.count / 2)
        var offset = 0
        while offset < source.count {
            offset = min(next(UInt8(ascii: ">"), from: offset) + 1, source.count)
            let end = next(UInt8(ascii: "<"), from: offset)
            while runs.count < Self.mostRuns, let run = run(from: offset, to: end) {
                offset = run.upperBound
                if run.count >= Self.shortestRun { append(run) }
            }
            offset = end
        }
        if runs.isEmpty { return nil }
        copy(upTo: source.count)
    }

    /// The first run in a part of the document, of whatever length.
    private func run(from start: Int, to end: Int) -> Range<Int>? {
        var start = start
        while start < end, source[start] < 0x80 { start += 1 }
        guard start < end else { return nil }
        let stop = Self.endOfText(source, from: start, to: end)
        guard stop > start else {
            // What a parser drops: it stays where it is, by itself.
            return start..<min(start + 3, end)
        }
        var last = stop
        while source[last - 1] < 0x80 { last -= 1 }
        return start..<last
    }

    /// The end of the bytes that are nothing but text.
    private static func endOfText(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        stops.withUnsafeBufferPointer { stops in
            var index = start
            while index < end {
                let stop = stops[Int(bytes[index])]
                if stop != 0, stop == 1 || isNoncharacter(bytes, at: index, to: end) { break }
                index += 1
            }
            return index
        }
    }

    /// U+FFFE and U+FFFF, which are no characters of XML, and so dropped.
    private static func isNoncharacter(_ bytes: UnsafeRawBufferPointer, at index: Int, to end: Int) -> Bool {
        index + 2 < end && bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }

    /// 1 for what ends text, 2 for what may.
    private static let stops: [UInt8] = {
        var stops = [UInt8](repeating: 0, count: 0x100)
        for byte in 0..<0x20 where byte != 0x0A { stops[byte] = 1 }
        for byte in "<>&\"'".utf8 { stops[Int(byte)] = 1 }
        stops[Int(mark)] = 1
        stops[0xEF] = 2
        return stops
    }()

    private func next(_ byte: UInt8, from start: Int) -> Int {
        guard start < source.count, let base = source.baseAddress,
            let found = memchr(base + start, Int32(byte), source.count - start)
        else { return source.count }
        return UnsafeRawPointer(found) - base
    }

    /// Copies what was passed over since the last run.
    private mutating func copy(upTo end: Int) {
        let start = runs.last?.upperBound ?? 0
        document.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[start..<end]))
    }

    private mutating func append(_ run: Range<Int>) {
        copy(upTo: run.lowerBound)
        let number = runs.count
        runs.append(run)
        document.append(Self.mark)
        for shift in stride(from: 15, through: 0, by: -5) { document.append(0x40 | UInt8(number >> shift & 0x1F)) }
    }

    /// How many bytes all runs have.
    var restoredCount: Int { runs.reduce(0) { $0 + $1.count } }

    /// Appends text that came out of the parser to `text`, with the runs in their places.
    func restore(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        var offset = 0
        while let base = bytes.baseAddress, offset < bytes.count,
            let found = memchr(base + offset, Int32(Self.mark), bytes.count - offset)
        {
            let mark = UnsafeRawPointer(found) - base
            text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[offset..<mark]))
            offset = min(mark + Self.markLength, bytes.count)
            let number = bytes[mark + 1..<offset].reduce(0) { $0 << 5 | Int($1 & 0x1F) }
            // A mark that a parser cut would be no run's: none does.
            guard offset == mark + Self.markLength, number < runs.count else { continue }
            text.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[runs[number]]))
        }
        text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
    }

    /// The same for a string.
    func restore(_ string: String) -> String {
        guard string.utf8.contains(Self.mark) else { return string }
        var text: [UInt8] = []
        Array(string.utf8).withUnsafeBytes { restore($0, to: &text) }
        return String(reading: text)
    }
}
