internal import ArabicText
internal import Extraction

/// The third pass: a surname (or given name) alone, or a shorter form of a full name, joins the one person whose full
/// name it is a part of. Where the article has two such persons («الأسد» with «بشار الأسد» and «حافظ الأسد»), it stays
/// on its own.
struct PersonNames {
    private let names: [ArticleName]
    /// Of each word in persons' names of several words its first and last place in ``places``.
    private let words: HashedMap<WordKey, (first: Int, last: Int)>
    /// The names in which a word stands, ascending, each with the place of the next one, or -1.
    private let places: [(name: Int, next: Int)]

    init(_ names: [ArticleName]) {
        self.names = names
        var words = HashedMap<WordKey, (first: Int, last: Int)>(capacity: 0)
        var places: [(name: Int, next: Int)] = []
        for index in names.indices where names[index].type == .person && names[index].words.count > 1 {
            for word in names[index].words {
                let next = places.count
                let (entry, isNew) = words.place(of: WordKey(word), orAdd: (next, next))
                if !isNew {
                    let last = words.values[entry].last
                    if places[last].name == index { continue }
                    places[last].next = next
                    words.change(at: entry) { $0.last = next }
                }
                places.append((index, -1))
            }
        }
        self.words = words
        self.places = places
    }

    /// Calls `body` with the persons' names of several words in which `word` stands, as long as it says so.
    private func eachFullName(with word: ArraySlice<UInt16>, _ body: (Int) -> Bool) {
        guard !words.isEmpty, var place = words[WordKey(word)]?.first else { return }
        while place >= 0, body(places[place].name) { place = places[place].next }
    }

    /// Makes persons of those single words that the tagger called something else but that may well be one, and that are
    /// the surname of exactly one full name in the article.
    static func addingSurnames(to names: inout [ArticleName]) -> PersonNames {
        let persons = PersonNames(names)
        guard !persons.words.isEmpty else { return persons }
        var surnames: [Int] = []
        for index in names.indices {
            guard TypeVote.decides(on: names[index].type), names[index].type != .person,
                names[index].personSupport >= leastPersonSupport, names[index].words.count == 1,
                names[index].entry == nil, let word = names[index].words.first
            else { continue }
            var full: [Int] = []
            persons.eachFullName(with: word) { name in
                full.append(name)
                return full.count < 2
            }
            if full.count == 1, names[full[0]].words.last == word { surnames.append(index) }
        }
        guard !surnames.isEmpty else { return persons }
        for index in surnames { names[index].type = .person }
        return PersonNames(names)
    }

    /// In thousandths.
    private static let leastPersonSupport = 300

    /// Joins from the longest names to the shortest, so that what joined a full name is no second candidate.
    func join(in clusters: inout NameClusters) {
        guard !words.isEmpty else { return }
        let persons = names.indices.filter { names[$0].type == .person }
        for index in persons.sorted(by: { (names[$1].words.count, $0) < (names[$0].words.count, $1) }) {
            guard let full = person(named: names[index].words, in: clusters) else { continue }
            clusters.join(full, index)
        }
    }

    /// The one person whose full name has `words` as a part that a newspaper would use for him, or `nil`.
    private func person(named words: [ArraySlice<UInt16>], in clusters: NameClusters) -> Int? {
        guard let last = words.last else { return nil }
        var person: Int?
        var isShortForm = false
        var isAmbiguous = false
        eachFullName(with: last) { candidate in
            guard names[candidate].words.count > words.count else { return true }
            let full = names[candidate].words
            guard Self.contains(full, words) || Self.skipsMiddle(full, words) else { return true }
            // A second person makes it ambiguous, even where the words are no good short form of his name.
            if let person, clusters.root(of: person) != clusters.root(of: candidate) {
                isAmbiguous = true
                return false
            }
            person = person ?? candidate
            isShortForm = isShortForm || Self.isShortForm(words, of: full)
            return true
        }
        return isShortForm && !isAmbiguous ? person : nil
    }

    private static func contains(_ full: [ArraySlice<UInt16>], _ words: [ArraySlice<UInt16>]) -> Bool {
        (0...full.count - words.count).contains { full[$0..<$0 + words.count].elementsEqual(words) }
    }

    /// The surname («لافروف» of «سيرغي لافروف»), the first names, or the first and last without those between.
    private static func isShortForm(_ words: [ArraySlice<UInt16>], of full: [ArraySlice<UInt16>]) -> Bool {
        if words.count == 1, let word = words.first, word.count < 3 || isConnector(word) { return false }
        if full.suffix(words.count).elementsEqual(words) {
            // «محمد بن سلمان» is not «سلمان», his father.
            return words.count > 1 || !isConnector(full[full.count - 2])
        }
        return full.prefix(words.count).elementsEqual(words) || skipsMiddle(full, words)
    }

    /// Whether `words` are `full` without some of its middle names; what names a father is no middle name.
    private static func skipsMiddle(_ full: [ArraySlice<UInt16>], _ words: [ArraySlice<UInt16>]) -> Bool {
        guard words.count > 1, full.first == words.first, full.last == words.last else { return false }
        var remaining = words[...]
        for word in full {
            if word == remaining.first {
                remaining.removeFirst()
            } else if isConnector(word) {
                return false
            }
        }
        return remaining.isEmpty
    }

    private static func isConnector(_ word: ArraySlice<UInt16>) -> Bool { connectors[word] != nil }

    /// Words that stand in many names and tell none apart, folded: son of, daughter of, father of, servant of, family.
    private static let connectors = LetterTable(
        ["بن", "ابن", "بنت", "ابو", "ابي", "ابا", "ام", "عبد", "ال", "ذو", "دي", "دو", "فان", "فون"].map {
            (Array($0.utf16), 1)
        }
    )
}
