/// Takes the marks out of a line of Markdown: emphasis, links (their text stays), images (nothing stays), code spans,
/// tags, escapes, entities. Linear: no mark is looked for twice over the same bytes.
struct MarkdownInline {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    /// The places in the output that turned out to be marks, in no order.
    private var marks: [Int] = []
    private var runs: [Run] = []
    /// Those that are open: where each stands in the output, and how many runs and marks there were before it.
    private var brackets: [(output: Int, runs: Int, marks: Int, isImage: Bool)] = []
    /// Lengths of backtick runs that do not come again, so that each length is searched for in vain but once.
    private var unclosed: Set<Int> = []

    /// A run of `*`, `_` or `~` in the output.
    private struct Run {
        var mark: UInt8
        var range: Range<Int>
        var canOpen: Bool
        var canClose: Bool
    }

    private static let longestFence = 8

    /// Appends the line without its marks.
    static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
        // Most lines have no marks.
        guard endOfPlain(bytes, from: 0) < bytes.count else {
            text += bytes
            return
        }
        var inline = MarkdownInline(bytes: bytes)
        while inline.position < bytes.count { inline.step() }
        inline.matchRuns()
        inline.appendUnmarked(to: &text)
    }

    /// Appends the output without its marks.
    private mutating func appendUnmarked(to text: inout [UInt8]) {
        marks.sort()
        var start = 0
        for mark in marks where mark >= start {
            text += output[start..<mark]
            start = mark + 1
        }
        text += output[start...]
    }

    /// The end of the bytes that mean nothing but themselves.
    private static func endOfPlain(_ bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            specials.withUnsafeBufferPointer { specials in
                var index = start
                while index < bytes.count, !specials[Int(bytes[index])] { index += 1 }
                return index
            }
        }
    }

    /// For each byte, whether it may mean something else.
    private static let specials: [Bool] = {
        var specials = [Bool](repeating: false, count: 0x100)
        for byte in #"!&*<[\]_`~"#.utf8 { specials[Int(byte)] = true }
        return specials
    }()

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        output.reserveCapacity(bytes.count)
    }

    private func at(_ index: Int) -> UInt8 {
        index >= 0 && index < bytes.count ? bytes[index] : 0x20
    }

    private mutating func put(_ byte: UInt8) { output.append(byte) }

    private mutating func put(_ range: Range<Int>) { output += bytes[range] }

    private mutating func step() {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "\\") where Self.isPunctuation(at(position + 1)):
            put(at(position + 1))
            position += 2
        case UInt8(ascii: "`"): codeSpan()
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): run(of: byte)
        case UInt8(ascii: "!") where at(position + 1) == UInt8(ascii: "["):
            brackets.append((output.count, runs.count, marks.count, true))
            put(byte)
            put(UInt8(ascii: "["))
            position += 2
        case UInt8(ascii: "["):
            brackets.append((output.count, runs.count, marks.count, false))
            put(byte)
            position += 1
        case UInt8(ascii: "]"): closeBracket()
        case UInt8(ascii: "<"): tag()
        case UInt8(ascii: "&"): entity()
        default:
            // One at least: an exclamation mark may stand for itself.
            let end = Self.endOfPlain(bytes, from: position + 1)
            put(position..<end)
            position = end
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    private func endOfRun(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
        return end
    }

    private mutating func codeSpan() {
        let end = endOfRun(position)
        let length = end - position
        var search = end
        while length <= Self.longestFence, !unclosed.contains(length), search < bytes.count {
            guard bytes[search] == UInt8(ascii: "`") else {
                search += 1
                continue
            }
            let close = endOfRun(search)
            if close - search == length {
                put(end..<search)
                position = close
                return
            }
            search = close
        }
        unclosed.insert(length)
        put(position..<end)
        position = end
    }

    private mutating func run(of mark: UInt8) {
        let end = endOfRun(position)
        let before = at(position - 1)
        let after = at(end)
        let isBeforeWord = after > 0x20
        let isAfterWord = before > 0x20
        // An underscore or tilde inside of a word is a letter of it.
        let isInside = mark == UInt8(ascii: "_") && Self.isLetter(before) && Self.isLetter(after)
        let canBe = !isInside && (mark != UInt8(ascii: "~") || end - position == 2)
        runs.append(
            Run(
                mark: mark,
                range: output.count..<output.count + end - position,
                canOpen: canBe && isBeforeWord,
                canClose: canBe && isAfterWord
            )
        )
        put(position..<end)
        position = end
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte > 0x7F || byte > 0x20 && !isPunctuation(byte)
    }

    private mutating func matchRuns() {
        var open: [UInt8: [Range<Int>]] = [:]
        for run in runs {
            var range = run.range
            if run.canClose {
                while !range.isEmpty, let opener = open[run.mark]?.popLast() {
                    let length = Swift.min(opener.count, range.count)
                    marks += opener.suffix(length)
                    marks += range.prefix(length)
                    range = range.dropFirst(length)
                    let rest = opener.dropLast(length)
                    if !rest.isEmpty { open[run.mark]?.append(rest) }
                }
            }
            if run.canOpen, !range.isEmpty { open[run.mark, default: []].append(range) }
        }
    }
}

extension MarkdownInline {
    private mutating func closeBracket() {
        guard let bracket = brackets.popLast(), let end = endOfTarget(position + 1) else {
            put(bytes[position])
            position += 1
            return
        }
        position = end
        if bracket.isImage {
            output.removeLast(output.count - bracket.output)
            // What was marked since it opened stands in it: brackets are closed innermost first.
            marks.removeLast(marks.count - bracket.marks)
            runs.removeLast(runs.count - bracket.runs)
        } else {
            marks.append(bracket.output)
        }
    }

    /// The end of `(target "title")` or `[label]`.
    private func endOfTarget(_ start: Int) -> Int? {
        switch at(start) {
        case UInt8(ascii: "("):
            var depth = 0
            var index = start
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"):
                    depth -= 1
                    if depth == 0 { return index + 1 }
                case UInt8(ascii: "["), UInt8(ascii: "]"), 0x0A: return nil
                default: break
                }
                index += 1
            }
            return nil
        case UInt8(ascii: "["):
            guard let close = bytes[(start + 1)...].firstIndex(where: { $0 == 0x5B || $0 == 0x5D }),
                bytes[close] == 0x5D
            else { return nil }
            return close + 1
        default: return nil
        }
    }

    /// `<https://…>` and `<name@example.org>` give their address, tags nothing; anything else stays.
    private mutating func tag() {
        let start = position + 1
        let first = at(start) | 0x20
        guard (0x61...0x7A).contains(first) || at(start) == UInt8(ascii: "/") || at(start) == UInt8(ascii: "!"),
            let end = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
            bytes[end] == UInt8(ascii: ">")
        else {
            put(UInt8(ascii: "<"))
            position += 1
            return
        }
        let inner = bytes[start..<end]
        position = end + 1
        // A comment may look like one, too.
        let isAddress =
            bytes[start] != UInt8(ascii: "!") && inner.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
        if isAddress, !inner.contains(0x20) {
            put(start..<end)
        } else if inner.count <= 4, inner.starts(with: "br".utf8) {
            put(0x0A)
        }
    }

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "laquo": "«", "raquo": "»",
        "ndash": "–", "mdash": "—", "hellip": "…", "rlm": "\u{200F}", "lrm": "\u{200E}", "zwnj": "\u{200C}",
    ]

    private mutating func entity() {
        let start = position + 1
        guard let end = bytes[start..<Swift.min(start + 9, bytes.count)].firstIndex(of: UInt8(ascii: ";")),
            let scalar = Self.scalar(named: String(decoding: bytes[start..<end], as: UTF8.self))
        else {
            put(UInt8(ascii: "&"))
            position += 1
            return
        }
        for byte in String(scalar).utf8 { put(byte) }
        position = end + 1
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return entities[name] }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}
