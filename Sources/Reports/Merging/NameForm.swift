internal import ArabicText

/// A name without what varies in writing: its folded letters (`FoldedText`) with one space between words.
struct NameForm: Hashable, Hashed, Sendable {
    let letters: [UInt16]
    /// Taken once: forms are looked up again and again, and hashing an array goes element by element.
    let hash: UInt64
    let wordCount: Int

    init(letters: [UInt16]) {
        self.letters = letters
        var hash = LetterRunHash()
        var words = letters.isEmpty ? 0 : 1
        for letter in letters {
            hash.add(letter)
            if letter == Self.space { words += 1 }
        }
        self.hash = hash.value
        wordCount = words
    }

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { NameForm(utf8: $0) }
    }

    init(utf8: UnsafeBufferPointer<UInt8>) {
        var letters: [UInt16] = []
        letters.reserveCapacity(utf8.count / 2 + 1)
        FoldedText.fold(utf8: utf8, into: &letters)
        self.init(letters: Self.isSpaced(letters) ? letters : Self.spaced(letters))
    }

    static func == (left: NameForm, right: NameForm) -> Bool {
        left.hash == right.hash && left.letters == right.letters
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }

    /// The words, in order.
    var words: [ArraySlice<UInt16>] {
        var words: [ArraySlice<UInt16>] = []
        words.reserveCapacity(wordCount)
        var start = 0
        for (index, letter) in letters.enumerated() where letter == Self.space {
            if index > start { words.append(letters[start..<index]) }
            start = index + 1
        }
        if letters.count > start { words.append(letters[start...]) }
        return words
    }

    /// The name without the article of its first word, or `nil` where it has none or too little would stay.
    var withoutArticle: NameForm? { hasArticle ? NameForm(letters: Array(letters[2...])) : nil }

    /// Whether its first word has an article, and enough beside it.
    var hasArticle: Bool {
        letters.count >= 5 && letters[0] == Self.alef && letters[1] == Self.lam && !letters[2...4].contains(Self.space)
    }

    /// The name that has lost its alef to the preposition ل before it («لبنتاغون», left of «للبنتاغون») with that alef,
    /// or `nil` where it can't be so.
    var withContractedArticle: NameForm? {
        mayBeContracted ? NameForm(letters: [Self.alef] + letters) : nil
    }

    /// Whether it has ``withContractedArticle``.
    var mayBeContracted: Bool { letters.first == Self.lam }

    static let space: UInt16 = 0x20
    static let alef: UInt16 = 0x627
    static let lam: UInt16 = 0x644

    /// Whether nothing need be changed for ``spaced(_:)``: the only white space is one space between words.
    private static func isSpaced(_ letters: [UInt16]) -> Bool {
        var isAfterSpace = true
        for letter in letters {
            if letter == space {
                if isAfterSpace { return false }
                isAfterSpace = true
            } else {
                if isSpace(letter) { return false }
                isAfterSpace = false
            }
        }
        return !isAfterSpace || letters.isEmpty
    }

    /// The letters with each run of white space as one space and none at the ends.
    private static func spaced(_ letters: [UInt16]) -> [UInt16] {
        var spaced: [UInt16] = []
        spaced.reserveCapacity(letters.count)
        for letter in letters {
            if !isSpace(letter) {
                spaced.append(letter)
            } else if let last = spaced.last, last != space {
                spaced.append(space)
            }
        }
        if spaced.last == space { spaced.removeLast() }
        return spaced
    }

    private static func isSpace(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

/// A name as it is shown: as it was written, with each run of white space (a line may break inside a name) as one space.
enum WrittenForm {
    static func spaced(_ text: String) -> String {
        isSpaced(text) ? text : spacedAnew(text)
    }

    /// Whether nothing need be changed, told from the bytes: letters of ASCII and Arabic, single spaces between them.
    private static func isSpaced(_ text: String) -> Bool {
        var isAfterSpace = true
        for byte in text.utf8 {
            switch byte {
            case 0x20:
                if isAfterSpace { return false }
                isAfterSpace = true
            case 0x21...0x7E, 0x80...0xBF, 0xD8...0xDB: isAfterSpace = false
            default: return false
            }
        }
        return !isAfterSpace
    }

    private static func spacedAnew(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isPending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isPending = !scalars.isEmpty
            } else {
                if isPending { scalars.append(" ") }
                isPending = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
