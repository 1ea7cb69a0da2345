internal import ArabicText

/// Regions and towns whose names are words as well, right behind a noun that waits for one: «محافظة المهرة», «إقليم الجديدة».
enum ProvincePlaces {
    /// Whether a word that a list has as one stands behind such a noun at a token. Without the article it must be no everyday
    /// word: «محافظة جديدة».
    static func isNamed(at index: Int, in text: TokenizedText, sentence: Range<Int>, words: NameWords) -> Bool {
        let place = index + 1
        guard sentence.contains(place), text.tokens[index].isArabic, text.tokens[place].isArabic,
            text.tokens[index].end + 1 == text.tokens[place].start, isProvince(text.letters(of: text.tokens[index]))
        else { return false }
        let word = text.letters(of: text.tokens[place])
        guard !words.gazetteer.classes(for: word).isDisjoint(with: [.city, .region]) else { return false }
        return rules[word] == nil && (Article.begins(word) || !words.isEveryday(word) && !StopWords.contains(word))
    }

    private static func isProvince(_ word: ArraySlice<UInt16>) -> Bool {
        // Most words are told by their last letter, and need not be looked up.
        guard word.count > 4, word.last == ArabicLetter.heh || word.last == meem else { return false }
        return provinces[word] != nil
    }

    /// «ولاية العهد», «ولاية الفقيه»: rule of somebody or over something.
    private static let rules = LetterTable(list: "العهد الفقيه الأمر القضاء الأب الله")
    private static let meem: UInt16 = 0x645
    private static let provinces = LetterTable(
        list: ["محافظة", "ولاية", "عمالة", "إقليم"].flatMap { noun in
            ["", "و", "ف", "ب", "ل", "وب", "ول"].map { $0 + noun }
        }.joined(separator: " ")
    )
}
