/// Tells the languages in Latin script that are most often given for Arabic articles apart, by frequent words.
struct LatinLanguage {
    /// For each of ``names``. In place, because most texts have none of these words.
    private var counts = InlineArray<7, Int>(repeating: 0)

    private static let names: InlineArray<7, String> = [
        "English", "French", "German", "Spanish", "Turkish", "Indonesian or Malay", "Italian",
    ]

    /// Each list is of words that the other languages lack, where there are such.
    private static let words: [[String]] = [
        ["the", "of", "and", "to", "is", "that", "for", "on", "with", "was", "by", "at", "from", "has", "his", "are"],
        ["le", "les", "des", "et", "du", "une", "dans", "est", "pour", "qui", "sur", "au", "aux", "avec", "par", "il"],
        ["der", "die", "und", "das", "den", "ist", "nicht", "mit", "von", "auf", "ein", "eine", "dem", "im", "sich"],
        ["el", "los", "las", "que", "y", "por", "una", "con", "del", "para", "es", "su", "como", "lo", "en"],
        ["ve", "bir", "bu", "için", "da", "ile", "olarak", "olan", "çok", "daha", "gibi", "kadar", "sonra", "ama"],
        ["yang", "dan", "di", "dengan", "untuk", "pada", "dari", "ini", "itu", "tidak", "adalah", "akan", "dalam"],
        ["il", "di", "che", "della", "per", "non", "sono", "gli", "nel", "alla", "dei", "è", "le", "un"],
    ]

    private static let table: [UInt64: [Int]] = {
        var table: [UInt64: [Int]] = [:]
        for (language, list) in words.enumerated() {
            for word in list {
                let key = word.unicodeScalars.reduce(UInt64(0)) { $0 << 8 | UInt64($1.value & 0xFF) }
                table[key, default: []].append(language)
            }
        }
        return table
    }()

    /// - Parameter word: the last eight letters of the word, a byte each, in lower case where they are ASCII.
    mutating func add(_ word: UInt64) {
        guard word < 1 << 48, let languages = Self.table[word] else { return }
        for language in languages { counts[language] += 1 }
    }

    /// «English (Latin script)», or the script alone where no language has more of its words than any other.
    var name: String {
        var best = 0
        for language in counts.indices where counts[language] > counts[best] { best = language }
        let isAlone = counts.indices.allSatisfy { $0 == best || counts[$0] < counts[best] }
        guard counts[best] > 0, isAlone else { return "Latin script" }
        return Self.names[best] + " (Latin script)"
    }
}
