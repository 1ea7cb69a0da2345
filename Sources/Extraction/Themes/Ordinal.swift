internal import ArabicText

/// «الأول» to «العاشر», of either gender: what they stand behind is often not named without them.
enum Ordinal {
    private static let stems: Set<UInt32> = Set(
        [
            "أول", "أولى", "ثاني", "ثانية", "ثالث", "ثالثة", "رابع", "رابعة", "خامس", "خامسة", "سادس", "سادسة", "سابع",
            "سابعة", "ثامن", "ثامنة", "تاسع", "تاسعة", "عاشر", "عاشرة",
        ].map { word in
            FoldedText(folding: word).letters
                .withUnsafeBufferPointer { letters in
                    let word = letters[...]
                    return StemHash.hash(word[..<ThemeStemmer.end(of: word, pronoun: 0, isAccusative: false)])
                }
        }
    )

    /// Whether a word with this stem, which has the article and says little by itself, is one.
    static func isOne(_ stem: UInt32) -> Bool { stems.contains(stem) }
}
