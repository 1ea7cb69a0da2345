internal import Extraction

/// A name with all mentions that are written so, and the type that they have.
struct ArticleName: Sendable {
    var form: NameForm
    var words: [ArraySlice<UInt16>]
    var type: EntityType
    /// Indices of its mentions, ascending.
    var mentions: [Int]
    /// What the lexicon says that it stands for.
    var entry: GazetteerEntry?
    /// Its mentions' mean support for being a person, in thousandths.
    var personSupport: Int
}

/// The first pass over an article's mentions: one ``ArticleName`` for each way of writing and type.
enum ArticleNames {
    /// The names in the order of their first mention.
    static func names(of mentions: [PlacedMention], lexicon: any NameLexicon) -> [ArticleName] {
        var votes: [NameForm: TypeVote] = [:]
        for mention in mentions where TypeVote.decides(on: mention.type) {
            votes[mention.form, default: TypeVote()].count(mention)
        }
        var names: [ArticleName] = []
        var places: [Key: Int] = [:]
        for (index, mention) in mentions.enumerated() {
            let type = votes[mention.form].map { $0.outcome(for: mention.type) } ?? mention.type
            let isName = TypeVote.decides(on: mention.type)
            let key = isName ? Key(type: type, form: mention.form) : Key(amount: mention)
            if let place = places[key] {
                names[place].mentions.append(index)
                continue
            }
            places[key] = names.count
            let entry = isName ? entry(for: mention.form, type: type, lexicon: lexicon) : nil
            names.append(
                ArticleName(
                    form: mention.form,
                    words: mention.form.words,
                    type: type,
                    mentions: [index],
                    entry: entry,
                    personSupport: votes[mention.form]?.meanSupport(for: .person) ?? 0
                )
            )
        }
        return names
    }

    /// What tells names apart in the first pass; dates and amounts go by their value where a rule read one.
    private struct Key: Hashable {
        var type: EntityType
        var form: NameForm
        var value: NameForm?

        init(type: EntityType, form: NameForm) {
            self.type = type
            self.form = form
        }

        init(amount mention: PlacedMention) {
            type = mention.type
            value = mention.value.map { NameForm(letters: Array($0.utf16)) }
            form = value == nil ? mention.form : NameForm(letters: [])
        }
    }

    /// The entry that a name of `type` stands for. One word is too little to tell a person by.
    private static func entry(for form: NameForm, type: EntityType, lexicon: any NameLexicon) -> GazetteerEntry? {
        if type == .person, !form.letters.contains(0x20) { return nil }
        if let entry = lexicon.entry(for: form.letters[...]) { return entry.canBe(type) ? entry : nil }
        guard type != .person, let bare = form.withoutArticle, let entry = lexicon.entry(for: bare.letters[...]) else {
            return nil
        }
        return entry.canBe(type) ? entry : nil
    }
}
