internal import ArabicText

/// When a phrase that was found is one that people chose.
package enum KeyphraseMatch: String, Sendable, CaseIterable {
    /// The words are the same, but for what folding takes away (diacritics, forms of alef).
    case plain
    /// The words' stems are the same, as ``LightStemmer`` finds them: no model has a part in it.
    case stem

    /// What phrases that match have in common.
    package func key(of phrase: String) -> String {
        let text = TokenizedText(phrase)
        return text.tokens.map { token in
            let letters = text.letters(of: token)
            return String(decoding: self == .plain ? letters : LightStemmer.stem(letters), as: UTF16.self)
        }.joined(separator: " ")
    }
}
