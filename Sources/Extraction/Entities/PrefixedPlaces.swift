internal import ArabicText

/// Places behind ب: «بالطائف». A word that the lexicon has as a place alone is one.
struct PrefixedPlaces {
    let gazetteer: Gazetteer

    /// Whether a word, folded, is a place with ب before it and nothing else.
    func isPlace(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.first == ArabicLetter.beh, word.count > 3 else { return false }
        guard Self.words[word] == nil else { return false }
        let classes = gazetteer.classes(for: word.dropFirst())
        // «بالدور»: with an article most towns of the lists are words as well.
        return classes.contains(Article.begins(word.dropFirst()) ? .curated : .listed)
            && !classes.isDisjoint(with: [.country, .city, .region]) && classes.isSubset(of: Self.nothingButPlaces)
            && gazetteer.classes(for: word).isEmpty
    }

    /// «بحجة عدم …» (on the pretext), «باكراً» (early), «بمران» (at training), «بمصيره» (his fate): words more often than
    /// Hajjah, Accra, Marran and Masirah.
    private static let words = LetterTable(
        names: ["بحجة", "باكرا", "بمران", "بمصيره"]
    )

    private static let nothingButPlaces: GazetteerClasses = GazetteerClasses.locations
        .union([.listed, .curated, .properNoun, .kinship])
}
