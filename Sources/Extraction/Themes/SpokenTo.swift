internal import ArabicText

/// To whom somebody spoke, as newspapers put it: «وقال المصدر لـ«عكاظ»», «في تصريح لـ"الوطن"».
enum SpokenTo {
    /// What stands oftener in an article is more than who asked, unless it mostly stands as that.
    static let most = 4
    /// So many code points before the name are looked at, and so many words.
    private static let reach = 64
    private static let words = 5
    private static let quotes = Set("\"«“”'".unicodeScalars)
    private static let quoteBytes = quotes.map { Array(String($0).utf8) }
    /// Verbs and nouns of saying, without conjunction.
    private static let saying = Set(
        """
        قال قالت قالوا يقول أكد أكدت أوضح أوضحت كشف كشفت ذكر ذكرت صرح صرحت أفاد أفادت أشار بين أبان تحدث تحدثت شدد حديث حديثه \
        حديثها تصريح تصريحات تصريحه تصريحها تصريحاته تصريحاتها خاص خاصة حوار حواره مصدر مصادر اتصال اتصالات لقاء أضاف أضافت تقول \
        رأى اعتبر روى يروي نفى نفت
        """.split(separator: " ").map(String.init)
    )

    /// Whether a quotation mark opens right before code point `start`.
    static func isQuoted(before start: Int, in text: CodePointIndex.UTF8) -> Bool {
        var end = text.place(of: start)
        if end > 0, text.bytes[end - 1] == UInt8(ascii: " ") || text.bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        let before = text.bytes[..<end]
        return quoteBytes.contains { before.suffix($0.count).elementsEqual($0) }
    }

    /// Whether «لـ» and a quotation mark stand right before code point `start`, and a word of saying before them in the same
    /// sentence.
    static func isSpokenTo(before start: Int, in text: CodePointIndex.UTF8) -> Bool {
        var rest = before(start, reach, in: text)[...]
        func drop(_ isDropped: (Unicode.Scalar) -> Bool) {
            while let last = rest.last, isDropped(last) { rest.removeLast() }
        }
        drop { $0.isWhiteSpace || quotes.contains($0) }
        drop { $0.isWhiteSpace || $0 == "ـ" }
        guard rest.popLast() == "ل", let mark = rest.last, mark.isWhiteSpace || mark == "،" else { return false }
        if let end = rest.lastIndex(where: { ".؟!\n:".unicodeScalars.contains($0) }) { rest = rest[(end + 1)...] }
        return rest.split { $0.isWhiteSpace || $0 == "،" }.suffix(words)
            .contains { word in forms(of: word).contains { saying.contains($0) } }
    }

    /// What a newspaper does that speaks of itself, without conjunction.
    private static let reporting: Set = [
        "علمت", "رصدت", "تواصلت", "اطلعت", "حاورت", "استطلعت", "التقت", "سألت", "استوضحت",
    ]

    /// Whether the verb of who reports stands before the quotation mark that opens right before code point `start`: «وعلمت
    /// "الوطن"».
    static func reports(before start: Int, in text: CodePointIndex.UTF8) -> Bool {
        var rest = before(start, reach, in: text)[...]
        while let last = rest.last, last.isWhiteSpace || quotes.contains(last) || last == "(" { rest.removeLast() }
        guard let word = rest.split(whereSeparator: \.isWhiteSpace).last else { return false }
        return forms(of: word).contains { reporting.contains($0) }
    }

    /// A word as it stands, and without its conjunction.
    private static func forms(of word: ArraySlice<Unicode.Scalar>) -> [String] {
        let isJoined = word.count > 3 && (word.first == "و" || word.first == "ف")
        return [word, isJoined ? word.dropFirst() : word]
            .map { form in
                var letters = String.UnicodeScalarView()
                letters.append(contentsOf: form)
                return String(letters)
            }
    }

    private static func before(_ start: Int, _ length: Int, in text: CodePointIndex.UTF8) -> [Unicode.Scalar] {
        let bytes = text.bytes[text.range(of: max(0, start - length)..<start)]
        return Array(String(cut: UnsafeBufferPointer(rebasing: bytes)).unicodeScalars)
    }
}
