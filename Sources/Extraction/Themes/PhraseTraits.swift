/// What the words of a phrase say of its form. The bits of all its occurrences are joined. What one word says by itself has
/// the bit of its ``WordTraits``.
struct PhraseTraits: OptionSet {
    var rawValue: UInt16

    /// Ends with a definite word at least once.
    static let definite = PhraseTraits(rawValue: 1 << 0)
    /// An indefinite noun before a definite one: «قنوات الاستخبارات».
    static let construct = PhraseTraits(rawValue: 1 << 1)
    /// Two words that agree in definiteness, the second an adjective of relation: «الحوار الاستخباراتي».
    static let relational = PhraseTraits(rawValue: 1 << 8)
    /// A word carries a possessive suffix.
    static let pronoun = PhraseTraits(rawValue: 1 << 2)
    /// A word stands in the indefinite accusative.
    static let accusative = PhraseTraits(rawValue: 1 << 3)
    /// The first word says nothing of a subject by itself.
    static let genericHead = PhraseTraits(rawValue: 1 << 9)
    /// So does the last.
    static let genericEnd = PhraseTraits(rawValue: 1 << 7)
    /// So does one between them.
    static let genericInside = PhraseTraits(rawValue: 1 << 10)
    /// Ends with a word without article, suffix or tanween.
    static let bare = PhraseTraits(rawValue: 1 << 13)
    /// What may be a name follows a definite word: «الفنان عادل إمام».
    static let apposition = PhraseTraits(rawValue: 1 << 14)
    /// Two definite words joined by و: «العلوم والفنون».
    static let conjunction = PhraseTraits(rawValue: 1 << 6)
    /// The last word is an adjective of relation by form.
    static let relationalEnd = PhraseTraits(rawValue: 1 << 4)
    /// A word in another script.
    static let foreign = PhraseTraits(rawValue: 1 << 11)
    /// Two words joined by «لل»: «معهد الكويت للأبحاث».
    static let attachment = PhraseTraits(rawValue: 1 << 12)
    /// All words may be names.
    static let mayBeName = PhraseTraits(rawValue: 1 << 5)
    /// No word names more than any article of its kind has: «اللاعبين», «لقب البطولة».
    static let common = PhraseTraits(rawValue: 1 << 15)
}
