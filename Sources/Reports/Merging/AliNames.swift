internal import ArabicText

/// Gives persons the first name «علي» that was taken for the preposition «على», of which analysis sees the same letters.
///
/// Newspapers that leave the dots of the last letter away or put them everywhere can't be told from it; an article that
/// writes the preposition without them means the name where it writes them.
struct AliNames {
    /// Whether the article writes «على» so, once that was asked for.
    private var tellsApart: Bool?

    private static let ali = Array("علي".utf8)
    private static let preposition = Array(" على ".utf8)
    private static let waw = Array("و".utf8)

    /// `range`, or with «علي» where that stands before it, at `start` or behind it, and is free of other mentions.
    mutating func name(
        at range: Range<Int>,
        from start: Int,
        in text: CodePointIndex.UTF8,
        isFree: (Range<Int>) -> Bool
    ) -> Range<Int> {
        let length = Self.ali.count / 2 + 1
        guard range.lowerBound - start >= length else { return range }
        let end = text.range(of: range).lowerBound
        let bytes = text.bytes
        let first = end - Self.ali.count - 1
        guard first >= 0, bytes[end - 1] == 0x20, bytes[first..<end - 1].elementsEqual(Self.ali),
            Self.opensWord(first, of: bytes), tellsApart(in: bytes),
            isFree(range.lowerBound - length..<range.lowerBound)
        else { return range }
        return range.lowerBound - length..<range.upperBound
    }

    /// Whether a word begins at a byte, or goes on behind «and».
    private static func opensWord(_ place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = place
        if place >= waw.count, bytes[place - waw.count..<place].elementsEqual(waw) { place -= waw.count }
        return place == 0 || bytes[place - 1] < 0x80
    }

    private mutating func tellsApart(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if let tellsApart { return tellsApart }
        let found = bytes.firstRange(of: Self.preposition) != nil
        tellsApart = found
        return found
    }
}
