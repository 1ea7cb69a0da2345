package import Extraction

/// Knows names and what they stand for, so that two names of one thing become one entity.
package protocol NameLexicon: Sendable {
    /// What is known under a name; `letters` are folded (`FoldedText`), with one space between words, and `hash` is their
    /// `LetterHash`.
    func thing(for letters: ArraySlice<UInt16>, hash: UInt64) -> GazetteerThing?

    /// Has the processor fetch where the search for a name begins, if that is known: it is asked for soon.
    func fetch(hash: UInt64)

    /// The entry with this number.
    func entry(_ id: Int) -> GazetteerEntry?

    /// Whether a word is an adjective of a place («الروسي»).
    func isNisba(_ letters: ArraySlice<UInt16>) -> Bool

    /// Whether a word is a given or a family name.
    func isPersonsName(_ letters: ArraySlice<UInt16>) -> Bool

    /// Whether a word is a given name.
    func isGivenName(_ letters: ArraySlice<UInt16>) -> Bool

    /// The number of the country with this ISO 3166 code.
    func countryNumber(_ code: String) -> Int?
}

extension NameLexicon {
    func thing(for letters: ArraySlice<UInt16>) -> GazetteerThing? {
        thing(for: letters, hash: LetterHash.name(letters))
    }

    /// Whether a place or a body is known under a name.
    func isPlaceOrBody(_ letters: ArraySlice<UInt16>) -> Bool {
        guard let thing = thing(for: letters) else { return false }
        return thing.canBe(.location) || thing.canBe(.organization)
    }

    package func fetch(hash: UInt64) {}
    package func isNisba(_ letters: ArraySlice<UInt16>) -> Bool { false }
    package func isPersonsName(_ letters: ArraySlice<UInt16>) -> Bool { false }
    package func isGivenName(_ letters: ArraySlice<UInt16>) -> Bool { false }
    package func countryNumber(_ code: String) -> Int? { nil }
}

extension Gazetteer: NameLexicon {
    package func isNisba(_ letters: ArraySlice<UInt16>) -> Bool { classes(for: letters).contains(.nisba) }

    package func isPersonsName(_ letters: ArraySlice<UInt16>) -> Bool {
        !classes(for: letters).isDisjoint(with: [.givenName, .familyName])
    }

    package func isGivenName(_ letters: ArraySlice<UInt16>) -> Bool { classes(for: letters).contains(.givenName) }
}

extension GazetteerThing {
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
