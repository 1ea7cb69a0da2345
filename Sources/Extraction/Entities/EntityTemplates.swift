/// The feature templates of the entity tagger: a feature is a template and a value, hashed to 64 bits.
///
/// They are of three kinds. What a token says of itself, and what it says of those up to three places from it, it says
/// wherever it stands, as long as the lexicon finds no name of several words there; so such features are added up once
/// for a word (``TokenScores``). What several tokens say together has to be made anew each time.
enum EntityTemplates {
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

    /// How far a token's features reach, to either side.
    static let reach = 3

    /// What a token says of itself.
    @inline(__always)
    static func visitOwn(_ forms: WordForms, _ token: TokenTraits, by receiver: inout some FeatureReceiver) {
        add(&receiver, .bias, 0, .neighbours)

        // The word and what is left of it without clitics.
        add(&receiver, .word, forms.word, .word)
        add(&receiver, .form, forms.word, .word)
        if forms.withoutConjunction != 0 { add(&receiver, .form, forms.withoutConjunction, .word) }
        if forms.withoutPreposition != 0 { add(&receiver, .form, forms.withoutPreposition, .word) }
        if forms.withoutArticle != 0 { add(&receiver, .form, forms.withoutArticle, .word) }

        // Affixes of one to four letters, shape and clitics.
        for length in 0..<4 {
            if forms.prefixes[length] != 0 { add(&receiver, .prefix, forms.prefixes[length], .shape) }
            if forms.suffixes[length] != 0 { add(&receiver, .suffix, forms.suffixes[length], .shape) }
            if forms.corePrefixes[length] != 0 { add(&receiver, .corePrefix, forms.corePrefixes[length], .shape) }
        }
        let clitics = UInt64(token.clitics)
        add(&receiver, .shape, UInt64(token.shape), .shape)
        add(&receiver, .clitics, clitics, .shape)

        // The lexicon, class by class and coarser: what a name is, not each list it stands in.
        let senses = UInt64(token.senses)
        let verdict = UInt64(token.verdict)
        addEach(&receiver, .alone, token.alone)
        addEach(&receiver, .opening, token.opening)
        addEach(&receiver, .inner, token.inner)
        add(&receiver, .classes, token.classes, .lexicon)
        add(&receiver, .classesAndClitics, pair(token.classes, clitics), .lexicon)
        add(&receiver, .senses, senses, .lexicon)
        add(&receiver, .sensesAndClitics, clitics << 12 | senses, .lexicon)
        add(&receiver, .verdict, verdict, .lexicon)
        add(&receiver, .verdictAndClitics, verdict << 8 | clitics, .lexicon)

        // How open text uses the word.
        let kind = UInt64(token.kind)
        let shares = token.profile.shares
        add(&receiver, .profile, UInt64(token.profile.rawValue), .openText)
        add(&receiver, .shares, shares, .openText)
        for number in 0..<WordProfile.shareCount {
            add(&receiver, .share, UInt64(number) << 2 | token.profile.share(number), .openText)
        }
        add(&receiver, .sensesAndKind, kind << 12 | senses, .openText)
        add(&receiver, .sensesAndShares, shares << 12 | senses, .openText)
        add(&receiver, .verdictAndKind, verdict << 4 | kind, .openText)
        add(&receiver, .kindAndClasses, pair(token.classes, kind), .openText)
        add(&receiver, .sharesAndClasses, pair(token.classes, shares), .openText)
    }

    /// What a token says of the one `distance` places behind it, or before it where that is less than 0.
    @inline(__always)
    static func visit(
        from forms: WordForms,
        _ token: TokenTraits,
        to distance: Int,
        by receiver: inout some FeatureReceiver
    ) {
        switch distance {
        case 1:
            add(&receiver, .wordBefore, forms.word, .neighbours)
            add(&receiver, .coreBefore, token.core, .neighbours)
            add(&receiver, .suffixBefore, forms.suffixes[1], .shape)
            add(&receiver, .shapeBefore, UInt64(token.shape), .shape)
            addEach(&receiver, .aloneBefore, token.alone)
            addEach(&receiver, .openingBefore, token.opening)
            addEach(&receiver, .innerBefore, token.inner)
            add(&receiver, .sharesBefore, token.profile.shares, .openText)
        case -1:
            add(&receiver, .wordAfter, forms.word, .neighbours)
            add(&receiver, .coreAfter, token.core, .neighbours)
            add(&receiver, .suffixAfter, forms.suffixes[1], .shape)
            add(&receiver, .shapeAfter, UInt64(token.shape), .shape)
            addEach(&receiver, .aloneAfter, token.alone)
            addEach(&receiver, .openingAfter, token.opening)
            addEach(&receiver, .innerAfter, token.inner)
            add(&receiver, .sharesAfter, token.profile.shares, .openText)
        case 2:
            add(&receiver, .wordTwoBefore, forms.word, .neighbours)
            add(&receiver, .coreTwoBefore, token.core, .neighbours)
            addEach(&receiver, .aloneTwoBefore, token.alone)
        case -2:
            add(&receiver, .wordTwoAfter, forms.word, .neighbours)
            add(&receiver, .coreTwoAfter, token.core, .neighbours)
            addEach(&receiver, .aloneTwoAfter, token.alone)
        case 3:
            addEach(&receiver, .aloneThreeBefore, token.alone)
        default: break
        }
        add(&receiver, .coreNear, distance > 0 ? token.core : token.core &+ 1, .lexicon)
    }

    /// What a token and those around it say together.
    /// - Parameters:
    ///   - place: that of the token in `traits`, with ``reach`` more on both sides of it.
    ///   - sport: how much of sports news the sentences are, see ``SentenceTraits/sport``.
    @inline(__always)
    static func visitTogether(
        at place: Int,
        of traits: UnsafeBufferPointer<TokenTraits>,
        sport: UInt64,
        by receiver: inout some FeatureReceiver
    ) {
        let token = traits[place]
        let before = traits[place - 1]
        let after = traits[place + 1]
        let twoBefore = traits[place - 2]
        let twoAfter = traits[place + 2]

        // Words.
        add(&receiver, .coreAndBefore, pair(before.core, token.core), .word)
        add(&receiver, .coreAndAfter, pair(token.core, after.core), .word)
        add(&receiver, .coresAround, pair(before.core, after.core), .neighbours)
        add(&receiver, .coresBefore, pair(twoBefore.core, before.core), .neighbours)
        add(&receiver, .coresAfter, pair(after.core, twoAfter.core), .neighbours)

        // Shapes.
        let shapes = UInt64(before.shape) << 12 | UInt64(token.shape) << 6 | UInt64(after.shape)
        add(&receiver, .shapes, shapes, .shape)

        // The lexicon.
        let senses = UInt64(token.senses)
        let (sensesBefore, sensesAfter) = (UInt64(before.senses), UInt64(after.senses))
        add(&receiver, .classesAndBefore, pair(before.classes, token.classes), .lexicon)
        add(&receiver, .classesAndAfter, pair(token.classes, after.classes), .lexicon)
        add(&receiver, .sensesAround, sensesBefore << 24 | senses << 12 | sensesAfter, .lexicon)
        add(&receiver, .sensesBefore, UInt64(twoBefore.senses) << 24 | sensesBefore << 12 | senses, .lexicon)
        add(&receiver, .sensesAfter, UInt64(twoAfter.senses) << 24 | sensesAfter << 12 | senses, .lexicon)
        add(&receiver, .sensesAndCoreBefore, pair(before.core, senses), .lexicon)
        add(&receiver, .sensesAndCoreAfter, pair(after.core, senses), .lexicon)
        let verdicts = UInt64(before.verdict) << 16 | UInt64(token.verdict) << 8 | UInt64(after.verdict)
        add(&receiver, .verdictsAround, verdicts, .lexicon)

        // Sport: there a city's name is a club's more often than not.
        let kind = UInt64(token.kind)
        add(&receiver, .sport, sport, .lexicon)
        add(&receiver, .sportAndSenses, sport << 12 | senses, .lexicon)
        add(&receiver, .sportAndKind, sport << 12 | kind, .lexicon)
        add(&receiver, .sportAndCore, pair(token.core, sport), .lexicon)

        // How far an organisation's name reaches.
        let distance = UInt64(token.openerDistance)
        add(&receiver, .opener, distance, .lexicon)
        if distance > 0 {
            let clitics = UInt64(token.clitics)
            add(&receiver, .openerAndClitics, distance << 8 | clitics, .lexicon)
            add(&receiver, .openerAndSenses, distance << 12 | senses, .lexicon)
            add(&receiver, .openerWord, pair(token.opener, clitics), .lexicon)
        }

        // How open text uses the words.
        let (kindBefore, kindAfter) = (UInt64(before.kind), UInt64(after.kind))
        add(&receiver, .kindsAround, kindBefore << 8 | kind << 4 | kindAfter, .openText)
        add(&receiver, .kindsBefore, UInt64(twoBefore.kind) << 8 | kindBefore << 4 | kind, .openText)
        add(&receiver, .kindsAfter, kind << 8 | kindAfter << 4 | UInt64(twoAfter.kind), .openText)
        add(&receiver, .kindAndCoreBefore, pair(before.core, kind), .openText)
        add(&receiver, .kindAndCoreAfter, pair(after.core, kind), .openText)
        add(&receiver, .sharesAndCoreBefore, pair(before.core, token.profile.shares), .openText)
    }

    @inline(__always)
    private static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left &* 0x9E37_79B9_7F4A_7C15) ^ (right << 23 | right >> 41)
    }

    @inline(__always)
    private static func add(
        _ receiver: inout some FeatureReceiver,
        _ template: Template,
        _ value: UInt64,
        _ group: FeatureGroup
    ) {
        receiver.take(value ^ LetterHash.mix(0x5EED + template.rawValue), of: group)
    }

    @inline(__always)
    private static func addEach(
        _ receiver: inout some FeatureReceiver,
        _ template: Template,
        _ classes: GazetteerClasses
    ) {
        var rest = classes.rawValue
        while rest != 0 {
            add(&receiver, template, UInt64(rest.trailingZeroBitCount), .lexicon)
            rest &= rest - 1
        }
    }
}
