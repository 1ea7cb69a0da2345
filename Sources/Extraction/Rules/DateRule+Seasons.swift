internal import ArabicText

/// School years and sports seasons by their distance from the day of writing.
extension DateRule {
    /// «العام الدراسي المقبل», «الموسم الماضي», «هذا الموسم»: years that begin in summer. A season that the sentence does not
    /// say is one of sports may be of fruit, of pilgrims or of digging: when it was is open.
    func season(at start: Int) -> RuleMatch? {
        if reading.has(.this, start) {
            guard reading.has(.season, start + 1), reading[start + 1].hasArticle, reading[start + 1].cut == 0 else {
                return nil
            }
            let isNamed = isOfSportOrSchool(start + 2)
            return found(start..<start + (isNamed ? 3 : 2), isNamed || tellsOfSports(start) ? "P0A" : "XXXX")
        }
        guard reading[start].hasArticle else { return nil }
        if reading.has(.season, start) {
            let isNamed = isOfSportOrSchool(start + 1)
            let next = isNamed ? start + 2 : start + 1
            guard let value = yearFromSummer(at: next) else { return nil }
            return found(start..<next + 1, isNamed || tellsOfSports(start) ? value : "XXXX")
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

    private func isOfSportOrSchool(_ index: Int) -> Bool {
        reading.isWord("الرياضي", index) || reading.isWord("الكروي", index) || reading.isWord("الدراسي", index)
    }

    /// Whether a word near a place is about teams and their games.
    func tellsOfSports(_ start: Int) -> Bool {
        let sentence = reading.sentence
        return (max(start - 40, sentence.lowerBound)..<min(start + 40, sentence.upperBound)).contains { index in
            // The last four letters, which shift through it.
            var letters: UInt64 = 0
            return reading.text.letters(of: reading.text.tokens[index]).contains { letter in
                letters = letters << 16 | UInt64(letter)
                return Self.lettersOfSports.contains(letters)
            }
        }
    }

    // Four letters of «الفريق» and «فريقه», «اللاعبين», «المباراة» («بارا»), «بطولة», «الأندية», «المنتخب», «مهاجم» («هاجم»),
    // as they are folded.
    private static let lettersOfSports = Set(
        [
            "فريق", "نادي", "نديه", "لاعب", "دوري", "بارا", "طوله", "طولا", "مدرب", "نتخب", "ملعب", "هاجم", "حارس",
            "اعار",
        ]
        .map { $0.utf16.reduce(UInt64(0)) { $0 << 16 | UInt64($1) } }
    )
}
