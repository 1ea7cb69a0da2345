internal import ArabicText

/// The portfolios of one ministry, of which the tagger has the first: «وزارة الكهرباء والماء والطاقة المتجددة».
///
/// A ministry goes on where «and» stands before what ministries are of, which is no body by itself; what may be one («وزارة
/// الداخلية والدفاع المدني») ends it. «بين وزارة الصحة والتعليم» are two.
struct MinistryPortfolios: SentenceReader {
    let text: TokenizedText
    let sentence: Range<Int>

    init(text: TokenizedText, sentence: Range<Int>) {
        self.text = text
        self.sentence = sentence
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
        if let next, Self.attributes[next] != nil { return index + 2 }
        return kind == Self.whole ? index + 1 : nil
    }

    /// Whether two bodies share the noun: «بين وزارة الصحة والتعليم», «كل من وزارة».
    private func isOneOfTwo(_ index: Int) -> Bool { word(at: index - 1).map { Self.ofTwo[$0] != nil } ?? false }

    private static let ministries = table("وزارة", 1)
    private static let ofTwo = table("بين وبين وكلا", 1)
    private static let whole: UInt32 = 1
    /// What a ministry is of with an attribute alone: «والتعليم العالي».
    private static let attributed: UInt32 = 2
    private static let portfolios = LetterTable(
        [
            (
                """
                الماء المياه الطاقة المناجم المعادن التعدين التجارة الصناعة الاستثمار الري البيئة السياحة الآثار الثقافة الاتصال \
                الاتصالات المواصلات النقل الإسكان التعمير العمران الأوقاف الإرشاد الدعوة التضامن الأسرة الطفولة السكان \
                الشباب الرياضة الغابات اللوجستيك التخطيط المالية الاقتصاد التجهيز التشغيل التموين الصادرات الكهرباء النفط الغاز \
                المغتربين الهجرة التنمية الإعلام الصيد الفنون التراث الابتكار التكنولوجيا المعرفة
                """,
                whole
            ),
            ("الموارد الثروة التعليم التكوين البحث التدريب الحماية الضمان التعاون", attributed),
            ("تكنولوجيا تقنية شؤون", attributed),
        ].flatMap { words, kind in words.split(separator: " ").map { (FoldedText(folding: String($0)).letters, kind) } }
    )
    private static let attributes = table(
        """
        العالي العلمي المهني المتجددة المعدنية المائية الطبيعية البشرية الحيوانية السمكية الاجتماعية الاجتماعي الإسلامية الدينية \
        البحري البرية الدولي المحلية المستدامة الحضرية العمرانية الرقمي الرقمية القروية الريفية الفلاحية الغذائي الإدارية الشعبية \
        المعلومات المغتربين الأسرة المرأة الوطني
        """,
        1
    )

    private static func table(_ words: String, _ value: UInt32) -> LetterTable {
        LetterTable(words.split(separator: " ").map { (FoldedText(folding: String($0)).letters, value) })
    }
}
