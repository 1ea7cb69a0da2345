internal import ArabicText

/// What a phrase is compared with others by, as it is shown.
package struct PhraseLikeness: Sendable {
    struct Word {
        var stem: UInt32
        var likeness: WordLikeness
        /// It says nothing of a subject, or no more than every article of its kind has.
        var isGeneral: Bool
    }

    var words: [Word]
    var count: Int32
    /// Most of its occurrences are a whole name, a place's.
    var isName: Bool
    var isPlace: Bool
    /// Words that the title has.
    var inTitle: Int
}

extension ArticlePhrases {
    /// What the phrase that `choice` stands for is compared by, with all words that are shown.
    func likeness(of choice: PhraseSelection.Choice, in text: CodePointIndex) -> PhraseLikeness {
        let phrase = phrases[choice.row]
        let range = choice.extent.words(around: phrase.range)
        let words = text.withUTF8 { utf8 in
            self.words[range].map { word in
                PhraseLikeness.Word(
                    stem: word.stem,
                    likeness: WordLikeness(utf8.bytes[utf8.range(of: Int(word.start)..<Int(word.end))]),
                    isGeneral: !word.traits.isDisjoint(with: [.generic, .common])
                )
            }
        }
        return PhraseLikeness(
            words: words,
            count: phrase.count,
            isName: phrase.wholes * 2 > phrase.count,
            isPlace: phrase.names.places * 2 > phrase.count,
            inTitle: self.words[range].count(where: \.isInTitle)
        )
    }
}
