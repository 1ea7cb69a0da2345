internal import ArabicText

/// Regions and towns whose names are words as well, right behind a noun that waits for one: «محافظة المهرة», «إقليم الجديدة».
enum ProvincePlaces {
    /// Whether a word of one of the project's own lists stands behind such a noun at a token.
    static func isNamed(at index: Int, in text: TokenizedText, sentence: Range<Int>, gazetteer: Gazetteer) -> Bool {
        let place = index + 1
        guard sentence.contains(place), text.tokens[index].isArabic, text.tokens[place].isArabic,
            text.tokens[index].end + 1 == text.tokens[place].start, isProvince(text.letters(of: text.tokens[index]))
        else { return false }
        let classes = gazetteer.classes(for: text.letters(of: text.tokens[place]))
        return classes.contains(.curated) && !classes.isDisjoint(with: GazetteerClasses.locations)
    }

    private static func isProvince(_ word: ArraySlice<UInt16>) -> Bool {
        // Most words are told by their last letter, and need not be looked up.
        guard word.count > 4, word.last == ArabicLetter.heh || word.last == meem else { return false }
        return provinces[word] != nil
    }

    private static let meem: UInt16 = 0x645
    private static let provinces = LetterTable(
        list: ["محافظة", "ولاية", "عمالة", "إقليم"].flatMap { noun in
            ["", "و", "ف", "ب", "ل", "وب", "ول"].map { $0 + noun }
        }.joined(separator: " ")
    )
}
