internal import ArabicText
internal import Extraction

/// Verbs of what one official does to another: the title next to them is the first one's, and the second's stands before his
/// name: «استقبل الرئيس وزير الخارجية ماركو روبيو». Of «قال ولي العهد رئيس مجلس الوزراء محمد» both are one man's.
enum TransitiveVerbs {
    /// - Parameter word: folded letters, with «و» or «ف» before them or without.
    static func contain(_ word: ArraySlice<UInt16>) -> Bool { verbs[word] != nil }

    private static let past = """
        استقبل التقى كلف عين أقال اتهم هنأ انتقد دعا زار هاتف شكر كرم ودع أوفد منح قلد استدعى حذر اختار رشح أبلغ طالب هاجم \
        خلف ناشد أطلع رافق صافح عانق بايع عزى سمى أعفى حض حث قابل خاطب أحاط جرد اعتقل أوقف عزل
        """
    private static let feminine = """
        استقبلت التقت كلفت عينت أقالت اتهمت هنأت انتقدت دعت زارت هاتفت شكرت كرمت ودعت أوفدت منحت قلدت استدعت حذرت اختارت رشحت \
        أبلغت طالبت هاجمت خلفت ناشدت أطلعت رافقت صافحت عانقت بايعت عزت سمت أعفت حضت حثت قابلت خاطبت أحاطت جردت اعتقلت أوقفت عزلت
        """
    private static let present = """
        ستقبل لتقي كلف عين قيل تهم هنئ نتقد دعو زور هاتف شكر كرم ودع وفد منح قلد ستدعي حذر ختار رشح بلغ طالب هاجم خلف ناشد طلع \
        رافق صافح عانق بايع عزي سمي عفي حض حث قابل خاطب حيط جرد عتقل وقف عزل
        """

    private static let verbs: LetterTable = {
        let stems = present.split(separator: " ")
        let all =
            [past, feminine]
            + ["ي", "ت", "سي", "ست"].map { prefix in
                stems.map { prefix + $0 }.joined(separator: " ")
            }
        let alone = all.joined(separator: " ").split(separator: " ")
        return LetterTable(list: ["", "و", "ف"].flatMap { clitic in alone.map { clitic + $0 } }.joined(separator: " "))
    }()
}

extension TitleFinder {
    /// Whether a title before another one is that of who did something to its bearer, be he named or not: «استقبل الرئيس» «وزير
    /// الخارجية», «استقبل تميم بن حمد أمير قطر» «الرئيس». An office before a form of address is one man's: «استقبل ولي العهد الأمير محمد».
    ///
    /// - Parameters:
    ///   - title: its words, counted from the name.
    ///   - person: the byte at which the person's name ends who is named last before.
    func isAnothers(_ title: Range<Int>, behind person: Int?) -> Bool {
        let isAddressed = context(of: words[title.lowerBound - 1]).contains(.address)
        let first = words[title.upperBound - 1]
        if first.bytes.lowerBound - 1 == person { return !isAddressed }
        guard title.upperBound < words.count,
            TransitiveVerbs.contain(letters[words[title.upperBound].letters])
        else { return false }
        return !isAddressed || TitleLexicon.isDefiniteTitle(letters[first.letters])
    }
}
