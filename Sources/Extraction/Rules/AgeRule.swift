internal import ArabicText

/// Finds ages that are told without a word for years: «في السادسة عشرة من عمره» is `P16Y`, «في العقد الثالث من العمر»
/// and «في العشرينيات من عمرها» are from twenty to thirty, `P20Y/P30Y`.
struct AgeRule {
    private let reading: RuleReading
    private let numbers: NumberRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
    }

    func match(at start: Int) -> RuleMatch? { decade(at: start) ?? year(at: start) }

    /// «السادسة من العمر», «التاسعة والعشرين من عمرها», «12 من عمره».
    private func year(at start: Int) -> RuleMatch? {
        let digits = reading.integer(start, in: 1...120).map { (value: $0, next: start + 1) }
        guard let age = digits ?? numbers.ordinal(at: start), let end = endOfAge(age.next),
            !Self.numbered.contains(where: { reading.isWord($0, start - 1) })
        else { return nil }
        return found(start..<end, "P\(age.value)\(period(before: start))")
    }

    /// «الشهر الخامس من عمره»; years where nothing else is named.
    private func period(before start: Int) -> Unicode.Scalar {
        let word = reading.word(start - 1)
        guard reading[start - 1].hasArticle, word.count == 1, let period = word.period, !period.isOfClock else {
            return "Y"
        }
        return period
    }

    /// «العقد الثالث من عمره», «الثلاثينيات من عمره», «ثلاثينيات العمر».
    private func decade(at start: Int) -> RuleMatch? {
        if let first = reading.word(start).decade {
            let end = endOfAge(start + 1) ?? (isAge(start + 1) ? start + 2 : nil)
            return end.map { found(start..<$0, "P\(first)Y/P\(first + 10)Y") }
        }
        guard reading.has(.decadeWord, start), reading.word(start).count == 1, reading[start].hasArticle,
            reading[start + 1].cut == 0, let ordinal = numbers.ordinal(at: start + 1), 1...11 ~= ordinal.value,
            let end = endOfAge(ordinal.next)
        else { return nil }
        return found(start..<end, "P\(10 * ordinal.value - 10)Y/P\(10 * ordinal.value)Y")
    }

    private func found(_ tokens: Range<Int>, _ value: String) -> RuleMatch {
        RuleMatch(tokens: tokens, type: .quantity, value: value)
    }

    /// The token behind «من عمره».
    private func endOfAge(_ index: Int) -> Int? {
        reading.has(.fromOf, index) && reading[index].cut == 0 && isAge(index + 1) ? index + 2 : nil
    }

    private func isAge(_ index: Int) -> Bool { Self.ages.contains { reading.isWord($0, index) } }

    /// What has an age and numbers too: «الدورة الخامسة من عمرها».
    private static let numbered: [StaticString] = [
        "الدوره", "دورته", "دورتها", "النسخه", "نسخته", "نسختها", "الطبعه", "المرحله", "الدقيقه", "الحلقه", "الجوله",
    ]

    // As they are folded.
    private static let ages: [StaticString] = [
        "العمر", "عمره", "عمرها", "عمري", "عمرك", "عمرهم", "عمرهن", "عمرهما", "عمرنا",
    ]
}
