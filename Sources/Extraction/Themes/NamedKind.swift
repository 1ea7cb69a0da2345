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
    /// What is said of a subject that no phrase needs: «قطاع السياحة» is «السياحة».
    case subject

    private static let ofSubjects: Set = ["قطاع", "ظاهرة", "عملية", "مجال", "حالة", "مشكلة"]

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

    /// The kind that `word`, without its article, says of a name, or of what is none.
    init?(_ word: String, isOfName: Bool) {
        if isOfName {
            guard let kind = Self.kinds[word] else { return nil }
            self = kind
        } else {
            guard Self.ofSubjects.contains(word) else { return nil }
            self = .subject
        }
    }

    /// Whether the name is shown with it even where it stands alone oftener.
    var tellsMore: Bool { self == .smallPlace || self == .body }
}

extension ArticlePhrases {
    /// The kind that a phrase of two words says of `short`, where both are the same thing.
    func kind(
        _ whole: PhraseSelection.Choice,
        of short: PhraseSelection.Choice,
        in text: CodePointIndex.UTF8
    ) -> NamedKind? {
        let (phrase, name) = (whole.phrase, short.phrase)
        guard phrase.length == 2, whole.extent.isEmpty, name.length == 1,
            words[phrase.first + 1].stem == words[name.first].stem,
            let kind = NamedKind(
                words[phrase.first].writtenWithoutArticle(in: text),
                isOfName: name.names * 2 > name.count
            ),
            // «الحي القطيفي» is not «القطيف».
            words[phrase.first + 1].writtenWithoutArticle(in: text) == words[name.first].writtenWithoutArticle(in: text)
        else { return nil }
        if kind == .subject { return kind }
        let isPlace = name.places * 2 > name.count
        return isPlace == (kind != .body) ? kind : nil
    }
}
