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
        if let large = large(at: start) { return large }
        if let bare = bare(at: start) { return bare }
        guard reading[start].hasArticle, !reading.has(.latest, start),
            reading[start].cut == 0 || reading.word(start).ordinal > 0,
            let ordinal = numbers.ordinal(at: start)
        else { return nil }
        // «الخامسة والأربعون بعد المئة»
        let joint = ordinal.next
        if reading.has(.after, joint), reading[joint].cut == 0, let whole = large(at: joint + 1),
            let hundreds = Int(whole.value), hundreds % 100 == 0
        {
            return (whole.next, String(hundreds + ordinal.value))
        }
        return (joint, String(ordinal.value))
    }

    /// «خامس مرة»: without the article, before what is counted; a feminine one («ثانية») would be none.
    private func bare(at start: Int) -> (next: Int, value: String)? {
        let word = reading.bareWord(start)
        guard word.ordinal > 0, !word.traits.contains(.latest), reading.sentence.contains(start + 1) else { return nil }
        let letters = reading.text.letters(of: reading.text.tokens[start])
        guard letters.count > 2, letters.last != 0x647, case .arabic = reading.text.tokens[start + 1].kind else {
            return nil
        }
        return (start + 1, String(word.ordinal))
    }

    /// «المئة», «المئة والخامسة والعشرون», «المليون»
    private func large(at start: Int) -> (next: Int, value: String)? {
        guard reading[start].hasArticle, reading[start].cut == 0 else { return nil }
        let value: Int
        switch reading.word(start).number {
        case .hundreds(let hundreds): value = hundreds
        case .scale(let scale, let count) where count > 0: value = scale * count
        default: return nil
        }
        guard reading[start + 1].hasConjunction, let ordinal = numbers.ordinal(at: start + 1), ordinal.value < value
        else { return (start + 1, String(value)) }
        return (ordinal.next, String(value + ordinal.value))
    }

    private func relativeMatch(at start: Int) -> (next: Int, value: String)? {
        // «الواحد قبل الأخير», «قبل الأخير»
        let isPronoun = reading.isWord("الواحد", start) || reading.isWord("الواحده", start)
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
