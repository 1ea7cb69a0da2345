extension HTMLTextRuns {
    /// Goes over a document once and writes it with its marks, which never makes it longer.
    struct Marker {
        let source: UnsafeRawBufferPointer
        let output: UnsafeMutableRawBufferPointer
        private(set) var runs: [Range<Int>] = []
        /// What was read of the document already, and the parts that stand as runs, by the runs' numbers.
        private(set) var plain: PlainMarkup
        private(set) var parts: [Int: PlainMarkup.Part] = [:]
        /// Whether a tag has more attributes than a parser can take.
        private(set) var exceedsAttributes = false
        /// How many runs there may be.
        private let mostRuns: Int
        /// What was written, and what it was written of.
        private var written = 0
        private var copied = 0
        /// Whether it is beyond doubt so far where tags end: no quotation mark stands in one where it may be taken for the
        /// end of a value, or for none.
        private var isCertain = true

        /// Whether a title is open, of which the text is taken and nothing else.
        private var isInTitle = false

        init(
            source: UnsafeRawBufferPointer,
            output: UnsafeMutableRawBufferPointer,
            _ hints: ElementHints,
            mostRuns: Int
        ) {
            self.source = source
            self.output = output
            self.mostRuns = mostRuns
            plain = PlainMarkup(source, hints)
            runs.reserveCapacity(source.count / 64)
        }

        /// - Parameter readsPlain: whether something is read without a parser.
        mutating func markRuns(readsPlain: Bool) {
            var passages = RawPassages(source)
            // In a script nothing is markup: up to where the last one ends.
            var endOfScript = 0
            // A run stands behind a `>`: text before the first tag is left.
            var offset = next(UInt8(ascii: "<"), from: 0)
            while offset < source.count {
                if offset < endOfScript {
                    offset = min(markValues(from: offset, to: endOfScript, ofMarkup: false) + 1, endOfScript)
                } else if readsPlain, isCertain, !isInTitle, let part = plain.part(from: offset), take(part) {
                    countAttributes(from: offset, to: part.content.lowerBound)
                    offset = part.content.upperBound
                    continue
                } else if let end = passages.endOfComment(at: offset) {
                    offset = end
                } else {
                    endOfScript = passages.endOfScript(at: offset) ?? 0
                    observeTitle(offset)
                    isCertain = isCertain && opensTag(offset)
                    let end = markValues(from: offset, to: source.count, ofMarkup: true)
                    countAttributes(from: offset, to: end)
                    offset = min(end + 1, source.count)
                }
                let end = next(UInt8(ascii: "<"), from: offset)
                markTexts(from: offset, to: end)
                offset = end
            }
        }

        /// Looks at a tag that a parser is to read.
        private mutating func countAttributes(from start: Int, to end: Int) {
            if AttributeCount.isExceeded(in: source, from: start, to: end) { exceedsAttributes = true }
        }

        /// Whether the `<` at a place is no text.
        private func opensTag(_ place: Int) -> Bool {
            guard place + 1 < source.count else { return false }
            switch source[place + 1] {
            case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case let byte: return (byte | 0x20) &- 0x61 < 26
            }
        }

        /// Puts a mark in the place of what was read already, and nothing where nothing is kept.
        ///
        /// - Returns: whether it did.
        private mutating func take(_ part: PlainMarkup.Part) -> Bool {
            if part.isDropped {
                copy(upTo: part.content.lowerBound)
                copied = part.content.upperBound
                return true
            }
            guard part.content.count >= HTMLTextRuns.shortestRun, runs.count < mostRuns else {
                return false
            }
            parts[runs.count] = part
            mark(part.content)
            return true
        }

        private mutating func observeTitle(_ place: Int) {
            let isEnd = place + 1 < source.count && source[place + 1] == UInt8(ascii: "/")
            let name = source[(place + (isEnd ? 2 : 1))...].prefix(5)
            if name.elementsEqual("title".utf8, by: { $0 | 0x20 == $1 }) { isInTitle = !isEnd }
        }

        private mutating func markTexts(from start: Int, to end: Int) {
            var offset = start
            while true {
                offset = TextBytes.firstBeyondASCII(source, from: offset, to: end)
                guard offset < end else { return }
                let stop = TextBytes.endOfText(source, from: offset, to: end)
                guard stop > offset else {
                    // What a parser drops: it stays where it is, by itself.
                    offset = min(offset + 3, end)
                    continue
                }
                var last = stop
                while !TextBytes.endsText(source[last - 1]) { last -= 1 }
                if last - offset >= HTMLTextRuns.shortestRun { mark(offset..<last) }
                offset = stop
            }
        }

        /// Marks the values of a tag; where it ends, `end` at the latest.
        ///
        /// - Parameter ofMarkup: whether it is one, and no text of a script.
        private mutating func markValues(from start: Int, to end: Int, ofMarkup isMarkup: Bool) -> Int {
            // An end tag has none.
            if start + 1 < end, source[start + 1] == UInt8(ascii: "/") {
                let closing = min(next(UInt8(ascii: ">"), from: start), end)
                if isMarkup, next(UInt8(ascii: "<"), from: start + 1) < closing { isCertain = false }
                return closing
            }
            let isDeclaration = start + 1 < end && source[start + 1] == UInt8(ascii: "!")
            let isInstruction = start + 1 < end && source[start + 1] == UInt8(ascii: "?")
            var offset = start
            while offset < end {
                let byte = source[offset]
                // `<`, `=`, `>` and `?` differ in two bits.
                if byte & 0xFC != 0x3C {
                    if isMarkup, !isDeclaration, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                        isCertain = false
                    }
                    offset += 1
                    continue
                }
                if byte == UInt8(ascii: ">") { break }
                // A parser may pass over the start of what is no declaration, and come to a tag in it.
                if isMarkup, isDeclaration || isInstruction, byte == UInt8(ascii: "<"), offset > start {
                    isCertain = false
                }
                offset += 1
                guard byte == UInt8(ascii: "="), offset < end,
                    source[offset] == UInt8(ascii: "\"") || source[offset] == UInt8(ascii: "'")
                else { continue }
                let quotation = source[offset]
                offset += 1
                if let value = AttributeValue.find(source, behind: offset - 2, from: start) {
                    if value.count >= HTMLTextRuns.shortestRun { mark(value) }
                    offset = value.upperBound
                }
                let closing = next(quotation, from: offset)
                if closing < end { offset = closing + 1 } else if isMarkup { isCertain = false }
            }
            return offset
        }

        private func next(_ byte: UInt8, from start: Int) -> Int {
            TextBytes.next(byte, in: source, from: start) ?? source.count
        }

        private mutating func mark(_ run: Range<Int>) {
            guard runs.count < mostRuns else { return }
            copy(upTo: run.lowerBound)
            copied = run.upperBound
            let number = runs.count
            runs.append(run)
            append(HTMLTextRuns.mark)
            var shift = number < 32 ? 5 : (Int.bitWidth - number.leadingZeroBitCount - 5 + 3) / 4 * 4 + 5
            while shift > 5 {
                shift -= 4
                append(HTMLTextRuns.goesOn | UInt8(number >> shift & 0xF))
            }
            append(HTMLTextRuns.isLast | UInt8(number & 0x1F))
        }

        private mutating func append(_ byte: UInt8) {
            output[written] = byte
            written += 1
        }

        /// How much more may be written than there is.
        static let slack = 16

        /// Copies what was passed over since the last run: a few bytes, as a rule.
        private mutating func copy(upTo end: Int) {
            let count = end - copied
            if count <= 64, copied + count + Self.slack <= source.count {
                var offset = 0
                while offset < count {
                    let bytes = source.loadUnaligned(fromByteOffset: copied + offset, as: SIMD2<UInt64>.self)
                    output.storeBytes(of: bytes, toByteOffset: written + offset, as: SIMD2<UInt64>.self)
                    offset += Self.slack
                }
            } else {
                let bytes = UnsafeRawBufferPointer(rebasing: source[copied..<end])
                UnsafeMutableRawBufferPointer(rebasing: output[written...]).copyMemory(from: bytes)
            }
            written += count
        }

        /// The number of bytes that were written, without the NUL behind them.
        mutating func finish() -> Int {
            copy(upTo: source.count)
            copied = source.count
            append(0)
            return written
        }
    }
}
