/// Finds where comments, scripts and style sheets end, in which nothing is markup.
struct RawPassages {
    private let source: UnsafeRawBufferPointer
    /// Whether no comment ends from here on, so that none is looked for again.
    private var lacksEndsOfComments = false

    init(_ source: UnsafeRawBufferPointer) { self.source = source }

    /// Behind the comment that begins at `start`, if there is one.
    mutating func endOfComment(at start: Int) -> Int? {
        guard start + 4 <= source.count, source[start] == Self.opening, source[start + 1] == UInt8(ascii: "!"),
            source[start + 2] == Self.dash,
            source[start + 3] == Self.dash, !lacksEndsOfComments
        else { return nil }
        var offset = start + 4
        while let found = next(Self.dash, from: offset), found + 2 < source.count {
            if source[found + 1] == Self.dash, source[found + 2] == Self.closing { return found + 3 }
            offset = found + 1
        }
        lacksEndsOfComments = true
        return nil
    }

    /// The same of one that ends there to all parsers: some know shorter comments (`<!-->`) and other ends (`--!>`).
    mutating func endOfPlainComment(at start: Int) -> Int? {
        guard let end = endOfComment(at: start), source[start + 4] != Self.closing,
            source[start + 4] != Self.dash || source[start + 5] != Self.closing
        else { return nil }
        var offset = start + 4
        while let mark = TextBytes.next(UInt8(ascii: "!"), in: source, from: offset, to: end) {
            if source[mark - 1] == Self.dash, source[mark - 2] == Self.dash, source[mark + 1] == Self.closing {
                return nil
            }
            offset = mark + 1
        }
        return end
    }

    /// Where the end tag stands of the script or style sheet that begins at `start`; `nil` where there is neither.
    func endOfScript(at start: Int) -> Int? {
        guard source[start] == Self.opening, start + 1 < source.count, source[start + 1] | 0x20 == UInt8(ascii: "s"),
            let name = Self.rawTexts.first(where: { isTag($0, at: start + 1) })
        else { return nil }
        var offset = start + 1
        while let place = next(Self.opening, from: offset) {
            if place + 1 < source.count, source[place + 1] == UInt8(ascii: "/"), isTag(name, at: place + 2) {
                return place
            }
            offset = place + 1
        }
        return source.count
    }

    /// The same of one that ends there to all parsers: to some a script may go on in a comment, and libxml2 takes what it
    /// starts with for markup. `nil` where it may not.
    /// - Parameter content: behind its start tag.
    func endOfPlainScript(at start: Int, from content: Int) -> Int? {
        guard let end = endOfScript(at: start), end >= content, end < source.count,
            end == content || source[content] != Self.opening
        else { return nil }
        var offset = content
        while let place = TextBytes.next(Self.opening, in: source, from: offset, to: end) {
            if source[place + 1] == UInt8(ascii: "!") { return nil }
            offset = place + 1
        }
        return end
    }

    private static let rawTexts = [Array("script".utf8), Array("style".utf8)]

    /// Whether a name, of whatever case, stands at a place.
    private func isTag(_ name: [UInt8], at start: Int) -> Bool {
        guard start + name.count <= source.count else { return false }
        return name.indices.allSatisfy { source[start + $0] | 0x20 == name[$0] }
    }

    private static let opening = UInt8(ascii: "<")
    private static let closing = UInt8(ascii: ">")
    private static let dash = UInt8(ascii: "-")

    private func next(_ byte: UInt8, from start: Int) -> Int? { TextBytes.next(byte, in: source, from: start) }
}
