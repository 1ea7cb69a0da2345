internal import ArabicText

/// Bodies that each state has, whose names are everyday words and the adjective of their country: «المحكمة العليا الإسرائيلية», «القوات
/// المسلحة المصرية», «مجلس الشيوخ الأميركي», «الخارجية الإيرانية».
enum NationalBodies {
    /// Whether a name may begin with a word.
    static func mayBegin(with word: ArraySlice<UInt16>) -> Bool { nouns[word] != nil }

    /// Where the name ends that begins at a token; `nil` where none begins.
    static func end(
        from index: Int,
        in text: TokenizedText,
        sentence: Range<Int>,
        isNisba: (ArraySlice<UInt16>) -> Bool
    ) -> Int? {
        guard let kind = nouns[text.letters(of: text.tokens[index])] else { return nil }
        let words = SentenceWords(text: text, sentence: sentence)
        func isAdjective(_ position: Int, isFeminine: Bool) -> Bool {
            guard let word = words.word(at: position), Article.opensNoun(word), isNisba(word),
                !word.elementsEqual(financial)
            else { return false }
            return isFeminine ? word.last == ArabicLetter.heh : word.last == ArabicLetter.yeh
        }
        if kind & alone != 0, isAdjective(index + 1, isFeminine: true) {
            let before = words.word(at: index - 1)
            let isFree = text.letters(of: text.tokens[index]).first != ArabicLetter.alef
            if isFree || (kind & told != 0 ? isTold(by: before) : !isPart(of: before)) { return index + 2 }
        }
        guard let second = words.word(at: index + 1), let kinds = attributes[second], kinds & kind != 0 else {
            return nil
        }
        if isAdjective(index + 2, isFeminine: kind & feminine != 0) { return index + 3 }
        return kind & court != 0 ? index + 2 : nil
    }

    /// Whether what looks like a ministry is the adjective of the noun before it («السياسة الخارجية الأميركية»), or what a minister
    /// has («وزيرة الخارجية الألمانية»).
    private static func isPart(of before: ArraySlice<UInt16>?) -> Bool {
        guard let before else { return false }
        if Article.isBorne(by: before) { return !before.elementsEqual(today) }
        let noun = before.first == ArabicLetter.waw ? before.dropFirst() : before
        return governing[before] != nil || governing[noun] != nil
            || TitleLexicon.opensTitle(noun) && noun.last == ArabicLetter.heh
    }

    /// Whether what may be a ministry is the adjective of the noun with the article before it: «السياسة» «الخارجية الأميركية».
    static func isAdjective(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, text.tokens[index - 1].isArabic, ministries[text.letters(of: text.tokens[index])] != nil else {
            return false
        }
        let before = text.letters(of: text.tokens[index - 1])
        return Article.isBorne(by: before) && !before.elementsEqual(today) && !TitleLexicon.isDefiniteTitle(before)
    }

    private static let ministries = LetterTable(names: ["الخارجية", "الداخلية"])

    /// Whether a word says that a body follows: «أعلنت الرئاسة المصرية», but not «انتخابات الرئاسة الأميركية».
    private static func isTold(by before: ArraySlice<UInt16>?) -> Bool {
        guard let before else { return true }
        return ReportedPersons.isVerb(before) || telling[before] != nil
    }

    /// Of Mali, and financial far more often: «الاستخبارات المالية».
    private static let financial = FoldedText(folding: "المالية").letters
    private static let today = FoldedText(folding: "اليوم").letters
    private static let feminine: UInt32 = 1
    /// Named by one word: of a ministry or an embassy.
    private static let alone: UInt32 = 2
    /// A word that means something else, too, and needs a verb of reporting before it or «باسم».
    private static let told: UInt32 = 2048
    /// Named without a country, too.
    private static let court: UInt32 = 4
    private static let forces: UInt32 = 8
    private static let chamber: UInt32 = 16
    private static let assembly: UInt32 = 32
    private static let party: UInt32 = 64
    private static let army: UInt32 = 128
    private static let broadcaster: UInt32 = 256
    private static let police: UInt32 = 512
    private static let intelligence: UInt32 = 1024
    private static let agency: UInt32 = 4096
    private static let bank: UInt32 = 8192

    /// With the clitics before them.
    private static let nouns: LetterTable = {
        let definite: [(String, UInt32)] = [
            ("خارجية", alone), ("داخلية", alone), ("دفاع", alone | told), ("رئاسة", alone | told), ("سفارة", alone),
            ("قنصلية", alone),
            ("محكمة", feminine | court), ("قوات", feminine | forces), ("جمعية", feminine | assembly), ("حزب", party),
            ("جيش", army), ("حرس", army), ("شرطة", feminine | police), ("خطوط", feminine | forces), ("بنك", bank),
            ("مصرف", bank),
            ("استخبارات", feminine | intelligence | alone),
            ("مخابرات", feminine | intelligence | alone),
        ]
        let construct: [(String, UInt32)] = [
            ("مجلس", chamber), ("هيئة", feminine | broadcaster), ("وكالة", feminine | agency),
        ]
        var words: [(word: [UInt16], value: UInt32)] = []
        for (noun, kind) in definite {
            for clitics in ["ال", "وال", "فال", "بال", "لل", "ولل", "وبال"] {
                words.append((FoldedText(folding: clitics + noun).letters, kind))
            }
        }
        for (noun, kind) in construct {
            for clitic in ["", "و", "ف", "ب", "ل"] { words.append((FoldedText(folding: clitic + noun).letters, kind)) }
        }
        return LetterTable(words)
    }()

    private static let attributes = LetterTable(
        lists: [
            ("العليا الدستورية", court), ("المسلحة الجوية البحرية البرية", forces),
            ("النواب الشيوخ العموم اللوردات الأمة الدوما", chamber),
            ("الوطنية", assembly | police), ("الاتحادية الفيدرالية", police),
            ("الشيوعي الاشتراكي الجمهوري الديمقراطي الليبرالي", party),
            ("الوطني", army), ("الإذاعة", broadcaster), ("الأنباء الفضاء الصحافة", agency), ("المركزي", bank),
            ("العسكرية", intelligence),
        ]
    )

    private static let governing = LetterTable(
        list: """
            وزير وزيرة وزارة وزارتي وزراء وزيري شؤون سياسة علاقات ديون تجارة حرب وزارات لوزارة بوزارة لوزراء لوزير بوزير
            """
    )
    private static let telling = LetterTable(
        list: """
            باسم بيان مصادر مصدر قالت وقالت أعلنت وأعلنت أكدت وأكدت ذكرت وذكرت أفادت وأفادت نفت ونفت كشفت وكشفت أدانت \
            رحبت دعت
            """
    )
}
