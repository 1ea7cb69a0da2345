internal import ArabicText

/// First names of the Maghreb whose ل is what their article has become: «لحسن الداودي», «لخضر بلومي», «لسعد الشابي». They are
/// read so in a text that names the Maghreb, where no noun stands before them to which the ل might belong: at the beginning of a
/// sentence, behind a mark that closes nothing, a verb of reporting, a title, an adjective of a country, another first name.
/// Elsewhere the ل is the preposition.
enum MaghrebiNames {
    /// Whether the word at token `index`, its «and» cut off, is one.
    static func isOne(
        _ word: ArraySlice<UInt16>,
        at index: Int,
        in text: TokenizedText,
        _ gazetteer: Gazetteer,
        _ tells: inout TextTells
    ) -> Bool {
        guard names[word] != nil, mayStand(behind: index - 1, in: text, gazetteer) else { return false }
        return tells.speaksOfMaghreb(text)
    }

    private static func mayStand(behind index: Int, in text: TokenizedText, _ gazetteer: Gazetteer) -> Bool {
        guard index >= 0, !opensSentence(index + 1, of: text) else { return true }
        let word = text.letters(of: text.tokens[index])
        guard text.tokens[index].isArabic else {
            return text.tokens[index].kind == .punctuation && word.first.map { !closings.contains($0) } ?? false
        }
        let classes = gazetteer.classes(for: word)
        return ReportedPersons.isVerb(word) || TitleLexicon.isDefiniteTitle(word)
            || Article.begins(word) && (classes.contains(.nisba) || isOfOffice(index, in: text))
            || classes.contains(.givenName)
            // «الأمين العام», but not «الهدف الأول».
            || TitleLexicon.completesTitle(word) && index > 0 && text.tokens[index - 1].isArabic
                && TitleLexicon.isOrOpensTitle(text.letters(of: text.tokens[index - 1]))
    }

    /// Whether a word with the article says of what the title before it is one: «والي الولاية», «وزير الداخلية».
    private static func isOfOffice(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, text.tokens[index - 1].isArabic else { return false }
        let office = text.letters(of: text.tokens[index - 1])
        return TitleLexicon.opensTitle(office) || office.suffix(4).elementsEqual(governor)
    }

    private static let governor = FoldedText(folding: "والي").letters

    /// By halves: sentences stand in order.
    private static func opensSentence(_ index: Int, of text: TokenizedText) -> Bool {
        var (low, high) = (0, text.sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low < text.sentences.count && text.sentences[low].lowerBound == index
    }

    /// » ” " ) ]
    private static let closings: [UInt16] = [0xBB, 0x201D, 0x22, 0x29, 0x5D]

    /// Whether a text names the Maghreb: a land, its adjective or a city, behind clitics too. «المغرب» behind a word of prayer or
    /// time is the sunset.
    static func speaksOfMaghreb(_ text: TokenizedText) -> Bool {
        text.tokens.indices.contains { index in
            guard text.tokens[index].isArabic else { return false }
            let word = text.letters(of: text.tokens[index])
            guard let land = lands.first(where: { opens(word, with: $0) }) else { return false }
            guard land == morocco, word.suffix(land.count).elementsEqual(land) else { return true }
            // «مغرب أمس» is the sunset.
            guard word.dropLast(land.count).last == ArabicLetter.lam else { return false }
            return index == 0 || ofSunset[text.letters(of: text.tokens[index - 1])] == nil
        }
    }

    /// Whether a word begins with these letters, clitics cut off: «وبالمغرب», «للجزائريين».
    private static func opens(_ word: ArraySlice<UInt16>, with land: [UInt16]) -> Bool {
        var rest = word
        if rest.starts(with: land) { return true }
        if let first = rest.first, first == ArabicLetter.waw || first == ArabicLetter.feh { rest = rest.dropFirst() }
        if rest.starts(with: land) { return true }
        if let first = rest.first, prepositions.contains(first) { rest = rest.dropFirst() }
        if rest.first == ArabicLetter.lam { return rest.dropFirst().starts(with: land) }
        return rest.starts(with: land) || Article.begins(rest) && rest.dropFirst(2).starts(with: land)
    }

    private static let prepositions = [ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf]
    private static let names = LetterTable(
        list: "لحسن لسعد لخضر لعربي لكبير لمين لأمين لزهر لحبيب لمجيد لعروسي لعرج لعزيزي لزرق لطرش"
    )
    private static let morocco = FoldedText(folding: "مغرب").letters
    private static let lands = [
        "مغرب", "جزائر", "تونس", "موريتاني", "أكادير", "مراكش", "طنجة", "مكناس", "تطوان", "وهران", "قسنطينة", "عنابة",
        "صفاقس", "نواكشوط",
    ]
    .map { FoldedText(folding: $0).letters }
    private static let ofSunset = LetterTable(
        names: "صلاة صلاتي فريضة أذان بعد قبل وقت عند حتى منذ قبيل بعيد".split(separator: " ").flatMap {
            [String($0), "و" + $0, "ل" + $0, "ب" + $0]
        }
    )
}
