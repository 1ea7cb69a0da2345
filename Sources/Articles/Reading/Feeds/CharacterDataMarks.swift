/// A feed, piece by piece, in which what CDATA sections hold stands as short marks, so that a parser of XML goes over
/// the markup alone: libxml2 decodes, checks and copies text letter by letter, which takes it longer than all the rest,
/// and in CDATA nothing is markup but its end.
///
/// A mark is a section of its own with a number, `<![CDATA[17]]>`; where the parser comes to it ``content(of:)`` has what
/// it stands for. Since all sections are marks, none is mistaken for one. The line ends of a section stand in its mark,
/// too, so that the parser counts lines as they are. What looks like a section in a comment or in an instruction is
/// left there.
struct CharacterDataMarks {
    private enum Place { case markup, tag, comment, instruction, section }

    private var place = Place.markup
    /// The tag that is open.
    private var tag = TagAttributes()
    /// The end of the piece before, which may be a part of what opens or ends a section, comment or instruction.
    private var held: [UInt8] = []
    /// What marks stand for, empty for those that the parser has come to, and the number of the first.
    private var contents: [[UInt8]] = []
    private var firstNumber = 0
    /// How many of them the parser has come to.
    private var taken = 0

    private static let opensSection = Array("<![CDATA[".utf8)
    private static let endsSection = Array("]]>".utf8)
    private static let opensComment = Array("<!--".utf8)
    private static let endsComment = Array("-->".utf8)
    private static let opensInstruction = Array("<?".utf8)
    private static let endsInstruction = Array("?>".utf8)
    private static let opensTag = Array("<".utf8)
    private static let lineEnd = Array("\n".utf8)

    /// Whether a tag has more attributes than a parser can take: nothing from there on is marked.
    var exceedsAttributes: Bool { tag.isExceeded }

    /// The next piece of the feed with its marks. The last bytes of a piece may come with the next one.
    mutating func mark(_ piece: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
        var marked: [UInt8] = []
        marked.reserveCapacity(held.count + piece.count)
        var piece = piece
        if !held.isEmpty {
            // What was held is passed with a little of the piece, which is not copied for it.
            let joint = piece.prefix(Self.joint)
            let seam = held + joint
            let passed = pass(seam[...], isLast: isLast && joint.count == piece.count, to: &marked)
            guard passed >= held.count, joint.count < piece.count else {
                held = Array(seam[passed...] + piece.dropFirst(joint.count))
                return marked
            }
            piece = piece.dropFirst(passed - held.count)
            held.removeAll(keepingCapacity: true)
        }
        held.append(contentsOf: piece.dropFirst(pass(piece, isLast: isLast, to: &marked)))
        return marked
    }

    /// How many bytes of a piece are looked at together with what was held: more than any that can be held.
    private static let joint = 64

    /// - Returns: how many bytes it came along.
    private mutating func pass(_ source: ArraySlice<UInt8>, isLast: Bool, to marked: inout [UInt8]) -> Int {
        source.withUnsafeBytes { source in
            var offset = 0
            while offset < source.count {
                let next = pass(source, from: offset, isLast: isLast, to: &marked)
                guard next > offset else { break }
                offset = next
            }
            return offset
        }
    }

    /// Goes on to the end of what is open, or to where something opens.
    ///
    /// - Returns: how far it came; `start` where more has to be seen.
    private mutating func pass(
        _ source: UnsafeRawBufferPointer,
        from start: Int,
        isLast: Bool,
        to marked: inout [UInt8]
    ) -> Int {
        switch place {
        case .markup: return passMarkup(source, from: start, isLast: isLast, to: &marked)
        case .tag: return passTag(source, from: start, isLast: isLast, to: &marked)
        case .comment: return passThrough(Self.endsComment, source, from: start, isLast: isLast, to: &marked)
        case .instruction: return passThrough(Self.endsInstruction, source, from: start, isLast: isLast, to: &marked)
        case .section:
            let end = Self.find(Self.endsSection, in: source, from: start)
            let kept = isLast ? 0 : Self.endsSection.count - 1
            let stop = end ?? max(start, source.count - kept)
            append(UnsafeRawBufferPointer(rebasing: source[start..<stop]), to: &marked)
            guard let end else { return stop }
            place = .markup
            return end + Self.endsSection.count
        }
    }

    private mutating func passMarkup(
        _ source: UnsafeRawBufferPointer,
        from start: Int,
        isLast: Bool,
        to marked: inout [UInt8]
    ) -> Int {
        let opening = Self.find(Self.opensTag, in: source, from: start) ?? source.count
        marked.append(contentsOf: source[start..<opening])
        guard opening < source.count else { return opening }
        let rest = UnsafeRawBufferPointer(rebasing: source[opening...])
        if rest.starts(with: Self.opensSection) {
            place = .section
            return opening + Self.opensSection.count
        }
        for (opens, place) in [(Self.opensComment, Place.comment), (Self.opensInstruction, .instruction)]
        where rest.starts(with: opens) {
            self.place = place
            marked.append(contentsOf: opens)
            return opening + opens.count
        }
        let mayOpen = Self.opensSection.starts(with: rest) || Self.opensComment.starts(with: rest) || rest.count == 1
        guard isLast || !mayOpen else { return opening }
        marked.append(rest[0])
        place = .tag
        tag = TagAttributes()
        return opening + 1
    }

    private mutating func passTag(
        _ source: UnsafeRawBufferPointer,
        from start: Int,
        isLast: Bool,
        to marked: inout [UInt8]
    ) -> Int {
        let (offset, stop) = tag.pass(source, from: start)
        marked.append(contentsOf: source[start..<offset])
        guard !tag.isExceeded else { return source.count }
        guard stop == .tag else { return offset }
        place = .markup
        return offset > start ? offset : passMarkup(source, from: start, isLast: isLast, to: &marked)
    }

    private mutating func passThrough(
        _ closing: [UInt8],
        _ source: UnsafeRawBufferPointer,
        from start: Int,
        isLast: Bool,
        to marked: inout [UInt8]
    ) -> Int {
        let end = Self.find(closing, in: source, from: start)
        let kept = isLast ? 0 : closing.count - 1
        let stop = end.map { $0 + closing.count } ?? max(start, source.count - kept)
        marked.append(contentsOf: source[start..<stop])
        if end != nil { place = .markup }
        return stop
    }

    /// Keeps a section's content, or a part of it, and appends its mark.
    private mutating func append(_ content: UnsafeRawBufferPointer, to marked: inout [UInt8]) {
        guard !content.isEmpty else { return }
        marked.append(contentsOf: Self.opensSection)
        marked.append(contentsOf: String(firstNumber + contents.count).utf8)
        marked.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: Self.lineEnds(in: content)))
        marked.append(contentsOf: Self.endsSection)
        contents.append(Array(content))
    }

    /// What the mark stands for that the parser has come to: those before it are forgotten. Nothing for what is no mark.
    mutating func content(of mark: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var number = 0
        for byte in mark.prefix(while: { $0 >= 0x30 && $0 <= 0x39 }).prefix(Self.mostDigits) {
            number = number * 10 + Int(byte - 0x30)
        }
        let index = number - firstNumber
        guard index >= taken, index < contents.count else { return [] }
        let content = contents[index]
        for passed in taken...index { contents[passed] = [] }
        taken = index + 1
        forget()
        return content
    }

    /// Forgets the marks that the parser has come to, when they are so many that it costs each no more than itself.
    private mutating func forget() {
        guard 2 * taken >= contents.count else { return }
        contents.removeFirst(taken)
        firstNumber += taken
        taken = 0
    }

    private static let mostDigits = 18

    private static func lineEnds(in content: UnsafeRawBufferPointer) -> Int {
        var count = 0
        var offset = 0
        while let end = find(lineEnd, in: content, from: offset) {
            count += 1
            offset = end + 1
        }
        return count
    }

    /// Where `bytes` begin, of which the first is rare.
    private static func find(_ bytes: [UInt8], in source: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var offset = start
        while let place = TextBytes.next(bytes[0], in: source, from: offset) {
            if UnsafeRawBufferPointer(rebasing: source[place...]).starts(with: bytes) { return place }
            offset = place + 1
        }
        return nil
    }
}
