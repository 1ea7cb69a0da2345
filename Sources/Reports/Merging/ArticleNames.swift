internal import Extraction

/// A name with all mentions that are written so, and the type that they have.
struct ArticleName: Sendable {
    var form: NameForm
    var words: [ArraySlice<UInt16>]
    var type: EntityType
    /// What the lexicon says that it stands for.
    var entry: GazetteerEntry?
    /// Its mentions' mean support for being a person, in thousandths.
    var personSupport: Int
}

/// The first pass over an article's mentions: one ``ArticleName`` for each way of writing and type.
struct ArticleNames: Sendable {
    /// In the order of their first mentions.
    var all: [ArticleName] = []
    /// The name of each mention.
    private(set) var ofMention: [Int] = []

    init(of mentions: ArticleMentions, lexicon: any NameLexicon) {
        var votes = [TypeVote](repeating: TypeVote(), count: mentions.names.formCount)
        for mention in mentions.all { votes[mentions.names[mention.name].formID].count(mention) }
        all.reserveCapacity(votes.count)
        ofMention.reserveCapacity(mentions.count)
        var places = HashedMap<NumberKey, Void>(capacity: mentions.count)
        for mention in mentions.all {
            let form = mentions.names[mention.name].formID
            let isVotedOn = TypeVote.decides(on: mention.type)
            let type = isVotedOn ? votes[form].outcome(for: mention.type) : mention.type
            // Dates and amounts go by their value where a rule read one.
            let isValue = !isVotedOn && mention.value >= 0
            let number = (isValue ? mention.value * 2 + 1 : form * 2) << 8 | Int(type.rawValue)
            let (place, isNew) = places.place(of: NumberKey(number: number), orAdd: ())
            ofMention.append(place)
            guard isNew else { continue }
            let name = mentions.names[mention.name].form
            all.append(
                ArticleName(
                    form: name,
                    words: name.words,
                    type: type,
                    entry: isVotedOn ? Self.entry(for: name, type: type, lexicon: lexicon) : nil,
                    personSupport: isVotedOn ? votes[form].meanSupport(for: .person) : 0
                )
            )
        }
    }

    /// The entry that a name of `type` stands for. One word is too little to tell a person by.
    private static func entry(for form: NameForm, type: EntityType, lexicon: any NameLexicon) -> GazetteerEntry? {
        if type == .person, form.wordCount < 2 { return nil }
        if let entry = lexicon.entry(for: form.letters[...]) { return entry.canBe(type) ? entry : nil }
        guard type != .person, let bare = form.withoutArticle, let entry = lexicon.entry(for: bare.letters[...]) else {
            return nil
        }
        return entry.canBe(type) ? entry : nil
    }
}
