/// Persons' names that stand in parts of an article by one word alone.
extension ArticlePhrases {
    /// The whole name of the person whom a phrase of one word names, «بنيامين نتنياهو» for «نتنياهو»; `nil` for what is no
    /// person's name, or that of several, or part of one that is too long for a phrase.
    func wholeName(of part: PhraseCounts) -> PhraseCounts? {
        guard part.length == 1, part.persons * 2 > part.count else { return nil }
        var whole: Int32?
        for word in occurrences(of: part.row) where words[word].name >= 0 && words[word].nameKind == .person {
            guard let range = nameRange(around: word), range.count > 1 else { continue }
            guard range.count <= Self.longest, word == range.lowerBound || word == range.upperBound - 1 else {
                return nil
            }
            let row = occurrence(from: range.lowerBound, length: range.count).phrase
            guard row >= 0, whole == nil || whole == row else { return nil }
            whole = row
        }
        return whole.map { PhraseCounts(of: Int($0), in: self) }
    }

    /// The words of the name in which a word stands; `nil` where its ends are not among them.
    private func nameRange(around word: Int) -> Range<Int>? {
        var (first, last) = (word, word)
        while !words[first].opensName, first > 0, isOneName(first - 1, first) { first -= 1 }
        while !words[last].endsName, last + 1 < words.count, isOneName(last, last + 1) { last += 1 }
        return words[first].opensName && words[last].endsName ? first..<last + 1 : nil
    }

    private func isOneName(_ word: Int, _ next: Int) -> Bool {
        words[word].name == words[next].name && words[word].section == words[next].section
    }
}
