/// A word before a name that may be its title, or a part of it.
struct TitleWord {
    /// Where it stands, in UTF-8.
    private(set) var bytes: Range<Int>
    /// Where its folded letters stand, in an array of whoever reads the words.
    private(set) var letters: Range<Int>
    /// Whether it is the word at ``bytes`` with an alef before it: «لرئيس», left of «للرئيس», is «الرئيس».
    private var hasAlefRestored = false
    /// Code points.
    private var length: Int
    /// What its first letters are if they are clitics.
    private var clitics: (Clitic?, Clitic?, Clitic?)

    init(_ place: Range<Int>, length: Int, letters: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
        bytes = place
        self.length = length
        self.letters = letters
        clitics = (
            Clitic(letter: 0, of: text, in: place), Clitic(letter: 1, of: text, in: place),
            Clitic(letter: 2, of: text, in: place)
        )
    }

    /// Whether it may have ``withoutClitics(letters:)``.
    var mayHaveClitics: Bool { clitics.0 != nil }

    /// The word without the clitics before a title, one after the other: «وللرئيس» is «للرئيس» and «الرئيس».
    func withoutClitics(letters: inout [UInt16]) -> [TitleWord] {
        guard mayHaveClitics else { return [] }
        var found: [TitleWord] = []
        var word = self
        for isConjunction in [true, false] {
            guard let first = word.clitics.0, first.isConjunction == isConjunction else { continue }
            word = word.withoutFirst(letters: &letters)
            if word.length >= 3 { found.append(word) }
        }
        return found
    }

    private func withoutFirst(letters all: inout [UInt16]) -> TitleWord {
        var word = self
        word.bytes = bytes.lowerBound + 2..<bytes.upperBound
        word.letters = letters.dropFirst()
        word.length -= 1
        word.clitics = (clitics.1, clitics.2, nil)
        if clitics.0 == .lam, clitics.1 == .lam {
            word.hasAlefRestored = true
            let start = all.count
            all.append(NameForms.alef)
            for index in word.letters { all.append(all[index]) }
            word.letters = start..<all.count
            word.length += 1
            word.clitics = (nil, nil, nil)
        }
        return word
    }

    /// Appends the word as it is written to others, behind a space.
    func write(to title: inout [UInt8], of text: UnsafeBufferPointer<UInt8>) {
        if !title.isEmpty { title.append(UInt8(ascii: " ")) }
        if hasAlefRestored { title.append(contentsOf: "ا".utf8) }
        title.append(contentsOf: text[bytes])
    }

    /// What may be written together with the word behind it, each two bytes.
    private enum Clitic {
        case wawOrFeh, behOrKaf, lam

        var isConjunction: Bool { self == .wawOrFeh }

        /// What letter number `index` of a word is; `nil` for what is none of these.
        init?(letter index: Int, of text: UnsafeBufferPointer<UInt8>, in word: Range<Int>) {
            let place = word.lowerBound + 2 * index
            guard place + 1 < word.upperBound else { return nil }
            switch (text[place], text[place + 1]) {
            case (0xD9, 0x88), (0xD9, 0x81): self = .wawOrFeh
            case (0xD8, 0xA8), (0xD9, 0x83): self = .behOrKaf
            case (0xD9, 0x84): self = .lam
            default: return nil
            }
        }
    }
}

/// Words that titles go on with: «رئيس مجلس النواب».
enum TitleLinks {
    static func contain(_ word: TitleWord, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        var written: [UInt8] = []
        word.write(to: &written, of: text)
        return all.contains(String(decoding: written, as: UTF8.self))
    }

    private static let all: Set<String> = [
        "مجلس", "مجلسي", "شؤون", "مكتب", "لجنة", "هيئة", "هيئه", "أركان", "اركان", "حكومة", "وزراء", "وزارة", "عام",
        "أول",
        "جمهورية", "مملكة", "دولة", "حزب", "حركة", "بنك", "جامعة", "اتحاد", "نادي", "منتخب", "شركة", "منظمة", "بلدية",
    ]
}
