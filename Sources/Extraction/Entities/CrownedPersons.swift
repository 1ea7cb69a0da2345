internal import ArabicText

/// A king or prince who was taken for a body or a place that is called after him: «أمام الملك سلمان». Behind his title and name
/// there is nothing, and before it no noun of what is called so: no «جامعة» and no «حي».
enum CrownedPersons {
    /// The name of the person, without his title; `nil` for a body or a place.
    ///
    /// - Parameters:
    ///   - start: where what the tagger made of it and of others begins: what stands before that tells of all.
    ///   - isKind: whether a word says that a place or a body is called so.
    ///   - isName: whether a word is a part of a person's name.
    static func name(
        in body: Range<Int>,
        from start: Int,
        type: EntityType,
        of text: TokenizedText,
        isKind: (ArraySlice<UInt16>) -> Bool,
        isName: (ArraySlice<UInt16>) -> Bool
    ) -> Range<Int>? {
        func letters(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }
        guard body.count > 1, type == .organization || type == .location,
            RulerTitles.isOfCrown(letters(body.lowerBound)), body.dropFirst(2).allSatisfy({ isName(letters($0)) })
        else { return nil }
        // «حي الملك فهد», «جامعتي الملك سعود».
        func isNoun(_ index: Int) -> Bool {
            guard index >= 0 else { return false }
            return [letters(index), letters(index).dropFirst()].contains { bodies[$0] != nil || isKind($0) }
        }
        if isNoun(body.lowerBound - 1) || start < body.lowerBound && (isNoun(start) || isNoun(start - 1)) { return nil }
        // «أحياء الملك فهد والملك فيصل».
        if type == .location, body.lowerBound > 1, RulerTitles.isOfCrown(letters(body.lowerBound - 2)) { return nil }
        // «جامعات الملك سعود، والملك فيصل»: of several bodies their kind is said once.
        if body.lowerBound > 2, text.tokens[body.lowerBound - 1].kind == .punctuation,
            RulerTitles.isOfCrown(letters(body.lowerBound - 3))
        {
            return nil
        }
        return body.lowerBound + 1..<body.upperBound
    }

    private static let bodies = LetterTable(
        list: "جامعة جامعات مستشفى مستشفيات مدرسة مدارس كلية كليات معهد معاهد مركز مراكز"
    )
}
