internal import ArabicText

/// A king or prince who was taken for a body that is called after him: «أمام الملك سلمان». Behind his title and name there is
/// nothing, and before it no «جامعة».
enum CrownedPersons {
    /// The name of the person, without his title; `nil` for a body.
    static func name(in body: Range<Int>, of text: TokenizedText) -> Range<Int>? {
        func letters(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }
        guard body.count == 2, titles[letters(body.lowerBound)] != nil else { return nil }
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
