internal import ArabicText
package import Extraction

/// Makes further sentences of annotated ones: other persons and organisations stand in the places of theirs (Dai and
/// Adel, «An Analysis of Simple Data Augmentation for Named Entity Recognition», 2020).
///
/// The corpora's names are those of their year and of the world's capitals. What most papers are full of, a title with
/// a given name, the father's and the grandfather's and a surname that no list has («المهندس سعد بن علي الحميدي»), they
/// hardly have. The sentences around are as good for these. The same sentences give the same results everywhere.
package struct MentionReplacement {
    /// In so many of a hundred cases an organisation is replaced.
    private static let organizationShare: UInt64 = 80

    private let persons: PersonNames
    private let organizations: OrganizationNames
    private let gazetteer: Gazetteer
    private var chance: Chance

    /// - Parameters:
    ///   - names: names of the classes `given` and `family`, and of kinds of organisations.
    ///   - listed: names of the lexicon.
    ///   - gazetteer: tells a name's own first letters from clitics, and what kind of organisation a name is of.
    package init(
        names: [(name: String, classes: GazetteerClasses)],
        listed: [(name: String, classes: GazetteerClasses)],
        gazetteer: Gazetteer,
        seed: UInt64
    ) throws(TrainingError) {
        guard let persons = PersonNames(names) else {
            throw TrainingError("the names that stand in for others need some of the classes given and family")
        }
        self.persons = persons
        organizations = OrganizationNames(listed: listed, others: names, gazetteer: gazetteer)
        self.gazetteer = gazetteer
        chance = Chance(seed: seed)
    }

    /// A sentence made of each of `sentences` that names a person or an organisation, of `share` in a hundred of them.
    package mutating func sentences(madeOf sentences: [TaggedSentence], share: UInt64) -> [TaggedSentence] {
        var made: [TaggedSentence] = []
        for sentence in sentences {
            guard chance.isDrawn(share), let other = replacing(in: sentence) else { continue }
            made.append(other)
        }
        return made
    }

    /// `nil` where nothing is to be replaced.
    private mutating func replacing(in sentence: TaggedSentence) -> TaggedSentence? {
        var made = TaggedSentence(tokens: [], labels: [])
        made.weight = sentence.weight
        var end = 0
        for (tokens, type) in EntityLabel.mentions(in: sentence.labels) {
            guard let other = other(for: tokens, type: type, in: sentence) else { continue }
            made.tokens += sentence.tokens[end..<tokens.lowerBound] + other.title
            made.labels += sentence.labels[end..<tokens.lowerBound] + other.title.map { _ in .outside }
            made.tokens += [Self.joining(other.clitic, with: other.name[0])] + other.name.dropFirst()
            made.labels += [EntityLabel(begin: type)] + other.name.dropFirst().map { _ in EntityLabel(inside: type) }
            end = tokens.upperBound
        }
        guard end > 0 else { return nil }
        made.tokens += sentence.tokens[end...]
        made.labels += sentence.labels[end...]
        return made
    }

    private typealias Other = (clitic: String, title: [String], name: [String])

    /// What stands in for a mention; `nil` where it stays.
    private mutating func other(for mention: Range<Int>, type: EntityType, in sentence: TaggedSentence) -> Other? {
        let words = Array(sentence.tokens[mention])
        switch type {
        case .person:
            guard let clitic = clitic(of: words.prefix(1)),
                let name = persons.name(wordCount: words.count, &chance)
            else { return nil }
            let title = name.count > 1 && clitic.isEmpty ? persons.title(&chance) : nil
            return (clitic, title ?? [], name)
        case .organization:
            guard chance.isDrawn(Self.organizationShare), let clitic = clitic(of: words[...]) else { return nil }
            let before = mention.lowerBound > 0 ? sentence.tokens[mention.lowerBound - 1] : nil
            let bare = [Self.removing(clitic, from: words[0])] + words.dropFirst()
            guard let name = organizations.name(for: bare, behind: before, &chance) else { return nil }
            return (clitic, [], name)
        default: return nil
        }
    }

    // MARK: Clitics

    /// What stands before the name of `words` in its first token, or `nil` where that is not certain.
    private func clitic(of words: ArraySlice<String>) -> String? {
        if isName(words.joined(separator: " ")) { return "" }
        guard let word = words.first, let first = word.first, Self.clitics.contains(first) else { return "" }
        let clitic = String(first)
        return isName(([Self.removing(clitic, from: word)] + words.dropFirst()).joined(separator: " ")) ? clitic : nil
    }

    private func isName(_ name: String) -> Bool {
        !gazetteer.classes(for: FoldedText(folding: name).letters).isDisjoint(with: .names)
    }

    private static let clitics: [Character] = ["و", "ف", "ب", "ل", "ك"]

    private static func joining(_ clitic: String, with word: String) -> String {
        clitic == "ل" && word.hasPrefix("ال") ? "لل" + word.dropFirst(2) : clitic + word
    }

    private static func removing(_ clitic: String, from word: String) -> String {
        clitic == "ل" && word.hasPrefix("لل") ? "ال" + word.dropFirst(2) : String(word.dropFirst(clitic.count))
    }
}
