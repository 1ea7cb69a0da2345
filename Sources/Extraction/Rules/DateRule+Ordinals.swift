internal import ArabicText

/// Ordinals that are days of a month, and those that belong to the noun before them.
extension DateRule {
    /// «الثالث» of «الثالث من مارس»: days are masculine, and so the feminine ones are of what stands before them («الحلقة
    /// الأولى من رمضان»).
    ///
    /// - Parameter isOpening: whether it is a date's first word, which may be an attribute: «الشوط الثاني من مارس».
    func dayOrdinal(at start: Int, isOpening: Bool) -> (day: Int, next: Int)? {
        guard let ordinal = numbers.ordinal(at: start), ordinal.value <= 31, !isFeminine(start),
            !isOpening || !isAttribute(start)
        else { return nil }
        return (ordinal.value, ordinal.next)
    }

    /// «الثالثة», «الأولى»
    private func isFeminine(_ index: Int) -> Bool {
        reading.text.letters(of: reading.text.tokens[index]).last == 0x647
            || ["الاولي", "والاولي", "فالاولي"].contains { reading.isWord($0, index) }
    }

    /// Whether an ordinal is that of a noun with the article right before it. A weekday, «اليوم» and «الموعد» have their date
    /// behind them, and so have places and what is feminine: «وصل إلى القاهرة الثالث من مارس», «الجلسة المقررة الثالث من مارس».
    private func isAttribute(_ start: Int) -> Bool {
        let noun = start - 1
        guard reading[start].cut == 0, reading.isDefinite(noun), case .arabic = reading.text.tokens[noun].kind,
            reading.word(noun).weekday == 0, !reading.has(.dayWord, noun), shift(at: noun) == nil
        else { return false }
        if reading.word(noun).period != nil || reading.word(noun).number != nil { return true }
        guard !Self.beforeDates.contains(where: { reading.isWord($0, noun) }), !isFeminineNoun(noun) else {
            return false
        }
        return reading[noun - 1].traits.isDisjoint(with: [.in, .preposition, .fromOf, .until, .datePreposition])
    }

    // As they are folded.
    private static let beforeDates: [StaticString] = ["الموافق", "المصادف", "الموعد", "التاريخ"]

    /// «الجلسة», «الجلسات»
    private func isFeminineNoun(_ index: Int) -> Bool {
        let letters = reading.text.letters(of: reading.text.tokens[index])
        return letters.last == 0x647 || letters.suffix(2).elementsEqual([0x627, 0x62A])
    }
}
