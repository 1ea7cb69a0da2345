internal import Articles

/// A word of an article that phrases may be made of, with the name in which it stands.
struct ArticleWord {
    var stem: UInt32
    var traits: WordTraits
    /// Code points of the article's text.
    var start: Int32
    var end: Int32
    /// The section's index.
    var section: Int32
    /// The number, in its section, of the name it is part of; -1 for none.
    var name: Int32 = -1
    var nameKind: NameCounts.Kind = .other
    /// No other letters of the name stand before it; behind it.
    var opensName = false
    var endsName = false
    var isInHeading = false
    var isInTitle = false
    /// It may go on with the word before.
    var isJoined = false

    /// Whether it is, by form, an adjective of relation that belongs to the noun `previous`.
    @inline(__always)
    func agrees(with previous: ArticleWord) -> Bool {
        traits.contains(.relational) && traits.contains(.definite) == previous.traits.contains(.definite)
    }

    /// Whether it is, with the article, the adjective of `previous` by the lexicon or by form.
    @inline(__always)
    func agreesAsDefinite(with previous: ArticleWord) -> Bool {
        !traits.isDisjoint(with: [.relational, .adjective])
            && traits.contains(.definite) && previous.traits.contains(.definite)
    }

    /// Whether it stands as the adjective of `previous`: by form, or since it is definite as that is and no name.
    @inline(__always)
    func isAttribute(of previous: ArticleWord) -> Bool {
        guard !agrees(with: previous) else { return true }
        return name < 0 && traits.contains(.definite) && previous.traits.contains(.definite)
            && traits.isDisjoint(with: [.pronoun, .conjoined, .attached]) && previous.traits.isDisjoint(with: .pronoun)
    }

    /// Whether it is an adjective by the lexicon, and no name as it stands.
    @inline(__always)
    var isAdjective: Bool {
        traits.contains(.adjective) && !(opensName && endsName)
    }

    /// Whether a name goes on behind it: «بن», «أبو».
    @inline(__always)
    var joinsNames: Bool { stem == Self.son || stem == Self.father }

    private static let son = StemHash.hash("بن".utf16)
    private static let father = StemHash.hash("ابو".utf16)

    /// Whether it is, with the article, an adjective in the singular that `previous`, which has the article too, can't
    /// take: it belongs to what stands before that, as in «أجهزة الأمن الإسرائيلية» and «وزير الخارجية الروسي».
    @inline(__always)
    func disagrees(with previous: ArticleWord) -> Bool {
        guard agreesAsDefinite(with: previous), previous.name < 0,
            previous.traits.isDisjoint(with: [.eitherGender, .adjective])
        else { return false }
        return traits.contains(.feminine) != previous.traits.contains(.feminine)
    }

    /// Whether a phrase of `length` words that ends with it, and that `next` goes on with, is cut off from what it belongs
    /// to: «أسعار» before «العقارات», «جبال» before the name «مران», «وزير الخدمة» before «المدنية».
    @inline(__always)
    func isCutOff(from next: ArticleWord, length: Int) -> Bool {
        guard traits.isDisjoint(with: .accusative), !(name >= 0 && endsName),
            next.traits.isDisjoint(with: [.attached, .conjoined])
        else { return false }
        if traits.contains(.definite) { return length > 1 && next.agreesAsDefinite(with: self) }
        return length == 1 || next.traits.contains(.definite) || name < 0 && next.opensName
    }

    /// Whether the name that ends with `previous` ends the phrase: what follows it is no part of it and no adjective. To a
    /// place or a person nothing is annexed, so that a noun without article begins anew («بيروت معرض الكتاب»), unless it may
    /// be more of the name.
    @inline(__always)
    private func isBehindName(_ previous: ArticleWord) -> Bool {
        guard previous.endsName else { return false }
        let isOfOne = previous.nameKind == .place || previous.nameKind == .person
        guard traits.contains(.definite) else {
            return name < 0 && (traits.contains(.adjective) || isOfOne && traits.isDisjoint(with: .mayBeName))
        }
        guard isOfOne else { return false }
        return traits.isDisjoint(with: [.relational, .adjective, .attached, .conjoined])
    }

    /// Whether it may stand right after `previous` in one phrase.
    @inline(__always)
    private func follows(_ previous: ArticleWord) -> Bool {
        guard traits.isDisjoint(with: .opensRun), section == previous.section, !isBehindName(previous) else {
            return false
        }
        if traits.contains(.attached) { return previous.traits.isDisjoint(with: [.pronoun, .attached]) }
        if previous.traits.contains(.definite) {
            return traits.contains(.definite)
                ? traits.isDisjoint(with: .pronoun)
                : traits.contains(.mayBeName) && previous.traits.isDisjoint(with: .pronoun)
        }
        if traits.contains(.conjoined) { return false }
        let wasAccusative = previous.traits.contains(.accusative)
        return traits.contains(.accusative) == wasAccusative || traits.contains(.definite) && !wasAccusative
    }

    /// Appends the words that were found in `section` of a text of `length` code points, from code point `begin` on. Those
    /// outside the section are left out.
    static func append(
        _ found: Findings,
        of section: Section,
        length: Int,
        from begin: Int,
        title: TitleStems,
        to words: inout [ArticleWord]
    ) {
        let start = section.range.lowerBound
        let end = min(section.range.upperBound, length)
        let mentions = found.mentions
        var mention = 0
        for word in found.phraseWords {
            let range = word.range
            guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= end - start,
                range.lowerBound >= begin - start
            else { continue }
            var own = ArticleWord(
                stem: word.stem,
                traits: WordTraits(rawValue: word.traits),
                start: Int32(truncatingIfNeeded: range.lowerBound + start),
                end: Int32(truncatingIfNeeded: range.upperBound + start),
                section: Int32(truncatingIfNeeded: section.index)
            )
            own.isInTitle = title.contains(word.stem)
            if let heading = section.heading { own.isInHeading = heading.contains(range.lowerBound + start) }
            while mention < mentions.count, mentions[mention].range.upperBound <= range.lowerBound { mention += 1 }
            if mention < mentions.count, mentions[mention].range.lowerBound < range.upperBound {
                let name = mentions[mention]
                own.name = Int32(truncatingIfNeeded: mention)
                own.nameKind = NameCounts.Kind(name.type)
                own.opensName = range.lowerBound <= name.range.lowerBound
                // A clitic that only the name's context tells: «وقصي الخيبري».
                if range.lowerBound + 1 == name.range.lowerBound {
                    own.start += 1
                    own.traits.insert([.proclitic, .opensRun])
                }
                own.endsName = range.upperBound >= name.range.upperBound
            }
            if let previous = words.last { own.isJoined = own.follows(previous) }
            words.append(own)
        }
    }
}

/// How many occurrences of a phrase are, or are part of, the names of each kind.
struct NameCounts {
    enum Kind {
        case place
        case person
        case organisation
        /// A date, amount, address …
        case value
        case other

        @inline(__always)
        init(_ type: EntityType) {
            switch type {
            case .location: self = .place
            case .person: self = .person
            case .organization: self = .organisation
            case .miscellaneous: self = .other
            default: self = .value
            }
        }
    }

    var places: Int32 = 0
    var persons: Int32 = 0
    var organisations: Int32 = 0
    var values: Int32 = 0
    var others: Int32 = 0

    var total: Int32 { places + persons + organisations + values + others }

    @inline(__always)
    mutating func add(_ kind: Kind) {
        switch kind {
        case .place: places += 1
        case .person: persons += 1
        case .organisation: organisations += 1
        case .value: values += 1
        case .other: others += 1
        }
    }
}
