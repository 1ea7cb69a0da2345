/// What the lexicon says of a word form: bits of the values in the model's table `themes.words`.
package struct WordClass: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let function = WordClass(rawValue: 1 << 0)
    package static let verb = WordClass(rawValue: 1 << 1)
    package static let generic = WordClass(rawValue: 1 << 2)
    package static let quantifier = WordClass(rawValue: 1 << 3)
    /// A noun or name that the guesser by form would take for a verb, or whose first letter for a clitic.
    package static let noun = WordClass(rawValue: 1 << 4)
    /// An adjective that is hardly ever a noun.
    package static let adjective = WordClass(rawValue: 1 << 5)
    /// A noun whose form does not tell which adjectives it takes: masculine or feminine ones.
    package static let masculine = WordClass(rawValue: 1 << 6)
    package static let feminine = WordClass(rawValue: 1 << 7)
    /// A noun that names little without others: «المحافظة», «اللاعبين», «المشاركة».
    package static let common = WordClass(rawValue: 1 << 8)
    /// A noun that is also the past of a verb: «طرح», «تعاقد»; with ``verb``, the past of a verb that is also a noun: «عمل».
    package static let verbal = WordClass(rawValue: 1 << 9)
}
