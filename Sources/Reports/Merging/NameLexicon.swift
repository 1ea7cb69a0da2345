package import Extraction

/// Knows names and what they stand for, so that two names of one thing become one entity.
package protocol NameLexicon: Sendable {
    /// What is known under a name; `letters` are folded (`FoldedText`), with one space between words.
    func entry(for letters: ArraySlice<UInt16>) -> GazetteerEntry?

    /// Whether a word is an adjective of a place («الروسي»).
    func isNisba(_ letters: ArraySlice<UInt16>) -> Bool

    /// Whether a word is a given or a family name.
    func isPersonsName(_ letters: ArraySlice<UInt16>) -> Bool

    /// The country with this ISO 3166 code.
    func country(code: String) -> GazetteerEntry?
}

extension NameLexicon {
    package func isNisba(_ letters: ArraySlice<UInt16>) -> Bool { false }
    package func isPersonsName(_ letters: ArraySlice<UInt16>) -> Bool { false }
    package func country(code: String) -> GazetteerEntry? { nil }
}

extension Gazetteer: NameLexicon {
    package func isNisba(_ letters: ArraySlice<UInt16>) -> Bool { classes(for: letters).contains(.nisba) }

    package func isPersonsName(_ letters: ArraySlice<UInt16>) -> Bool {
        !classes(for: letters).isDisjoint(with: [.givenName, .familyName])
    }
}

extension GazetteerEntry {
    /// Whether a name that the article uses for a thing of `type` can mean this entry: «روسيا» for a team does not mean
    /// the country.
    func canBe(_ type: EntityType) -> Bool {
        switch type {
        case .person: classes.contains(.person)
        case .location: !classes.isDisjoint(with: .locations)
        case .organization: !classes.isDisjoint(with: .organizations)
        case .miscellaneous: !classes.isDisjoint(with: [.event, .product])
        default: false
        }
    }
}
