internal import ArabicText

/// Ministries by their portfolios, of which the tagger may have none («وزارة الفلاحة») or the first: «وزارة الكهرباء والماء والطاقة
/// المتجددة».
///
/// A ministry goes on where «and» stands before what ministries are of, which is no body by itself; what may be one («وزارة
/// الداخلية والدفاع المدني») ends it. «بين وزارة الصحة والتعليم» are two.
package struct MinistryPortfolios: SentenceReader {
    let text: TokenizedText
    let sentence: Range<Int>

    init(text: TokenizedText, sentence: Range<Int>) {
        self.text = text
        self.sentence = sentence
    }

    /// The ministries of the sentence, with what the first portfolio of each needs: «لوزارة الفلاحة», «وزارة التعليم العالي», «وزارة
    /// تكنولوجيا المعلومات».
    func all() -> [Range<Int>] {
        sentence.compactMap { index in
            // Most words are told by their last letter, and need not be looked up.
            guard text.letters(of: text.tokens[index]).last == ArabicLetter.heh, isWord(index),
                noun(index, of: Self.ministries) != nil, let first = word(at: index + 1),
                let kind = Self.portfolios[first], isAdjacent(index..<index + 2)
            else { return nil }
            let next = word(at: index + 2)
            if kind == Self.construct {
                guard let next, Self.pairs[(first + [LetterHash.space] + next)[...]] != nil else { return nil }
                return index..<index + 3
            }
            let attribute = next.flatMap { Self.attributes[$0] }
            if kind == Self.civil { return attribute == Self.civil ? index..<index + 3 : nil }
            if attribute == Self.general { return index..<index + 3 }
            // «وزارة الشؤون الصحية» is none that this knows the end of.
            let goesOn = kind == Self.attributed && next.map { Article.opensNoun($0) } ?? false
            return goesOn ? nil : index..<index + 2
        }
    }

    /// The whole name of a ministry that begins with its noun; as it is where nothing is missing.
    func whole(_ ministry: Range<Int>) -> Range<Int> {
        guard ministry.count > 1, isWord(ministry.lowerBound), noun(ministry.lowerBound, of: Self.ministries) != nil,
            !isOneOfTwo(ministry.lowerBound)
        else { return ministry }
        var end = ministry.upperBound
        while let next = portfolio(at: end) { end = next }
        return ministry.lowerBound..<end
    }

    /// Behind the portfolio that begins with «and» at a token, with its attribute.
    private func portfolio(at index: Int) -> Int? {
        guard let word = word(at: index), word.first == ArabicLetter.waw, isAdjacent(index - 1..<index + 1),
            let kind = Self.portfolios[word.dropFirst()]
        else { return nil }
        let next = self.word(at: index + 1)
        if kind == Self.construct {
            // «وإدارة الكوارث», but not «وإدارة الشركة».
            guard let next, Self.pairs[(word.dropFirst() + [LetterHash.space] + next)[...]] != nil else {
                return nil
            }
            return index + 2
        }
        if let next, let attribute = Self.attributes[next], kind != Self.civil || attribute == Self.civil {
            // «والحماية المدنية» is a body.
            if attribute == Self.general || kind == Self.civil { return index + 2 }
        }
        switch kind {
        case Self.whole: return index + 1
        // «والعمل على ذلك», «والمدينة المنورة».
        case Self.last: return next.map { Article.begins($0) || StopWords.contains($0) } ?? false ? nil : index + 1
        default: return nil
        }
    }

    /// Whether a portfolio's first word waits for another: «إدارة» of «إدارة الكوارث».
    package static func waits(_ word: ArraySlice<UInt16>) -> Bool { portfolios[word] == construct }

    /// Whether two bodies share the noun: «بين وزارة الصحة والتعليم», «كل من وزارة».
    private func isOneOfTwo(_ index: Int) -> Bool { word(at: index - 1).map { Self.ofTwo[$0] != nil } ?? false }

    private static let ministries = table("وزارة", 1)
    private static let ofTwo = table("بين وبين وكلا", 1)
    private static let whole: UInt32 = 1
    /// What a ministry is of with an attribute alone: «والتعليم العالي».
    private static let attributed: UInt32 = 2
    /// Where nothing goes on behind it: «والعمل».
    private static let last: UInt32 = 3
    /// With what only these have: «والخدمة المدنية», «والأشغال العامة».
    private static let civil: UInt32 = 4
    /// A noun with the one that it waits for: «وإدارة الكوارث».
    private static let construct: UInt32 = 5
    private static let general: UInt32 = 6
    private static let portfolios = LetterTable(
        lists: [
            (
                """
                الماء المياه الطاقة المناجم المعادن التعدين التجارة الصناعة الاستثمار الري البيئة السياحة الآثار الثقافة الاتصال \
                الاتصالات المواصلات النقل الإسكان التعمير العمران الأوقاف الإرشاد الدعوة التضامن الأسرة الطفولة السكان \
                الشباب الرياضة الغابات اللوجستيك اللوجيستيك اللوجستيات التخطيط المالية الاقتصاد التجهيز التشغيل التموين الصادرات \
                الكهرباء النفط الغاز المغتربين الهجرة التنمية الإعلام الصيد الفنون التراث الابتكار التكنولوجيا المعرفة اللامركزية \
                اللاتمركز الفلاحة الزراعة السكن التواصل الالتقائية الكفاءات المقاولة المحروقات البترول البريد المناخ \
                البلديات المرافق التوطين العمرة الحج المهجرين اللاسلكية المرأة الريادة الطفل المسنين القرية البحار
                """,
                whole
            ),
            (
                """
                الموارد الثروة التعليم التكوين البحث التدريب الحماية الضمان التعاون الشؤون الجماعات التهيئة السيادة المؤسسات الصناعات \
                الطاقات البنية الخدمات الصرف التحول الانتقال الإدماج الإصلاح المنتجات التغير الحكم الرعاية الإدارة المجتمعات المساواة \
                الإحصاء التطوير الجودة الفضاء التأهيل التربية
                """,
                attributed
            ),
            ("العمل المدينة الطوارئ", last), ("الخدمة الأشغال الوظيفة المنشآت", civil),
            (
                """
                تكنولوجيا تكنولوجيات تقنية شؤون إدارة إصلاح حقوق استصلاح تنمية قضايا سياسة ترويج وقاية موارد كبار جودة أملاك عصرنة ذوي إعداد \
                تحديث ترقية اقتصاد
                """,
                construct
            ),
        ]
    )
    private static let attributes = LetterTable(
        lists: [
            (
                """
                العالي العلمي المهني المهنيين المتجددة المعدنية المائية الطبيعية البشرية الحيوانية السمكية الاجتماعية الاجتماعي \
                الإسلامية الدينية البحري البرية الدولي المحلية المحلي المستدامة الحضرية العمرانية العمراني الرقمي الرقمية القروية \
                الريفية الفلاحية الغذائي الغذائية الإدارية الإداري الشعبية الوطني الوطنية التقليدية التقليدي الداخلية الخارجية \
                التحتية اللوجستية الصحي الفني الأصلي الأولي المناخي الاتحادي السياسية القانونية العقارية العقاري الصيدية الناشئة \
                المصغرة الصغيرة الصغرى السلكية الزراعية الاقتصادية الاقتصادي التضامني المتقدمة الترابي البلدية الأفريقي الإفريقي
                """,
                general
            ),
            ("المدنية العامة العمومية القاعدية", civil),
        ]
    )
    private static let pairs = LetterTable(
        """
        تكنولوجيا_المعلومات تكنولوجيات_الاتصال تقنية_المعلومات شؤون_المغتربين شؤون_الأسرة شؤون_المرأة شؤون_المصريين شؤون_الطفل إدارة_الكوارث \
        إصلاح_الإدارة إصلاح_النظام حقوق_الإنسان استصلاح_الأراضي تنمية_الصادرات تنمية_المجتمع تنمية_الموارد قضايا_المرأة \
        سياسة_المدينة ترويج_الاستثمار وقاية_المجتمع موارد_المياه كبار_السن جودة_الحياة أملاك_الدولة عصرنة_الإدارة ذوي_الحقوق \
        إعداد_التراب تحديث_الإدارة ترقية_المرأة ترقية_الاستثمار اقتصاد_المعرفة إدارة_الموارد
        """.split(separator: " ").map { pair in
            (FoldedText(folding: pair.split(separator: "_").joined(separator: " ")).letters, 1)
        }
    )

    private static func table(_ words: String, _ value: UInt32) -> LetterTable {
        LetterTable(list: words, as: value)
    }
}
