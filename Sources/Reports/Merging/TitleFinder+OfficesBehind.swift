internal import ArabicText
internal import Extraction

/// Offices right behind a name, without a comma: «أوضح وليد الحسين مدير الهيئة العامة للسياحة أن», «مع زياد الشيحة الرئيس التنفيذي لشركة
/// الكهرباء». The same words may be whom the person met, so what stands before the name has to leave only one person
/// (``PersonIntroductions``); and an office ends where the construct is whole: «افتتح … محافظ الأحساء» «معرض الكتاب».
extension TitleFinder {
    private static let mostOfficeWordsBehind = 9

    /// A body or a place that is named next behind a person.
    struct Following {
        var bytes: Range<Int>
        var isBody: Bool
    }

    /// Whether only one person can be meant by what stands before a name.
    ///
    /// - Parameters:
    ///   - start: the byte at which the name begins.
    ///   - titles: how many of the ``words`` before it are titles.
    func isIntroduced(at start: Int, behind titles: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        if titles < words.count { return PersonIntroductions.contain(letters[words[titles].letters]) }
        // «، والمهندس زياد الشيحة الرئيس التنفيذي»: the next of several, with «and» written before the name or its title.
        var edge = start
        if titles > 0 {
            edge = words[titles - 1].bytes.lowerBound
            guard letters[words[titles - 1].letters].first == NameForms.waw else { return false }
        } else {
            edge -= 2
            guard edge > 0, text[edge..<start].elementsEqual("و".utf8) else { return false }
        }
        if edge > 0, text[edge - 1] == UInt8(ascii: " ") { edge -= 1 }
        return edge > 1 && (text[edge - 1] == UInt8(ascii: ",") || text[edge - 2..<edge].elementsEqual("،".utf8))
    }

    /// Writes the office behind the byte at which a name or another office ends to ``title``, if there is one, and says where
    /// it ends.
    mutating func readOffice(behind end: Int, next named: Following?, of text: UnsafeBufferPointer<UInt8>) -> Int? {
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
