/// Phrases that share words where they stand: «ريال مدريد» and «مدريد المتصدر» of «ريال مدريد المتصدر». Mostly one of them
/// is cut out of what the other names.
extension ArticlePhrases {
    /// Whether `choice` is cut off each time where `taken` goes on with its last word («تشكيل فريق» before «فريق عمل»), or
    /// begins within it with what is no beginning: a name («البندقية السينمائي» behind «مهرجان البندقية») or what has its
    /// adjective from the noun before («الرهائن الدامية» behind «احتجاز الرهائن»).
    func isCut(_ choice: PhraseSelection.Choice, by taken: PhraseSelection.Choice) -> Bool {
        guard choice.phrase.length > 1, taken.phrase.length > 1, !choice.isName else { return false }
        return occurrences(of: choice.phrase.row)
            .allSatisfy { first in
                let words = choice.extent.words(around: first..<first + choice.phrase.length)
                guard let other = occurrence(of: taken, across: words) else { return false }
                if words.lowerBound < other.lowerBound {
                    // «أضرار التدخين» is whole before «والمخدرات», and «طلاء للمركبات» before anything.
                    return self.words[words.upperBound].traits.isDisjoint(with: .conjoined)
                        && self.words[words.upperBound - 1].traits.isDisjoint(with: .attached)
                }
                return self.words[words.lowerBound].name >= 0 || roles[words.lowerBound].head.contains(.severed)
            }
    }

    /// The words of an occurrence of `taken` that begins before `words` and ends in them, or the other way round.
    private func occurrence(of taken: PhraseSelection.Choice, across words: Range<Int>) -> Range<Int>? {
        let length = taken.phrase.length
        let longest = taken.extent.words(around: 0..<length).count
        for start in words.lowerBound - longest + 1..<words.upperBound {
            let first = start + taken.extent.before
            guard first >= 0, first + length <= self.words.count,
                occurrence(from: first, length: length).phrase == Int32(truncatingIfNeeded: taken.phrase.row)
            else { continue }
            let other = taken.extent.words(around: first..<first + length)
            if other.overlaps(words),
                other.lowerBound < words.lowerBound
                    ? other.upperBound < words.upperBound
                    : other.lowerBound > words.lowerBound && other.upperBound > words.upperBound
            {
                return other
            }
        }
        return nil
    }
}
