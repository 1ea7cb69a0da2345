internal import ArabicText

/// Quarters, school years and sports seasons by their distance from the day of writing.
extension DateRule {
    /// «الربع الحالي», «هذا الربع».
    func quarter(at start: Int) -> RuleMatch? {
        if reading.has(.this, start), isQuarter(start + 1), reading[start + 1].cut == 0 {
            return found(start..<start + 2, "P0Q")
        }
        guard isQuarter(start) else { return nil }
        return shift(at: start + 1).map { found(start..<start + 2, "P\($0)Q") }
    }

    private func isQuarter(_ index: Int) -> Bool {
        reading[index].hasArticle && reading.word(index).number == .fraction(1, over: 4)
    }

    /// «العام الدراسي المقبل», «الموسم الماضي»: years that begin in summer. «هذا الموسم» may be a season of the year, of
    /// fashion or of television.
    func season(at start: Int) -> RuleMatch? {
        guard reading[start].hasArticle else { return nil }
        if reading.has(.season, start) {
            let next = isOfSport(start + 1) ? start + 2 : start + 1
            guard let value = yearFromSummer(at: next), !isOfNature(start) else { return nil }
            return found(start..<next + 1, value)
        }
        guard reading.has(.yearWord, start),
            reading.isWord("الدراسي", start + 1) || reading.isWord("الدراسيه", start + 1)
                || reading.isWord("الجامعي", start + 1) || reading.isWord("الجامعيه", start + 1)
        else { return nil }
        return yearFromSummer(at: start + 2).map { found(start..<start + 3, $0) }
    }

    /// The value of such a year by the word behind it. «الجديد» is the one that begins in the year of writing, but for «الموسم
    /// الجديد من مسلسل كذا».
    private func yearFromSummer(at index: Int) -> String? {
        if let shift = shift(at: index) { return "P\(shift)A" }
        guard reading.isWord("الجديد", index) || reading.isWord("الجديده", index),
            !isPlainOf(index + 1) || !(reading.isWord("مسلسل", index + 2) || reading.isWord("برنامج", index + 2))
        else { return nil }
        return "P0Y/P1Y"
    }

    private func isOfSport(_ index: Int) -> Bool {
        reading.isWord("الرياضي", index) || reading.isWord("الكروي", index) || reading.isWord("الدراسي", index)
    }

    /// Whether the sentence tells of seasons of another kind, those of pilgrims, harvests and rain.
    private func isOfNature(_ index: Int) -> Bool {
        (index - 30..<index + 30).contains { index in
            Self.wordsOfNature.contains { reading.isWord($0, index) }
        }
    }

    // As they are folded.
    private static let wordsOfNature: [StaticString] = [
        "الحج", "الحجاج", "العمره", "المعتمرين", "الامطار", "الصيد", "الحصاد", "الزراعي", "المزارعين", "السياحي",
    ]
}
