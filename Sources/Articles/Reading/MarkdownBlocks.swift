/// Puts the lines of a Markdown document together to blocks.
struct MarkdownBlockBuilder {
    private var text: MarkdownText
    private var paragraph: [UInt8] = []
    private var kind = Kind.paragraph
    /// What the last block was, until an empty line.
    private var previous: Kind?
    /// The fence of the code that is open.
    private var fence: (mark: UInt8, length: Int)?
    private var isInComment = false

    private enum Kind {
        case paragraph, item, row, code, heading
    }

    /// - Parameter capacity: about how many bytes of text are to come.
    init(capacity: Int) { text = MarkdownText(capacity: capacity) }

    mutating func add(_ line: ArraySlice<UInt8>) {
        guard !isInComment else { return passComment(in: line) }
        var content = line.drop { $0 == 0x20 || $0 == 0x09 }
        if let fence {
            let run = content.prefix { $0 == fence.mark }.count
            if run >= fence.length, content.dropFirst(run).allSatisfy({ $0 == 0x20 }) {
                self.fence = nil
            } else {
                append(.code) { $0 += line }
            }
            return
        }
        while content.first == UInt8(ascii: ">") { content = content.dropFirst().drop { $0 == 0x20 || $0 == 0x09 } }
        guard !content.isEmpty else {
            flush()
            previous = nil
            return
        }
        if let first = content.first, Self.opensBlock(first),
            opensFence(content) || isHeading(content) || isRule(content) || isItem(content) || isRow(content)
                || isComment(content) || isDefinition(content)
        {
            return
        }
        addToParagraph(content)
    }

    /// Whether a line that starts with the byte may be anything but one of a paragraph.
    private static func opensBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "-"),
            UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: "<"),
            UInt8(ascii: "["), 0x30...0x39:
            true
        default: false
        }
    }

    mutating func finish() -> MarkdownText {
        flush()
        return text
    }

    private mutating func append(_ kind: Kind, level: Int = 0, _ write: (inout [UInt8]) -> Void) {
        // A list item, row or line of code right after another.
        let isTight = kind != .paragraph && kind != .heading && previous == kind
        if text.append(level: level, isTight: isTight, write) { previous = kind }
    }

    private mutating func flush(level: Int = 0) {
        guard !paragraph.isEmpty else { return }
        // Taken out while it is read, and put back to be written anew.
        var bytes: [UInt8] = []
        swap(&bytes, &paragraph)
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        append(level > 0 ? .heading : kind, level: level) { text in
            let start = text.count
            MarkdownInline.append(bytes, to: &text)
            if level > 0 { Self.joinLines(of: &text, from: start) }
        }
        kind = .paragraph
        bytes.removeAll(keepingCapacity: true)
        paragraph = bytes
    }

    /// Makes one line of a heading: where it breaks is a space.
    private static func joinLines(of text: inout [UInt8], from start: Int) {
        guard text[start...].contains(0x0A) else { return }
        var heading: [UInt8] = []
        for line in text[start...].split(separator: 0x0A) {
            if !heading.isEmpty { heading.append(0x20) }
            heading += line.drop { $0 == 0x20 }
            while heading.last == 0x20 { heading.removeLast() }
        }
        text.replaceSubrange(start..., with: heading)
    }

    /// Joins the line to the one before it: with a space, or with a line end where a hard break is marked.
    private mutating func addToParagraph(_ line: ArraySlice<UInt8>) {
        if paragraph.isEmpty {
            kind = .paragraph
        } else if paragraph.last == 0x20 && paragraph.dropLast().last == 0x20 || paragraph.last == UInt8(ascii: "\\") {
            if paragraph.last == UInt8(ascii: "\\") { paragraph.removeLast() }
            while paragraph.last == 0x20 { paragraph.removeLast() }
            paragraph.append(0x0A)
        } else {
            while paragraph.last == 0x20 { paragraph.removeLast() }
            paragraph.append(0x20)
        }
        paragraph += line
    }

    private mutating func opensFence(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
        let length = line.prefix { $0 == mark }.count
        guard length >= 3, mark == UInt8(ascii: "~") || !line.dropFirst(length).contains(mark) else { return false }
        flush()
        fence = (mark, length)
        return true
    }

    /// `# Heading`, or the line under one.
    private mutating func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(level),
            line.count == level || line[line.startIndex + level] == 0x20
                || line[line.startIndex + level] == 0x09
        {
            flush()
            var text = line.dropFirst(level)
            while text.last == 0x20 { text.removeLast() }
            let closing = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
            if closing > 0, text.dropLast(closing).last == 0x20 { text = text.dropLast(closing) }
            paragraph.append(contentsOf: text.drop { $0 == 0x20 || $0 == 0x09 })
            flush(level: level)
            return true
        }
        guard !paragraph.isEmpty, kind == .paragraph, let mark = line.first else { return false }
        let run = line.prefix { $0 == mark }.count
        guard line.dropFirst(run).allSatisfy({ $0 == 0x20 }) else { return false }
        if mark == UInt8(ascii: "=") {
            flush(level: 1)
        } else if mark == UInt8(ascii: "-"), run >= 2 {
            flush(level: 2)
        } else {
            return false
        }
        return true
    }

    private mutating func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.first,
            mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"),
            line.allSatisfy({ $0 == mark || $0 == 0x20 }), line.count(where: { $0 == mark }) >= 3
        else { return false }
        flush()
        previous = nil
        return true
    }

    private mutating func isItem(_ line: ArraySlice<UInt8>) -> Bool {
        if let mark = line.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+"),
            line.dropFirst().first == 0x20
        {
            startItem(line.dropFirst(2).drop { $0 == 0x20 })
            return true
        }
        let digits = line.prefix { (0x30...0x39).contains($0) }
        let rest = line.dropFirst(digits.count)
        guard (1...9).contains(digits.count), rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
            rest.dropFirst().first == 0x20
        else { return false }
        // A paragraph may go on with a year and a full stop.
        if !paragraph.isEmpty, kind == .paragraph, !digits.elementsEqual("1".utf8) { return false }
        startItem(line)
        return true
    }

    private mutating func startItem(_ text: ArraySlice<UInt8>) {
        flush()
        kind = .item
        paragraph.append(contentsOf: text)
    }

    private mutating func isRow(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "|") else { return false }
        flush()
        if line.allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }) { return true }
        kind = .row
        paragraph.append(contentsOf: line.dropFirst().drop { $0 == 0x20 })
        while let last = paragraph.last, last == 0x7C || last == 0x20 { paragraph.removeLast() }
        flush()
        return true
    }

    private mutating func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "<!--".utf8) else { return false }
        flush()
        isInComment = true
        // `<!-->` is a comment, too.
        passComment(in: line.dropFirst(2))
        return true
    }

    /// Goes on to the end of the comment, if it is in the line; what follows there is of a paragraph.
    private mutating func passComment(in line: ArraySlice<UInt8>) {
        var rest = line
        while let end = Self.end(of: "-->", in: rest) {
            rest = rest[end...].drop { $0 == 0x20 || $0 == 0x09 }
            guard rest.starts(with: "<!--".utf8) else {
                isInComment = false
                if !rest.isEmpty { addToParagraph(rest) }
                return
            }
            rest = rest.dropFirst(2)
        }
    }

    /// `[label]: target`
    private func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        guard paragraph.isEmpty, line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")),
            end > line.startIndex + 1
        else { return false }
        let rest = line[(end + 1)...]
        return rest.first == UInt8(ascii: ":") && rest.dropFirst().contains { $0 > 0x20 }
            && rest.dropFirst().drop { $0 == 0x20 }.allSatisfy { $0 < 0x80 }
    }

    /// Behind the first `mark`.
    private static func end(of mark: StaticString, in line: ArraySlice<UInt8>) -> Int? {
        let mark = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
        return line.indices.first { line[$0...].starts(with: mark) }.map { $0 + mark.count }
    }
}
