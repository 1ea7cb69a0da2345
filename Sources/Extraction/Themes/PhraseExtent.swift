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

    /// So many words such a phrase has at most.
    private static let longestExtent = 8

    /// What belongs to a phrase of two words or more that stands at least twice, and each time with the same words around
    /// it: all of them, if with these it has more words than a ranked phrase may have; else the noun before it that it
    /// belongs to.
    func extent(of index: Int) -> Extent {
        let phrase = phrases[index]
        guard phrase.length > 1, phrase.count > 1 else { return Extent() }
        var extent = Extent()
        let ends = [Int(phrase.first), Int(phrase.last)]
        guard grow(&extent, of: phrase, at: ends) else { return Extent() }
        extent = Extent()
        return grow(&extent, of: phrase, at: occurrences(of: index)) ? extent : Extent()
    }

    /// Adds the words around `places` that are the same there; whether that makes a longer phrase than is ranked.
    private func grow(_ extent: inout Extent, of phrase: Phrase, at places: [Int]) -> Bool {
        var length = Int(phrase.length)
        func isSame(_ shift: Int, _ joined: Int) -> Bool {
            guard let first = places.first, words.indices.contains(first + shift) else { return false }
            return places.allSatisfy { place in
                words.indices.contains(place + shift) && words.indices.contains(place + joined)
                    && words[place + joined].isJoined && words[place + shift].stem == words[first + shift].stem
            }
        }
        while length < Self.longestExtent {
            let next = Int(phrase.length) + extent.behind
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
