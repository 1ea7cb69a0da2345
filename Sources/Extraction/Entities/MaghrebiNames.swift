internal import ArabicText

/// First names of the Maghreb whose ل is what their article has become: «لحسن الداودي», «لخضر بلومي», «لسعد الشابي». They are
/// read so in a text that names the Maghreb; elsewhere the ل is the preposition.
enum MaghrebiNames {
    /// Whether `word` is one, without clitics.
    static func isOne(_ word: ArraySlice<UInt16>, in text: TokenizedText, _ tells: inout TextTells) -> Bool {
        guard word.first == ArabicLetter.lam, names[word] != nil else { return false }
        return lands.contains { tells.isNamed($0, in: text) }
    }

    private static let names = LetterTable(
        "لحسن لسعد لخضر لعربي لكبير لمين لأمين لزهر لحبيب لمجيد لعروسي لعرج لعزيزي لزرق لطرش"
            .split(separator: " ").map { (FoldedText(folding: String($0)).letters, 1) }
    )
    private static let lands = [
        "مغرب", "جزائر", "تونس", "موريتاني", "أكادير", "مراكش", "طنجة", "مكناس", "تطوان", "وهران", "قسنطينة", "عنابة",
        "صفاقس", "سوسة", "نواكشوط",
    ]
    .map { FoldedText(folding: $0).letters }
}
