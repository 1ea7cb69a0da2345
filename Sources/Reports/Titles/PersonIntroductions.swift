internal import ArabicText

/// What stands before a person's name and titles and leaves nobody else whom a title behind the name could be of: a verb that
/// takes no second person («قال», «افتتح»), a preposition («مع», «برئاسة»), or how officials are addressed («صاحب السمو»,
/// «معالي»). «التقى محمد علي وزير الخارجية» tells of two men.
enum PersonIntroductions {
    /// - Parameter word: folded letters, with «و» or «ف» before them or without.
    static func contain(_ word: ArraySlice<UInt16>) -> Bool { words[word] != nil }

    private static let verbs = """
        قال قالت يقول تقول أكد أكدت يؤكد تؤكد أوضح أوضحت يوضح توضح أضاف أضافت كشف كشفت يكشف صرح صرحت أشار أشارت أفاد أفادت \
        اعتبر اعتبرت يرى ترى تابع تابعت شدد شددت نفى نفت أعلن أعلنت يعلن تعلن لفت لفتت نوه نوهت توقع توقعت أعرب أعربت عبر عبرت \
        وصف وصفت يصف يعتقد تعتقد يذكر ذكر ذكرت رأى رأت أردف أردفت يتوقع تتوقع يأمل تأمل كان أن إن لأن بأن \
        أبدى أبدت علق علقت استطرد ختم ختمت كتب كتبت غرد غردت تحدث تحدثت افتتح افتتحت يفتتح دشن دشنت يدشن رعى رعت يرعى ترأس \
        ترأست يترأس رأس تفقد تفقدت يتفقد أقر أقرت وقع وقعت ألقى ألقت اجتمع اجتمعت شارك شاركت حضر حضرت بحث بحثت ناقش ناقشت \
        استعرض استعرضت أصدر أصدرت وجه وجهت اعتمد اعتمدت ثمن ثمنت أثنى أثنت توفي توفيت غادر وصل وصلت بعث بعثت تلقى تلقت أجرى أجرت
        """
    private static let prepositions = """
        مع من عن بين بحضور برئاسة بقيادة برعاية بمشاركة بإشراف بتوجيه يد لسان بحسب وفق حسب لدى بخدمات خدمات بضم ضم حسابات رحيل \
        انتقال إصابة عودة غياب تألق
        """
    private static let honorifics = """
        السمو الملكي سموه معالي سعادة فضيلة سماحة فخامة دولة سيادة نيافة غبطة جلالة لمعالي لسعادة لفضيلة لسماحة لفخامة لدولة لجلالة
        """

    private static let words: LetterTable = {
        let all = [verbs, prepositions, honorifics].flatMap { $0.split(whereSeparator: \.isWhitespace) }
        return LetterTable(list: ["", "و", "ف"].flatMap { clitic in all.map { clitic + $0 } }.joined(separator: " "))
    }()
}
