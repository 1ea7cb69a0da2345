internal import ArabicText

/// What the tagger took for the end of a body's name, and is what the sentence goes on with: «[شركة المياه الوطنية] خطط», «[معهد
/// الإدارة العامة] يسير», «[مستشفى الملك خالد بنجران] ووضعه الصحي».
struct BodyTails {
    private let words: NameWords
    private let text: TokenizedText

    init(words: NameWords, text: TokenizedText) {
        self.words = words
        self.text = text
    }

    /// The token at which the sentence goes on; `nil` where the name goes to its end.
    func start(in body: Range<Int>) -> Int? {
        guard let start = body.dropFirst().first(where: { isBare($0) || isJoined($0, in: body) }) else { return nil }
        return isListed(body) ? nil : start
    }

    /// Whether a word that open text often has, and not as it has names, stands behind one with the article, and has none: a
    /// body's name is a construct, and whole with the article.
    private func isBare(_ index: Int) -> Bool {
        guard text.tokens[index].isArabic, text.tokens[index - 1].isArabic else { return false }
        let (before, word) = (word(index - 1), word(index))
        guard Article.isBorne(by: before), !TitleLexicon.isDefiniteTitle(before), word.count > 2,
            !Article.isBorne(by: word), !StopWords.contains(word), Self.clitics.allSatisfy({ $0 != word.first })
        else { return false }
        let classes = words.gazetteer.classes(for: word)
        return classes.isDisjoint(with: GazetteerClasses.names.union([.properNoun, .nameParticle, .nisba]))
            && Self.parts[word] == nil && (words.isEveryday(word) || words.isPresentVerb(word))
    }

    /// Whether «and» stands before a title or something of somebody's: «والمشرف العام», «ووضعه»; but «وأولاده».
    private func isJoined(_ index: Int, in body: Range<Int>) -> Bool {
        let word = word(index)
        guard index > body.lowerBound + 1, text.tokens[index].isArabic, word.count > 4, word.first == ArabicLetter.waw
        else {
            return false
        }
        let noun = word.dropFirst()
        if Self.officials[noun] != nil { return true }
        return words.isPossessed(noun) && Self.partners[noun] == nil
    }

    /// Whether a list has the whole name.
    private func isListed(_ body: Range<Int>) -> Bool {
        var letters: [UInt16] = []
        for index in body {
            if index > body.lowerBound { letters.append(LetterHash.space) }
            letters.append(contentsOf: word(index))
        }
        return !words.gazetteer.classes(for: letters[...]).isDisjoint(with: GazetteerClasses.names)
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    private static let clitics = [
        ArabicLetter.waw, ArabicLetter.feh, ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf,
    ]
    /// Of units and brands: «الفرقة السادسة مشاة», «الرياض ريت».
    private static let parts = LetterTable(
        list: "مشاة مدرع مدرعة مدرعات صاعقة مظلات مدفعية جوا بحرا ريت غروب جروب نيوز بلس مباشر ظهر"
    )
    /// «حزب الإصلاح والمواطنة» is one name.
    private static let officials = LetterTable(
        list:
            "المشرف المدير المديرة الرئيس الأمين الوزير المتحدث الدكتور الدكتورة المهندس الشيخ الأمير السفير المحافظ اللواء العميد العقيد"
    )
    private static let partners = LetterTable(
        list: "أولاده إخوانه أخوانه رجاله شركاه شركاؤه شركائه أبنائه أبناؤه إخوته وأولادهم"
    )
}
