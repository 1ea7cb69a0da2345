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
    var nameKind: NameKind = .other
    /// No other letters of the name stand before it; behind it.
    var opensName = false
    var endsName = false
    var isInHeading = false
    var isInTitle = false
    /// It may go on with the word before.
    var isJoined = false

    /// Whether the name that ends with `previous` ends the phrase: what follows it is no part of it and no adjective. To a
    /// place, a person, or a body whose name is a word of its own nothing is annexed, so that a noun without article begins
    /// anew («بيروت معرض الكتاب», «تشيلسي بطل الدوري»), unless it may be more of the name.
    @inline(__always)
    private func isBehindName(_ previous: ArticleWord) -> Bool {
        guard previous.endsName else { return false }
        let isOfOne =
            previous.nameKind == .place || previous.nameKind == .person
            || previous.nameKind == .organisation && previous.isForeignName
        guard traits.contains(.definite) else {
            return name < 0 && (traits.contains(.adjective) || isOfOne && traits.isDisjoint(with: .mayBeName))
        }
        guard isOfOne else { return false }
        return traits.isDisjoint(with: [.relational, .adjective, .attached, .conjoined])
    }

    /// Whether it is all of a name, and no common noun: «أوبك», «تشيلسي».
    @inline(__always)
    private var isForeignName: Bool {
        opensName && endsName && traits.isDisjoint(with: [.definite, .generic, .common, .proclitic])
            && !traits.isDisjoint(with: [.mayBeName, .relational])
    }

    /// Whether it is the title of the person whose name begins with `next`, and so the end of no phrase: «وزير الدفاع الأمير»
    /// before «محمد بن سلمان».
    @inline(__always)
    func isTitle(of next: ArticleWord) -> Bool {
        traits.contains(.title) && name < 0 && next.opensName && next.nameKind == .person && next.section == section
            && next.start - end == 1
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

    /// Where a section's words stand: in code points of the text.
    struct Place {
        var section: Int32
        var range: Range<Int>
        /// Words there are left out.
        var byline: Range<Int>
        var heading: Range<Int>

        init(of section: Section, length: Int, byline: Range<Int>) {
            self.section = Int32(truncatingIfNeeded: section.index)
            let start = section.range.lowerBound
            range = start..<max(start, min(section.range.upperBound, length))
            self.byline = byline
            heading = section.heading ?? 0..<0
        }
    }

    /// Appends the words that were found in a section to the first `count` of `words`, which has room for them. Those
    /// outside the section are left out.
    static func append(
        _ found: Findings,
        at place: Place,
        title: TitleStems,
        to words: UnsafeMutableBufferPointer<ArticleWord>,
        _ count: inout Int
    ) {
        let start = place.range.lowerBound
        var number = count
        found.mentions.withUnsafeBufferPointer { mentions in
            found.phraseWords.withUnsafeBufferPointer { found in
                var mention = 0
                for index in found.indices {
                    let range = found[index].range
                    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= place.range.count,
                        !place.byline.contains(range.lowerBound + start)
                    else { continue }
                    while mention < mentions.count, mentions[mention].range.upperBound <= range.lowerBound {
                        mention += 1
                    }
                    var word = ArticleWord(found[index], in: place, title: title)
                    if mention < mentions.count, mentions[mention].range.lowerBound < range.upperBound {
                        word.name = Int32(truncatingIfNeeded: mention)
                        word.nameKind = NameKind(mentions[mention].type)
                        word.stand(at: range, in: mentions[mention].range)
                    } else if word.traits.contains(.mayBeAccusative) {
                        word.traits.insert(.accusative)
                        word.traits.remove(.mayBeName)
                    }
                    if number > 0 { word.isJoined = word.follows(words[number - 1]) }
                    words.initializeElement(at: number, to: word)
                    number += 1
                }
            }
        }
        count = number
    }

    @inline(__always)
    private init(_ word: PhraseWord, in place: Place, title: TitleStems) {
        stem = word.stem
        traits = WordTraits(rawValue: word.traits)
        let first = word.range.lowerBound + place.range.lowerBound
        start = Int32(truncatingIfNeeded: first)
        end = Int32(truncatingIfNeeded: word.range.upperBound + place.range.lowerBound)
        section = place.section
        isInTitle = title.contains(word.stem)
        isInHeading = place.heading.contains(first)
    }

    /// It stands at `range`, and is part of the name at `name`.
    @inline(__always)
    private mutating func stand(at range: Range<Int>, in name: Range<Int>) {
        opensName = range.lowerBound <= name.lowerBound
        endsName = range.upperBound >= name.upperBound
        // A clitic that only the name's context tells: «وقصي الخيبري».
        if range.lowerBound + 1 == name.lowerBound {
            start += 1
            traits.insert([.proclitic, .opensRun])
        } else if range.lowerBound == name.lowerBound + 1, nameKind == .place, traits.isDisjoint(with: .definite) {
            // What looked like a clitic is the name's own letter: «وهران». Persons' names are cut with less certainty.
            start -= 1
            opensName = true
            traits.remove(.proclitic)
            traits.insert(.mayBeName)
        }
    }
}

/// What a name is of, as far as phrases are concerned.
enum NameKind {
    case place
    case person
    case organisation
    /// A date, address …
    case value
    /// A sum of money, a share, an hour, a quantity.
    case amount
    case other

    @inline(__always)
    init(_ type: EntityType) {
        switch type {
        case .location: self = .place
        case .person: self = .person
        case .organization: self = .organisation
        case .miscellaneous: self = .other
        case .time, .money, .percent, .quantity: self = .amount
        default: self = .value
        }
    }
}
