internal import ArabicText
internal import Extraction

/// The third pass: a surname (or given name) alone, or a shorter form of a full name, joins the one person whose full
/// name it is a part of. Where the article has two such persons («الأسد» with «بشار الأسد» and «حافظ الأسد»), it stays
/// on its own.
struct PersonNames {
    private let names: [ArticleName]
    /// The persons' names of several words in which a word stands, ascending.
    private let fullNames: HashedLists<WordKey, Int>

    init(_ names: [ArticleName]) {
        self.names = names
        var fullNames = HashedLists<WordKey, Int>(capacity: 0)
        for index in names.indices where names[index].type == .person && names[index].words.count > 1 {
            for word in names[index].words {
                let key = WordKey(word)
                if fullNames.last(of: key) != index { fullNames.append(index, to: key) }
            }
        }
        self.fullNames = fullNames
    }

    /// Makes persons of those single words that the tagger called something else but that may well be one, and that are
    /// the surname of exactly one full name in the article.
    static func addingSurnames(to names: inout [ArticleName]) -> PersonNames {
        let persons = PersonNames(names)
        guard !persons.fullNames.isEmpty else { return persons }
        var surnames: [Int] = []
        for index in names.indices {
            guard TypeVote.decides(on: names[index].type), names[index].type != .person,
                names[index].personSupport >= leastPersonSupport, names[index].words.count == 1,
                names[index].entry == nil, let word = names[index].words.first
            else { continue }
            var full = persons.fullNames[WordKey(word)]
            if let only = full.next(), full.next() == nil, names[only].words.last == word { surnames.append(index) }
        }
        guard !surnames.isEmpty else { return persons }
        for index in surnames { names[index].type = .person }
        return PersonNames(names)
    }

    /// In thousandths.
    private static let leastPersonSupport = 300

    /// Joins from the longest names to the shortest, so that what joined a full name is no second candidate.
    func join(in clusters: inout NameClusters) {
        guard !fullNames.isEmpty else { return }
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
        for candidate in fullNames[WordKey(last)] where names[candidate].words.count > words.count {
            let full = names[candidate].words
            guard Self.contains(full, words) || Self.skipsMiddle(full, words) else { continue }
            // A second person makes it ambiguous, even where the words are no good short form of his name.
            if let person, clusters.root(of: person) != clusters.root(of: candidate) { return nil }
            person = person ?? candidate
            isShortForm = isShortForm || Self.isShortForm(words, of: full)
        }
        return isShortForm ? person : nil
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
