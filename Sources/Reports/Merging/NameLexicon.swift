/// Knows names and what they stand for, so that two names of one thing become one entity.
package protocol NameLexicon: Sendable {
    /// What is known under a name; `letters` are folded (`FoldedText`), with one space between words.
    func entry(for letters: ArraySlice<UInt16>) -> (name: String, links: [String: String])?
}

/// A lexicon without a name in it.
package struct EmptyLexicon: NameLexicon {
    package init() {}
    package func entry(for letters: ArraySlice<UInt16>) -> (name: String, links: [String: String])? { nil }
}
