internal import ArabicText
internal import Extraction

/// A name with all mentions that are written so, and the type that they have.
struct ArticleName: Sendable {
    /// A number for ``ArticleNames/forms``.
    var form: Int
    /// Its words among those of the forms.
    var words: Range<Int>
    var type: EntityType
    /// The number of what the lexicon says that it stands for, or -1.
    var thing = -1
    /// Its mentions' mean support for being a person, in thousandths.
    var personSupport = 0
}

/// The first pass over an article's mentions: one ``ArticleName`` for each way of writing and type.
struct ArticleNames: Sendable {
    /// In the order of their first mentions.
    var all: [ArticleName] = []
    /// The name of each mention.
    private(set) var ofMention: [Int] = []
    let forms: NameForms

    init(of mentions: borrowing ArticleMentions, lexicon: any NameLexicon) {
        forms = mentions.names.forms
        var votes = [TypeVote](repeating: TypeVote(), count: forms.count)
        for mention in mentions.all {
            let form = mentions.form(of: mention)
            votes[form].count(mention)
            lexicon.fetch(hash: forms[form].hash)
        }
        let middleEast = Self.middleEast(among: forms)
        all.reserveCapacity(mentions.count)
        ofMention.reserveCapacity(mentions.count)
        var places = HashedNumbers(capacity: mentions.count)
        for mention in mentions.all {
            let form = mentions.form(of: mention)
            let isVotedOn = TypeVote.decides(on: mention.type)
            let keepsType = !isVotedOn || form == middleEast
            let type = keepsType ? mention.type : votes[form].outcome(for: mention.type)
            // Dates and amounts go by their value where a rule read one that says which.
            let isValue = !isVotedOn && mention.value >= 0 && mentions.identifies[mention.value]
            let number = (isValue ? mention.value * 2 + 1 : form * 2) << 8 | Int(type.rawValue)
            let place = places.number(of: HashedNumbers.hash(of: number), orAdd: all.count)
            ofMention.append(place)
            guard place == all.count else { continue }
            var name = ArticleName(form: form, words: forms[form].words, type: type)
            if isVotedOn {
                name.thing = Self.thing(for: form, of: forms, type: type, lexicon: lexicon)?.id ?? -1
                name.personSupport = votes[form].meanSupport(for: .person)
            }
            all.append(name)
        }
    }

    /// Word number `index` of the name's words, from 0 on.
    func word(_ index: Int, of name: ArticleName) -> NameForms.Word { forms.words[name.words.lowerBound + index] }

    /// The last word of a name that has words.
    func lastWord(of name: ArticleName) -> NameForms.Word { forms.words[name.words.upperBound - 1] }

    /// The form that a newspaper and a region share, so that one article may name both: no vote is taken on it.
    private static func middleEast(among forms: NameForms) -> Int? {
        (0..<forms.count).first { forms.letters(of: $0).elementsEqual(middleEast) }
    }

    private static let middleEast = FoldedText(folding: "الشرق الأوسط").letters

    /// «الفتح» is a club, and not the movement «فتح».
    private static let club = FoldedText(folding: "الفتح").letters

    /// What a name of `type` stands for. One word is too little to tell a person by.
    private static func thing(
        for form: Int,
        of forms: NameForms,
        type: EntityType,
        lexicon: any NameLexicon
    ) -> GazetteerThing? {
        if type.isPerson, forms.wordCount(of: form) < 2 { return nil }
        let letters = forms.letters(of: form)
        if let thing = lexicon.thing(for: letters, hash: forms[form].hash) { return thing.canBe(type) ? thing : nil }
        guard !type.isPerson, forms.hasArticle(form), !letters.elementsEqual(club),
            let thing = lexicon.thing(for: letters.dropFirst(2))
        else {
            return nil
        }
        return thing.canBe(type) ? thing : nil
    }
}
