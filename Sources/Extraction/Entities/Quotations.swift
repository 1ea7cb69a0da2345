internal import ArabicText

/// What a sentence has between quotation marks or parentheses, and its words in Latin letters: such a row of words is a
/// whole, and names something where the noun before it says of what kind («فيلم «المومياء»», «صحيفة (الملاعب)», «هاتف
/// Galaxy S6»).
struct Quotations {
    /// The tokens of each, without the marks, by position; none is empty.
    private(set) var contents: [Range<Int>] = []

    /// The most tokens between marks: more are somebody's words.
    private static let longest = 9

    init(in sentence: Range<Int>, of text: TokenizedText) {
        var opening: (mark: UInt16, index: Int)?
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            switch text.tokens[index].kind {
            case .punctuation, .symbol:
                let mark = text.letters(of: text.tokens[index]).first ?? 0
                if let open = opening, Self.closes(mark, open.mark) {
                    let content = open.index + 1..<index
                    if !content.isEmpty, content.count <= Self.longest { contents.append(content) }
                    opening = nil
                } else if Self.opens(mark) {
                    opening = (mark, index)
                }
            case .foreign where opening == nil:
                let end = Self.endOfForeignWords(from: index, in: sentence, of: text)
                contents.append(index..<end)
                index = end - 1
            default: break
            }
            index += 1
        }
    }

    /// Whether the tokens are all that stands between two marks.
    func isWhole(_ tokens: Range<Int>) -> Bool { contents.contains(tokens) }

    /// Whether tokens that begin with a word end with the second of two marks of which they have both: «25 يناير (كانون
    /// الثاني)».
    func isClosed(_ tokens: Range<Int>) -> Bool {
        contents.contains { $0.upperBound == tokens.upperBound - 1 && tokens.lowerBound < $0.lowerBound - 1 }
    }

    /// A name with both marks where the tagger took one of them into it («معهد «كارنيجي» للسلام»), or without what ends at a
    /// mark («(الإيراني حسن) روحاني»).
    ///
    /// - Parameter isFree: whether no other name stands in these tokens.
    func balanced(_ name: Range<Int>, in text: TokenizedText, isFree: (Range<Int>) -> Bool) -> Range<Int> {
        for content in contents
        where content.lowerBound < name.upperBound && name.lowerBound <= content.upperBound
            && isMarked(content, in: text)
        {
            let opens = name.dropFirst().contains(content.lowerBound - 1)
            let closes = name.dropLast().contains(content.upperBound)
            if opens, name.upperBound > content.lowerBound, name.upperBound <= content.upperBound {
                let rest = name.upperBound..<content.upperBound + 1
                return isFree(rest) ? name.lowerBound..<rest.upperBound : name
            }
            if closes, name.lowerBound >= content.lowerBound { return content.upperBound + 1..<name.upperBound }
        }
        return name
    }

    /// Whether marks stand around it: not around words in other letters.
    private func isMarked(_ content: Range<Int>, in text: TokenizedText) -> Bool {
        content.lowerBound > 0 && Self.opens(text.letters(of: text.tokens[content.lowerBound - 1]).first ?? 0)
    }

    /// Words in other letters, and the numbers among and behind them: «ZenPad 7.0».
    private static func endOfForeignWords(from start: Int, in sentence: Range<Int>, of text: TokenizedText) -> Int {
        var end = start + 1
        while end < sentence.upperBound, [.foreign, .number].contains(text.tokens[end].kind) { end += 1 }
        return end
    }

    /// « “ ” " (
    private static func opens(_ mark: UInt16) -> Bool { [0xAB, 0x201C, 0x201D, 0x22, 0x28].contains(mark) }

    /// Newspapers write “ and ” for each other.
    private static func closes(_ mark: UInt16, _ opening: UInt16) -> Bool {
        switch opening {
        case 0xAB: mark == 0xBB
        case 0x28: mark == 0x29
        case 0x22: mark == 0x22
        default: mark == 0x201C || mark == 0x201D
        }
    }
}
