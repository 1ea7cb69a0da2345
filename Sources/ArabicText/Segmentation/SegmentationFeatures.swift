/// The features that tell a right reading of a word from a wrong one.
///
/// A reading is prefixes, stem and suffixes; a feature is a template and a value, hashed, and chooses a weight. The
/// templates look at the letters at the seams, the stem's shape, and what the lexicon knows of the stem and of forms
/// made from it (with article, with teh marbuta, without prefixes …): a stem that is a word elsewhere is likely one here.
struct SegmentationFeatures {
    private let lexicon: SegmentationLexicon
    private let rowMask: UInt64
    /// The rows of weights that the last reading chose.
    private(set) var rows: [UInt32] = []
    /// While training: the stem of the word that is learnt, whose own count must not speak for it.
    var heldOut: (hash: UInt64, level: UInt32)?

    init(lexicon: SegmentationLexicon, rowBits: Int) {
        self.lexicon = lexicon
        rowMask = 1 << UInt64(rowBits) - 1
        rows.reserveCapacity(80)
    }

    private enum Template: UInt64 {
        case prefixes = 1, suffixes, affixes, length, lengthAndPrefixes, lengthAndSuffixes
        case stem, stemAndSuffixes, stemAndPrefix
        case first, firstTwo, firstThree, last, lastTwo, lastThree, firstAndLength
        case firstAndSuffixes, firstTwoAndSuffixes, firstAndLast, shapeAndSuffixes, shapeAndPrefix
        case stemLevel, stemLevelAndPrefix, stemLevelAndSuffixes
        case openStem, openStemAndPrefix, openStemAndSuffixes
        case form, formAndPrefix, formAndSuffixes
        case definite, definiteAndPrefix, definiteAndSuffixes
        case feminine, definiteFeminine, plural
        case rest, restAndPrefixes, definiteRest
        case beforePronoun, pronounBase, definitePronounBase
        case prefixed, imperfect
        case name, nameAndPrefix, nameRest, nameAndForm
        case adjective, adjectiveAndPrefix, adjectiveRest
    }

    private static let seeds: [UInt64] = (0..<64).map { SegmentationHash.mix(0x5E6_0000 + $0) }

    @inline(__always)
    private mutating func add(_ template: Template, _ value: UInt64) {
        let hash = (value ^ Self.seeds[Int(template.rawValue)]) &* 0x9FB2_1C65_1E98_DF25
        rows.append(UInt32(truncatingIfNeeded: (hash ^ hash >> 29) >> 24 & rowMask))
    }

    /// Computes ``rows`` for one reading of `word`.
    mutating func compute(_ word: UnsafeBufferPointer<UInt16>, _ reading: WordSegmentation) {
        rows.removeAll(keepingCapacity: true)
        let stem = UnsafeBufferPointer(rebasing: word[reading.stem])
        let prefix = reading.prefixes.innermost
        let suffixes = UInt64(reading.suffixes.code)
        let count = stem.count
        let length = UInt64(min(count, 7))

        add(.prefixes, reading.prefixes.code)
        add(.suffixes, suffixes)
        add(.affixes, prefix << 8 | suffixes)
        add(.length, length)
        add(.lengthAndPrefixes, length << 8 | reading.prefixes.code)
        add(.lengthAndSuffixes, length << 8 | suffixes)

        var ends = (SegmentationHash(), SegmentationHash(), SegmentationHash())
        var stemHash = SegmentationHash()
        for (index, letter) in stem.enumerated() {
            stemHash.append(letter)
            switch index {
            case 0: ends.0 = stemHash
            case 1: ends.1 = stemHash
            case 2: ends.2 = stemHash
            default: break
            }
        }
        let stemValue = stemHash.value
        add(.stem, stemValue)
        add(.stemAndSuffixes, stemValue &+ suffixes << 48)
        add(.stemAndPrefix, stemValue &+ prefix << 48)

        seams(stem, ends, prefix: prefix, suffixes: suffixes, length: length)
        known(word, reading, stem: stemHash, prefix: prefix, suffixes: suffixes)
    }

    private mutating func seams(
        _ stem: UnsafeBufferPointer<UInt16>,
        _ starts: (SegmentationHash, SegmentationHash, SegmentationHash),
        prefix: UInt64,
        suffixes: UInt64,
        length: UInt64
    ) {
        let count = stem.count
        let first = UInt64(stem[0])
        let last = UInt64(stem[count - 1])
        let firstTwo = count > 1 ? starts.1.value : first
        let firstThree = count > 2 ? starts.2.value : firstTwo
        let lastTwo = count > 1 ? last << 16 | UInt64(stem[count - 2]) : last
        let lastThree = count > 2 ? lastTwo << 16 | UInt64(stem[count - 3]) : lastTwo
        add(.first, first << 8 | prefix)
        add(.firstTwo, firstTwo &+ prefix << 48)
        add(.firstThree, firstThree &+ prefix << 48)
        add(.last, last << 8 | suffixes)
        add(.lastTwo, lastTwo << 8 | suffixes)
        add(.lastThree, lastThree << 8 | suffixes)
        add(.firstAndLength, first << 16 | prefix << 8 | length)
        add(.firstAndSuffixes, first << 16 | suffixes << 8 | length)
        add(.firstTwoAndSuffixes, firstTwo &+ suffixes << 48)
        add(.firstAndLast, first << 32 | last << 16 | prefix << 8 | suffixes)
        let shape = Self.shape(stem)
        add(.shapeAndSuffixes, shape << 8 | suffixes)
        add(.shapeAndPrefix, shape << 8 | prefix)
    }

    /// The first six letters, those that patterns are made with told apart, the others alike.
    private static func shape(_ stem: UnsafeBufferPointer<UInt16>) -> UInt64 {
        var shape: UInt64 = 1
        for letter in stem.prefix(6) {
            let kind: UInt64 =
                switch letter {
                case 0x627: 1
                case 0x648: 2
                case 0x64A: 3
                case 0x62A: 4
                case 0x645: 5
                case 0x646: 6
                case 0x633: 7
                case 0x621: 8
                default: 0
                }
            shape = shape << 4 | kind
        }
        return shape
    }

    private mutating func known(
        _ word: UnsafeBufferPointer<UInt16>,
        _ reading: WordSegmentation,
        stem: SegmentationHash,
        prefix: UInt64,
        suffixes: UInt64
    ) {
        let letters = word[reading.stem]
        let article = SegmentationHash().appending(0x627, 0x644)
        var definite = article
        for letter in letters { definite.append(letter) }
        var rest = stem
        var definiteRest = definite
        for letter in word[reading.stem.upperBound...] {
            rest.append(letter)
            definiteRest.append(letter)
        }
        let stemValue = stem.value
        let facts = lexicon.facts(stemValue)
        let restFacts = suffixes == 0 ? facts : lexicon.facts(rest.value)
        let form = UInt64(facts.form)
        let stemLevel = UInt64(heldOut?.hash == stemValue ? heldOut?.level ?? 0 : facts.stem)
        add(.stemLevel, stemLevel)
        add(.stemLevelAndPrefix, stemLevel << 8 | prefix)
        add(.stemLevelAndSuffixes, stemLevel << 8 | suffixes)
        let openStem = UInt64(facts.openStem)
        add(.openStem, openStem)
        add(.openStemAndPrefix, openStem << 8 | prefix)
        add(.openStemAndSuffixes, openStem << 8 | suffixes)
        add(.form, form)
        add(.formAndPrefix, form << 8 | prefix)
        add(.formAndSuffixes, form << 8 | suffixes)
        let definiteLevel = UInt64(lexicon.facts(definite.value).form)
        add(.definite, definiteLevel << 1 | (form > 0 ? 1 : 0))
        add(.definiteAndPrefix, definiteLevel << 8 | prefix)
        add(.definiteAndSuffixes, definiteLevel << 8 | suffixes)
        add(.feminine, UInt64(lexicon.facts(stem.appending(0x629).value).form) << 8 | suffixes)
        add(.definiteFeminine, UInt64(lexicon.facts(definite.appending(0x629).value).form) << 8 | suffixes)
        add(.plural, UInt64(lexicon.facts(stem.appending(0x627, 0x62A).value).form) << 8 | suffixes)
        let restLevel = UInt64(restFacts.form)
        add(.rest, restLevel << 8 | prefix)
        add(.restAndPrefixes, restLevel << 9 | reading.prefixes.code << 1 | (suffixes == 0 ? 0 : 1))
        add(.definiteRest, UInt64(lexicon.facts(definiteRest.value).form) << 8 | prefix)

        if reading.suffixes.pronounLength > 0 { pronoun(word, reading, suffixes: suffixes) }
        if !reading.prefixes.hasArticle {
            let prefixed =
                reading.stem.lowerBound > 0
                ? UInt64(lexicon.facts(Self.hash(word[..<reading.stem.upperBound])).form) : 0
            add(.prefixed, prefixed << 9 | reading.prefixes.code << 1 | (suffixes == 0 ? 0 : 1))
        }
        if let first = letters.first, first == 0x64A || first == 0x62A || first == 0x646,
            reading.prefixes.particle != .for || reading.prefixes.hasArticle
        {
            var he = SegmentationHash().appending(0x64A)
            var she = SegmentationHash().appending(0x62A)
            for letter in letters.dropFirst() {
                he.append(letter)
                she.append(letter)
            }
            let level = UInt64(max(lexicon.facts(he.value).form, lexicon.facts(she.value).form))
            add(.imperfect, level << 16 | suffixes << 8 | reading.prefixes.code)
        }
        let isName: UInt64 = facts.isName ? 1 : 0
        let restIsName: UInt64 = restFacts.isName ? 1 : 0
        add(.name, isName << 8 | suffixes)
        add(.nameAndPrefix, restIsName << 16 | UInt64(reading.prefixes.conjunction.rawValue) << 8 | prefix)
        add(.nameRest, restIsName << 8 | suffixes)
        add(.nameAndForm, isName << 17 | restIsName << 16 | restLevel << 8 | suffixes)
        let isAdjective: UInt64 = facts.isAdjective ? 1 : 0
        add(.adjective, isAdjective << 8 | suffixes)
        add(.adjectiveAndPrefix, isAdjective << 8 | prefix)
        add(.adjectiveRest, (restFacts.isAdjective ? 1 : 0) << 8 | suffixes)
    }

    /// What the lexicon knows of what stands before a pronoun; ت there may be teh marbuta.
    private mutating func pronoun(
        _ word: UnsafeBufferPointer<UInt16>,
        _ reading: WordSegmentation,
        suffixes: UInt64
    ) {
        let end = word.count - reading.suffixes.pronounLength
        let base = word[reading.stem.lowerBound..<end]
        var pronoun = SegmentationHash()
        for letter in word[end...] { pronoun.append(letter) }
        if base.last == 0x62A {
            let feminine = SegmentationHash(base.dropLast()).appending(0x629)
            add(.beforePronoun, UInt64(lexicon.facts(feminine.value).form))
        }
        var definite = SegmentationHash().appending(0x627, 0x644)
        for letter in base { definite.append(letter) }
        add(.pronounBase, pronoun.value &+ UInt64(lexicon.facts(Self.hash(base)).form) << 48)
        add(.definitePronounBase, pronoun.value &+ UInt64(lexicon.facts(definite.value).form) << 48)
    }

    private static func hash(_ letters: Slice<UnsafeBufferPointer<UInt16>>) -> UInt64 {
        SegmentationHash(letters).value
    }
}
