/// What the words of a phrase candidate say of its form. The bits of all its occurrences are joined.
package struct PhraseTraits: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Ends with a definite word at least once.
    package static let definite = PhraseTraits(rawValue: 1 << 0)
    /// An indefinite noun before a definite one: «قنوات الاستخبارات».
    package static let construct = PhraseTraits(rawValue: 1 << 1)
    /// Two words that agree in definiteness, the second an adjective of relation: «الحوار الاستخباراتي».
    package static let relational = PhraseTraits(rawValue: 1 << 2)
    /// A word carries a possessive suffix.
    package static let pronoun = PhraseTraits(rawValue: 1 << 3)
    /// A word stands in the indefinite accusative.
    package static let accusative = PhraseTraits(rawValue: 1 << 4)
    /// The first word says nothing of a subject by itself.
    package static let genericHead = PhraseTraits(rawValue: 1 << 5)
    /// So does the last.
    package static let genericEnd = PhraseTraits(rawValue: 1 << 6)
    /// All words without article, suffix or tanween.
    package static let bare = PhraseTraits(rawValue: 1 << 9)
    /// Stands at least once where it is not the adjective of the word before it.
    package static let independent = PhraseTraits(rawValue: 1 << 11)
    /// What may be a name follows a definite word: «الفنان عادل إمام».
    package static let apposition = PhraseTraits(rawValue: 1 << 12)
    /// Two definite words joined by و: «العلوم والفنون».
    package static let conjunction = PhraseTraits(rawValue: 1 << 13)
}
