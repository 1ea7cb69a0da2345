/// What the form of a word says of it, in the bits of ``PhraseWord/traits``.
package struct WordTraits: OptionSet, Sendable {
    package var rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// With the article, or with a possessive suffix.
    package static let definite = WordTraits(rawValue: 1 << 0)
    /// و, ف, ب, ك or ل was cut off its front.
    package static let proclitic = WordTraits(rawValue: 1 << 1)
    /// It ends in ها, هم, هما …: it says little without what stands around it.
    package static let pronoun = WordTraits(rawValue: 1 << 2)
    /// Indefinite accusative, written with tanween on alef.
    package static let accusative = WordTraits(rawValue: 1 << 3)
    /// Could be an adjective of relation (…ي, …ية).
    package static let relational = WordTraits(rawValue: 1 << 4)
    /// Could be a name: never seen with the article.
    package static let mayBeName = WordTraits(rawValue: 1 << 5)
    /// و stands before the article, and nothing else.
    package static let conjoined = WordTraits(rawValue: 1 << 6)
    /// Says nothing of a subject by itself: «جانب», «شكل», «جديد».
    package static let generic = WordTraits(rawValue: 1 << 7)
    /// No phrase starts with it: «أهم», «كبار», «مختلف».
    package static let quantifier = WordTraits(rawValue: 1 << 8)
    /// No phrase reaches over its front: a particle, verb, mark or line's end stands there, or a clitic.
    package static let opensRun = WordTraits(rawValue: 1 << 9)
    /// Stands in the first words of a sentence.
    package static let opensSentence = WordTraits(rawValue: 1 << 10)
    /// In another script.
    package static let foreign = WordTraits(rawValue: 1 << 11)

    /// «لل» stands before it, and nothing else: «معهد الكويت للأبحاث».
    package static let attached = WordTraits(rawValue: 1 << 12)

    /// An adjective by the lexicon: alone it names nothing.
    package static let adjective = WordTraits(rawValue: 1 << 13)

    /// How much it says of a subject of the topic vocabulary, alone or in a longer term, in bits 14 and 15: 0 nothing, 3
    /// most; see ``TopicEvidence``.
    package var subject: Int {
        get { Int(rawValue >> 14 & 3) }
        set { rawValue = rawValue & ~(3 << 14) | UInt32(min(3, max(0, newValue))) << 14 }
    }

    /// The letters of the stem, 15 at most, in bits 16 to 19.
    package var letters: Int {
        get { Int(rawValue >> 16 & 15) }
        set { rawValue = rawValue & ~(15 << 16) | UInt32(min(15, newValue)) << 16 }
    }

    /// Feminine, or takes a feminine adjective: see ``WordGender``.
    package static let feminine = WordTraits(rawValue: 1 << 20)
    /// May take an adjective of either gender.
    package static let eitherGender = WordTraits(rawValue: 1 << 21)

    /// Names little without other words: «المحافظة», «اللاعبين», «المشاركة».
    package static let common = WordTraits(rawValue: 1 << 22)
    /// May be the past of a verb and a noun, and has no clitic but «و» or «ف».
    package static let verbal = WordTraits(rawValue: 1 << 23)
    /// With the article, stands before persons' names and says what they are: «الأمير», «الفنان».
    package static let title = WordTraits(rawValue: 1 << 24)

    /// Ends as an indefinite accusative does whose tanween is not written, «لاعبا»: it is one where it is no name («ناسا»).
    package static let mayBeAccusative = WordTraits(rawValue: 1 << 25)
}
