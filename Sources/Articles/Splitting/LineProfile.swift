internal import ArabicText

/// What a short line is made of: what tells headings, datelines and calls to subscribe apart. Made in one pass over the
/// line's bytes; nothing is allocated.
struct LineProfile {
    /// What is known of the first eight words (Arabic or foreign), in order.
    private var first = SIMD8<UInt64>()
    /// What is known of the last three, the last first.
    private var last = SIMD4<UInt64>()
    private(set) var wordCount = 0
    /// Of all words, and of all but the first.
    private var all: LineWord = []
    private(set) var later: LineWord = []
    private(set) var numbers = 0
    private(set) var hashtags = 0
    /// The folded marks that the line begins and ends with; 0 for a word.
    private(set) var firstMark: UInt16 = 0
    private(set) var lastMark: UInt16 = 0
    /// How many words could be part of a share bar, of agencies' names, of a tool bar.
    private(set) var shareWords = 0
    private(set) var agencyWords = 0
    private(set) var toolWords = 0
    private(set) var timeWords = 0
    private(set) var commas = 0
    /// Whether ` - `, `–`, `/` or `|` stands between words.
    private(set) var hasSeparator = false
    /// How many words stand behind the last separator.
    private(set) var wordsAfterSeparator = 0
    private(set) var hasAddress = false
    /// Whether «محفوظة» stands right behind «الحقوق».
    private(set) var reservesRights = false
    private(set) var isContact = false
    /// Whether the line begins with a conjunction and a word that goes on with what was said («ومن», «وهل», «ويمكن»).
    private(set) var goesOn = false
    /// The words before the first colon, if there are at most four and more follow: a speaker's name, perhaps.
    private(set) var label: UInt64 = 0
    private(set) var labelWords = 0
    /// Whether the line is marked as a heading in Markdown's way («## …», «**…**»).
    private(set) var isMarkedHeading = false
    /// Whether it begins with a number and a mark behind it («1. », «2- », «3) »).
    private(set) var isNumbered = false
    /// Whether figures are among the last two things in the line.
    private(set) var endsInFigures = false
    private var quotationMarks = 0
    private var endsSentenceInQuotation = false

    /// - Parameter line: valid UTF-8 without white space at its ends, not empty.
    init(_ line: UnsafeBufferPointer<UInt8>, known table: borrowing WordTable) {
        let scalars = ScalarTable.shared
        var word = WordReader()
        var index = 0
        var previous: UInt16 = 0
        var lastThing = Thing.mark
        var thingBefore = Thing.mark
        var labelHash: UInt64 = 0
        var isFirst = true
        while index < line.count {
            let start = index
            let scalar = line.scalar(at: &index)
            let kind = scalars.kind(scalar)
            let letter = scalars.letter(scalar)
            if case .letter = kind {
                word.append(letter)
                if scalar < 0x80 { word.countASCII() }
                lastMark = 0
            } else if case .mark = kind {
                continue
            } else {
                if word.length > 0 {
                    // «user@example.org», «example.org», «http://…»
                    if word.isASCII, isAddress(line, after: start, mark: scalar, letters: word.length) {
                        hasAddress = true
                    }
                    add(word, table)
                    labelHash = labelHash &* 0x100_0000_01B3 ^ word.hash
                    word = WordReader()
                    thingBefore = lastThing
                    lastThing = .word
                }
                if case .digit = kind {
                    if lastThing != .digit || previous == 0x20 {
                        numbers += 1
                        thingBefore = lastThing
                        lastThing = .digit
                    }
                    lastMark = 0
                } else if case .punctuation = kind {
                    if isFirst { firstMark = letter }
                    if wordCount == 0, numbers == 1, firstMark == 0, !isNumbered {
                        isNumbered = isListMark(letter) && (index >= line.count || line[index] == 0x20)
                        if !isNumbered { note(letter, at: start, in: line) }
                    } else {
                        note(letter, at: start, in: line)
                    }
                    if letter == 0x3A, label == 0, (1...4).contains(wordCount), index < line.count {
                        label = labelHash | 1
                        labelWords = wordCount
                    }
                    if Self.isQuotationMark(letter) {
                        quotationMarks += 1
                        switch previous {
                        case 0x2E, 0x21, 0x3F, 0x61F: endsSentenceInQuotation = true
                        default: endsSentenceInQuotation = false
                        }
                    } else {
                        endsSentenceInQuotation = false
                    }
                    lastMark = letter == 0 ? 0xFFFD : letter
                    if lastThing == .digit, letter == 0x2D || letter == 0x2F { lastThing = .mark }
                }
            }
            if case .white = kind {
                previous = 0x20
            } else {
                isFirst = false
                previous = letter
            }
        }
        if word.length > 0 {
            add(word, table)
            thingBefore = lastThing
            lastThing = .word
        }
        endsInFigures = lastThing == .digit || thingBefore == .digit
        isMarkedHeading = Self.isMarkedHeading(line)
    }

    private enum Thing: UInt8 { case word, digit, mark }

    private func isListMark(_ letter: UInt16) -> Bool {
        letter == 0x2E || letter == 0x2D || letter == 0x29 || letter == 0x2013 || letter == 0x3A
    }

    private mutating func add(_ word: WordReader, _ table: borrowing WordTable) {
        let known = table.kinds(of: word)
        if wordCount < 8 { first[wordCount] = known.rawValue }
        if wordCount == 0 { goesOn = table.goesOn(word) } else { later.formUnion(known) }
        if LineWord(rawValue: last[0]).contains(.rights), known.contains(.reserved) { reservesRights = true }
        if LineWord(rawValue: last[0]).contains(.contact), known.contains(.with) { isContact = true }
        last = SIMD4(known.rawValue, last[0], last[1], 0)
        all.formUnion(known)
        wordCount += 1
        wordsAfterSeparator += 1
        if !known.isDisjoint(with: [.channel, .share]) { shareWords += 1 }
        if !known.isDisjoint(with: [.agency, .agencyPart]) || word.length == 1 { agencyWords += 1 }
        if !known.isDisjoint(with: [.tool, .channel]) { toolWords += 1 }
        if !known.isDisjoint(with: .time) { timeWords += 1 }
    }

    private mutating func note(_ mark: UInt16, at start: Int, in line: UnsafeBufferPointer<UInt8>) {
        switch mark {
        // «## …» is Markdown.
        case 0x23 where start + 1 < line.count && line[start + 1] > 0x23: hashtags += 1
        case 0x60C, 0x2C: commas += 1
        case 0x2D, 0x2013, 0x2014, 0x2F, 0x7C, 0x640:
            guard wordCount > 0, start + 1 < line.count else { return }
            // «2-1» separates nothing.
            guard mark != 0x2D && mark != 0x2F || line[start - 1] == 0x20 || line[start + 1] == 0x20 else { return }
            hasSeparator = true
            wordsAfterSeparator = 0
        default: break
        }
    }

    /// Whether ASCII letters right before `start` go on there as an address.
    private func isAddress(
        _ line: UnsafeBufferPointer<UInt8>,
        after start: Int,
        mark: UInt32,
        letters: Int
    ) -> Bool {
        func isLetter(_ index: Int) -> Bool {
            index < line.count && (0x61...0x7A).contains(line[index] | 0x20)
        }
        switch mark {
        case 0x2E: return letters >= 2 && isLetter(start + 1) && isLetter(start + 2)
        case 0x3A: return start + 2 < line.count && line[start + 1] == 0x2F && line[start + 2] == 0x2F
        case 0x40: return isLetter(start + 1)
        default: return false
        }
    }

    private static func isMarkedHeading(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let hashes = line.prefix { $0 == 0x23 }.count
        if (1...6).contains(hashes), hashes < line.count { return line[hashes] == 0x20 }
        guard line.count > 4, line[0] == 0x2A, line[1] == 0x2A, line[2] != 0x20 else { return false }
        return line[line.count - 1] == 0x2A && line[line.count - 2] == 0x2A && line[line.count - 3] != 0x2A
    }

    private static func isQuotationMark(_ mark: UInt16) -> Bool {
        switch mark {
        case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E: true
        default: false
        }
    }
}

extension LineProfile {
    /// Whether the line ends inside of a quotation, or with one that is a sentence («… واجبة."»).
    var endsQuotation: Bool { quotationMarks % 2 == 1 || endsSentenceInQuotation && Self.isQuotationMark(lastMark) }

    func contains(_ kind: LineWord) -> Bool { !all.isDisjoint(with: kind) }

    /// What is known of word `index`, one of the first eight.
    func word(_ index: Int) -> LineWord { index < min(wordCount, 8) ? LineWord(rawValue: first[index]) : [] }

    /// Whether the first words are of `kinds`, one after the other.
    func begins(with kind: LineWord) -> Bool { !word(0).isDisjoint(with: kind) }

    func begins(with kind: LineWord, _ second: LineWord) -> Bool {
        begins(with: kind) && !word(1).isDisjoint(with: second)
    }

    /// Whether one of the first `count` words, at most eight, is of `kind`.
    func contains(_ kind: LineWord, inFirst count: Int) -> Bool {
        for index in 0..<min(count, wordCount, 8) where first[index] & kind.rawValue != 0 { return true }
        return false
    }

    /// Whether one of the last `count` words, at most three, is of `kind`.
    func contains(_ kind: LineWord, inLast count: Int) -> Bool {
        for index in 0..<min(count, wordCount, 3) where last[index] & kind.rawValue != 0 { return true }
        return false
    }
}
