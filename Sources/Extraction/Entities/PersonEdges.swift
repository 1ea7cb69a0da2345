internal import ArabicText

/// Where a person's name ends that the tagger let run on: at a word that no name has («فارس عوض سوف»), or where another
/// person begins with «and» («اسلام سراج وصالح العمري»).
struct PersonEdges {
    private let gazetteer: Gazetteer
    private let text: TokenizedText

    init(gazetteer: Gazetteer, text: TokenizedText) {
        self.gazetteer = gazetteer
        self.text = text
    }

    /// What of a mention are names; nothing where it names nobody.
    func names(in mention: Range<Int>) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var start = mention.lowerBound
        for index in mention.dropFirst() where beginsAnother(index) {
            names.append(start..<index)
            start = index
        }
        names.append(start..<mention.upperBound)
        return names.compactMap(trimmed)
    }

    private func trimmed(_ mention: Range<Int>) -> Range<Int>? {
        var end = mention.upperBound
        while end > mention.lowerBound + 1, isNoName(end - 1) { end -= 1 }
        // «وكيل إمارة», «مدير المراسم»: a title of somebody else.
        if end == mention.lowerBound + 1, opensTitle(mention.lowerBound) { return nil }
        return mention.lowerBound..<end
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    /// Whether a word is «and» with a given name, and is no name with its first letter.
    private func beginsAnother(_ index: Int) -> Bool {
        let word = word(index)
        guard text.tokens[index].kind == .arabic, word.count > 3,
            word.first == ArabicLetter.waw || word.first == ArabicLetter.feh,
            // «أبو وليد» goes on.
            !gazetteer.classes(for: self.word(index - 1)).contains(.nameParticle)
        else { return false }
        let rest = gazetteer.classes(for: word.dropFirst())
        return rest.contains(.givenName) && rest.isDisjoint(with: [.commonWord, .nameParticle])
            && gazetteer.classes(for: word).isDisjoint(with: Self.naming)
    }

    /// Whether a word at the end of a mention is everyday and no name: «سوف», «أن», «وكيل»; or waits for another: «بن».
    private func isNoName(_ index: Int) -> Bool {
        let word = word(index)
        guard text.tokens[index].kind == .arabic, !Article.begins(word) else { return false }
        let classes = gazetteer.classes(for: word)
        if Self.particles[word] != nil { return true }
        // «عبدالله بن مساعد».
        if Self.particles[self.word(index - 1)] != nil { return false }
        guard classes.isDisjoint(with: Self.naming) else { return false }
        return !classes.isDisjoint(with: [.commonWord, .speech]) || TitleLexicon.opensTitle(word)
    }

    private func opensTitle(_ index: Int) -> Bool {
        let word = word(index)
        return TitleLexicon.opensTitle(word) && gazetteer.classes(for: word).isDisjoint(with: .people)
    }

    /// «محمد آل» lacks the rest of it. Other particles may be a name's last word («باولو دي»).
    private static let particles = LetterTable(["بن", "ابن", "بنت", "آل"].map { (FoldedText(folding: $0).letters, 1) })

    private static let naming: GazetteerClasses = GazetteerClasses.people.union(.properNoun)
}
