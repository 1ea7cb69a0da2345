internal import ArabicText

/// Places whose names are everyday words: «العين» is an eye, and a town where the text names the Emirates; «النيل من» is no
/// river.
enum WordPlaces {
    /// Whether the word at token `index`, cut to `name`, is the everyday word.
    static func isWord(_ name: ArraySlice<UInt16>, at index: Int, in text: TokenizedText) -> Bool {
        if name.elementsEqual(nile) || name.elementsEqual(nile.dropFirst()) { return isFollowedByFrom(index, in: text) }
        if name.elementsEqual(eyes), index > 0, ofEyes[text.letters(of: text.tokens[index - 1])] != nil { return true }
        guard let countries = countries.first(where: { $0.word.elementsEqual(name) })?.countries else { return false }
        if index > 0, isKind(text.letters(of: text.tokens[index - 1])) { return false }
        return !countries.contains { isNamed($0, in: text) }
    }

    /// Whether a word of the text has these letters in it.
    static func isNamed(_ country: [UInt16], in text: TokenizedText) -> Bool {
        text.tokens.contains { token in
            guard token.isArabic, token.letters.count >= country.count else { return false }
            let word = text.letters(of: token)
            return (0...word.count - country.count).contains { word.dropFirst($0).starts(with: country) }
        }
    }

    /// «منطقة العين», «بمدينة العين».
    private static func isKind(_ word: ArraySlice<UInt16>) -> Bool {
        kinds[word] != nil || kinds[word.dropFirst()] != nil
    }

    private static let kinds = LetterTable(
        ["مدينة", "منطقة", "محافظة", "بلدة", "قرية"].map { (FoldedText(folding: $0).letters, 1) }
    )

    /// «النيل من الوطن», to harm it.
    private static func isFollowedByFrom(_ index: Int, in text: TokenizedText) -> Bool {
        guard index + 1 < text.tokens.count else { return false }
        let next = text.letters(of: text.tokens[index + 1])
        return next.starts(with: from) && next.count <= from.count + 2
    }

    private static let nile = FoldedText(folding: "النيل").letters
    private static let from = FoldedText(folding: "من").letters
    private static let eyes = FoldedText(folding: "العيون").letters
    private static let ofEyes = LetterTable(
        "طب طبيب أطباء جراحة وجراحة قسم بقسم مجال أمراض عيادة عيادات استشاري عمليات إصابات مستشفى مستشفيات"
            .split(separator: " ").map { (FoldedText(folding: String($0)).letters, 1) }
    )

    /// By the word what of its country's name a text must have.
    private static let countries: [(word: [UInt16], countries: [[UInt16]])] = [
        ("العين", "إمارات ظبي دبي"), ("لعين", "إمارات ظبي دبي"), ("العمارة", "عراق ميسان"), ("الريف", "مغرب"),
        ("صور", "لبنان بيروت صيدا طرابلس عمان"), ("دخان", "قطر"), ("حديثة", "عراق أنبار"),
        ("الزاوية", "ليبي مغرب مصر إدلب"),
    ].map { word, names in
        (
            FoldedText(folding: word).letters,
            names.split(separator: " ").map { FoldedText(folding: String($0)).letters }
        )
    }
}
