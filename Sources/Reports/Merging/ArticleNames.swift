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
        var votes = HashedMap<NameForm, TypeVote>(capacity: mentions.count)
        let forms = mentions.map { mention -> Int? in
            guard TypeVote.decides(on: mention.type) else { return nil }
            let form = votes.place(of: mention.form, orAdd: TypeVote()).place
            votes.change(at: form) { $0.count(mention) }
            return form
        }
        var names: [ArticleName] = []
        names.reserveCapacity(mentions.count)
        var places = HashedMap<Key, Void>(capacity: mentions.count)
        for (index, mention) in mentions.enumerated() {
            let vote = forms[index].map { votes.values[$0] }
            let type = vote?.outcome(for: mention.type) ?? mention.type
            let key = vote == nil ? Key(amount: mention) : Key(type: type, form: mention.form)
            let (place, isNew) = places.place(of: key, orAdd: ())
            guard isNew else {
                names[place].mentions.append(index)
                continue
            }
            names.append(
                ArticleName(
                    form: mention.form,
                    words: mention.form.words,
                    type: type,
                    mentions: [index],
                    entry: vote == nil ? nil : entry(for: mention.form, type: type, lexicon: lexicon),
                    personSupport: vote?.meanSupport(for: .person) ?? 0
                )
            )
        }
        return names
    }

    /// What tells names apart in the first pass; dates and amounts go by their value where a rule read one.
    private struct Key: Hashed {
        var type: EntityType
        var form: NameForm
        var isValue = false

        init(type: EntityType, form: NameForm) {
            self.type = type
            self.form = form
        }

        init(amount mention: PlacedMention) {
            type = mention.type
            form = mention.value.map { NameForm(letters: Array($0.utf16)) } ?? mention.form
            isValue = mention.value != nil
        }

        var hash: UInt64 { LetterRunHash.join(form.hash, Int(type.rawValue)) }
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
