internal import ArabicText

/// The words of an article's title, folded, without the marks that stand at their ends.
struct TitleWords {
    private struct Word {
        var count = 0
        var hash = LetterRunHash()
        /// The hash of the word without its first letter.
        var hashOfRest = LetterRunHash()
    }

    private var words: [Word] = []

    /// `nil` for a title without words.
    init?(_ title: String) {
        var title = title
        var letters: [UInt16] = []
        letters.reserveCapacity(title.utf8.count / 2 + 1)
        title.withUTF8 { FoldedText.fold(utf8: $0, into: &letters) }
        for word in letters.split(whereSeparator: NameForms.isSpace) { words.append(Self.word(word)) }
        if words.isEmpty { return nil }
    }

    private static func word(_ letters: ArraySlice<UInt16>) -> Word {
        var word = Word()
        for letter in withoutMarks(letters) {
            word.hash.add(letter)
            if word.count > 0 { word.hashOfRest.add(letter) }
            word.count += 1
        }
        return word
    }

    /// Whether the title has these words, one behind the other.
    func contain(_ name: ArraySlice<NameForms.Word>) -> Bool {
        guard !name.isEmpty, name.count <= words.count else { return false }
        return (0...words.count - name.count).contains { start in
            zip(words[start...], name).allSatisfy { inTitle, word in
                let count = word.letters.count
                if inTitle.count == count, inTitle.hash.value == word.hash { return true }
                // A clitic of one letter (و، ف، ب، ل، ك) may stand before the name's first word.
                return inTitle.count == count + 1 && count > 2 && inTitle.hashOfRest.value == word.hash
            }
        }
    }

    private static func withoutMarks(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        func isMark(_ letter: UInt16) -> Bool {
            // Most are letters of Arabic.
            if 0x620...0x64A ~= letter, letter != 0x640 { return false }
            guard let scalar = Unicode.Scalar(letter) else { return false }
            return !scalar.properties.isAlphabetic && !(0x30...0x39).contains(letter)
        }
        var word = word
        while let first = word.first, isMark(first) { word.removeFirst() }
        while let last = word.last, isMark(last) { word.removeLast() }
        return word
    }
}
