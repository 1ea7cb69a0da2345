internal import ArabicText
internal import Extraction

/// Titles with what they are titles of: «رئيس الوزراء», «نائب وزير الخارجية», «ملك الأردن».
extension TitleFinder {
    /// Writes a title with what it is a title of: «رئيس الوزراء», «نائب وزير الخارجية», «ملك الأردن».
    mutating func construct(
        _ head: TitleWord,
        in text: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ index: Int
    ) -> Reading {
        var nearest = start
        let isOfBody = words[index - 1].bytes.lowerBound == body
        while !isOfBody, index - nearest > 1, isAttribute(words[nearest]) { nearest += 1 }
        if !isOfBody, !Portfolios.areHeld(by: letters[head.letters]) || !arePortfolios(nearest..<index) {
            for word in words[nearest..<index]
            where !hasArticle(word) && !TitleLinks.contain(word, of: text) && !isKnown(word) {
                return .goOn
            }
        }
        title.removeAll(keepingCapacity: true)
        var end = index + 1
        if head.bytes == words[index].bytes {
            if isOthers(before: end) { return .none }
            // Another title may stand before: «نائب وزير الخارجية», «مدير مكتب وزير الخارجية».
            let isOfBureau = end < words.count && context(of: words[end]).contains(.bureau)
            let place = isOfBureau ? end + 1 : end
            if place < words.count, let outer = opening(words[place]) {
                outer.write(to: &title, of: text)
                if isOfBureau { words[end].write(to: &title, of: text) }
                end = place + 1
            }
        }
        head.write(to: &title, of: text)
        for word in words[nearest..<index].reversed() { word.write(to: &title, of: text) }
        return .found(end: end)
    }

    /// Whether the words, counted from the name, say what a minister has: «الداخلية والجماعات المحلية», «أملاك الدولة والشؤون
    /// العقارية», «الطوارئ وإدارة الكوارث». A noun without the article waits for one that has it.
    private func arePortfolios(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            let word = letters[words[index].letters]
            if hasArticle(words[index]) || Portfolios.isConjoined(word) { return true }
            let isFirst = index == range.upperBound - 1
            return index > range.lowerBound && hasArticle(words[index - 1])
                && (isFirst || word.first == NameForms.waw && MinistryPortfolios.waits(word.dropFirst()))
        }
    }
}
