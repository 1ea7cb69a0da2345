internal import ArabicText

/// Who brings a report, before its text: «الرباط (ومع)», «مسقط في 9 ديسمبر /العمانية/».
enum Bylines {
    /// The tokens that are news agencies whose names are words, each between two marks.
    static func agencies(in text: TokenizedText, sentence: Range<Int>) -> [Int] {
        sentence.prefix(longest).dropFirst().filter { index in
            guard index + 1 < text.tokens.count, text.tokens[index].isArabic, !text.tokens[index - 1].isArabic,
                !text.tokens[index + 1].isArabic,
                let mark = text.letters(of: text.tokens[index - 1]).first,
                let closing = text.letters(of: text.tokens[index + 1]).first,
                marks.contains(where: { $0 == (mark, closing) })
            else { return false }
            return agencies[text.letters(of: text.tokens[index])] != nil
        }
    }

    private static let longest = 14
    /// ( ) / /
    private static let marks: [(UInt16, UInt16)] = [(0x28, 0x29), (0x2F, 0x2F)]
    private static let agencies = LetterTable(
        names: [
            "ومع", "العمانية", "بترا", "سبأ", "وال", "كونا", "قنا", "وام", "بنا", "واس", "صونا", "سونا", "واج", "وات",
        ]
    )
}
