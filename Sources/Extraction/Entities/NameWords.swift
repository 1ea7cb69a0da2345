internal import ArabicText

/// What single words say of themselves where a person's name may stand.
struct NameWords {
    let gazetteer: Gazetteer
    let vocabulary: BackgroundVocabulary

    /// Whether no list has a word, and open text doesn't, or rarely and as it uses names («أوزين»). What may begin with a
    /// preposition may be a word, unless nobody knows what is left either: «بونجاح».
    func isUnknown(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 3, gazetteer.classes(for: word).isEmpty else { return false }
        let profile = profile(of: word)
        let cuts = word.withUnsafeBufferPointer { CliticCuts($0) }
        guard cuts.conjunction == 0 else { return false }
        guard cuts.preposition > 0 else {
            return profile == .unknown
                || profile.kind == .name && profile.level <= Self.rare && !isInflected(word) && !mayBeVerb(word)
        }
        let rest = word.dropFirst()
        return profile == .unknown && cuts.article == cuts.preposition && !isInflected(word) && !hasPronoun(word)
            && self.profile(of: rest) == .unknown && gazetteer.classes(for: rest).isEmpty
    }

    /// Whether a word is a given name of the lists, which newspapers don't have as another word.
    func isGivenName(_ word: ArraySlice<UInt16>) -> Bool {
        let classes = gazetteer.classes(for: word)
        return classes.contains(.givenName) && classes.isDisjoint(with: [.speech, .title, .nameParticle, .calendar])
            && !StopWords.contains(word) && !TitleLexicon.isOrOpensTitle(word)
    }

    /// Whether open text often has a word, and not as it has names.
    func isEveryday(_ word: ArraySlice<UInt16>) -> Bool {
        let profile = profile(of: word)
        return [.noun, .adjective, .verb].contains(profile.kind) && profile.level >= Self.common
    }

    /// Whether a list has two words as the name of a body, and of nobody: «مورغان ستانلي», «واشنطن بوست».
    func areBody(_ first: ArraySlice<UInt16>, _ second: ArraySlice<UInt16>) -> Bool {
        let classes = gazetteer.classes(for: Array(first) + [LetterHash.space] + Array(second))
        return !classes.isDisjoint(with: GazetteerClasses.organizations) && !classes.contains(.person)
    }

    /// Whether open text has a word, not rarely, as it has nouns and adjectives.
    func isNoun(_ word: ArraySlice<UInt16>) -> Bool {
        let profile = profile(of: word)
        return [.noun, .adjective].contains(profile.kind) && profile.level >= Self.rare
    }

    /// Whether open text often has a word, as it has adjectives.
    func isAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        let profile = profile(of: word)
        return profile.kind == .adjective && profile.level >= Self.common
    }

    /// Whether open text has a word as a verb more often.
    func isVerb(_ word: ArraySlice<UInt16>) -> Bool {
        profile(of: word).kind == .verb || mayBeVerb(word) || gazetteer.classes(for: word).contains(.speech)
    }

    /// Whether a word is a verb of the future («سيلتقي», «سيزوران»): such as open text knows, never with the article
    /// («سياني»), and ten times as often without its first letter. «ستالين» and «سيمون» are more common than what is left
    /// of them.
    func isFutureVerb(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, word.first == ArabicLetter.seen, let person = word.dropFirst().first,
            Self.persons.contains(person)
        else { return false }
        let whole = profile(of: word)
        let rest = profile(of: word.dropFirst())
        if whole.level >= Self.leastVerb, whole.share(.article) == 0, rest.level >= whole.level + 2 { return true }
        // Two or many will: what one does is common, and the whole is rare.
        guard word.count > 6, Self.verbEndings.contains(where: { word.suffix(2).elementsEqual($0) }) else {
            return false
        }
        return whole.level < Self.leastVerb && profile(of: word.dropFirst().dropLast(2)).level >= Self.common - 2
    }

    /// Whether a word is the past of a verb, she, that open text often has: «قررت». Without that ending foreign names look
    /// like verbs («إيجر», «سال»).
    func isPastVerb(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 3, word.last == ArabicLetter.teh, word.dropLast().last != ArabicLetter.alef else {
            return false
        }
        let profile = profile(of: word)
        return profile.kind == .verb && profile.level >= Self.leastVerb
    }

    /// Whether a word is the present of a verb that open text often has: «تسعى», «يتأهبون».
    func isPresentVerb(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 3, word.first == ArabicLetter.yeh || word.first == ArabicLetter.teh else { return false }
        let profile = profile(of: word)
        if profile.kind == .verb { return profile.level >= Self.leastVerb }
        // Few of its forms are of the future.
        return profile.share(.verb) > 0 && profile.share(.article) == 0 && profile.level > Self.rare
    }

    /// Whether open text has a word at all or rarely (ten thousand times at most), and not as it has verbs.
    func isRare(_ word: ArraySlice<UInt16>) -> Bool {
        let profile = profile(of: word)
        return profile.level < Self.common && profile.kind != .verb
    }

    /// Whether open text has a word at all.
    func isKnown(_ word: ArraySlice<UInt16>) -> Bool { profile(of: word) != .unknown }

    /// Whether a word is a common noun behind a preposition: «بجهود», «للصحيفة».
    func isNounBehindPreposition(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, let first = word.first, first == ArabicLetter.beh || first == ArabicLetter.lam,
            gazetteer.classes(for: word).isEmpty, profile(of: word) == .unknown
        else { return false }
        var noun = word.dropFirst()
        let isDefinite = Article.opensNoun(noun)
        if isDefinite { noun = noun.dropFirst(2) }
        if first == ArabicLetter.lam, noun.first == ArabicLetter.lam { noun = noun.dropFirst() }
        // «نجوى بالأسود» is one name.
        guard noun.count > (isDefinite ? 4 : 3) else { return false }
        return isEveryday(noun) && gazetteer.classes(for: noun).isDisjoint(with: .names)
    }

    /// Whether a word begins as verbs of the present do, ends as one of the past, or is one of the future.
    private func mayBeVerb(_ word: ArraySlice<UInt16>) -> Bool {
        word.first == ArabicLetter.yeh || word.first == ArabicLetter.teh || word.last == ArabicLetter.teh
            || isFutureVerb(word)
    }

    private func profile(of word: ArraySlice<UInt16>) -> WordProfile { vocabulary.profile(of: LetterHash.name(word)) }

    /// Whether a word is a noun that open text knows, of somebody's: «أسواقها», «صحافتنا», «مصيره». No name bears a pronoun.
    func isPossessed(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, !Article.begins(word),
            let ending = Self.possessors.first(where: { word.suffix($0.count).elementsEqual($0) })
        else { return false }
        let stem = word.dropLast(ending.count)
        // A ه may be a ة.
        let least: UInt64 = ending.count > 1 ? 1 : 2
        if isOften(stem, of: word, least: least) { return true }
        return stem.last == ArabicLetter.teh
            && isOften((Array(stem.dropLast()) + [ArabicLetter.heh])[...], of: word, least: least)
    }

    /// Whether a noun is common, has a pronoun in no less than that share, and is ten times as common as the word that it may
    /// be in.
    private func isOften(_ noun: ArraySlice<UInt16>, of word: ArraySlice<UInt16>, least: UInt64) -> Bool {
        let profile = profile(of: noun)
        guard noun.count > 3, [.noun, .adjective, .other].contains(profile.kind), profile.share(.pronoun) >= least,
            profile.level >= Self.common - 3, self.profile(of: word).level + 2 <= profile.level
        else { return false }
        return least == 1 || gazetteer.classes(for: noun).isDisjoint(with: GazetteerClasses.names.union(.properNoun))
    }

    private static let possessors = ["ها", "هم", "نا", "كم", "ه"].map { Array($0.utf16) }

    /// Whether a word ends as those of somebody do: «نجليها», «بكونهما».
    func hasPronoun(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 4 && Self.pronouns.contains { word.suffix($0.count).elementsEqual($0) }
    }

    private static let pronouns = ["ها", "هم", "هما", "ته", "اه", "يه"].map { Array($0.utf16) }

    /// ـان ـون ـين ـات ـه ـها ـهم, and an alef behind a word («مازحا»): of words, and of few names.
    private func isInflected(_ word: ArraySlice<UInt16>) -> Bool {
        word.last == ArabicLetter.heh || SoundPlural.ends(word)
            || Self.endings.contains { word.suffix(2).elementsEqual($0) } || isAccusative(word)
    }

    /// Whether a word ends in an alef behind what is a word, too: «مازحا».
    func isAccusative(_ word: ArraySlice<UInt16>) -> Bool {
        word.last == ArabicLetter.alef && profile(of: word.dropLast()) != .unknown
    }

    private static let endings = ["ان", "ها", "هم"].map { Array($0.utf16) }
    private static let verbEndings = ["ان", "ون"].map { Array($0.utf16) }

    /// What present verbs begin with. («سأ» is as common in names, whose hamza is not written.)
    private static let persons = [ArabicLetter.yeh, ArabicLetter.teh, ArabicLetter.noon]
    /// A hundred occurrences (``WordProfile/level``).
    private static let leastVerb: UInt64 = 5
    private static let rare: UInt64 = 7
    /// Thirty thousand.
    private static let common: UInt64 = 9
}
