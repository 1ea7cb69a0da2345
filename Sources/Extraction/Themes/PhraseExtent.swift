/// Phrases longer than those that are ranked, as names of bodies are: «مركز الملك سلمان للإغاثة والأعمال الإنسانية».
extension ArticlePhrases {
    /// How many words before and behind a phrase belong to it wherever it stands; below 0 before it where so many of its
    /// own first words don't.
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
        if order == .editors {
            var whole = counts.pieces == phrase.count ? extent(ofPieces: counts) : severedExtent(of: counts)
            if whole.isEmpty { whole = ordinalExtent(of: counts) }
            if !whole.isEmpty { return whole }
        }
        guard phrase.length > 1 else { return Extent() }
        if phrase.count > 1 {
            var extent = Extent()
            if grow(&extent, of: phrase, at: [Int(phrase.first), Int(phrase.last)]) {
                extent = Extent()
                if grow(&extent, of: phrase, at: occurrences(of: counts.row)) {
                    return order == .editors ? withoutTitle(extent, around: phrase.range) : extent
                }
            }
        }
        return order == .editors ? conjoinedExtent(of: counts) : Extent()
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

    /// What a piece that opens a name each time it stands needs to be all of it, where that is the same each time:
    /// «المرصد السوري» of «المرصد السوري لحقوق الإنسان».
    private func extent(ofPieces counts: PhraseCounts) -> Extent {
        let places = occurrences(of: counts.row)
        guard let first = places.first else { return Extent() }
        let last = first + counts.length - 1
        guard words[last].name >= 0 else { return Extent() }
        var behind = 0
        while isSameName(last + behind + 1, last) { behind += 1 }
        guard behind > 0, counts.length + behind <= Self.longestName else { return Extent() }
        let isSame = places.allSatisfy { place in
            let end = place + counts.length - 1 + behind
            return end < words.count && words[place].opensName && words[end].endsName && isSameName(end, place)
                && (0..<counts.length + behind).allSatisfy { words[place + $0].stem == words[first + $0].stem }
        }
        return isSame ? Extent(behind: behind) : Extent()
    }

    /// What a phrase of two words or more needs that is cut off from the next word wherever it stands: «انقطاع التيار» of
    /// «انقطاع التيار الكهربائي», «تصحيح أوضاع» of «تصحيح أوضاع العاملين».
    private func severedExtent(of counts: PhraseCounts) -> Extent {
        guard counts.length > 1, counts.severed == counts.count else { return Extent() }
        let places = occurrences(of: counts.row)
        // One more adjective is no need: «التفجير الإرهابي» before «الأخير».
        guard let first = places.first, !isDefiniteAdjective(first + counts.length - 1) else { return Extent() }
        var behind = 0
        var last: Int { first + counts.length + behind - 1 }
        func needsNext() -> Bool {
            roles[last].end.contains(.severed) || behind > 0 && words[last].name >= 0 && isSameName(last + 1, last)
        }
        while counts.length + behind < Self.longestExtent, needsNext() {
            let shift = counts.length + behind
            let isSame = places.allSatisfy { place in
                place + shift < words.count && words[place + shift].isJoined
                    && words[place + shift].stem == words[first + shift].stem
            }
            guard isSame else { break }
            behind += 1
        }
        let end = words[last]
        let isWhole = end.name >= 0 || end.traits.contains(.definite) && end.traits.isDisjoint(with: .pronoun)
        return behind > 0 && isWhole && !needsNext() ? Extent(behind: behind) : Extent()
    }

    /// The ordinal that stands behind a definite phrase of two words or more each time: «الفريق الكروي» of «الفريق الكروي
    /// الأول» is any team, «دوري الدرجة» no league.
    private func ordinalExtent(of counts: PhraseCounts) -> Extent {
        guard counts.length > 1 else { return Extent() }
        let isSame = occurrences(of: counts.row)
            .allSatisfy { first in
                let next = first + counts.length
                return next < words.count && words[next].isJoined && words[next].traits.contains([.definite, .generic])
                    && words[next].traits.isDisjoint(with: .attached)
                    && words[next - 1].traits.contains(.definite) && Ordinal.isOne(words[next].stem)
                    && words[next].stem == words[Int(counts.phrase.first) + counts.length].stem
            }
        return isSame ? Extent(behind: 1) : Extent()
    }

    /// The second adjective, with «و», behind the one that ends a phrase of two words or more each time: «الإعلام المرئي» of
    /// «الإعلام المرئي والمسموع», «القضايا الإقليمية» of «القضايا الإقليمية والدولية».
    private func conjoinedExtent(of counts: PhraseCounts) -> Extent {
        let isSame = occurrences(of: counts.row)
            .allSatisfy { first in
                let next = first + counts.length
                guard next < words.count, words[next].isJoined, words[next].traits.contains(.conjoined),
                    isDefiniteAdjective(next - 1), isDefiniteAdjective(next),
                    words[next].traits.contains(.feminine) == words[next - 1].traits.contains(.feminine),
                    words[next].name == words[next - 1].name,
                    words[next].stem == words[Int(counts.phrase.first) + counts.length].stem
                else { return false }
                // «النادي السعودي والأهلي الإماراتي» are two.
                return next + 1 >= words.count || !words[next + 1].isJoined || !isDefiniteAdjective(next + 1)
            }
        return isSame ? Extent(behind: 1) : Extent()
    }

    /// The same extent without the title before a person's name that ends it, but for a word of it that the phrase has:
    /// «[صاحب السمو الملكي] الأمير مشعل بن ماجد». Behind a noun without article the name is what that noun belongs to:
    /// «نظام بشار الأسد».
    private func withoutTitle(_ extent: Extent, around phrase: Range<Int>) -> Extent {
        let whole = extent.words(around: phrase)
        guard extent.before > 0, let start = words[whole].lastIndex(where: \.opensName), start > whole.lowerBound,
            words[start].nameKind == .person, isSameName(whole.upperBound - 1, start),
            words[start - 1].traits.contains(.definite)
        else { return extent }
        let hasOneWord = start - phrase.lowerBound == 1
        return Extent(before: hasOneWord ? 0 : phrase.lowerBound - start, behind: extent.behind)
    }

    /// Whether the name of a person begins right behind that of a place or a body: «محافظة جدة» before «محمد الزهراني».
    func isPersonBehindName(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let (word, previous) = (words[index], words[index - 1])
        return word.opensName && word.nameKind == .person && word.traits.isDisjoint(with: .definite)
            && previous.endsName && (previous.nameKind == .place || previous.nameKind == .organisation)
    }

    private func isDefiniteAdjective(_ word: Int) -> Bool {
        let traits = words[word].traits
        return traits.contains(.definite) && !traits.isDisjoint(with: [.relational, .adjective])
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
                    && words[place + joined].isJoined && !isPersonBehindName(place + joined)
                    && words[place + shift].stem == words[first + shift].stem
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
            // «إطار» and «شأن» begin no phrase.
            let next = (places.first ?? 0) - extent.before - 1
            guard words[next].traits.isDisjoint(with: .quantifier) else { break }
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
