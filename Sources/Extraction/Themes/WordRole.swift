/// What a word, where it stands, says of all phrases that it begins, goes on with or ends: found once a word, and joined
/// for each phrase.
struct WordRole {
    var stem: UInt32
    /// Of a phrase that it is alone.
    var alone: OccurrenceTraits = []
    /// Of longer ones that begin, that end with it.
    var head: OccurrenceTraits = []
    var end: OccurrenceTraits = []
    /// Of those that stand in the name it is part of, and that name's number in the section; -1 for none.
    var kind: OccurrenceTraits = []
    var name: Int32 = -1
    /// What it says of the form of phrases that begin with it, that it goes on, that end with it.
    var headForm: PhraseTraits = []
    var laterForm: PhraseTraits = []
    var endForm: PhraseTraits = []
    /// What is said of phrases of which all words say so.
    var commonForm: PhraseTraits = []
    /// How rare its stem is: ``ThemeModel/rarity(ofStem:)``.
    var rarity: Int16 = 0
    /// Letters of its stem.
    var letters: UInt8 = 0
    var places: Places = []

    /// Where it may stand in a phrase.
    struct Places: OptionSet {
        let rawValue: UInt16

        static let first = Places(rawValue: 1 << 0)
        static let alone = Places(rawValue: 1 << 1)
        /// Behind others.
        static let end = Places(rawValue: 1 << 2)
        /// Right behind the word before.
        static let joined = Places(rawValue: 1 << 3)
        /// It is an adjective; a phrase that begins with it begins with one; with that of the noun before it.
        static let adjective = Places(rawValue: 1 << 4)
        static let opensAsAdjective = Places(rawValue: 1 << 5)
        static let belongs = Places(rawValue: 1 << 6)
    }
}

extension WordRole {
    /// Stems of words that a name goes on behind: «بن», «أبو».
    private static let joiningStems = (StemHash.hash("بن".utf16), StemHash.hash("ابو".utf16))

    /// How many words ahead the background is asked for.
    private static let ahead = 12

    /// Calls `body` with those of all words of an article, which are there as long as it runs.
    static func withRoles<Value>(
        of words: UnsafeBufferPointer<ArticleWord>,
        model: ThemeModel,
        _ body: (UnsafeBufferPointer<WordRole>) -> Value
    ) -> Value {
        withUnsafeTemporaryAllocation(of: WordRole.self, capacity: words.count) { roles in
            let joining = joiningStems
            for word in words.prefix(ahead) { model.fetchDocumentFrequency(ofStem: word.stem) }
            for index in words.indices {
                if index + ahead < words.count { model.fetchDocumentFrequency(ofStem: words[index + ahead].stem) }
                let word = words[index]
                let next = index + 1 < words.count && words[index + 1].isJoined ? words[index + 1] : nil
                var role = WordRole(word, behind: word.isJoined ? words[index - 1] : nil, before: next)
                let goesOn =
                    word.stem == joining.0 || word.stem == joining.1
                    || index + 1 < words.count && word.isTitle(of: words[index + 1])
                if goesOn { role.places.subtract([.alone, .end]) }
                role.rarity = Int16(truncatingIfNeeded: model.rarity(ofStem: word.stem))
                roles.initializeElement(at: index, to: role)
            }
            return body(UnsafeBufferPointer(roles))
        }
    }

    /// Of `word`; `previous` is the word that it may go on with, `next` the one that may go on with it.
    ///
    /// Numbers are 0 or 1: what words are is hardly foreseen, so that nothing is decided by jumps.
    @inline(__always)
    private init(_ word: ArticleWord, behind previous: ArticleWord?, before next: ArticleWord?) {
        let own = word.traits
        let (before, behind) = (previous?.traits ?? [], next?.traits ?? [])
        let (follows, goesOn) = (Self.bit(previous != nil), Self.bit(next != nil))
        let (isNamed, opens, ends) = (Self.bit(word.name >= 0), Self.bit(word.opensName), Self.bit(word.endsName))
        let (isDefinite, wasDefinite) = (own.bit(.definite), before.bit(.definite))
        let isUnnamed = isNamed ^ 1

        // An adjective of relation that belongs, by form, to the word before; with the article, the adjective of that by
        // the lexicon or by form; what belongs to a noun before it; what stands behind a definite word.
        let agrees = follows & own.bit(.relational) & (isDefinite ^ wasDefinite ^ 1)
        let areDefinite = follows & isDefinite & wasDefinite
        let belongs = areDefinite & own.bit([.relational, .adjective])
        let isDependent = follows & isDefinite & (wasDefinite ^ 1)
        let isApposition = follows & wasDefinite & (isDefinite ^ 1)
        // As the adjective of the word before stands what agrees with it, or what is definite as that is and no name.
        let isNoAttribute = own.bit([.pronoun, .conjoined, .attached]) | before.bit(.pronoun)
        let isAttribute = agrees | areDefinite & isUnnamed & (isNoAttribute ^ 1)

        // The next word is, with the article, the adjective of this one by the lexicon or by form: in another gender it
        // belongs to what stands before that, as in «أجهزة الأمن الإسرائيلية» and «وزير الخارجية الروسي».
        let takesNext = goesOn & isDefinite & behind.bit(.definite) & behind.bit([.relational, .adjective])
        // What a noun is annexed to is a noun itself, though it may be an adjective elsewhere.
        let disagrees =
            takesNext & isUnnamed & (own.bit(.eitherGender) ^ 1) & (own.bit(.feminine) ^ behind.bit(.feminine))
        let isHeadless = isDependent & disagrees
        // What the next word goes on with is cut off from what it belongs to: «أسعار» before «العقارات», «جبال» before the
        // name «مران», «وزير الخدمة» before «المدنية».
        let mayBeCutOff =
            goesOn & (own.bit(.accusative) ^ 1) & (isNamed & ends ^ 1)
            & (behind.bit([.attached, .conjoined]) ^ 1)
        let isCutOffAlone = mayBeCutOff & (isDefinite ^ 1)
        let nextOpens = isUnnamed & Self.bit(next?.opensName ?? false)
        let isCutOff = mayBeCutOff & (takesNext | (isDefinite ^ 1) & (behind.bit(.definite) | nextOpens))

        let isAdjective = own.bit(.adjective) & (opens & ends ^ 1)
        let opensAsAdjective = isAdjective | belongs & (opens & ends ^ 1)
        let isBare = own.bit([.definite, .accusative]) ^ 1
        let isNoQuantifier = own.bit(.quantifier) ^ 1

        stem = word.stem
        letters = UInt8(truncatingIfNeeded: own.letters)
        name = word.name
        kind = isNamed == 1 ? word.nameKind.occurrence : []
        head.add(.attribute, isAttribute)
        head.add(.dependent, isDependent)
        head.add(.leftExtended, follows)
        head.add(.inHeading, Self.bit(word.isInHeading))
        head.add(.opening, own.bit(.opensSentence))
        head.add(.proclitic, own.bit(.proclitic))
        end.add(.rightExtended, goesOn)
        end.add(.bare, isBare)
        alone = head.union(end).union(kind)
        alone.add(.severed, isCutOffAlone)
        alone.add(.piece, isNamed & (opens & ends ^ 1))
        alone.add(.whole, isNamed & opens & ends)
        alone.add(.maximal, (follows | goesOn) ^ 1)
        alone.add(.adjectival, opensAsAdjective)
        head.add(.severed, isHeadless)
        head.add(.piece, isNamed & (opens ^ 1))
        end.add(.severed, isCutOff)
        end.add(.piece, isNamed & (ends ^ 1))

        headForm = PhraseTraits(own, [.pronoun, .accusative, .foreign])
        headForm.add(.genericHead, own.bit(.generic))
        laterForm = PhraseTraits(own, [.pronoun, .accusative, .foreign, .conjoined, .attached])
        laterForm.add(.apposition, isApposition)
        laterForm.add(.construct, isDependent & (own.bit(.attached) ^ 1))
        laterForm.add(.relational, agrees)
        endForm = PhraseTraits(own, [.definite, .generic, .relational])
        endForm.add(.bare, isBare)
        commonForm = PhraseTraits(own, .mayBeName)
        commonForm.add(.common, isUnnamed & own.bit([.common, .generic]))

        places.add(.first, isNoQuantifier | isDefinite)
        places.add(.alone, Self.bit(letters >= 2))
        places.add(.end, isNoQuantifier)
        places.add(.joined, follows)
        places.add(.adjective, isAdjective)
        places.add(.opensAsAdjective, opensAsAdjective)
        places.add(.belongs, belongs)
    }

    @inline(__always)
    private static func bit(_ holds: Bool) -> UInt32 { holds ? 1 : 0 }
}

extension WordTraits {
    /// 1 if any of `traits` is among them, else 0.
    @inline(__always)
    fileprivate func bit(_ traits: WordTraits) -> UInt32 { rawValue & traits.rawValue == 0 ? 0 : 1 }
}

extension OptionSet where RawValue: FixedWidthInteger & UnsignedInteger {
    /// Adds `trait`, which is one alone, for 1, and nothing for 0.
    @inline(__always)
    fileprivate mutating func add(_ trait: Self, _ bit: UInt32) {
        self = Self(
            rawValue: rawValue | RawValue(truncatingIfNeeded: bit) &<< RawValue(trait.rawValue.trailingZeroBitCount)
        )
    }
}

extension NameKind {
    @inline(__always)
    fileprivate var occurrence: OccurrenceTraits {
        switch self {
        case .place: .place
        case .person: .person
        case .organisation: .organisation
        case .value, .amount: .value
        case .other: .otherName
        }
    }
}
