/// The feature templates of the entity tagger: a feature is a template and a value, hashed to 64 bits.
extension EntityFeatures {
    /// How many groups of features there are that can be hidden while training.
    package static let groupCount = 5

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

    /// Hands the features of a token to `receiver`, one after the other.
    @inline(__always)
    package func visit(at index: Int, by receiver: inout some FeatureReceiver) {
        let place = index + Self.padding
        traits.withUnsafeBufferPointer { traits in
            let token = traits[place]
            let before = traits[place - 1]
            let after = traits[place + 1]
            let twoBefore = traits[place - 2]
            let twoAfter = traits[place + 2]

            // The word itself and what is left of it without clitics.
            add(&receiver, .word, token.word)
            add(&receiver, .form, token.word)
            if token.withoutConjunction != 0 { add(&receiver, .form, token.withoutConjunction) }
            if token.withoutPreposition != 0 { add(&receiver, .form, token.withoutPreposition) }
            if token.withoutArticle != 0 { add(&receiver, .form, token.withoutArticle) }
            add(&receiver, .coreAndBefore, Self.pair(before.core, token.core))
            add(&receiver, .coreAndAfter, Self.pair(token.core, after.core))
            receiver.endGroup()

            add(&receiver, .bias, 0)
            // Words around.
            add(&receiver, .wordBefore, before.word)
            add(&receiver, .wordAfter, after.word)
            add(&receiver, .wordTwoBefore, twoBefore.word)
            add(&receiver, .wordTwoAfter, twoAfter.word)
            add(&receiver, .coreBefore, before.core)
            add(&receiver, .coreAfter, after.core)
            add(&receiver, .coreTwoBefore, twoBefore.core)
            add(&receiver, .coreTwoAfter, twoAfter.core)
            add(&receiver, .coresAround, Self.pair(before.core, after.core))
            add(&receiver, .coresBefore, Self.pair(twoBefore.core, before.core))
            add(&receiver, .coresAfter, Self.pair(after.core, twoAfter.core))

            receiver.endGroup()
            // Affixes of one to four letters.
            for length in 0..<4 {
                if token.prefixes[length] != 0 { add(&receiver, .prefix, token.prefixes[length]) }
                if token.suffixes[length] != 0 { add(&receiver, .suffix, token.suffixes[length]) }
                if token.corePrefixes[length] != 0 { add(&receiver, .corePrefix, token.corePrefixes[length]) }
            }
            add(&receiver, .suffixBefore, before.suffixes[1])
            add(&receiver, .suffixAfter, after.suffixes[1])

            // Shapes and clitics.
            add(&receiver, .shape, token.shape)
            add(&receiver, .shapeBefore, before.shape)
            add(&receiver, .shapeAfter, after.shape)
            add(&receiver, .shapes, before.shape << 12 | token.shape << 6 | after.shape)
            add(&receiver, .clitics, token.clitics)

            receiver.endGroup()
            // The lexicon: names through the clitics, trigger words around.
            addEach(&receiver, .alone, token.alone)
            addEach(&receiver, .opening, token.opening)
            addEach(&receiver, .inner, token.inner)
            addEach(&receiver, .aloneBefore, before.alone)
            addEach(&receiver, .aloneAfter, after.alone)
            addEach(&receiver, .aloneTwoBefore, twoBefore.alone)
            addEach(&receiver, .aloneTwoAfter, twoAfter.alone)
            addEach(&receiver, .aloneThreeBefore, traits[place - 3].alone)
            addEach(&receiver, .openingAfter, after.opening)
            addEach(&receiver, .openingBefore, before.opening)
            addEach(&receiver, .innerBefore, before.inner)
            addEach(&receiver, .innerAfter, after.inner)
            let classes = token.classes
            add(&receiver, .classes, classes)
            add(&receiver, .classesAndBefore, Self.pair(before.classes, classes))
            add(&receiver, .classesAndAfter, Self.pair(classes, after.classes))
            add(&receiver, .classesAndClitics, Self.pair(classes, token.clitics))
            // The same, coarser: what a name is, not each list it stands in.
            let senses = token.senses
            let sensesBefore = before.senses
            let sensesAfter = after.senses
            add(&receiver, .senses, senses)
            add(&receiver, .sensesAround, sensesBefore << 24 | senses << 12 | sensesAfter)
            add(&receiver, .sensesBefore, twoBefore.senses << 24 | sensesBefore << 12 | senses)
            add(&receiver, .sensesAfter, twoAfter.senses << 24 | sensesAfter << 12 | senses)
            add(&receiver, .sensesAndCoreBefore, Self.pair(before.core, senses))
            add(&receiver, .sensesAndCoreAfter, Self.pair(after.core, senses))
            add(&receiver, .sensesAndClitics, token.clitics << 12 | senses)
            let verdict = token.verdict
            add(&receiver, .verdict, verdict)
            add(&receiver, .verdictAndClitics, verdict << 8 | token.clitics)
            add(&receiver, .verdictsAround, before.verdict << 16 | verdict << 8 | after.verdict)

            // Sport: there a city's name is a club's more often than not.
            let sport = UInt64(min(sportWords, 2) * 2 + min(sportWordsBefore, 1))
            add(&receiver, .sport, sport)
            add(&receiver, .sportAndSenses, sport << 12 | senses)
            add(&receiver, .sportAndKind, sport << 12 | token.kind)
            add(&receiver, .sportAndCore, Self.pair(token.core, sport))

            // How far an organisation's name reaches.
            add(&receiver, .opener, token.openerDistance)
            if token.openerDistance > 0 {
                add(&receiver, .openerAndClitics, token.openerDistance << 8 | token.clitics)
                add(&receiver, .openerAndSenses, token.openerDistance << 12 | senses)
                add(&receiver, .openerWord, Self.pair(token.opener, token.clitics))
            }
            for distance in 1...3 {
                add(&receiver, .coreNear, traits[place - distance].core)
                add(&receiver, .coreNear, traits[place + distance].core &+ 1)
            }
            receiver.endGroup()
            // How open text uses the words.
            add(&receiver, .profile, UInt64(token.profile.rawValue))
            let shares = token.profile.shares
            add(&receiver, .shares, shares)
            for number in 0..<WordProfile.shareCount {
                add(&receiver, .share, UInt64(number) << 2 | token.profile.share(number))
            }
            add(&receiver, .sharesBefore, before.profile.shares)
            add(&receiver, .sharesAfter, after.profile.shares)
            let kind = token.kind
            let kindBefore = before.kind
            let kindAfter = after.kind
            add(&receiver, .kindsAround, kindBefore << 8 | kind << 4 | kindAfter)
            add(&receiver, .kindsBefore, twoBefore.kind << 8 | kindBefore << 4 | kind)
            add(&receiver, .kindsAfter, kind << 8 | kindAfter << 4 | twoAfter.kind)
            add(&receiver, .sensesAndKind, kind << 12 | senses)
            add(&receiver, .sensesAndShares, shares << 12 | senses)
            add(&receiver, .verdictAndKind, verdict << 4 | kind)
            add(&receiver, .kindAndClasses, Self.pair(classes, kind))
            add(&receiver, .kindAndCoreBefore, Self.pair(before.core, kind))
            add(&receiver, .kindAndCoreAfter, Self.pair(after.core, kind))
            add(&receiver, .sharesAndClasses, Self.pair(classes, shares))
            add(&receiver, .sharesAndCoreBefore, Self.pair(before.core, shares))
            receiver.endGroup()
        }
    }

    @inline(__always)
    private static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left &* 0x9E37_79B9_7F4A_7C15) ^ (right << 23 | right >> 41)
    }

    @inline(__always)
    private func add(_ receiver: inout some FeatureReceiver, _ template: Template, _ value: UInt64) {
        let hash = (value ^ LetterHash.mix(0x5EED + template.rawValue)) &* 0x9FB2_1C65_1E98_DF25
        receiver.take(hash ^ hash >> 29)
    }

    @inline(__always)
    private func addEach(_ receiver: inout some FeatureReceiver, _ template: Template, _ classes: GazetteerClasses) {
        var rest = classes.rawValue
        while rest != 0 {
            add(&receiver, template, UInt64(rest.trailingZeroBitCount))
            rest &= rest - 1
        }
    }
}
