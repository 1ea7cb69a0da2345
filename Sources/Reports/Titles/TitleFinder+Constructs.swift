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
        // Who works for the king stands behind the same words: «السكرتير الخاص لخادم الحرمين الشريفين تميم السالم».
        if start == 0, letters[head.letters].elementsEqual(Self.servant) { return .goOn }
        let isOfBody = words[index - 1].bytes.lowerBound == body
        while body == nil, index - nearest > 1, isAttribute(words[nearest]),
            !belongs(words[nearest], to: nearest + 1..<index, of: head)
        { nearest += 1 }
        if !isOfBody, !Portfolios.areHeld(by: letters[head.letters]) || !arePortfolios(nearest..<index) {
            for word in words[nearest..<index]
            where !hasArticle(word) && !TitleLinks.contain(word, of: text) && !isPlaceOrBody(word)
                && !OfficeHead.isPart(letters[word.letters])
            {
                return .goOn
            }
        }
        // «النائب الثاني» «لرئيس مجلس الوزراء».
        if head.bytes != words[index].bytes, let server = whoServes(words[index], at: index),
            let place = words.firstIndex(where: { $0.bytes == server.bytes })
        {
            write(server, to: words[nearest].bytes.upperBound, of: text)
            return .found(end: place + 1)
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

    private static let servant = FoldedText(folding: "خادم").letters

    /// Whether an attribute is that of what somebody heads, since it is not his: «رئيس حكومة الوحدة» «الوطنية». «رئيسة حكومة الوحدة
    /// الوطنية» may be either, and so may that of one noun, which is left out as in «وزير الخارجية» «الروسي».
    private func belongs(_ attribute: TitleWord, to nouns: Range<Int>, of head: TitleWord) -> Bool {
        guard isFeminine(attribute), !isFeminine(head), hasArticle(words[nouns.lowerBound]) else { return false }
        // «رئيس النيابة» «العامة», «رئيس الشؤون» «الخاصة».
        if TitleLexicon.completesTitle(letters[attribute.letters]) { return true }
        guard nouns.count > 1, isFeminine(words[nouns.lowerBound]) else { return false }
        return !TitleLexicon.isQualifier(letters[attribute.letters])
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
