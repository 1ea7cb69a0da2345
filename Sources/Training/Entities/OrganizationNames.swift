internal import ArabicText
internal import Extraction

/// Finds other names for organisations: a club's for a club's, a newspaper's for a newspaper's.
///
/// Most of them the lexicon knows, so that a model learns to believe it where the corpus never met the name; the others it
/// does not, so that the words around tell.
struct OrganizationNames {
    /// In so many of a hundred cases a name is from the lexicon, as far as that has some of the kind.
    private static let listedShare: UInt64 = 85

    private let listed: [UInt32: [[String]]]
    private let others: [UInt32: [[String]]]
    private let gazetteer: Gazetteer

    /// - Parameters:
    ///   - listed: names of the lexicon.
    ///   - others: further names.
    init(
        listed: [(name: String, classes: GazetteerClasses)],
        others: [(name: String, classes: GazetteerClasses)],
        gazetteer: Gazetteer
    ) {
        self.listed = Self.byKind(listed)
        self.others = Self.byKind(others)
        self.gazetteer = gazetteer
    }

    private static func byKind(_ names: [(name: String, classes: GazetteerClasses)]) -> [UInt32: [[String]]] {
        var kinds: [UInt32: [[String]]] = [:]
        for (name, classes) in names {
            guard let kind = only(classes) else { continue }
            kinds[kind.rawValue, default: []].append(name.split(separator: " ").map(String.init))
        }
        return kinds
    }

    /// Another name for the one of `words`, without a clitic, that stands behind the word `before`; `nil` where its kind
    /// is not certain or there is none.
    func name(for words: [String], behind before: String?, _ chance: inout Chance) -> [String]? {
        guard let kind = kind(of: words, behind: before)?.rawValue else { return nil }
        let (known, unknown) = (listed[kind] ?? [], others[kind] ?? [])
        if !known.isEmpty, unknown.isEmpty || chance.isDrawn(Self.listedShare) { return chance.one(of: known) }
        return unknown.isEmpty ? nil : chance.one(of: unknown)
    }

    private func kind(of words: [String], behind before: String?) -> GazetteerClasses? {
        let letters = FoldedText(folding: words.joined(separator: " ")).letters
        let classes = gazetteer.classes(for: letters).intersection(.organizations)
        if let before, let kind = Self.kinds[FoldedText(folding: before).letters[...]].map(GazetteerClasses.init) {
            return classes.isEmpty || classes.contains(kind) ? kind : nil
        }
        return Self.only(classes)
    }

    /// The one kind of organisation in `classes`; `nil` where there are several or none.
    private static func only(_ classes: GazetteerClasses) -> GazetteerClasses? {
        let kinds = classes.intersection(.organizations)
        return kinds.rawValue.nonzeroBitCount == 1 ? kinds : nil
    }

    /// What a word before a name says of its kind.
    private static let kinds: LetterTable = {
        let words: [(String, GazetteerClasses)] = [
            ("شركة شركات لشركة وشركة بشركة", .company), ("نادي ونادي لنادي بنادي فريق وفريق لفريق", .club),
            ("صحيفة وصحيفة لصحيفة جريدة وجريدة مجلة ومجلة قناة وقناة لقناة وكالة ووكالة تلفزيون", .media),
        ]
        return LetterTable(
            lists: words.map { list, kind in (list, kind.rawValue) }
        )
    }()
}
