internal import ArabicText

/// Forms of address that are written by their first letters: «د. أحمد زويل», «أ.د. هدى علي», «م.سعد الفهد».
extension TitleFinder {
    /// Where such a form stands right before a name.
    ///
    /// - Returns: its bytes, and where it begins, with the «و» that may be written before it.
    static func abbreviation(
        before start: Edge,
        in text: UnsafeBufferPointer<UInt8>
    ) -> (bytes: Range<Int>, start: Edge)? {
        var end = start.byte
        if end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var place = end
        while place >= letterLength, letters.contains(where: { text[place - letterLength..<place].elementsEqual($0) }) {
            place -= letterLength
        }
        guard place < end else { return nil }
        let bytes = place..<end
        if place >= 2, text[place - 2..<place].elementsEqual("و".utf8) { place -= 2 }
        // «الخ. م.» and a word's last letter are none.
        if place >= 2, WordsBefore.isLetter(text[place - 2], text[place - 1]) { return nil }
        // «2010 م.»
        let last = place > 0 && text[place - 1] == UInt8(ascii: " ") ? place - 1 : place
        if last > 0, isDigit(endingAt: last, of: text) { return nil }
        return (bytes, start.moved(to: place, in: text))
    }

    private static func isDigit(endingAt place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        if UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[place - 1] { return true }
        return place > 1 && text[place - 2] == 0xD9 && 0xA0...0xA9 ~= text[place - 1]
    }

    private static let letters = ["د.", "م.", "أ."].map { Array($0.utf8) }
    private static let letterLength = 3
}
