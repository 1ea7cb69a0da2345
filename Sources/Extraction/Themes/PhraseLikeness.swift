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
    /// Most of its occurrences are a whole name, a person's, a place's.
    var isName: Bool
    var isPerson: Bool
    var isPlace: Bool
    /// Words that the title has.
    var inTitle: Int

    /// Whether all its words stand in `other`, one behind the other.
    func isPart(of other: PhraseLikeness) -> Bool {
        guard words.count < other.words.count else { return false }
        return (0...other.words.count - words.count).contains { start in
            zip(words, other.words[start...]).allSatisfy { $0.stem == $1.stem }
        }
    }
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
            isPerson: phrase.names.persons * 2 > phrase.count,
            isPlace: phrase.names.places * 2 > phrase.count,
            inTitle: self.words[range].count(where: \.isInTitle)
        )
    }
}
