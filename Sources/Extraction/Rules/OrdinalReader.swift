internal import ArabicText

/// Reads ordinals with their article.
struct OrdinalReader {
    private let reading: RuleReading
    private let numbers: NumberRule
    private let relative: Bool

    init(_ reading: RuleReading, relative: Bool) {
        self.reading = reading
        self.relative = relative
        numbers = NumberRule(reading: reading)
    }

    func match(at start: Int) -> (next: Int, value: String)? {
        if relative, let match = relativeMatch(at: start) { return match }
        guard reading[start].hasArticle, !reading.has(.latest, start),
            reading[start].cut == 0 || reading.word(start).ordinal > 0,
            let ordinal = numbers.ordinal(at: start)
        else { return nil }
        return (ordinal.next, String(ordinal.value))
    }

    private func relativeMatch(at start: Int) -> (next: Int, value: String)? {
        // «الواحد قبل الأخير», «الذي قبل الأخير», «قبل الأخير»
        let isPronoun =
            reading.isWord("الذي", start) || reading.isWord("التي", start) || reading.isWord("الواحد", start)
            || reading.isWord("الواحده", start)
        let index = isPronoun ? start + 1 : start
        if reading.has(.before, index) || reading.isWord("سبقت", index) || reading.isWord("سبق", index),
            reading.has(.latest, index + 1), reading[index + 1].hasArticle
        {
            return (index + 2, "end-1")
        }
        guard !isPronoun, reading[start].cut == 0 else { return nil }
        if reading.has(.latest, start) { return (start + 1, "end+0") }
        guard reading[start].hasArticle else { return nil }
        let traits = reading.word(start).traits
        if traits.contains(.last) { return (start + 1, "current-1") }
        if traits.contains(.next) { return (start + 1, "current+1") }
        return traits.contains(.current) ? (start + 1, "current+0") : nil
    }
}
