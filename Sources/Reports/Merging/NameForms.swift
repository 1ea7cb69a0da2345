internal import ArabicText
internal import Extraction

/// The forms of an article's names: each is a name without what varies in writing, its folded letters (`FoldedText`) with
/// one space between words. Equal forms have one number, from 0 on.
///
/// The letters of all stand in one array, in which forms and words are ranges: a name is taken apart, compared and looked
/// up without a copy.
struct NameForms: Sendable {
    struct Form: Sendable {
        /// Where its letters stand among ``NameForms/letters``.
        let letters: Range<Int>
        /// Where its words stand among ``NameForms/words``.
        let words: Range<Int>
        /// The `LetterHash` of its letters, by which the model's tables are asked too.
        let hash: UInt64
    }

    struct Word: Sendable {
        /// Where its letters stand among ``NameForms/letters``.
        let letters: Range<Int>
        /// Taken once: words are compared by it (``HashedNumbers``).
        let hash: UInt64

        /// Whether the two have the same letters.
        func isSame(as other: Word) -> Bool { hash == other.hash && letters.count == other.letters.count }
    }

    private(set) var letters: [UInt16] = []
    private(set) var words: [Word] = []
    private var all: [Form] = []
    private var numbers = HashedNumbers()

    static let space: UInt16 = 0x20
    static let alef: UInt16 = 0x627
    static let lam: UInt16 = 0x644
    static let waw: UInt16 = 0x648

    /// Forgets all forms, and makes room for `capacity` before it grows.
    mutating func begin(capacity: Int) {
        letters.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        all.removeAll(keepingCapacity: true)
        numbers.begin(capacity: capacity)
    }

    var count: Int { all.count }

    subscript(number: Int) -> Form {
        @inline(__always) get { all[number] }
    }

    /// The letters of form number `number`.
    func letters(of number: Int) -> ArraySlice<UInt16> { letters[all[number].letters] }

    // MARK: Adding

    /// The number of the form of a name that is written so, and whether it has single spaces between its words, and no
    /// other white space. Of a name that folds to nothing the letters are kept as they are.
    mutating func number(of utf8: UnsafeBufferPointer<UInt8>) -> (number: Int, isSpaced: Bool) {
        let start = letters.count
        FoldedText.fold(utf8: utf8, into: &letters)
        let isSpaced = !space(from: start)
        if letters.count == start { letters.append(contentsOf: String(cut: utf8).utf16) }
        return (number(ofLettersFrom: start), isSpaced)
    }

    /// The number of form number `number` with alef before it.
    mutating func number(ofAlefBefore number: Int) -> Int {
        let start = letters.count
        letters.append(Self.alef)
        for index in all[number].letters { letters.append(letters[index]) }
        return self.number(ofLettersFrom: start)
    }

    /// The number of the form that is this word alone.
    mutating func number(of word: Word) -> Int {
        let start = letters.count
        for index in word.letters { letters.append(letters[index]) }
        return number(ofLettersFrom: start)
    }

    /// The number of the form of what is written so, if it is one of these.
    mutating func known(_ utf8: UnsafeBufferPointer<UInt8>) -> Int? {
        let (start, first) = (letters.count, words.count)
        defer {
            letters.removeLast(letters.count - start)
            words.removeLast(words.count - first)
        }
        FoldedText.fold(utf8: utf8, into: &letters)
        _ = space(from: start)
        return known(readWords(from: start), from: start)
    }

    /// The number of the form whose letters were appended from `start` on; where it is known they are taken back.
    private mutating func number(ofLettersFrom start: Int) -> Int {
        let first = words.count
        let hash = readWords(from: start)
        if let known = known(hash, from: start) {
            letters.removeLast(letters.count - start)
            words.removeLast(words.count - first)
            return known
        }
        all.append(Form(letters: start..<letters.count, words: first..<words.count, hash: hash))
        numbers.add(all.count - 1, of: hash)
        return all.count - 1
    }

    private func known(_ hash: UInt64, from start: Int) -> Int? {
        numbers.number(of: hash) { number in
            let known = all[number].letters
            guard known.count == letters.count - start else { return false }
            for offset in 0..<known.count where letters[known.lowerBound + offset] != letters[start + offset] {
                return false
            }
            return true
        }
    }

    /// Appends the words of the letters from `start` on, and says what their hash is.
    private mutating func readWords(from start: Int) -> UInt64 {
        var hash = LetterRunHash()
        var word = LetterRunHash()
        var wordStart = start
        for index in start...letters.count {
            if index < letters.count, letters[index] != Self.space {
                if index == wordStart, index > start { hash.add(Self.space) }
                hash.add(letters[index])
                word.add(letters[index])
                continue
            }
            if index > wordStart { words.append(Word(letters: wordStart..<index, hash: word.value)) }
            word = LetterRunHash()
            wordStart = index + 1
        }
        return LetterHash.value(finishing: hash.value)
    }

    /// Makes each run of white space of the letters from `start` on one space, leaves none at the ends, and says whether
    /// anything was to be changed.
    private mutating func space(from start: Int) -> Bool {
        var isAfterSpace = true
        var isSpaced = true
        for index in start..<letters.count {
            let letter = letters[index]
            let isSpace = Self.isSpace(letter)
            if isSpace, isAfterSpace || letter != Self.space {
                isSpaced = false
                break
            }
            isAfterSpace = isSpace
        }
        if isSpaced, !isAfterSpace || letters.count == start { return false }
        var end = start
        for index in start..<letters.count {
            if !Self.isSpace(letters[index]) {
                letters[end] = letters[index]
            } else if end > start, letters[end - 1] != Self.space {
                letters[end] = Self.space
            } else {
                continue
            }
            end += 1
        }
        if end > start, letters[end - 1] == Self.space { end -= 1 }
        letters.removeLast(letters.count - end)
        return true
    }

    @inline(__always)
    static func isSpace(_ letter: UInt16) -> Bool {
        if 0x600...0x6FF ~= letter { return false }
        switch letter {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
        default: return false
        }
    }
}

extension NameForms {
    /// Whether a word, folded, has the article and at least two letters beside it.
    static func hasArticle(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 3 && word[word.startIndex] == alef && word[word.startIndex + 1] == lam
    }

    /// How many words form number `number` has.
    func wordCount(of number: Int) -> Int { self[number].words.count }

    /// Whether its first word has an article, and enough beside it.
    func hasArticle(_ number: Int) -> Bool {
        let range = self[number].letters
        let start = range.lowerBound
        return range.count >= 5 && letters[start] == Self.alef && letters[start + 1] == Self.lam
            && letters[start + 2] != Self.space && letters[start + 3] != Self.space && letters[start + 4] != Self.space
    }

    /// Whether it may have lost its alef to the preposition ل before it: «لبنتاغون», left of «للبنتاغون».
    func mayBeContracted(_ number: Int) -> Bool {
        let range = self[number].letters
        return !range.isEmpty && letters[range.lowerBound] == Self.lam
    }

    /// Whether `whole` is `contracted` with the alef that it may have lost.
    func isContracted(_ contracted: Int, of whole: Int) -> Bool {
        let (short, long) = (letters(of: contracted), letters(of: whole))
        return short.first == Self.lam && long.count == short.count + 1 && long.first == Self.alef
            && long.dropFirst().elementsEqual(short)
    }
}
