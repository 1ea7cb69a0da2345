internal import ArabicText

/// Gives persons the first name «علي» that was taken for the preposition «على», of which analysis sees the same letters,
/// and takes the preposition from those to whom it was given.
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

    /// What the name at these bytes is without the preposition «على» that it begins with; `nil` where it does not, or where
    /// that is a name: behind a mark, in a row of persons, or before «بن».
    ///
    /// - Parameter endOfPerson: where the person before it ends, in bytes; asked for where it begins so.
    static func name(
        at name: Range<Int>,
        in bytes: UnsafeBufferPointer<UInt8>,
        endOfPerson: () -> Int?
    ) -> Range<Int>? {
        let start = name.lowerBound + undotted.count
        guard start < name.upperBound, bytes[name.lowerBound..<start].elementsEqual(undotted),
            !children.contains(where: { bytes[start..<name.upperBound].starts(with: $0) })
        else { return nil }
        var before = name.lowerBound
        let isJoined = before >= waw.count && bytes[before - waw.count..<before].elementsEqual(waw)
        if isJoined { before -= waw.count }
        // «لعلى صالح»: no preposition stands behind another one.
        guard before > 0, bytes[before - 1] == 0x20 else { return nil }
        while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        guard before > 0, bytes[before - 1] >= 0x80, endOfPerson() != before else { return nil }
        return isMark(bytes[..<before]) ? nil : start..<name.upperBound
    }

    /// Code points of the preposition and the space behind it.
    static let length = 4
    private static let undotted = Array("على ".utf8)
    private static let children = ["بن ", "ابن "].map { Array($0.utf8) }
    private static let marks = ["،", "؛", "؟", "»", "”", "“", "…"].map { Array($0.utf8) }

    private static func isMark(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        marks.contains { bytes.suffix($0.count).elementsEqual($0) }
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
