internal import ArabicText

/// Names of bodies, places and events that the tagger let run on to the clause behind them: «الحزب سوف», «هيئة السوق تسعى».
struct NameTails {
    private let words: NameWords
    private let text: TokenizedText

    private var gazetteer: Gazetteer { words.gazetteer }

    init(words: NameWords, text: TokenizedText) {
        self.words = words
        self.text = text
    }

    /// What of a mention of several words is the name.
    func trimmed(_ mention: Range<Int>, type: EntityType) -> Range<Int> {
        var end = mention.upperBound
        while end > mention.lowerBound + 1, goesOn(at: end - 1, in: mention, type: type) { end -= 1 }
        return mention.lowerBound..<end
    }

    /// Whether a word is of the clause, and the name whole without it.
    private func goesOn(at index: Int, in mention: Range<Int>, type: EntityType) -> Bool {
        // «المعهد 85%».
        if text.tokens[index].kind == .number { return isShare(index) }
        guard text.tokens[index].isArabic, text.tokens[index - 1].isArabic else { return false }
        let word = word(index)
        // «المكتب الوطني للإحصاءات اليوم», but «صحيفة اليوم», «روسيا اليوم».
        if type == .organization, index > mention.lowerBound + 1, Self.times[word] != nil {
            let noun = self.word(mention.lowerBound)
            let kind = Article.opensNoun(noun) ? noun.dropFirst(2) : noun
            return KindNouns.type(of: kind) == .organization || kind.elementsEqual(Self.office)
        }
        // «(المتحدث باسم) الأمم المتحدة للصحفيين», but «نقابة الصحفيين», «المركز الدولي للصحفيين».
        if type == .organization, Self.listeners[word] != nil, Article.isBorne(by: self.word(index - 1)) {
            return Self.theirs[self.word(mention.lowerBound)] == nil
        }
        // «إدارة المرور إعادة».
        if type == .organization, index > mention.lowerBound + 1, Self.deeds[word] != nil || isDefiniteDeed(index) {
            return Article.isBorne(by: self.word(index - 1))
        }
        guard word.count > 2, !Article.begins(word) else { return false }
        let classes = gazetteer.classes(for: word)
        guard classes.isDisjoint(with: GazetteerClasses.names.union(.properNoun)) else { return false }
        // «حزب تقدم», «ثانوية إطار»: behind a noun without the article the word is the name.
        let before = self.word(index - 1)
        guard Article.isBorne(by: before) else { return words.isFutureVerb(word) && isKind(before) }
        if StopWords.contains(word) { return Self.ofNames[word] == nil }
        if isVerb(word) || word.first == ArabicLetter.waw && words.isPastVerb(word.dropFirst()) { return true }
        // «المعهد قام», but «الجزيرة مباشر».
        return type == .organization && index == mention.lowerBound + 1 && words.isKnown(word)
            && gazetteer.classes(for: before).contains(.organizationTrigger)
            && classes.isDisjoint(with: [.organizationTrigger, .locationTrigger])
            && !words.isNounBehindPreposition(word)
    }

    private func isDefiniteDeed(_ index: Int) -> Bool {
        Self.definiteDeeds[word(index)] != nil && index + 1 < text.tokens.count
            && Self.prepositions[word(index + 1)] != nil
    }

    /// «دار سيزور».
    private func isKind(_ word: ArraySlice<UInt16>) -> Bool {
        !gazetteer.classes(for: word).isDisjoint(with: [.organizationTrigger, .locationTrigger])
    }

    private func isVerb(_ word: ArraySlice<UInt16>) -> Bool {
        words.isPresentVerb(word) || words.isFutureVerb(word) || words.isPastVerb(word)
    }

    private func isShare(_ index: Int) -> Bool {
        guard index + 1 < text.tokens.count, let mark = text.letters(of: text.tokens[index + 1]).first else {
            return false
        }
        return mark == 0x25 || mark == 0x66A
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    /// Whom bodies tell something.
    private static let listeners = LetterTable(list: "للصحفيين للصحافيين للإعلاميين للمراسلين")
    /// Nouns of bodies that are there for them.
    private static let theirs = LetterTable(
        list: """
            نقابة النقابة اتحاد الاتحاد جمعية الجمعية رابطة الرابطة منتدى المنتدى نادي النادي لجنة اللجنة مركز المركز شبكة الشبكة معهد \
            المعهد مؤسسة المؤسسة منظمة المنظمة هيئة الهيئة صندوق الصندوق ملتقى الملتقى
            """
    )
    private static let office = FoldedText(folding: "مكتب").letters
    /// What bodies do, in the accusative behind their names.
    private static let deeds = LetterTable(
        list: """
            إعادة إطلاق تنفيذ تنظيم تقديم زيادة خفض رفع توقيع إغلاق إلغاء تأجيل تعيين إنشاء منح صرف اعتماد موعد أسماء عدم بدء انتهاء \
            تجزئة تحديد إجراء إصدار استئناف توقيف إيقاف وقف تعليق ضبط إحباط اكتشاف مقتل إصابة وفاة وصول عودة انطلاق انعقاد افتتاح تدشين \
            تسجيل ارتفاع انخفاض تراجع تحقيق توزيع توفير تخصيص تمديد تجديد سحب عقد عزم استعداد استمرار رفض مشاركة إتمام إنجاز استقبال \
            استلام تسليم إخماد إنقاذ إجلاء خلو صحة
            """
    )
    /// Such ones that bear the article, with the preposition that they need: «المركز الوطني للبحث العلمي العثور على مستوطنة».
    private static let definiteDeeds = LetterTable(
        names: [
            "العثور", "القبض", "الإفراج", "التوصل", "الشروع", "البدء", "الانتهاء", "التعاقد", "الحصول", "الاستغناء",
        ]
    )
    private static let prepositions = LetterTable(names: ["على", "عن", "في", "إلى", "من", "مع"])
    private static let times = LetterTable(
        names: [
            "اليوم", "أمس", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "مساء",
            "صباح",
        ]
    )

    /// «الابتدائية الثانية عشرة», «القاهرة غير».
    private static let ofNames = LetterTable(
        names: ["عشر", "عشرة", "غير", "نعم", "هنا", "أحد"]
    )
}
