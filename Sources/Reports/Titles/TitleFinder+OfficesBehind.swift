internal import ArabicText
internal import Extraction

/// Offices right behind a name, without a comma: «أوضح وليد الحسين مدير الهيئة العامة للسياحة أن», «مع زياد الشيحة الرئيس التنفيذي لشركة
/// الكهرباء». The same words may be whom the person met, so what stands before the name has to leave only one person
/// (``PersonIntroductions``); and an office ends where the construct is whole: «افتتح … محافظ الأحساء» «معرض الكتاب».
extension TitleFinder {
    private static let mostOfficeWordsBehind = 9

    /// Whether only one person can be meant by what stands before a name.
    ///
    /// - Parameters:
    ///   - start: the byte at which the name begins.
    ///   - titles: how many of the ``words`` before it are titles.
    func isIntroduced(at start: Int, behind titles: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        if titles < words.count {
            if PersonIntroductions.contain(letters[words[titles].letters]) { return true }
            // «الكرواتي لوكا مودريتش لاعب وسط ريال مدريد», but «النادي المصري محمد علي».
            return titles == 0 && isAttribute(words[0]) && lexicon.isNisba(letters[words[0].letters])
                && (words.count == 1 || !hasArticle(words[1]))
        }
        // «، والمهندس زياد الشيحة الرئيس التنفيذي»: the next of several, with «and» written before the name or its title.
        var edge = start
        if titles > 0 {
            edge = words[titles - 1].bytes.lowerBound
            guard letters[words[titles - 1].letters].first == NameForms.waw else { return false }
        } else {
            edge -= 2
            guard edge > 0, text[edge..<start].elementsEqual("و".utf8) else { return false }
        }
        return Comma.place(before: edge, of: text) != nil
    }

    /// Adds the offices behind the byte at which a name ends.
    mutating func addOffices(
        behind end: Int,
        next named: NearbyMentions.Named?,
        in text: UnsafeBufferPointer<UInt8>,
        to mentions: inout ArticleMentions
    ) {
        var place = end
        for _ in 0..<Self.mostTitles {
            guard let last = readOffice(behind: place, next: named, of: text) else { return }
            title.withUnsafeBufferPointer { mentions.add(title: $0) }
            place = last
        }
    }

    /// Writes the office behind the byte at which a name or another office ends to ``title``, if there is one, and says where
    /// it ends.
    private mutating func readOffice(
        behind end: Int,
        next named: NearbyMentions.Named?,
        of text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard end < text.count, text[end] == UInt8(ascii: " ") else { return nil }
        var office = OfficeBehind(lexicon: lexicon)
        var place = end + 1
        for _ in 0..<Self.mostOfficeWordsBehind {
            let word = WordsBehind.word(at: place, of: text)
            guard !word.isEmpty else { break }
            letters.removeAll(keepingCapacity: true)
            FoldedText.fold(utf8: UnsafeBufferPointer(rebasing: text[word]), into: &letters)
            if let named, word.contains(named.bytes.lowerBound) {
                let hasClitic = named.bytes.lowerBound > word.lowerBound
                // A word may be marks alone, of which nothing is left.
                guard !letters.isEmpty else { break }
                if office.isHeld(in: named, behind: hasClitic ? letters[0] : nil) {
                    office.end = named.bytes.upperBound
                }
                break
            }
            guard office.takes(letters[...], endingAt: word.upperBound), word.upperBound < text.count,
                text[word.upperBound] == UInt8(ascii: " ")
            else { break }
            place = word.upperBound + 1
        }
        guard let last = office.end, last - end <= Self.longestOffice else { return nil }
        title.removeAll(keepingCapacity: true)
        title.append(contentsOf: text[end + 1..<last])
        return last
    }
}
