internal import ArabicText

/// Years in digits alone, which the words around them make years.
extension DateRule {
    /// A year in digits alone, which only a preposition of time or a mark of the calendar makes one.
    func bareYear(at start: Int) -> RuleMatch? {
        if let years = hijriYears(at: start, isCertain: false) { return found(start..<years.next, years.value) }
        if let number = reading.integer(start, in: 100...2999), reading.has(.hijriMark, start + 1),
            number >= 1000 || reading.mark(start - 1) != 0x2F
        {
            return found(start..<start + 2, "\(Self.padded(number, to: 4)) AH")
        }
        if let year = commonEraYear(at: start) ?? beforeCommonEra(at: start, from: start) { return year }
        if let year = enclosedYear(at: start) ?? enclosedYears(at: start) ?? chronicled(at: start) { return year }
        if let number = reading.integer(start, in: 1390...1450), isListedYear(start, in: 1390...1450),
            isOwnHijri(number, at: start)
        {
            return found(start..<start + 1, "\(number) AH")
        }
        guard let number = reading.integer(start, in: 1900...2099) else { return nil }
        let before = reading[start - 1]
        let isAfterPreposition =
            reading.has(.numericDatePreposition, start - 1) && !before.hasArticle && !reading.has(.dayWord, start - 1)
        // «انتخابات 2009», «حدود 1967»
        let isAfterEvent = reading.has(.yearlyEvent, start - 1) && !before.hasArticle || isAfterLandmark(start)
        guard isAfterPreposition || isListedYear(start, in: 1900...2099) || isAfterEvent else { return nil }
        return RuleMatch(tokens: start..<start + 1, type: .date, value: String(number))
    }

    /// «عامي 2015 و2016», «الأعوام 2019، 2020 و2021», «أعوام: 2019 و2020»: years behind words for them, and those that «و»
    /// and commas add.
    private func isListedYear(_ start: Int, in years: ClosedRange<Int>) -> Bool {
        // «2012/ 2011» begins with its end.
        guard reading.mark(start + 1) != 0x2F else { return false }
        var index = start
        while reading.has(.and, index - 1) || isComma(index - 1), reading.integer(index - 2, in: years) != nil {
            index -= 2
        }
        if reading.mark(index - 1) == 0x3A { index -= 1 }
        let word = reading.word(index - 1)
        if word.period == "Y" { return !reading[index - 1].hasArticle || word.count != 1 }
        return Self.pairs.contains { reading.isWord($0, index - 1) }
    }

    /// Words for two years, as they are folded; «عامي» and «سنتي» alone mean other things too.
    private static let pairs: [StaticString] = [
        "عامي", "لعامي", "بعامي", "وعامي", "سنتي", "لسنتي", "بسنتي", "وسنتي", "موسمي", "لموسمي", "وموسمي",
    ]

    /// «1951 - وفاة الملك»: a year that a line of a chronicle begins with.
    private func chronicled(at start: Int) -> RuleMatch? {
        guard start == reading.sentence.lowerBound, let year = reading.integer(start, in: 1500...2099),
            isDash(start + 1) || reading.mark(start + 1) == 0x3A, reading.sentence.contains(start + 2),
            case .arabic = reading.text.tokens[start + 2].kind, isDash(start + 1) || !counts(start + 2)
        else { return nil }
        return found(start..<start + 1, String(year))
    }

    /// Whether a word stands before a year that it tells from others of its kind: «حرب 1973», «دستور 2014».
    private func isAfterLandmark(_ start: Int) -> Bool {
        !counts(start + 1) && Self.landmarks.contains { reading.isWord($0, start - 1) }
    }

    // As they are folded.
    private static let landmarks: [StaticString] = [
        "حرب", "دستور", "حدود", "خطوط", "معاهده", "اتفاقيه", "نكسه", "نكبه", "عدوان", "انقلاب", "انتفاضه", "ازمه",
        "هزيمه", "استفتاء", "احتجاجات", "موديل",
    ]

    /// «1969» of «الأرض» (1969)», «(1980)» behind a Hijri year, «1701 (2006)», each of a list of works with their years,
    /// and one behind a noun that has no numbers: «فيلمه الأول (2013)».
    private func enclosedYear(at start: Int) -> RuleMatch? {
        guard let year = enclosedNumber(at: start) else { return nil }
        let before = reading.mark(start - 2)
        let isBehindTitle = [0xBB, 0x201D, 0x22, 0x29].contains(before)
        let isBehindYear = reading.has(.hijriMark, start - 2) || reading.integer(start - 2, in: 1...2999) != nil
        guard isBehindTitle || isBehindYear || isListed(start) || isBehindNoun(start) else { return nil }
        return found(start..<start + 1, String(year))
    }

    private func enclosedNumber(at index: Int) -> Int? {
        guard reading.mark(index - 1) == 0x28, reading.mark(index + 1) == 0x29 else { return nil }
        return reading.integer(index, in: 1900...2099)
    }

    /// Whether what stands before a bracket has a year in it, and what is behind it is not counted by it: «رقم (2013)»,
    /// «بمبلغ (2000) ريال», «حضره (2000) طالب».
    private func isBehindNoun(_ start: Int) -> Bool {
        let before = start - 2
        guard reading.sentence.contains(before), case .arabic = reading.text.tokens[before].kind,
            reading.word(before).number == nil, reading.word(before).unit.isEmpty,
            reading[before].traits.isDisjoint(with: Self.prepositions),
            reading.isDefinite(before) || reading[before].word == 0,
            reading.text.tokens[before].letters.count > 2,
            !Self.numbered.contains(where: { reading.isWord($0, before) })
        else { return false }
        let behind = start + 2
        if endsClause(behind) || reading[behind].hasConjunction { return true }
        guard reading.sentence.contains(behind), !counts(behind), !reading.has(.fromOf, behind) else { return false }
        if case .arabic = reading.text.tokens[behind].kind {
            return !reading[behind].traits.isDisjoint(with: Self.prepositions) || reading.isDefinite(behind)
                || Self.opening.contains { reading.isWord($0, behind) }
                || reading.text.letters(of: reading.text.tokens[behind]).first == 0x648
        }
        if case .punctuation = reading.text.tokens[behind].kind { return true }
        return false
    }

    private static let prepositions: RuleWord.Traits = [
        .in, .preposition, .datePreposition, .numericDatePreposition, .before, .after, .fromOf, .until, .less, .more,
    ]

    // As they are folded.
    private static let opening: [StaticString] = [
        "ثم", "حول", "ضد", "امام", "او", "ان", "انه", "انها", "حيث", "التي", "الذي", "كما", "عندما",
    ]

    /// Nouns that numbers stand behind, and words that what is counted follows.
    private static let numbered: [StaticString] = [
        "رقم", "برقم", "الرقم", "رقمها", "رقمه", "ارقام", "قرار", "القرار", "قانون", "القانون", "ماده", "الماده",
        "العدد", "عدد", "عددهم", "عددها", "بعدد", "الصفحه", "صفحه", "مخطط", "المخطط", "مبلغ", "بمبلغ", "بقيمه", "بلغ",
        "بلغت", "يبلغ", "تبلغ", "نحو", "حوالي", "قرابه", "زهاء", "الرحله", "القطعه", "القرض", "الطريق", "الغرفه",
        "رؤيه",
        "الرؤيه", "المرسوم", "الرمز", "هاتف", "الهاتف", "فاكس", "جوال", "بواقع", "بنحو", "بحوالي", "سعر", "السعر",
    ]

    /// Whether two more of a sentence's brackets near a place have years in them.
    private func isListed(_ start: Int) -> Bool {
        var others = 0
        for index in max(start - 40, reading.sentence.lowerBound)..<min(start + 40, reading.sentence.upperBound)
        where index != start && enclosedNumber(at: index) != nil {
            others += 1
            if others == 2 { return true }
        }
        return false
    }

    /// «(1875 - 1945)», but not «(1000-1500) ريال»: from when to when somebody lived or something lasted.
    private func enclosedYears(at start: Int) -> RuleMatch? {
        guard reading.mark(start - 1) == 0x28, isDash(start + 1), reading.mark(start + 3) == 0x29,
            let first = reading.integer(start, in: 1500...2099),
            let last = reading.integer(start + 2, in: first + 1...first + 120),
            last >= 1900 || first % 50 != 0 || last % 50 != 0, !counts(start + 4)
        else { return nil }
        return found(start..<start + 3, "\(first)/\(last)")
    }
}
