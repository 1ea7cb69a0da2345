/// Phrases longer than those that are ranked, as names of bodies are: «مركز الملك سلمان للإغاثة والأعمال الإنسانية».
extension ArticlePhrases {
    /// How many words before and behind a phrase belong to it wherever it stands.
    struct Extent: Equatable {
        var before = 0
        var behind = 0

        var isEmpty: Bool { before == 0 && behind == 0 }

        func words(around phrase: Range<Int>) -> Range<Int> {
            phrase.lowerBound - before..<phrase.upperBound + behind
        }
    }

    /// So many words such a phrase has at most; and so many to the end of a name in it.
    private static let longestExtent = 8
    private static let longestName = 10

    /// What belongs to a phrase of two words or more that stands at least twice, and each time with the same words around
    /// it: all of them, if with these it has more words than a ranked phrase may have; else the noun before it that it
    /// belongs to.
    func extent(of counts: PhraseCounts) -> Extent {
        let phrase = counts.phrase
        if phrase.count == 1, counts.pieces == 1 { return extent(ofPiece: phrase) }
        guard phrase.length > 1, phrase.count > 1 else { return Extent() }
        var extent = Extent()
        guard grow(&extent, of: phrase, at: [Int(phrase.first), Int(phrase.last)]) else { return Extent() }
        extent = Extent()
        return grow(&extent, of: phrase, at: occurrences(of: counts.row)) ? extent : Extent()
    }

    /// What a piece of a name, which stands once, needs to be all of it: «سليمان بن عبد الله» of a name of five words.
    private func extent(ofPiece phrase: Phrase) -> Extent {
        let (first, last) = (phrase.range.lowerBound, phrase.range.upperBound - 1)
        guard words[first].name >= 0, words[first].name == words[last].name else { return Extent() }
        var extent = Extent()
        while isSameName(first - extent.before - 1, first) { extent.before += 1 }
        while isSameName(last + extent.behind + 1, last) { extent.behind += 1 }
        return extent.before + phrase.length + extent.behind <= Self.longestName ? extent : Extent()
    }

    private func isSameName(_ word: Int, _ other: Int) -> Bool {
        words.indices.contains(word) && words[word].name == words[other].name
            && words[word].section == words[other].section
    }

    /// Adds the words around `places` that are the same there; whether that makes a longer phrase than is ranked.
    private func grow(_ extent: inout Extent, of phrase: Phrase, at places: [Int]) -> Bool {
        var length = phrase.length
        func isSame(_ shift: Int, _ joined: Int) -> Bool {
            guard let first = places.first, words.indices.contains(first + shift) else { return false }
            return places.allSatisfy { place in
                words.indices.contains(place + shift) && words.indices.contains(place + joined)
                    && words[place + joined].isJoined && words[place + shift].stem == words[first + shift].stem
            }
        }
        // «… عبدالعزيز آل سعود» to its end.
        func isWithinName() -> Bool {
            guard let first = places.first else { return false }
            let last = first + phrase.length + extent.behind - 1
            return words[last].name >= 0 && !words[last].endsName && isSameName(last + 1, last)
        }
        while length < Self.longestExtent || length < Self.longestName && isWithinName() {
            let next = phrase.length + extent.behind
            guard isSame(next, next) else { break }
            extent.behind += 1
            length += 1
        }
        while length < Self.longestExtent, isSame(-extent.before - 1, -extent.before) {
            extent.before += 1
            length += 1
        }
        // «الإعلام الباكستانية» where only «وسائل الإعلام الباكستانية» stands.
        let head = (places.first ?? 0) - extent.before
        let isDependent = extent.before > 0 && !words[head].traits.contains(.definite)
        if isDependent, length <= Self.longest { extent.behind = 0 }
        return isDependent || length > Self.longest
    }
}
