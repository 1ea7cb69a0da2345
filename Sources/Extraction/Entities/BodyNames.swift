internal import ArabicText

/// The full names of bodies: where one ends that the lexicon or its first words tell.
///
/// The lexicon has the best known («وزارة الداخلية», «هيئة الأمر بالمعروف والنهي عن المنكر»). Others are told by their
/// form. Official names say whose they are and what they are for: «الهيئة العامة للغذاء والدواء», «المرصد السوري لحقوق
/// الإنسان», «جمعية زمزم للخدمات الصحية». A word that opens a name, then an attribute that only names of bodies have or a
/// word or more of its own, then ل with a field of work, then what goes on from there. Without the field it is no name:
/// «اللجنة العليا للمهرجان», «شركة كبيرة للبيع».
struct BodyNames {
    private let gazetteer: Gazetteer
    private let text: TokenizedText
    private let sentence: Range<Int>

    /// The most words between the word that opens a name and its field.
    private static let longestCore = 4
    private static let longestName = 12

    init(gazetteer: Gazetteer, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.text = text
        self.sentence = sentence
    }

    /// The tokens of the body that begins at token `start`.
    ///
    /// - Parameters:
    ///   - length: how many of them the lexicon knows; 1 for a word that opens names.
    ///   - isName: whether a token is part of a mention.
    func tokens(from start: Int, length: Int, isName: (Int) -> Bool) -> Range<Int>? {
        if length > 1 {
            var end = start + length
            // «وزارة الصحة اليمنية».
            if let word = word(at: end), isNisba(word) { end += 1 }
            return start..<end
        }
        // «نادي الهلال».
        if let head = word(at: start), let club = word(at: start + 1), Self.table[head] == Self.club,
            gazetteer.classes(for: club).contains(.club)
        {
            return start..<start + 2
        }
        guard var end = endOfCore(from: start, isName: isName), let isDefinite = isDefiniteField(at: end) else {
            return nil
        }
        end += 1
        if !isDefinite {
            // «لحقوق الإنسان», «لرعاية الشباب».
            guard let word = word(at: end), Self.hasArticle(word) else { return nil }
            end += 1
        }
        while end < start + Self.longestName, let next = endOfContinuation(at: end) { end = next }
        return start..<end
    }

    /// Where the field must begin.
    private func endOfCore(from start: Int, isName: (Int) -> Bool) -> Int? {
        guard let head = word(at: start) else { return nil }
        let isDefinite = Self.bearsArticle(head)
        for index in start + 1...start + 1 + Self.longestCore {
            guard let word = word(at: index) else { return nil }
            if index > start + 1, isDefiniteField(at: index) != nil { return index }
            if isDefinite {
                guard isAttribute(word) else { return nil }
            } else if Self.hasArticle(word) {
                guard Self.table[word.dropFirst(2)] != Self.belonging else { return nil }
            } else if !isName(index) {
                // A word of its own: «جمعية زمزم للخدمات».
                guard index == start + 1, word.count > 2, word.last != ArabicLetter.heh,
                    isDefiniteField(at: index + 1) != nil,
                    gazetteer.classes(for: word).isDisjoint(with: [.commonWord, .speech])
                else { return nil }
            }
        }
        return nil
    }

    /// Where what goes on at token `index` ends: «والدواء», «وتوعية الجاليات», «الصحية».
    private func endOfContinuation(at index: Int) -> Int? {
        guard let word = word(at: index) else { return nil }
        if isAttribute(word) || Self.isAdjective(word) { return index + 1 }
        guard word.first == ArabicLetter.waw else { return nil }
        let rest = word.dropFirst()
        guard let value = Self.table[Self.hasArticle(rest) ? rest.dropFirst(2) : rest], value == Self.field else {
            return nil
        }
        if Self.hasArticle(rest) { return index + 1 }
        guard let next = self.word(at: index + 1), Self.hasArticle(next) else { return nil }
        return index + 2
    }

    /// Whether the field of work that stands at token `index` behind ل has the article; `nil` where there is none.
    private func isDefiniteField(at index: Int) -> Bool? {
        guard let word = word(at: index), word.first == ArabicLetter.lam, word.count > 3 else { return nil }
        let isDefinite = word.dropFirst().first == ArabicLetter.lam
        guard let value = Self.table[word.dropFirst(isDefinite ? 2 : 1)], value == Self.field else { return nil }
        return isDefinite
    }

    /// The folded letters of a word of the sentence; `nil` for marks, numbers and behind the end.
    private func word(at index: Int) -> ArraySlice<UInt16>? {
        guard sentence.contains(index), text.tokens[index].kind == .arabic else { return nil }
        return text.letters(of: text.tokens[index])
    }

    private func isAttribute(_ word: ArraySlice<UInt16>) -> Bool {
        Self.hasArticle(word) && (Self.table[word.dropFirst(2)] == Self.attribute || isNisba(word))
    }

    private func isNisba(_ word: ArraySlice<UInt16>) -> Bool {
        Self.hasArticle(word) && gazetteer.classes(for: word).contains(.nisba)
    }

    /// «الصحية», «التقني»: by its ending.
    private static func isAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        guard hasArticle(word), word.count > 5 else { return false }
        let last = word[word.endIndex - 1]
        let isFeminine = last == ArabicLetter.heh && word[word.endIndex - 2] == ArabicLetter.yeh
        return isFeminine || last == ArabicLetter.yeh && !TitleLexicon.isDefiniteTitle(word)
    }

    private static func hasArticle(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 3 && word.first == ArabicLetter.alef && word.dropFirst().first == ArabicLetter.lam
    }

    /// Behind clitics, too: «للهيئة», «وبالمؤسسة».
    private static func bearsArticle(_ word: ArraySlice<UInt16>) -> Bool {
        var word = word
        if word.first == ArabicLetter.waw || word.first == ArabicLetter.feh { word = word.dropFirst() }
        if hasArticle(word) { return true }
        if word.first == ArabicLetter.lam { return word.dropFirst().first == ArabicLetter.lam }
        return (word.first == ArabicLetter.beh || word.first == ArabicLetter.kaf) && hasArticle(word.dropFirst())
    }

    private static let attribute: UInt32 = 1
    private static let field: UInt32 = 2
    private static let club: UInt32 = 4
    private static let belonging: UInt32 = 8

    /// Folded, without the article.
    private static let table: LetterTable = {
        func words(_ list: String, _ value: UInt32) -> [(word: [UInt16], value: UInt32)] {
            list.split(separator: " ").map { (FoldedText(folding: String($0)).letters, value) }
        }
        return LetterTable(
            words(attributes, attribute) + words(fields, field) + words("نادي ونادي لنادي بنادي", club)
                + words("تابعة تابع مسؤولة مسؤول معنية معني منظمة", belonging)
        )
    }()

    private static let attributes = """
        عام عامة وطني وطنية قومي قومية أعلى عليا دولي دولية عالمي عالمية عربي عربية إسلامي إسلامية خيري خيرية ملكي ملكية \
        أوروبي أوروبية أفريقي أفريقية آسيوي آسيوية خليجي خليجية اتحادي اتحادية فيدرالي فيدرالية أهلي أهلية إقليمي \
        إقليمية مركزي مركزية تعاوني تعاونية مستقل مستقلة متحد متحدة سامي سامية شعبي شعبية
        """

    /// What bodies are for.
    private static let fields = """
        علوم بحوث أبحاث بحث دراسات خدمات خدمة تنمية ثقافة فنون آداب سياحة آثار تراث متاحف استثمار استثمارات تدريب تعليم \
        تربية جامعات مدارس تقاعد تأمينات تأمين تمويل حوار إغاثة أعمال حقوق شباب رعاية رياضة كرة فروسية سباحة طائرة سلة \
        تنس نشر توزيع طباعة إعلام صحافة إذاعة تلفزيون أنباء استعلامات طيران كهرباء مياه ماء صرف ري غذاء دواء أدوية \
        مواصفات مقاييس جودة إحصاء إحصاءات معلومات اتصالات تقنية تكنولوجيا نقل موانئ طرق سكك صحة بيئة زراعة ثروة حياة طاقة \
        نفط بترول بتروكيماويات غاز معادن تعدين كيماويات عقار عقارات إسكان دعوة إرشاد توعية تحفيظ قرآن إفتاء أوقاف زكاة \
        أيتام معوقين معاقين مكفوفين مسنين أسرة أسر طفولة أطفال مرأة أمومة سكان عمل عمال نقابات شغل موظفين مهندسين محامين \
        صحفيين صحافيين أطباء كتاب أدباء ناشرين ناشئين سينما مسرح موسيقى أفلام ترجمة لغة فلك فضاء أرصاد مساحة \
        دفاع أمن جوازات سجون إطفاء إنقاذ قضاء انتخابات نزاهة شفافية مكافحة فساد مخدرات صليب هلال لاجئين هجرة تجارة صناعة \
        صناعات تصنيع اقتصاد إدارة محاسبين مراجعين محاسبة رقابة اعتماد تقويم قياس تخصصات تخطيط تطوير إعمار تسليح \
        سلام سلم عدالة مصالحة تضامن تعاون نقد صرافة ادخار تسليف ائتمان توفير حبوب تحلية بلديات حج عمرة \
        شؤون دول حماية محافظة صيانة نظافة تشغيل مقاولات مقاولين إنشاءات تشييد ألبان أغذية تموين تسويق معارض مؤتمرات \
        فضائيات برمجيات حاسبات حاسب تعريب عمران صم توحد سرطان سكري سكر كلى قلب عيون أورام دم طب تمريض صيدلة علاج
        """
}
