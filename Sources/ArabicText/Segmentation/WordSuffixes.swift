/// What may stand behind a stem: an ending of noun or verb (ة، ات، ون، ت، وا …), a pronoun, or both.
struct WordSuffixes: Sendable, Hashable {
    /// Its place in ``all``: 0 is no suffix.
    var code: UInt8

    /// The letters of the first part and of all parts.
    var firstLength: Int { Self.all[Int(code)].firstLength }
    var length: Int { Self.all[Int(code)].letters.count }
    /// Letters of the pronoun, or 0.
    var pronounLength: Int { Self.all[Int(code)].pronounLength }
    /// The letters, from the first part to the last.
    var letters: [UInt16] { Self.all[Int(code)].letters }

    struct Entry: Sendable {
        var letters: [UInt16]
        var firstLength: Int
        var pronounLength: Int
    }

    /// Endings that are no pronouns: of number and gender, of case, of verbs.
    private static let endings = "ة ات ان ين ون ا ت وا نا تم ي و تا تان تين تما ن"
    private static let pronouns = "ه ها هم هما هن ك كم كما كن نا ي ني"
    /// What stands between stem and pronoun.
    private static let inner = "ت ات ا ي و نا تم ين ون ان تو وا ن يت تي تا"
    /// Two endings, and particles that are written together with the word before.
    private static let others = ["ت+ين", "ت+ان", "ي+ة", "ي+ات", "ي+ين", "ي+ون"]
    private static let particles = "ما من"

    static let all: [Entry] = {
        var entries = [Entry(letters: [], firstLength: 0, pronounLength: 0)]
        var known: Set<String> = []
        func add(_ first: Substring, _ second: Substring = "", isPronoun: Bool) {
            guard known.insert("\(first)+\(second)").inserted else { return }
            let letters = Array(first.utf16) + Array(second.utf16)
            entries.append(
                Entry(
                    letters: letters,
                    firstLength: first.utf16.count,
                    pronounLength: isPronoun ? (second.isEmpty ? letters.count : second.utf16.count) : 0
                )
            )
        }
        for ending in endings.split(separator: " ") { add(ending, isPronoun: false) }
        for pronoun in pronouns.split(separator: " ") { add(pronoun, isPronoun: true) }
        for ending in inner.split(separator: " ") {
            for pronoun in pronouns.split(separator: " ") { add(ending, pronoun, isPronoun: true) }
        }
        for other in others {
            let parts = other.split(separator: "+")
            add(parts[0], parts[1], isPronoun: false)
        }
        for particle in particles.split(separator: " ") { add(particle, isPronoun: false) }
        return entries
    }()

    /// For each last letter from U+0620 the suffixes that end so, ascending.
    private static let byLastLetter: [[WordSuffixes]] = {
        var lists: [[WordSuffixes]] = Array(repeating: [], count: 48)
        for (code, entry) in all.enumerated() {
            guard let last = entry.letters.last else { continue }
            lists[Int(last) - 0x620].append(WordSuffixes(code: UInt8(code)))
        }
        return lists
    }()

    /// Those that a word with this last letter may end with, besides none.
    static func ending(with last: UInt16) -> [WordSuffixes] {
        (0x620..<0x650).contains(last) ? byLastLetter[Int(last) - 0x620] : []
    }
}
