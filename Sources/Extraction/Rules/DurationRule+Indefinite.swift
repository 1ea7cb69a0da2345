internal import ArabicText

/// Durations whose number is in no word of its own.
extension DurationRule {
    /// «منذ سنوات», «منذ أشهر قليلة», «على مدى عقود»: how long something has lasted; «خلال ساعات.», in how long it comes.
    func sinceSome(at start: Int) -> RuleMatch? {
        guard !reading[start].hasArticle, reading[start].cut == 0 else { return nil }
        let word = reading.word(start)
        let isLong = !word.traits.isDisjoint(with: [.decadeWord, .centuriesWord])
        guard word.count == 0, let period = isLong ? "Y" : word.period else { return nil }
        let isSince = reading.has(.since, start - 1) || isThroughout(start)
        guard isSince || reading.isWord("خلال", start - 1) else { return nil }
        let next = endOfFew(start + 1)
        guard isSince || DateRule.endsClause(reading, next) else { return nil }
        guard next > start + 1 || !reading.isDefinite(next) && !isOfSomebody(start) && !isOwned(next) else {
            return nil
        }
        return found(start..<next, Self.value([("X", period)]))
    }

    /// «على مدى», «على مدار»
    private func isThroughout(_ start: Int) -> Bool {
        reading.isWord("علي", start - 2) && (reading.isWord("مدي", start - 1) || reading.isWord("مدار", start - 1))
    }

    /// «أيام» of «منذ أيام همفري بوغارت», which is somebody's time: behind days that have passed stand prepositions, verbs
    /// («يعود», «تجري») and clitics.
    private func isOfSomebody(_ start: Int) -> Bool {
        guard reading.word(start).period == "D", reading.sentence.contains(start + 1), reading[start + 1].word == 0,
            case .arabic = reading.text.tokens[start + 1].kind,
            let first = reading.text.letters(of: reading.text.tokens[start + 1]).first
        else { return false }
        return !Self.openingLetters.contains(first) && !reading.isWord("مما", start + 1)
    }

    /// «على مدار سنوات عملهم»
    private func isOwned(_ index: Int) -> Bool {
        guard reading.sentence.contains(index), isThroughout(index - 1) else { return false }
        let letters = reading.text.letters(of: reading.text.tokens[index])
        return letters.count > 4 && Self.pronouns.contains { letters.suffix(2).elementsEqual($0) }
    }

    // ها هم نا
    private static let pronouns: [[UInt16]] = [[0x647, 0x627], [0x647, 0x645], [0x646, 0x627]]

    // و ف ب ل ي ت
    private static let openingLetters: Set<UInt16> = [0x648, 0x641, 0x628, 0x644, 0x64A, 0x62A]

    /// «سنوات طويلة», «أيام عدة», «عقود مضت»: so long as a plural and how many or how long they say.
    func indefinite(at start: Int) -> RuleMatch? {
        let word = reading.word(start)
        let isLong = !word.traits.isDisjoint(with: [.decadeWord, .centuriesWord])
        guard word.count == 0, let period = isLong ? "Y" : word.period, !reading[start].hasArticle else { return nil }
        let next = endOfFew(start + 1)
        // «عقود عديدة» may be contracts, and are where they are «طويلة الأجل».
        guard next > start + 1, !reading.isDefinite(next),
            !isLong || (reading.isWord("طويله", start + 1) && (lasts(start) || reading[start].hasPreposition))
        else { return nil }
        return found(start..<next, Self.value([("X", period)]))
    }

    /// What is behind «قليلة», «طويلة», «عدة», «مضت»; the place itself where there is no such word.
    func endOfFew(_ index: Int) -> Int { Self.fewWords.contains { reading.isWord($0, index) } ? index + 1 : index }

    // As they are folded.
    private static let fewWords: [StaticString] = [
        "قليله", "طويله", "عديده", "عده", "معدوده", "كثيره", "طوال", "قلائل", "معدودات", "متعدده", "مضت", "خلت",
    ]
}
