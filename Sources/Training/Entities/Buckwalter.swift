/// The Buckwalter transliteration, letter for letter.
enum Buckwalter {
    private static let letters: [Character: Character] = [
        "'": "ء", "|": "آ", ">": "أ", "&": "ؤ", "<": "إ", "}": "ئ", "A": "ا", "b": "ب", "p": "ة", "t": "ت", "v": "ث",
        "j": "ج", "H": "ح", "x": "خ", "d": "د", "*": "ذ", "r": "ر", "z": "ز", "s": "س", "$": "ش", "S": "ص", "D": "ض",
        "T": "ط", "Z": "ظ", "E": "ع", "g": "غ", "f": "ف", "q": "ق", "k": "ك", "l": "ل", "m": "م", "n": "ن", "h": "ه",
        "w": "و", "Y": "ى", "y": "ي", "{": "ا",
    ]
    private static let marks: Set<Character> = ["a", "i", "u", "o", "~", "`", "F", "N", "K"]

    /// The Arabic letters of `text` without its vowel marks; `nil` where something is not of the transliteration.
    static func arabic(_ text: String) -> String? {
        var arabic = ""
        for character in text where !marks.contains(character) {
            guard let letter = letters[character] else { return nil }
            arabic.append(letter)
        }
        return arabic
    }
}
