internal import ArabicText

/// What a phrase is compared with others by, as it is shown.
package struct PhraseLikeness: Sendable {
    struct Word {
        var stem: UInt32
        var likeness: WordLikeness
        /// It says nothing of a subject, or no more than every article of its kind has.
        var isGeneral: Bool
    }

    let words: [Word]
    var count: Int32
    /// Most of its occurrences are a whole name, a place's.
    var isName: Bool
    var isPlace: Bool
    /// Words that the title has.
    var inTitle: Int
    /// A bit for each word, of its letters and of its consonants: most phrases have nothing in common, and are told so by
    /// them.
    private var letters: UInt64 = 0
    private var consonants: UInt64 = 0

    init(words: [Word], count: Int32, isName: Bool, isPlace: Bool, inTitle: Int) {
        self.words = words
        self.count = count
        self.isName = isName
        self.isPlace = isPlace
        self.inTitle = inTitle
        for word in words {
            letters |= word.likeness.bits.letters
            consonants |= word.likeness.bits.consonants
        }
    }

    /// Whether a word of it may be like one of `other`.
    @inline(__always)
    func mayBeLike(_ other: PhraseLikeness) -> Bool {
        letters & other.letters | consonants & other.consonants != 0
    }

    /// Whether each word of it is like one of `other`.
    func isIn(_ other: PhraseLikeness) -> Bool {
        words.allSatisfy { word in other.words.contains { word.likeness.isLike($0.likeness) } }
    }
}

extension ArticlePhrases {
    /// What the phrase that `choice` stands for is compared by, with all words that are shown.
    func likeness(of choice: PhraseSelection.Choice, in text: CodePointIndex.UTF8) -> PhraseLikeness {
        let phrase = choice.phrase
        let range = choice.extent.words(around: phrase.range)
        var words: [PhraseLikeness.Word] = []
        words.reserveCapacity(range.count)
        var inTitle = 0
        for index in range {
            let word = self.words[index]
            let bytes = UnsafeBufferPointer(rebasing: text.bytes[text.range(of: Int(word.start)..<Int(word.end))])
            words.append(
                PhraseLikeness.Word(
                    stem: word.stem,
                    likeness: WordLikeness(bytes),
                    isGeneral: !word.traits.isDisjoint(with: [.generic, .common])
                )
            )
            if word.isInTitle { inTitle += 1 }
        }
        return PhraseLikeness(
            words: words,
            count: phrase.count,
            isName: choice.isName,
            isPlace: phrase.places * 2 > phrase.count,
            inTitle: inTitle
        )
    }
}
