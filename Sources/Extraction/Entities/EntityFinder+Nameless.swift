internal import ArabicText

/// Mentions that name nothing.
extension EntityFinder {
    /// Whether a mention calls on God: «الله», «بفضل الله», «رضوان» or «أيده» before his name; no name begins so.
    private func isInvocation(_ mention: Range<Int>, in text: TokenizedText) -> Bool {
        func kinds(_ index: Int) -> EntityWords.Kinds { words[text.letters(of: text.tokens[index])] }
        let first = kinds(mention.lowerBound)
        if first.contains(.god) { return true }
        let next = mention.lowerBound + 1
        guard next < text.tokens.count, kinds(next).contains(.god) else { return false }
        return first.contains(.grace) || NamelessWords.isBlessing(text.letters(of: text.tokens[mention.lowerBound]))
    }

    /// Whether what looks like a body's name says only what kind of body it is: «شركة أجنبية», «جمعية خيرية لرعاية
    /// الأيتام». In a name the adjective has the article, as the noun or what follows it has. A club's does not («نادي
    /// أهلي جدة»).
    private func isAnyBody(_ mention: Range<Int>, in text: TokenizedText) -> Bool {
        guard mention.count > 1 else { return false }
        let noun = text.letters(of: text.tokens[mention.lowerBound])
        let adjective = text.letters(of: text.tokens[mention.lowerBound + 1])
        if NamelessWords.isTraffic(noun, of: adjective) { return true }
        guard !Article.begins(noun), !Article.begins(adjective), !words[noun].contains(.club),
            noun.last == adjective.last || noun.last != ArabicLetter.heh
        else { return false }
        if !words[adjective].isDisjoint(with: [.bodyAttribute, .anyAttribute]) { return true }
        let classes = gazetteer.classes(for: adjective)
        if classes.contains(.nisba) {
            // «محكمة ليبية»: the lexicon has countries' adjectives as theirs. «سورية» is one itself.
            if noun.last == ArabicLetter.heh, adjective.last == ArabicLetter.heh,
                classes.isDisjoint(with: [.city, .region, .place])
            {
                return !adjective.elementsEqual(Self.syria)
            }
            return classes.isDisjoint(with: .names)
        }
        // «مركز صحي», «هيئة إدارية».
        guard mention.count == 2, KindNouns.type(of: noun) == .organization, classes.isDisjoint(with: .names),
            adjective.last == ArabicLetter.yeh || adjective.suffix(2).elementsEqual(Self.feminineNisba)
        else { return false }
        let profile = vocabulary.profile(of: LetterHash.name(adjective))
        return (profile.kind == .adjective || profile.kind == .noun) && profile.level >= Self.commonAttribute
    }

    private static let syria = FoldedText(folding: "سورية").letters
    private static let feminineNisba = FoldedText(folding: "ية").letters
    /// From thirty thousand occurrences on.
    private static let commonAttribute = 9

    /// Whether a word says only of what kind a place is, and no list has it as a name: «حي سكني», «منطقة جبلية», «مدينة محررة».
    private func isAnyPlace(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, text.tokens[index - 1].isArabic else { return false }
        let word = text.letters(of: text.tokens[index])
        let noun = text.letters(of: text.tokens[index - 1])
        guard !Article.begins(word), word.count > 3, WordPlaces.isKind(noun) || NamelessWords.isQuarter(noun),
            gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.names.union(.properNoun))
        else { return false }
        let isFeminine = noun.last == ArabicLetter.heh
        guard isFeminine ? word.last == ArabicLetter.heh : word.last == ArabicLetter.yeh else { return false }
        let profile = vocabulary.profile(of: LetterHash.name(word))
        if word.suffix(2).elementsEqual(Self.feminineNisba) || !isFeminine {
            return profile.level >= Self.commonAttribute - 1
        }
        return NamelessWords.isPlaceAttribute(word)
    }

    /// Whether what looks like a place is a common noun with its adjective, both without the article and in no list: «مقابر جماعية».
    private func isCommonPhrase(_ mention: Range<Int>, in text: TokenizedText) -> Bool {
        guard mention.count == 2 else { return false }
        let noun = text.letters(of: text.tokens[mention.lowerBound])
        let adjective = text.letters(of: text.tokens[mention.lowerBound + 1])
        guard !Article.begins(noun), !Article.begins(adjective), adjective.suffix(2).elementsEqual(Self.feminineNisba),
            [noun, adjective].allSatisfy({
                gazetteer.classes(for: $0).isDisjoint(with: GazetteerClasses.names.union([.properNoun, .nisba]))
            })
        else { return false }
        let profile = vocabulary.profile(of: LetterHash.name(noun))
        return profile.kind == .noun && profile.level >= Self.commonNoun
            && vocabulary.profile(of: LetterHash.name(adjective)).level >= Self.commonAttribute - 1
    }

    private static let commonNoun = 6

    /// Whether a mention is a body's kind with what somebody does there: ``NamelessWords/isKind(_:withPurpose:)``.
    private mutating func isKindWithPurpose(_ mention: Range<Int>, in text: TokenizedText) -> Bool {
        guard mention.count > 1 else { return false }
        let next = text.letters(of: text.tokens[mention.lowerBound + 1])
        guard next.first == ArabicLetter.lam else { return false }
        let kind = text.letters(of: text.tokens[mention.lowerBound])
        return NamelessWords.isKind(kind.dropFirst(boundaries.cut(of: mention, in: text)), withPurpose: next)
    }

    /// Whether a noun with the article is a body of which the text has spoken, and what stands behind it no part of a name:
    /// «طلبت الشركة دعم مالي», «تستقبل الهيئة طلبات».
    private mutating func isKnownBody(_ mention: Range<Int>, in text: TokenizedText) -> Bool {
        guard mention.count > 1, text.tokens[mention.lowerBound + 1].isArabic else { return false }
        let cut = boundaries.cut(of: mention, in: text)
        let noun = text.letters(of: text.tokens[mention.lowerBound]).dropFirst(cut)
        let next = text.letters(of: text.tokens[mention.lowerBound + 1])
        guard NamelessWords.isKnownBody(noun), !Article.begins(next), next.first != ArabicLetter.lam else {
            return false
        }
        return gazetteer.classes(for: next).isDisjoint(with: GazetteerClasses.names.union(.properNoun))
    }

    /// Whether a word is a noun in the dual or the plural that has lost its last letter to what stands behind it: «هيئتا» «تحرير
    /// الصحيفتين», «مبتكرو» «الجهاز».
    private func isConstructOfMany(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.names.union(.properNoun))
        else { return false }
        if word.last == ArabicLetter.waw { return word.count > 5 && nameWords.isNoun(word.dropLast()) }
        guard word.suffix(2).elementsEqual(Self.dual) else { return false }
        return nameWords.isNoun((Array(word.dropLast(2)) + [ArabicLetter.heh])[...])
    }

    private static let dual = FoldedText(folding: "تا").letters

    /// Whether a mention is no name of anything in the news.
    mutating func namesNothing(_ mention: Range<Int>, type: EntityType, in text: TokenizedText) -> Bool {
        func letters(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }
        if isInvocation(mention, in: text) || EverydayNames.isMighty(mention.lowerBound, in: text) { return true }
        if type != .person, EverydayNames.isPioneer(mention.lowerBound, in: text) { return true }
        if type == .organization,
            isAnyBody(mention, in: text) || isKindWithPurpose(mention, in: text) || isKnownBody(mention, in: text)
        {
            return true
        }
        if type == .organization || type == .miscellaneous, mention.count > 1,
            NamelessKinds(words: nameWords, text: text)
                .isOne(mention, type: type, cut: boundaries.cut(of: mention, in: text))
        {
            return true
        }
        if type == .organization,
            NationalBodies.isAdjective(mention.lowerBound, in: text) || NamelessWords.isSpokenOf(mention, in: text)
        {
            return true
        }
        // «روسياً», «منظمة تنظيماً جيداً». A title may end so («وداعاً»), and what a person's name ran on to is cut off.
        if type != .miscellaneous, type != .person || mention.count == 1,
            text.tokens[mention.upperBound - 1].hasTanween(in: text.folded)
        {
            return true
        }
        if type != .miscellaneous, NamelessWords.isTribe(mention, in: text) { return true }
        // «ولي العهد» is no club with its guardian.
        if type != .person, mention.lowerBound > 0,
            NamelessWords.isHeir(letters(mention.lowerBound - 1), letters(mention.lowerBound))
        {
            return true
        }
        // The title of a scholar of the Shia, without his name.
        if type == .person, (2...3).contains(mention.count), NamelessWords.isAyatollah(letters(mention.lowerBound)),
            words[letters(mention.lowerBound + 1)].contains(.god),
            mention.count == 2 || NamelessWords.isGreatest(letters(mention.lowerBound + 2))
        {
            return true
        }
        if type == .location, isCommonPhrase(mention, in: text) { return true }
        // «خبيران عسكريان».
        if type == .person, NamelessWords.areSeveral(letters(mention.lowerBound)),
            gazetteer.classes(for: letters(mention.lowerBound)).isDisjoint(with: .people)
        {
            return true
        }
        guard mention.count == 1 else { return false }
        if type == .person, isConstructOfMany(letters(mention.lowerBound)) { return true }
        if NamelessWords.isOwnLetters(letters(mention.lowerBound)) { return true }
        if type == .location, isAnyPlace(mention.lowerBound, in: text) { return true }
        if type == .location, NamelessWords.isUnless(letters(mention.lowerBound)) { return true }
        if mention.upperBound < text.tokens.count,
            NamelessWords.isHeir(letters(mention.lowerBound), letters(mention.upperBound))
        {
            return true
        }
        guard type != .person else { return false }
        if NamelessWords.isRepeated(mention.lowerBound, in: text) { return true }
        if type == .organization,
            NamelessWords.isPeople(letters(mention.lowerBound))
                || NamelessWords.isFeast(mention.lowerBound - 1, in: text)
        {
            return true
        }
        if NamelessWords.isMeasure(letters(mention.lowerBound)) { return true }
        if type == .organization, mention.lowerBound > 0,
            NamelessWords.isFollower(letters(mention.lowerBound), behind: letters(mention.lowerBound - 1))
        {
            return true
        }
        // «لولي العهد», «برئيس الوزراء»: what is never written without what it is the title of.
        if NamelessWords.isTitleBehindClitic(letters(mention.lowerBound)) { return true }
        let cut = boundaries.cut(of: mention, in: text)
        let word = letters(mention.lowerBound).dropFirst(cut)
        let classes = gazetteer.classes(for: word)
        // What the tagger has of «لوكالة» where it has not the agency.
        if type == .organization, NamelessWords.isAgency(word) { return true }
        // «أسواقها».
        if classes.isDisjoint(with: GazetteerClasses.names.union(.properNoun)), nameWords.isPossessed(word) {
            return true
        }
        // «الوحدات السكنية» is no club; «الوحدات الأردنية» may be one.
        if type == .organization, NamelessWords.isPlural(word), mention.upperBound < text.tokens.count,
            NamelessWords.isFeminineAdjective(letters(mention.upperBound)),
            !gazetteer.classes(for: letters(mention.upperBound)).contains(.nisba)
        {
            return true
        }
        if type == .location, WordPlaces.isWord(word, at: mention.lowerBound, in: text, &boundaries.tells) {
            return true
        }
        if type == .organization {
            if isWordClub(mention.lowerBound, word: word, in: text) || NamelessWords.isKindAlone(word)
                || WordBodies.isWord(word, at: mention.lowerBound, in: text, &boundaries.tells)
            {
                return true
            }
        }
        if type == .location, mention.lowerBound > 0 {
            let before = letters(mention.lowerBound - 1)
            // «صلاة المغرب», «جوز الهند».
            if words[before].contains(.placeless) { return true }
            if cut == 0, NamelessWords.isFinancial(word, behind: before) { return true }
            if NamelessWords.isMajeure(word, behind: before) || cut == 0 && isAccusative(word, behind: before) {
                return true
            }
        }
        if type == .location, NamelessWords.isScene(word), !isMashhad(mention.lowerBound, in: text) { return true }
        // «ريف دمشق» is one name, and «ريف» none.
        if !Article.begins(word), !classes.isDisjoint(with: [.locationTrigger, .organizationTrigger]),
            classes.isSubset(of: [.locationTrigger, .organizationTrigger, .commonWord, .speech])
        {
            return true
        }
        // A currency belongs to an amount.
        if type == .miscellaneous, classes.contains(.currency) { return true }
        guard classes.contains(.nisba) else { return false }
        // An adjective alone («الروسي») names its country only in passing. A person may bear one as a surname.
        if classes.isDisjoint(with: .names) { return true }
        // «الأندية السعودية»: the country's name is its adjective, too.
        guard type == .location, cut == 0, mention.lowerBound > 0 else { return false }
        let noun = letters(mention.lowerBound - 1)
        return NamelessWords.isFeminineNoun(noun) && NamelessWords.isFeminineAdjective(word)
            || classes.contains(.country) && NamelessWords.isAdjective(word, of: noun)
    }

    /// Whether «مشهد» at a token is Iran's city: behind «city of», or in a text that names Iran.
    private func isMashhad(_ index: Int, in text: TokenizedText) -> Bool {
        if index > 0, NamelessWords.isCity(text.letters(of: text.tokens[index - 1])) { return true }
        return text.tokens.contains { $0.isArabic && NamelessWords.isIranian(text.letters(of: $0)) }
    }
}
