/// The feature templates of the entity tagger, and the hashes that they make of a sentence.
///
/// A feature is a template and a value, hashed to 64 bits; the upper bits choose the row of weights. One for each
/// thread: it keeps its buffers.
package struct EntityFeatures {
    /// Each template has a number of its own, so that equal values in different places are different features.
    private enum Template: UInt64 {
        case bias
        case word, wordBefore, wordAfter, wordTwoBefore, wordTwoAfter
        case form, coreBefore, coreAfter, coreTwoBefore, coreTwoAfter
        case coreAndBefore, coreAndAfter, coresAround, coresBefore, coresAfter
        case prefix, suffix, corePrefix
        case suffixBefore, suffixAfter
        case shape, shapeBefore, shapeAfter, shapes, clitics
        case alone, opening, inner, classes
        case aloneBefore, aloneAfter, aloneTwoBefore, aloneTwoAfter, aloneThreeBefore
        case openingAfter, innerBefore, openingBefore, innerAfter
        case classesAndBefore, classesAndAfter, classesAndClitics
        case profile, shares, share, sharesBefore, sharesAfter
        case kindsAround, kindsBefore, kindsAfter, kindAndClasses, kindAndCoreBefore, kindAndCoreAfter
        case sharesAndClasses, sharesAndCoreBefore
        case senses, sensesAround, sensesBefore, sensesAfter, sensesAndClitics
        case sensesAndCoreBefore, sensesAndCoreAfter, sensesAndKind, sensesAndShares
        case verdict, verdictAndClitics, verdictsAround, verdictAndKind
        case sport, sportAndSenses, sportAndKind, sportAndCore
        case opener, openerAndClitics, openerAndSenses, openerWord
        case coreNear
    }

    private static let seeds: [UInt64] = (0..<128).map { LetterHash.mix(0x5EED + $0) }
    private static let padding = 3

    private let gazetteer: Gazetteer
    private let vocabulary: BackgroundVocabulary
    /// The traits of the sentence's tokens, with boundaries on both sides.
    private var traits: [TokenTraits] = []
    /// How many words of sports news the sentence and the one before have.
    private var sportWords = 0
    private var sportWordsBefore = 0
    /// The features of the token that was asked for last.
    package private(set) var hashes: [UInt64] = []
    /// How many groups of features there are that can be hidden while training.
    package static let groupCount = 5
    /// Where the features of each group end: the word, its neighbours, affixes and shapes, the lexicon, open text.
    package private(set) var groupEnds: [Int] = []

    package init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary) {
        self.gazetteer = gazetteer
        self.vocabulary = vocabulary
        hashes.reserveCapacity(192)
    }

    /// Forgets the sentence before: another text begins.
    package mutating func beginText() { sportWords = 0 }

    /// Takes in the next sentence of a text: `tokens` are ranges of `letters`.
    package mutating func read(letters: UnsafeBufferPointer<UInt16>, tokens: [Range<Int>]) {
        traits.removeAll(keepingCapacity: true)
        for _ in 0..<Self.padding { traits.append(.boundary) }
        for token in tokens {
            traits.append(
                TokenTraits(letters: UnsafeBufferPointer(rebasing: letters[token]), vocabulary: vocabulary)
            )
        }
        for _ in 0..<Self.padding { traits.append(.boundary) }
        for index in tokens.indices { look(up: index, in: letters, tokens: tokens) }
        for index in Self.padding..<Self.padding + tokens.count { traits[index].weigh() }
        sportWordsBefore = sportWords
        sportWords = traits.count { $0.alone.contains(.sport) }
        findOpeners()
    }

    /// Looks up the names that begin at a token, whole first, then behind its clitics.
    private mutating func look(up index: Int, in letters: UnsafeBufferPointer<UInt16>, tokens: [Range<Int>]) {
        let cuts = CliticCuts(UnsafeBufferPointer(rebasing: letters[tokens[index]]))
        if look(up: index, from: 0, contracted: false, in: letters, tokens: tokens) { return }
        if cuts.conjunction > 0 {
            if look(up: index, from: cuts.conjunction, contracted: false, in: letters, tokens: tokens) { return }
        }
        if cuts.preposition > cuts.conjunction {
            _ = look(
                up: index,
                from: cuts.preposition,
                contracted: cuts.isContracted,
                in: letters,
                tokens: tokens
            )
        }
    }

    private mutating func look(
        up index: Int,
        from cut: Int,
        contracted: Bool,
        in letters: UnsafeBufferPointer<UInt16>,
        tokens: [Range<Int>]
    ) -> Bool {
        var hash = LetterHash()
        if contracted { hash.append(ArabicLetter.alef) }
        var longest = 0
        var classes: GazetteerClasses = []
        let last = min(tokens.count, index + Gazetteer.longestName)
        for next in index..<last {
            if next > index { hash.append(LetterHash.space) }
            let start = tokens[next].lowerBound + (next == index ? cut : 0)
            for position in start..<tokens[next].upperBound { hash.append(letters[position]) }
            guard let match = gazetteer.match(hash: hash.value) else { break }
            if !match.classes.isEmpty {
                if next == index {
                    traits[Self.padding + index].alone.formUnion(match.classes)
                } else {
                    classes = match.classes
                }
                longest = next - index + 1
            }
            if !match.continues { break }
        }
        if longest > 1 {
            traits[Self.padding + index].opening.formUnion(classes)
            traits[Self.padding + index].openingLength = longest
            for next in index + 1..<index + longest { traits[Self.padding + next].inner.formUnion(classes) }
        }
        return longest > 0
    }

    /// Finds for each token the word up to six before that opens an organisation's name, with no mark and no word of
    /// speech between: «منظمة الأغذية والزراعة».
    private mutating func findOpeners() {
        var opener: Int?
        for index in Self.padding..<traits.count - Self.padding {
            let token = traits[index]
            if let start = opener {
                if index - start > 6 || token.hasNoLetters || token.alone.contains(.speech) {
                    opener = nil
                } else {
                    traits[index].openerDistance = UInt64(index - start)
                    traits[index].opener = traits[start].core
                }
            }
            if token.alone.union(token.opening).contains(.organizationTrigger) { opener = index }
        }
    }

    /// What a second look needs of a token, apart from its label.
    func glimpse(at index: Int, memory: inout ArticleMemory) -> SecondLook.Glimpse {
        let place = index + Self.padding
        let token = traits[place]
        var glimpse = SecondLook.Glimpse()
        if token.openingLength > 0 { glimpse.longName = (token.openingLength, token.opening) }
        // Letters of one script or several; no digits, no marks, no everyday words.
        let script = token.shape >> 3
        guard script == 1 || script == 3 || script == 6,
            token.profile.level < vocabulary.everydayLevel
        else { return glimpse }
        glimpse.word = memory.place(of: token.core)
        return glimpse
    }

    /// Computes the features of a token into ``hashes``.
    package mutating func compute(at index: Int) {
        hashes.removeAll(keepingCapacity: true)
        let place = index + Self.padding
        traits.withUnsafeBufferPointer { traits in
            let token = traits[place]
            let before = traits[place - 1]
            let after = traits[place + 1]
            let twoBefore = traits[place - 2]
            let twoAfter = traits[place + 2]

            // The word itself and what is left of it without clitics.
            add(.word, token.word)
            add(.form, token.word)
            if token.withoutConjunction != 0 { add(.form, token.withoutConjunction) }
            if token.withoutPreposition != 0 { add(.form, token.withoutPreposition) }
            if token.withoutArticle != 0 { add(.form, token.withoutArticle) }
            add(.coreAndBefore, Self.pair(before.core, token.core))
            add(.coreAndAfter, Self.pair(token.core, after.core))
            groupEnds.removeAll(keepingCapacity: true)
            groupEnds.append(hashes.count)

            add(.bias, 0)
            // Words around.
            add(.wordBefore, before.word)
            add(.wordAfter, after.word)
            add(.wordTwoBefore, twoBefore.word)
            add(.wordTwoAfter, twoAfter.word)
            add(.coreBefore, before.core)
            add(.coreAfter, after.core)
            add(.coreTwoBefore, twoBefore.core)
            add(.coreTwoAfter, twoAfter.core)
            add(.coresAround, Self.pair(before.core, after.core))
            add(.coresBefore, Self.pair(twoBefore.core, before.core))
            add(.coresAfter, Self.pair(after.core, twoAfter.core))

            groupEnds.append(hashes.count)
            // Affixes of one to four letters.
            for length in 0..<4 {
                if token.prefixes[length] != 0 { add(.prefix, token.prefixes[length]) }
                if token.suffixes[length] != 0 { add(.suffix, token.suffixes[length]) }
                if token.corePrefixes[length] != 0 { add(.corePrefix, token.corePrefixes[length]) }
            }
            add(.suffixBefore, before.suffixes[1])
            add(.suffixAfter, after.suffixes[1])

            // Shapes and clitics.
            add(.shape, token.shape)
            add(.shapeBefore, before.shape)
            add(.shapeAfter, after.shape)
            add(.shapes, before.shape << 12 | token.shape << 6 | after.shape)
            add(.clitics, token.clitics)

            groupEnds.append(hashes.count)
            // The lexicon: names through the clitics, trigger words around.
            addEach(.alone, token.alone)
            addEach(.opening, token.opening)
            addEach(.inner, token.inner)
            addEach(.aloneBefore, before.alone)
            addEach(.aloneAfter, after.alone)
            addEach(.aloneTwoBefore, twoBefore.alone)
            addEach(.aloneTwoAfter, twoAfter.alone)
            addEach(.aloneThreeBefore, traits[place - 3].alone)
            addEach(.openingAfter, after.opening)
            addEach(.openingBefore, before.opening)
            addEach(.innerBefore, before.inner)
            addEach(.innerAfter, after.inner)
            let classes = Self.classes(token)
            add(.classes, classes)
            add(.classesAndBefore, Self.pair(Self.classes(before), classes))
            add(.classesAndAfter, Self.pair(classes, Self.classes(after)))
            add(.classesAndClitics, Self.pair(classes, token.clitics))
            // The same, coarser: what a name is, not each list it stands in.
            let senses = token.senses
            let sensesBefore = before.senses
            let sensesAfter = after.senses
            add(.senses, senses)
            add(.sensesAround, sensesBefore << 24 | senses << 12 | sensesAfter)
            add(.sensesBefore, twoBefore.senses << 24 | sensesBefore << 12 | senses)
            add(.sensesAfter, twoAfter.senses << 24 | sensesAfter << 12 | senses)
            add(.sensesAndCoreBefore, Self.pair(before.core, senses))
            add(.sensesAndCoreAfter, Self.pair(after.core, senses))
            add(.sensesAndClitics, token.clitics << 12 | senses)
            let verdict = token.verdict
            add(.verdict, verdict)
            add(.verdictAndClitics, verdict << 8 | token.clitics)
            add(.verdictsAround, before.verdict << 16 | verdict << 8 | after.verdict)

            // Sport: there a city's name is a club's more often than not.
            let sport = UInt64(min(sportWords, 2) * 2 + min(sportWordsBefore, 1))
            add(.sport, sport)
            add(.sportAndSenses, sport << 12 | senses)
            add(.sportAndKind, sport << 12 | token.profile.kind.rawValue)
            add(.sportAndCore, Self.pair(token.core, sport))

            // How far an organisation's name reaches.
            add(.opener, token.openerDistance)
            if token.openerDistance > 0 {
                add(.openerAndClitics, token.openerDistance << 8 | token.clitics)
                add(.openerAndSenses, token.openerDistance << 12 | senses)
                add(.openerWord, Self.pair(token.opener, token.clitics))
            }
            for distance in 1...3 {
                add(.coreNear, traits[place - distance].core)
                add(.coreNear, traits[place + distance].core &+ 1)
            }
            groupEnds.append(hashes.count)
            // How open text uses the words.
            add(.profile, UInt64(token.profile.rawValue))
            let shares = token.profile.shares
            add(.shares, shares)
            for share in WordProfile.Share.allCases {
                add(.share, UInt64(share.rawValue) << 2 | token.profile.share(share))
            }
            add(.sharesBefore, before.profile.shares)
            add(.sharesAfter, after.profile.shares)
            let kind = token.profile.kind.rawValue
            let kindBefore = before.profile.kind.rawValue
            let kindAfter = after.profile.kind.rawValue
            add(.kindsAround, kindBefore << 8 | kind << 4 | kindAfter)
            add(.kindsBefore, twoBefore.profile.kind.rawValue << 8 | kindBefore << 4 | kind)
            add(.kindsAfter, kind << 8 | kindAfter << 4 | twoAfter.profile.kind.rawValue)
            add(.sensesAndKind, kind << 12 | senses)
            add(.sensesAndShares, shares << 12 | senses)
            add(.verdictAndKind, verdict << 4 | kind)
            add(.kindAndClasses, Self.pair(classes, kind))
            add(.kindAndCoreBefore, Self.pair(before.core, kind))
            add(.kindAndCoreAfter, Self.pair(after.core, kind))
            add(.sharesAndClasses, Self.pair(classes, shares))
            add(.sharesAndCoreBefore, Self.pair(before.core, shares))
            groupEnds.append(hashes.count)
        }
    }

    /// All that the lexicon says of a token as one value.
    @inline(__always)
    private static func classes(_ token: TokenTraits) -> UInt64 {
        LetterHash.mix(
            UInt64(token.alone.rawValue) << 32 ^ UInt64(token.opening.rawValue) << 16 ^ UInt64(token.inner.rawValue)
        )
    }

    @inline(__always)
    private static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left &* 0x9E37_79B9_7F4A_7C15) ^ (right << 23 | right >> 41)
    }

    @inline(__always)
    private mutating func add(_ template: Template, _ value: UInt64) {
        let hash = (value ^ Self.seeds[Int(template.rawValue)]) &* 0x9FB2_1C65_1E98_DF25
        hashes.append(hash ^ hash >> 29)
    }

    @inline(__always)
    private mutating func addEach(_ template: Template, _ classes: GazetteerClasses) {
        var rest = classes.rawValue
        while rest != 0 {
            add(template, UInt64(rest.trailingZeroBitCount))
            rest &= rest - 1
        }
    }
}
