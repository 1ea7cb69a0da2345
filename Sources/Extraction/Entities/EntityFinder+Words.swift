internal import ArabicText

/// Words that name nothing by themselves.
extension EntityFinder {
    /// Gives nouns that were taken for names the names behind them, and drops those that have none: «ثم مستشفى».
    mutating func nameKinds(in text: TokenizedText, sentence: Range<Int>) {
        guard !candidates.inOrder.isEmpty else { return }
        let kinds = KindNouns(text: text, sentence: sentence)
        for candidate in candidates.inOrder {
            let tokens = candidate.tokens
            if tokens.count > 1 {
                guard candidate.type == .location else { continue }
                let name = kinds.withAttribute(tokens)
                if name != tokens { candidates.extendTheOnlyOne(of: .location, in: name) }
                continue
            }
            guard candidate.type != .person, text.tokens[tokens.lowerBound].isArabic else { continue }
            let noun = text.letters(of: text.tokens[tokens.lowerBound]).dropFirst(boundaries.cut(of: tokens, in: text))
            guard let type = KindNouns.type(of: noun), type == candidate.type else { continue }
            let name = candidates.inOrder.first { $0.tokens.lowerBound == tokens.upperBound }
            candidates.removeAll(overlapping: tokens)
            guard let name, kinds.isOneName(noun, with: name.tokens, of: name.type),
                boundaries.cut(of: name.tokens, in: text) == 0
            else { continue }
            candidates.replace(in: kinds.withAttribute(tokens.lowerBound..<name.tokens.upperBound), type: type)
        }
    }

    /// Parts the nouns in the dual from the names behind them, and adds the second of two.
    mutating func addPairs(in text: TokenizedText, sentence: Range<Int>) {
        guard !candidates.inOrder.isEmpty else { return }
        let pairs = PairedNames(words: nameWords, text: text, sentence: sentence)
        func person(from start: Int) -> Int? {
            candidates.inOrder.first { $0.type == .person && $0.tokens.lowerBound == start }?.tokens.upperBound
        }
        for candidate in candidates.inOrder where candidate.type == .organization || candidate.type == .location {
            let name = pairs.withoutNoun(
                candidate.tokens,
                isClub: { gazetteer.classes(for: $0).contains(.club) },
                person: person(from:)
            )
            if name != candidate.tokens {
                if candidate.tokens.count == 1 { candidates.removeAll(overlapping: name) }
                candidates.shorten(candidate.tokens, to: name)
            }
            guard let type = pairs.type(of: name) else { continue }
            if type != candidate.type { candidates.replace(in: name, type: type) }
            guard
                let second = pairs.second(
                    behind: name,
                    isOther: { candidates.overlap($0..<$0 + 1) },
                    person: person(from:)
                ), candidates.replace(in: second, type: type)
            else { continue }
            joined.insert(second.lowerBound)
        }
    }

    /// Gives names the word behind them without which they are others.
    mutating func completeKnown(in text: TokenizedText, sentence: Range<Int>) {
        for candidate in candidates.inOrder {
            guard let name = NameEndings.whole(around: candidate.tokens, in: text, sentence: sentence) else { continue }
            candidates.replace(in: name.tokens, type: name.type)
        }
    }

    /// Gives ministries their other portfolios.
    mutating func completeMinistries(in text: TokenizedText, sentence: Range<Int>) {
        let portfolios = MinistryPortfolios(text: text, sentence: sentence)
        for ministry in portfolios.all() {
            candidates.extendTheOnlyOne(of: .organization, in: ministry)
            if !candidates.overlap(ministry) { candidates.insert(ministry, type: .organization) }
        }
        guard candidates.inOrder.contains(where: { $0.type == .organization && $0.tokens.count > 1 }) else { return }
        for candidate in candidates.inOrder where candidate.type == .organization {
            let whole = portfolios.whole(candidate.tokens)
            if whole != candidate.tokens { candidates.extendTheOnlyOne(of: .organization, in: whole) }
        }
    }

    /// Whether nothing but the noun of a body is left, and no club's name: «المنظمة», «الحزب».
    private func isBodyAlone(_ name: Range<Int>, in text: TokenizedText) -> Bool {
        let word = text.letters(of: text.tokens[name.lowerBound])
        return name.count == 1 && Article.opensNoun(word) && KindNouns.type(of: word.dropFirst(2)) == .organization
            && !gazetteer.classes(for: word).contains(.club)
    }

    /// Gives bodies that end in a noun that waits for a name the name behind it: «شرطة مطار» «بيروت».
    mutating func completeConstructs(in text: TokenizedText, sentence: Range<Int>) {
        guard candidates.inOrder.contains(where: { $0.type == .organization && $0.tokens.count > 1 }) else { return }
        let kinds = KindNouns(text: text, sentence: sentence)
        for candidate in candidates.inOrder
        where candidate.type == .organization && kinds.waits(candidate.tokens) {
            guard let name = candidates.inOrder.first(where: { $0.tokens.lowerBound == candidate.tokens.upperBound }),
                name.type == .location || name.type == .organization,
                boundaries.cut(of: name.tokens, in: text) == 0
            else { continue }
            candidates.replace(in: candidate.tokens.lowerBound..<name.tokens.upperBound, type: .organization)
        }
    }

    /// Drops words that stand alone in quotation marks: «رسائل «كلامية»», «في حالة «حرجة»», «معركة «الكرامة»». What a noun names there comes back
    /// with ``addQuoted(_:in:sentence:)``.
    mutating func dropQuotedWords(_ quotations: Quotations, in text: TokenizedText) {
        guard !quotations.contents.isEmpty else { return }
        for candidate in candidates.inOrder where isQuotedWord(candidate, quotations, in: text) {
            candidates.removeAll(overlapping: candidate.tokens)
        }
    }

    /// Ends names that run on, but not in quotation marks: titles may be clauses.
    mutating func endNames(_ quotations: Quotations, in text: TokenizedText) {
        guard candidates.inOrder.contains(where: { $0.type != .person && $0.tokens.count > 1 }) else { return }
        let tails = NameTails(words: nameWords, text: text)
        for candidate in candidates.inOrder where candidate.type != .person && candidate.tokens.count > 1 {
            guard !quotations.isWhole(candidate.tokens) else { continue }
            let name = tails.trimmed(candidate.tokens, type: candidate.type)
            if name == candidate.tokens { continue }
            let isName = !isBodyAlone(name, in: text) && !namesNothing(name, type: candidate.type, in: text)
            candidates.shorten(candidate.tokens, to: isName ? name : nil)
        }
    }

    private func isQuotedWord(
        _ candidate: MentionCandidates.Candidate,
        _ quotations: Quotations,
        in text: TokenizedText
    ) -> Bool {
        guard candidate.tokens.count == 1, candidate.confidence < Self.sureOfQuoted,
            candidate.type == .miscellaneous || candidate.type == .organization, quotations.isWhole(candidate.tokens)
        else { return false }
        let word = text.letters(of: text.tokens[candidate.tokens.lowerBound])
        guard text.tokens[candidate.tokens.lowerBound].isArabic,
            gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.names.union(.properNoun)),
            !words[word].contains(.paperName)
        else { return false }
        if Article.opensNoun(word) {
            guard word.count > 4, candidate.confidence < Self.sureOfDefinite, !isBody(word, in: text) else {
                return false
            }
            let profile = vocabulary.profile(of: LetterHash.name(word.dropFirst(2)))
            let isCommon = [.noun, .adjective].contains(profile.kind) && profile.level >= Self.commonNoun
            // «الكونتانقو», «التبولة»: foreign words, dishes, games.
            return (isCommon || candidate.confidence < Self.leastOfDefinite && profile.kind != .name)
                && isSaid(candidate.tokens.lowerBound, in: text)
        }
        let profile = vocabulary.profile(of: LetterHash.name(word))
        if !Self.isInflected(word) {
            // «تحرير» المدينة, «تمرد» جديد: nouns that are not meant in earnest. Behind a noun with the article, or hers, a name may
            // stand: «النظام الإلكتروني «دعم»».
            let before = candidate.tokens.lowerBound - 2
            guard candidate.type == .miscellaneous, before >= 0, text.tokens[before].isArabic else { return false }
            let noun = text.letters(of: text.tokens[before])
            return noun.count > 2 && !Article.isBorne(by: noun) && !nameWords.hasPronoun(noun)
                && [.noun, .adjective].contains(profile.kind) && profile.level >= Self.commonNoun + 2
                && isSaid(candidate.tokens.lowerBound, in: text) && !isBody(word, in: text)
        }
        return profile.kind == .adjective && profile.level >= Self.commonAdjective
    }

    /// Whether the text has a word behind the noun of a body: «النصرة» of «جبهة النصرة».
    private func isBody(_ word: ArraySlice<UInt16>, in text: TokenizedText) -> Bool {
        text.tokens.indices.dropFirst().contains { index in
            text.tokens[index].isArabic && text.letters(of: text.tokens[index]).elementsEqual(word)
                && gazetteer.classes(for: text.letters(of: text.tokens[index - 1])).contains(.organizationTrigger)
        }
    }

    /// Whether what stands before a quoted word with the article is no noun whose name it may be (those come back), no other
    /// quotation, and no «to», for a paper speaks so of itself: «وقال لـ«الميدان»». In parentheses stand names in short.
    private func isSaid(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 1, text.tokens[index - 2].isArabic,
            text.letters(of: text.tokens[index - 1]).first != Self.parenthesis
        else { return false }
        let before = text.letters(of: text.tokens[index - 2])
        guard before.count > 2 || Self.ofWords[before] != nil else { return false }
        let noun = before.first == ArabicLetter.waw ? before.dropFirst() : before
        return words[before].isDisjoint(with: [.titled, .paper, .named, .person, .reporting])
            && words[noun].isDisjoint(with: [.titled, .paper, .named, .person, .reporting])
            && KindNouns.type(of: noun) == nil && !WordClubs.isShare(noun)
            && gazetteer.classes(for: noun).isDisjoint(with: [.organizationTrigger, .eventTrigger, .locationTrigger])
    }

    /// ـة ـين ـون
    private static func isInflected(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 3, let last = word.last, let before = word.dropLast().last else { return false }
        return last == ArabicLetter.heh
            || last == ArabicLetter.noon && (before == ArabicLetter.yeh || before == ArabicLetter.waw)
    }

    /// In thousandths.
    private static let sureOfQuoted = 700
    /// With the article it may be a title as well.
    private static let sureOfDefinite = 500
    private static let leastOfDefinite = 415
    /// From a thousand occurrences on: rare words are names as often.
    private static let commonAdjective = 6
    private static let commonNoun = 7
    private static let ofWords = LetterTable(names: ["من", "عن"])
    private static let parenthesis: UInt16 = 0x28

    /// Whether a country's name is the adjective of the noun before it, both in the accusative: «مقاتلا بريطانيا».
    func isAccusative(_ word: ArraySlice<UInt16>, behind noun: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, word.last == ArabicLetter.alef, word.dropLast().last == ArabicLetter.yeh,
            NamelessWords.mayBeAccusative(noun), gazetteer.classes(for: word).contains(.country),
            gazetteer.classes(for: noun).isDisjoint(with: GazetteerClasses.names.union(.people))
        else { return false }
        let stem = noun.dropLast()
        if stem.last == ArabicLetter.yeh { return true }
        return [.noun, .adjective, .other].contains(vocabulary.profile(of: LetterHash.name(stem)).kind)
    }

    /// Whether a club's name is the everyday word that it was taken from; a paper and a body that a noun or marks tell are not.
    mutating func isWordClub(_ index: Int, word: ArraySlice<UInt16>, in text: TokenizedText) -> Bool {
        guard Article.begins(word) || word.first == ArabicLetter.lam, !words[word].contains(.paperName) else {
            return false
        }
        let name = Article.begins(word) ? word : [ArabicLetter.alef] + word
        let classes = gazetteer.classes(for: name)
        guard classes.contains(.club), classes.isDisjoint(with: [.party, .armedGroup, .media, .company]) else {
            return false
        }
        let profile = vocabulary.profile(of: LetterHash.name(name.dropFirst(2)))
        guard [.noun, .adjective].contains(profile.kind) else { return false }
        if index > 0 {
            let before = text.tokens[index - 1]
            guard before.isArabic, KindNouns.type(of: text.letters(of: before)) == nil else { return false }
        }
        return WordClubs.isWord(index, in: text, &boundaries.tells)
    }

    /// The country whose name looks like its adjective.
    mutating func addCountries(in text: TokenizedText, sentence: Range<Int>, words known: TextWords) {
        let countries = CountryNames(gazetteer: gazetteer, text: text, sentence: sentence)
        for index in sentence where known.may(.nisba, at: index) && text.tokens[index].isArabic {
            guard countries.isCountry(index, isName: { candidates.overlap($0..<$0 + 1) }),
                !candidates.overlap(index..<index + 1)
            else { continue }
            // «غنت السعودية وعد»: she is one.
            if candidates.inOrder.contains(where: { $0.type == .person && $0.tokens.lowerBound == index + 1 }) {
                continue
            }
            candidates.insert(index..<index + 1, type: .location)
        }
    }
}
