/// Cuts a text into tokens.
///
/// Words keep the diacritics, tatweel and joiners in and behind them; foreign words their inner hyphens, apostrophes
/// and digits («Al-Qaeda», «O'Neil», «G20»); numbers their inner separators («3.5», «1,000», «١٢٫٥», but «2-3» is three
/// tokens); initials without spaces are one token («أ.ف.ب», «U.S.»), and so are web and e-mail addresses. Each mark is
/// one token, a run of full stops too.
///
/// Every code point that is not white is in exactly one token, with one exception: invisible controls (bidi marks,
/// zero-width spaces) at the edge of a word count as white. A diacritic or tatweel that stands alone is a token without
/// letters.
package enum Tokenizer {
    /// `text`, folded, and its tokens, in order and without overlap. Linear in its length.
    package static func read(_ text: String) -> (folded: FoldedText, tokens: [Token]) {
        let text = DecodedText(text)
        var scanner = TokenScanner(text)
        return (text.folded, scanner.scan())
    }
}

/// One pass over a text. Lookahead is bounded by the run of one kind that it stands in, and no run is looked through
/// more than a fixed number of times.
struct TokenScanner {
    let scalars: [UInt32]
    let classes: [CharacterClass]
    private let firstLetters: [UInt32]
    private var tokens: [Token] = []
    /// Up to here the text was searched for an address without a scheme.
    var addressesSoughtUntil = 0

    init(_ text: DecodedText) {
        scalars = text.scalars
        classes = text.classes
        firstLetters = text.firstLetters
        tokens.reserveCapacity(scalars.count / 5)
    }

    mutating func scan() -> [Token] {
        var position = 0
        while position < classes.count {
            let start = position
            switch classes[position] {
            case .white, .control, .newline:
                position += 1
                continue
            case .mark:
                position = endOfMarks(position)
                guard has(.arabic, at: position) || has(.foreign, at: position) || has(.digit, at: position) else {
                    append(.symbol, start..<position)
                    continue
                }
            default: break
            }
            let (kind, end) = token(at: position)
            append(kind, start..<end)
            position = end
        }
        return tokens
    }

    /// The kind and the end of the token that starts at `start`, which is neither white nor a mark.
    private mutating func token(at start: Int) -> (kind: Token.Kind, end: Int) {
        switch classes[start] {
        case .arabic where has(.arabic, at: start + 1):
            // No initial: most words.
            (.arabic, endOfWord(start, .arabic))
        case .arabic:
            (.arabic, endOfInitials(start, .arabic) ?? endOfWord(start, .arabic))
        case .foreign:
            address(at: start) ?? (.foreign, endOfInitials(start, .foreign) ?? endOfForeignWord(start))
        case .digit:
            address(at: start) ?? (.number, endOfNumber(start))
        case .punctuation where scalars[start] == 0x2E:
            (.punctuation, endOfMarks(endOfDots(start)))
        case .punctuation:
            (.punctuation, endOfMarks(start + 1))
        default:
            (.symbol, endOfMarks(start + 1))
        }
    }

    private mutating func append(_ kind: Token.Kind, _ range: Range<Int>) {
        tokens.append(
            Token(
                kind: kind,
                start: UInt32(range.lowerBound),
                end: UInt32(range.upperBound),
                firstLetter: firstLetters[range.lowerBound],
                endLetter: firstLetters[range.upperBound]
            )
        )
    }
}

extension TokenScanner {
    func has(_ kind: CharacterClass, at position: Int) -> Bool {
        position < classes.count && classes[position] == kind
    }

    func has(_ scalar: UInt32, at position: Int) -> Bool {
        position < scalars.count && scalars[position] == scalar
    }

    private func endOfMarks(_ start: Int) -> Int {
        var end = start
        while has(.mark, at: end) { end += 1 }
        return end
    }

    private func endOfDots(_ start: Int) -> Int {
        var end = start
        while has(0x2E, at: end) { end += 1 }
        return end
    }

    /// Where the letters of `kind` that begin at `start` end, with their marks, and with controls that are inside.
    private func endOfWord(_ start: Int, _ kind: CharacterClass) -> Int {
        var end = start
        while end < classes.count {
            switch classes[end] {
            case kind, .mark: end += 1
            case .control:
                var next = end
                while has(.control, at: next) { next += 1 }
                guard has(kind, at: next) || has(.mark, at: next) else { return end }
                end = next
            default: return end
            }
        }
        return end
    }

    private func endOfForeignWord(_ start: Int) -> Int {
        var end = endOfWord(start, .foreign)
        while end < classes.count {
            if classes[end] == .digit {
                end = endOfWord(end, .digit)
            } else if classes[end] == .foreign {
                end = endOfWord(end, .foreign)
            } else if Self.joinsForeignWords(scalars[end]), has(.foreign, at: end + 1) || has(.digit, at: end + 1) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// Hyphens, apostrophes and `&`.
    private static func joinsForeignWords(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2010, 0x2011, 0x27, 0x2019, 0x26: true
        default: false
        }
    }

    private func endOfNumber(_ start: Int) -> Int {
        var end = endOfWord(start, .digit)
        while end < scalars.count, Self.joinsDigits(scalars[end]) {
            // «6.15» for 15.6 has a right-to-left mark behind its point.
            let next = has(0x200F, at: end + 1) ? end + 2 : end + 1
            guard has(.digit, at: next) else { break }
            end = endOfWord(next, .digit)
        }
        return end
    }

    /// Full stop, comma, and the Arabic decimal and thousands separators.
    private static func joinsDigits(_ scalar: UInt32) -> Bool {
        scalar == 0x2E || scalar == 0x2C || scalar == 0x66B || scalar == 0x66C
    }

    /// The end of single letters with full stops between them, the last full stop included; `nil` for anything else.
    private func endOfInitials(_ start: Int, _ kind: CharacterClass) -> Int? {
        guard var end = endOfSingleLetter(start, kind) else { return nil }
        let first = end
        while has(0x2E, at: end), has(kind, at: end + 1), let next = endOfSingleLetter(end + 1, kind) { end = next }
        guard end > first else { return nil }
        return has(0x2E, at: end) && !has(0x2E, at: end + 1) ? end + 1 : end
    }

    private func endOfSingleLetter(_ start: Int, _ kind: CharacterClass) -> Int? {
        let end = endOfMarks(start + 1)
        return has(.arabic, at: end) || has(.foreign, at: end) || has(.digit, at: end) || has(.control, at: end)
            ? nil : end
    }
}
