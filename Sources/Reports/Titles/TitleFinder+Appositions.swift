internal import ArabicText
internal import Extraction

/// Titles that stand behind a person's name: «قال خورخي ليون المحلل في شركة ريستاد إنرجي إن», «سمير ديلو، عضو هيئة الدفاع، ».
///
/// Behind a name without a comma the same words may be whom the person met or told («التقى محمد علي وزير الخارجية»). So they are
/// read only where «إن» follows, which stands behind «قال» alone, or between two commas.
extension TitleFinder {
    private static let mostAppositionWords = 10
    private static let longestApposition = 160

    /// Writes the title behind the byte at which a name ends to ``title``, if there is one.
    mutating func readApposition(behind end: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = end
        let comma = Comma.length(at: start, of: text)
        let isMarked = comma != nil
        start += comma ?? 0
        guard start < text.count, text[start] == UInt8(ascii: " ") else { return false }
        start += 1
        var apposition = Apposition(lexicon: lexicon)
        var place = start
        while apposition.count < Self.mostAppositionWords, place - start < Self.longestApposition {
            let word = WordsBehind.word(at: place, of: text)
            guard !word.isEmpty else { return false }
            if !isMarked, text[word].elementsEqual(Self.clause) {
                return apposition.isTitle && write(start..<apposition.end, of: text)
            }
            letters.removeAll(keepingCapacity: true)
            FoldedText.fold(utf8: UnsafeBufferPointer(rebasing: text[word]), into: &letters)
            guard apposition.takes(letters[...], endingAt: word.upperBound) else { return false }
            place = word.upperBound
            if isMarked, Comma.length(at: place, of: text) != nil || isColon(at: place, of: text) {
                return apposition.isTitle && write(start..<apposition.end, of: text)
            }
            guard place < text.count, text[place] == UInt8(ascii: " ") else { return false }
            place += 1
        }
        return false
    }

    private mutating func write(_ place: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        title.removeAll(keepingCapacity: true)
        title.append(contentsOf: text[place])
        return true
    }

    /// «قال أحمد علي، مدير المركز: «…»».
    private func isColon(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        place < text.count && text[place] == UInt8(ascii: ":")
    }

    private static let clause = Array("إن".utf8)
}
