internal import ArabicText

/// The keywords that a page has run together with the end of its text: «… حتى نهاية العام. سمات وزارة الصحة لقاح الحصبة». They
/// stand in a row without marks, so that nobody knows where one ends.
enum KeywordFooter {
    /// In code points; longer ones are no keywords.
    private static let longest = 300
    private static let mostWords = 25
    private static let heads: Set = ["سمات", "وسوم", "الوسوم", "الكلمات", "كلمات"]
    /// Behind the last two of these.
    private static let kinds: Set = ["مفتاحية", "المفتاحية", "دلالية", "الدلالية"]
    private static let marks: Set<Unicode.Scalar> = [".", "؟", "!", "»", "\"", "”", ")"]
    /// Those of one byte.
    private static let endings = marks.filter(\.isASCII).map { UInt8($0.value) }

    /// The code point at which they begin; `nil` where there are none.
    static func start(in text: CodePointIndex.UTF8) -> Int? {
        // Most texts end with a mark, and a last word with one is no keyword.
        if let last = text.bytes.last(where: { $0 > UInt8(ascii: " ") }), endings.contains(last) { return nil }
        let first = max(0, text.count - longest)
        let tail = Array(
            String(cut: UnsafeBufferPointer(rebasing: text.bytes[text.range(of: first..<text.count)])).unicodeScalars
        )
        let words = tail.indices.split { tail[$0].isWhiteSpace }.suffix(mostWords)
        for (place, word) in zip(words.indices, words).reversed() {
            guard let start = word.first, let end = word.last else { continue }
            if tail[word].contains(where: marks.contains) { return nil }
            guard heads.contains(letters(tail[word])), isBehindSentence(start, in: tail) else { continue }
            let isOne = !["الكلمات", "كلمات"].contains(letters(tail[word]))
            let next = words[words.index(after: place)...].first.map { letters(tail[$0]) }
            return (isOne && end + 1 < tail.count) || next.map(kinds.contains) ?? false ? first + start : nil
        }
        return nil
    }

    private static func isBehindSentence(_ start: Int, in tail: [Unicode.Scalar]) -> Bool {
        guard let last = tail[..<start].last(where: { $0 == "\n" || !$0.isWhiteSpace }) else { return false }
        return last == "\n" || marks.contains(last)
    }

    /// A word without its colon.
    private static func letters(_ word: ArraySlice<Unicode.Scalar>) -> String {
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: word.last == ":" ? word.dropLast() : word)
        return String(letters)
    }
}
