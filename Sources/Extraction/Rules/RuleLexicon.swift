internal import ArabicText

/// The words that rules know, by their hash.
struct RuleLexicon: Sendable {
    static let standard = RuleLexicon()

    /// The first is a word that means nothing.
    private(set) var words = [RuleWord()]
    private var places: [UInt64: UInt16] = [:]
    /// A bit for each of 2^16 hashes: most words of a text are in no list, and this says so in one look.
    private var filter = [UInt64](repeating: 0, count: 1024)

    /// For each of ``words``, whether a mention can begin with it, and of what kinds.
    private(set) var beginnings: [(RuleWord.Beginning, RuleWord.Kinds)] = []
    /// By the hash of their first two words; those of one word by its hash.
    private var feasts: [UInt64: [Feast]] = [:]

    private init() {
        addNumbers()
        addCalendar()
        addUnits()
        beginnings = words.map { ($0.beginning, $0.kinds) }
    }

    /// Adds a meaning to each of `forms`, which have spaces between them.
    mutating func add(_ forms: String, _ mean: (inout RuleWord) -> Void) {
        for letters in LetterTable.words(of: forms) {
            let hash = Self.hash(letters.span)
            if places[hash] == nil {
                places[hash] = UInt16(clamping: words.count)
                words.append(RuleWord())
                filter[Int(hash >> 6 & 1023)] |= 1 << (hash >> 16 & 63)
            }
            if let place = places[hash] { mean(&words[Int(place)]) }
        }
    }

    mutating func add(feast: Feast) {
        var hash = LetterHash()
        for (index, word) in feast.words.prefix(2).enumerated() {
            if index > 0 { hash.append(LetterHash.space) }
            for letter in word { hash.append(letter) }
        }
        feasts[hash.value, default: []].append(feast)
    }

    /// The feasts whose first words, two or their only one, have this hash.
    func feasts(opening hash: UInt64) -> [Feast] { feasts[hash] ?? [] }

    /// The place of a word in ``words``; 0 for an unknown one.
    @inline(__always)
    func place(of letters: Span<UInt16>) -> UInt16 {
        let hash = Self.hash(letters)
        guard filter[Int(hash >> 6 & 1023)] & 1 << (hash >> 16 & 63) != 0 else { return 0 }
        return places[hash] ?? 0
    }

    @inline(__always)
    static func hash(_ letters: Span<UInt16>) -> UInt64 {
        var hash = LetterHash()
        for index in letters.indices { hash.append(letters[index]) }
        return hash.value
    }
}
