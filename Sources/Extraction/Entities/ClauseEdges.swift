internal import ArabicText

/// Where a clause begins inside of what the tagger took for one name, misled by the name that the clause begins with:
/// «(قالت الصحيفة) إن بن سلمان», «الوكالة أن بن علي».
struct ClauseEdges {
    private let text: TokenizedText

    init(text: TokenizedText) { self.text = text }

    /// A name and what it names.
    typealias Part = (tokens: Range<Int>, type: EntityType)

    /// What of a mention are names; mostly the mention itself.
    func parts(of mention: Range<Int>, type: EntityType) -> [Part] {
        guard mention.count > 2,
            let opening = mention.dropLast(2).first(where: { opensClause($0) && isParticle($0 + 1) })
        else { return [(mention, type)] }
        let person: Part = (opening + 1..<mention.upperBound, .person)
        // Of a word alone before it nobody knows whether it was read as a name for its own sake: «الوكالة».
        let before = mention.lowerBound..<opening
        return before.count > 1 ? [(before, type), person] : [person]
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    private func isParticle(_ index: Int) -> Bool {
        // «ولد أجاي إن ولد الغزواني».
        PersonEdges.isParticle(word(index)) || PersonEdges.isMauritanianParticle(word(index))
    }

    private func opensClause(_ index: Int) -> Bool { Self.openings[word(index)] != nil }

    /// «إن» and «أن» are parts of names, too, but not before «بن»: «بي إن سبورتس», «سي إن إن».
    private static let openings = LetterTable(
        ["إن", "وإن", "فإن", "بأن", "لأن", "كأن", "لكن", "ولكن"].map { (FoldedText(folding: $0).letters, 1) }
    )
}
