internal import ArabicText

/// A king or prince who was taken for a body or a place that is called after him: «أمام الملك سلمان». Behind his title and name
/// there is nothing, and before it no «جامعة» and no «حي».
enum CrownedPersons {
    /// The name of the person, without his title; `nil` for a body or a place.
    ///
    /// - Parameters:
    ///   - start: where what the tagger made of it and of others begins: what stands before that tells of all.
    ///   - isKind: whether a word says that a place or a body is called so.
    static func name(
        in body: Range<Int>,
        from start: Int,
        type: EntityType,
        of text: TokenizedText,
        isKind: (ArraySlice<UInt16>) -> Bool
    ) -> Range<Int>? {
        func letters(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }
        guard body.count == 2, type == .organization || type == .location,
            titles[letters(body.lowerBound)] != nil
        else { return nil }
        // «حي الملك فهد», «جامعتي الملك سعود».
        func isBehindKind(_ index: Int) -> Bool {
            index > 0 && (isKind(letters(index - 1)) || isKind(letters(index - 1).dropFirst()))
        }
        if isBehindKind(body.lowerBound) { return nil }
        if start < body.lowerBound, isBehindKind(start) || isKind(letters(start)) { return nil }
        // «أحياء الملك فهد والملك فيصل».
        if type == .location, body.lowerBound > 1, titles[letters(body.lowerBound - 2)] != nil { return nil }
        // «جامعات الملك سعود، والملك فيصل»: of several bodies their kind is said once.
        if body.lowerBound > 2, text.tokens[body.lowerBound - 1].kind == .punctuation,
            titles[letters(body.lowerBound - 3)] != nil
        {
            return nil
        }
        return body.lowerBound + 1..<body.upperBound
    }

    private static let titles = LetterTable(
        "الملك والملك للملك الأمير والأمير للأمير الملكة والملكة".split(separator: " ")
            .map { (FoldedText(folding: String($0)).letters, 1) }
    )
}
