internal import ArabicText

/// Persons' names that newspapers have as words more often, where they stand alone.
enum EverydayNames {
    /// Whether a token is such a word, behind a clitic too («وحسن الضيافة», «بأمل»): nothing before it or behind it says that
    /// it is somebody.
    static func isWord(_ index: Int, in text: TokenizedText, words: EntityWords) -> Bool {
        let word = text.letters(of: text.tokens[index])
        let isBehindClitic = table[word] == nil && mayBearClitic(word)
        guard let kind = table[isBehindClitic ? word.dropFirst() : word] else {
            return isMighty(index, in: text) || isPioneer(index, in: text)
        }
        guard index > 0, text.tokens[index - 1].isArabic else { return kind == noun }
        let before = text.letters(of: text.tokens[index - 1])
        if words[before].contains(.person) { return false }
        switch kind {
        case definiteAdjective: return !isBehindClitic && isDescribed(before)
        case nisba where !isBehindClitic:
            return !words[before].contains(.reporting) && !Article.isBorne(by: before) && !StopWords.contains(before)
        case adjective where !isBehindClitic:
            return !words[before].contains(.reporting) && !Article.isBorne(by: before) && !StopWords.contains(before)
                && !isTitle(before) && (word.last != ArabicLetter.heh || before.last == ArabicLetter.heh)
        case month where !isBehindClitic: return months[before] != nil
        case toMe: return !isBehindClitic && saying[before] != nil
        default: return !words[before].contains(.reporting) && !isTitle(before)
        }
    }

    /// Whether a word is or opens a title, behind clitics too: «وللرئيس».
    private static func isTitle(_ word: ArraySlice<UInt16>) -> Bool {
        if TitleLexicon.isOrOpensTitle(word) || NamelessWords.isTitleBehindClitic(word) { return true }
        guard let start = word.firstIndex(of: ArabicLetter.lam), start <= word.startIndex + 2 else { return false }
        // «للرئيس», «والرئيس», «بالرئيس».
        let noun = word[(start + 1)...]
        return TitleLexicon.opensTitle(noun.first == ArabicLetter.lam ? noun.dropFirst() : noun)
    }

    /// Whether a word says that a name follows: «تدعى», «اسمها», «ابنة» (without her father's «ـه»).
    static func introduces(_ word: ArraySlice<UInt16>) -> Bool { introductions[word] != nil }

    private static let introductions = LetterTable(
        list: """
            تدعى يدعى وتدعى ويدعى تسمى يسمى اسمها اسمه واسمها واسمه اسم ابنة ابنت ابن ولد بنت جدة جدت جد أم أب أخت أخ خال خالة \
            خالت عم عمة عمت زوجة زوجت شقيقة شقيقت شقيق طفلة طفلت طفل صديقة صديقت صديق زميلة زميلت زميل الطفلة الطفل الفتاة \
            الشابة السيدة
            """
    )

    private static func mayBearClitic(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 3, let first = word.first else { return false }
        return clitics.contains(first)
    }

    private static let clitics = [ArabicLetter.waw, ArabicLetter.feh, ArabicLetter.beh, ArabicLetter.kaf]

    /// Whether an adjective with the article may belong to the word before it: a noun with the article («الخلق الحسن», «والله
    /// الهادي»), or hers («أثرها الطيب»), but no title («الدكتور الدخيل»).
    private static func isDescribed(_ noun: ArraySlice<UInt16>) -> Bool {
        guard !StopWords.contains(noun), !isTitle(noun), noun.count > 3 else { return false }
        return Article.isBorne(by: noun) || noun.suffix(2).elementsEqual(her)
    }

    private static let her = FoldedText(folding: "ها").letters

    /// «عز وجل», of God.
    static func isMighty(_ index: Int, in text: TokenizedText) -> Bool {
        index + 1 < text.tokens.count && text.letters(of: text.tokens[index]).elementsEqual(mighty)
            && text.letters(of: text.tokens[index + 1]).elementsEqual(exalted)
    }

    /// «رائد الفضاء», «رائد أعمال».
    static func isPioneer(_ index: Int, in text: TokenizedText) -> Bool {
        index + 1 < text.tokens.count && text.letters(of: text.tokens[index]).elementsEqual(pioneer)
            && pioneering[text.letters(of: text.tokens[index + 1])] != nil
    }

    private static let pioneer = FoldedText(folding: "رائد").letters
    private static let pioneering = LetterTable(
        names: ["الفضاء", "فضاء", "الأعمال", "أعمال"]
    )
    private static let mighty = FoldedText(folding: "عز").letters
    private static let exalted = FoldedText(folding: "وجل").letters

    private static let noun: UInt32 = 1
    private static let adjective: UInt32 = 2
    private static let definiteAdjective: UInt32 = 3
    private static let nisba: UInt32 = 4
    private static let toMe: UInt32 = 5
    /// What is a word behind a clitic («وجمال المنظر») or a month.
    private static let month: UInt32 = 6

    /// «معاليه», «سعادته»: his excellency. «أمنه», its security, folds as «آمنة» does, and «ناديه», his club, as «نادية».
    private static let nouns = """
        إقبال فريدة صادق رضا سليم صفاء حصة خالدة حسن آمنة إخلاص إيمان جهاد كفاح نضال هدى فوز نجاح انتصار أمل سلام وفاء \
        باسم غالب نور إحسان معاليه سعادته سموه فضيلته معالي سعادة سمو فضيلة حنان ناديه تمام نيل مطر جواهر سناء \
        إلهام صفية الرضا اللوز سيلفي أنسى أين دينا شو وأد بينوا البهجة
        """
    /// As adjectives they have a noun before them without the article: «مفاجأة سارة», and those of countries a title, too:
    /// «مسؤول تركي».
    private static let adjectives = "سارة لطيف لطيفة فريد حميد وارد جبار بديع رشيد نبيل حازم ثريا كريمة بري"
    private static let nisbas = "روسي تركي كوفي حجازي"
    private static let definiteAdjectives = "الحكيم الصادق الطيب الحسن الرشيد الراشد الدخيل الشهري الهادي السلمي"

    /// «قالت لي», «بقي لي», not «ذكر لي».
    private static let saying = LetterTable(
        list: """
            قال قالت فقال فقالت وقال وقالت يقول تقول قيل قاله اسمح اسمحوا حصل وحصل بقي وبقي يبقى ويبقى سبق يسبق تيسر يتيسر يحكي فذكر \
            تأكد بدا يبدو يدبر ابن ابنة
            """
    )
    private static let months = LetterTable(
        names: ["شهر", "شهري", "لشهر", "بشهر", "وشهر"]
    )

    private static let table = LetterTable(
        lists: [
            (nouns, noun), (adjectives, adjective), (nisbas, nisba),
            (definiteAdjectives, definiteAdjective), ("لي", toMe),
            ("جمال رجب شعبان", month),
        ]
    )
}
