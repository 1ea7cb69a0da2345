internal import ArabicText

/// Words that stand before persons' names and say what they are: «الرئيس», «وزيرة», «الدكتور».
package enum TitleLexicon {
    /// Whether the folded `word` is a title with its article, or one that has none: such a word opens no name.
    package static func isDefiniteTitle(_ word: ArraySlice<UInt16>) -> Bool { table[word] == definite }

    /// Whether a word can open a title that goes on («رئيس الوزراء», «ملك الأردن»).
    package static func opensTitle(_ word: ArraySlice<UInt16>) -> Bool { table[word] == open }

    /// Whether a word is one of these two.
    package static func isOrOpensTitle(_ word: ArraySlice<UInt16>) -> Bool {
        table[word].map { $0 == definite || $0 == open } ?? false
    }

    /// Whether a word says which or since when, not what («السابق», «الراحل», «الجديدة»): it may stand between a title
    /// and its name.
    package static func isQualifier(_ word: ArraySlice<UInt16>) -> Bool { table[word] == qualifier }

    /// Whether a word goes with the definite title before it («الأمين العام»).
    package static func completesTitle(_ word: ArraySlice<UInt16>) -> Bool { table[word] == complement }

    private static let definite: UInt32 = 1
    private static let open: UInt32 = 2
    private static let qualifier: UInt32 = 4
    private static let complement: UInt32 = 8

    /// Folded as ``FoldedText`` does.
    private static let table: LetterTable = {
        var words: [(word: [UInt16], value: UInt32)] = []
        var known: Set<[UInt16]> = []
        func add(_ list: String, _ value: UInt32) {
            for word in list.split(separator: " ") {
                let letters = FoldedText(folding: String(word)).letters
                if known.insert(letters).inserted { words.append((letters, value)) }
            }
        }
        add(qualifiers, qualifier)
        add(complements, complement)
        for title in titles.split(separator: " ") {
            add("ال" + title, definite)
            add(String(title), open)
        }
        add(definiteTitles, definite)
        add(openTitles, open)
        return LetterTable(words)
    }()

    /// With the article before a name, without it before what they are titles of.
    private static let titles = """
        رئيس رئيسة ملك ملكة أمير أميرة سلطان إمبراطور إمبراطورة قيصر خليفة \
        وزير وزيرة نائب نائبة سفير سفيرة قنصل مبعوث مبعوثة مندوب مندوبة محافظ محافظة حاكم حاكمة عمدة زعيم زعيمة قائد \
        قائدة مدير مديرة أمين أمينة سكرتير مستشار مستشارة متحدث متحدثة ناطق ناطقة مفوض مفوضة مرشح مرشحة سيناتور سناتور \
        مدعي قاضي قاضية محامي محامية مفتي بطريرك مطران أسقف كاردينال قس حاخام \
        جنرال لواء عميد عقيد مقدم رائد نقيب ملازم مشير رقيب عريف أميرال أدميرال كابتن \
        دكتور دكتورة بروفيسور بروفسور بروفيسورة أستاذ أستاذة مهندس مهندسة طبيب طبيبة باحث باحثة خبير خبيرة عالم عالمة \
        محلل محللة مؤرخ صحافي صحافية صحفي صحفية إعلامي إعلامية مراسل مراسلة كاتب كاتبة شاعر شاعرة روائي روائية فنان \
        فنانة ممثل ممثلة مخرج مخرجة مطرب مطربة مغني مغنية موسيقار مدرب مدربة لاعب لاعبة مهاجم حارس مدافع ناشط ناشطة \
        معارض معارضة قيادي قيادية مسؤول مسؤولة شيخ شيخة سيد سيدة آنسة إمام مواطن مواطنة فريق
        """
    /// Titles that stand before names as they are.
    private static let definiteTitles =
        "البابا الأب الأخ الأخت الحاج الحاجة الرفيق الشهيد الشهيدة السادة المرحوم المرحومة"
    /// Titles that never stand alone.
    private static let openTitles =
        "خادم ولي ولية رؤساء وزراء عضو نجم نجمة بطل بطلة مؤسس مؤسسة وكيل كبير كبيرة مساعد مساعدة"
    private static let qualifiers = """
        السابق السابقة الأسبق الراحل الراحلة الحالي الحالية الجديد الجديدة المنتخب المنتخبة المكلف المكلفة المقال \
        المخلوع المعزول المستقيل المؤقت المؤقتة الانتقالي الانتقالية الشهير الشهيرة الكبير الكبيرة
        """
    private static let complements =
        "العام العامة الأول الأولى الأعلى الخاص الخاصة المساعد الركن ركن أول الأكبر التنفيذي التنفيذية"
}
