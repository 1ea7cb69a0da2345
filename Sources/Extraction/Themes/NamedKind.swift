internal import ArabicText

/// Words that say what kind of thing a name is of, and name with it nothing else than it alone: «نادي الزمالك» is «الزمالك»,
/// «محافظة الخرج» «الخرج». («جامعة الدمام» is not «الدمام».)
enum NamedKind {
    /// What is known by its name: a town, a state.
    case place
    /// A place that few know without its kind.
    case smallPlace
    /// A club, movement or party, whose name is a word or a place elsewhere: «الشباب», «الوحدة».
    case body

    private static let kinds: [String: NamedKind] = {
        var kinds: [String: NamedKind] = [:]
        for (kind, words) in [
            (place, "محافظة مدينة منطقة إمارة مملكة جمهورية دولة سلطنة ولاية إقليم مقاطعة جزيرة قطاع"),
            (smallPlace, "قرية بلدة حي هجرة ضاحية"),
            (body, "نادي حركة جماعة تنظيم حزب ميليشيا مليشيا"),
        ] {
            for word in words.split(separator: " ") { kinds[String(word)] = kind }
        }
        return kinds
    }()

    /// The kind that `word`, without its article, says.
    init?(_ word: String) {
        guard let kind = Self.kinds[word] else { return nil }
        self = kind
    }

    /// Whether the name is shown with it even where it stands alone oftener.
    var tellsMore: Bool { self != .place }
}

extension ArticlePhrases {
    /// The kind that a phrase of two words says of the name `short`, where both are the same thing.
    func kind(
        _ whole: PhraseSelection.Choice,
        of short: PhraseSelection.Choice,
        in text: CodePointIndex.UTF8
    ) -> NamedKind? {
        let (phrase, name) = (whole.phrase, short.phrase)
        guard phrase.length == 2, whole.extent.isEmpty, name.length == 1, name.names * 2 > name.count,
            words[phrase.first + 1].stem == words[name.first].stem,
            let kind = NamedKind(words[phrase.first].writtenWithoutArticle(in: text)),
            // «الحي القطيفي» is not «القطيف».
            words[phrase.first + 1].writtenWithoutArticle(in: text) == words[name.first].writtenWithoutArticle(in: text)
        else { return nil }
        let isPlace = name.places * 2 > name.count
        return isPlace == (kind != .body) ? kind : nil
    }
}
