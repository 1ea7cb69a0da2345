/// The endings of plurals that keep their noun whole: «مسؤولون», «مسؤولين», «جهات». Few surnames have one.
enum SoundPlural {
    /// ـات ـين ـون
    static func ends(_ word: ArraySlice<UInt16>) -> Bool { endsFeminine(word) || endsMasculine(word) }

    /// ـات
    static func endsFeminine(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 1 && word.last == ArabicLetter.teh && word[word.endIndex - 2] == ArabicLetter.alef
    }

    /// ـين ـون: of persons.
    static func endsMasculine(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 1, word.last == ArabicLetter.noon else { return false }
        let vowel = word[word.endIndex - 2]
        return vowel == ArabicLetter.yeh || vowel == ArabicLetter.waw
    }
}
