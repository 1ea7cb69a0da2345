/// Participles that say little without the preposition behind them: «المتعلقة بـ», «الموالية لـ», «الناجمة عن».
enum GoverningParticiple {
    /// By preposition, masculine, without article.
    private static let participles = Preposition.table([
        (
            "ب",
            "معني متعلق مرتبط مصاب متهم مكلف منته منتهي محيط لاحق منوط متسبب مشمول ملحق مسموح معمول متربص مهتم متضرر مزود مكتظ"
        ),
        (
            "ل",
            """
            مخصص موال موالي مسبب تابع مطابق مخالف معارض مؤيد مناهض داعم مساند ممثل مؤهل مستحق منافس مجاور مصاحب ملازم محاذ \
            محاذي مشابه مماثل مضاد موجه ملائم
            """
        ),
        ("إلى", "منتم منتمي داع داعي هادف رام رامي مؤد مؤدي متجه مشار مستند مضاف منضم"),
        ("على", "قائم مشرف مطل حاصل مترتب مبن مبني محتو محتوي مسيطر مستول مستولي متفق قادر"),
        ("عن", "ناجم ناتج صادر مسؤول معبر ناشئ غائب متغيب"), ("في", "واقع وارد راغب متمثل متسبب مشارك عامل متخصص"),
        ("من", "صادر مستفيد متضرر وارد منبثق متخرج نابع متحدر مقرب قريب خال خالي محروم"),
    ])

    /// Those that are said of nobody without it: «المعترف بها», «المعتدى عليه».
    private static let passives = Preposition.table([
        ("ب", "معترف مشتبه موثوق"), ("ل", "مرخص مصرح"), ("على", "معتدى محكوم مجني مقبوض متفق منصوص مدعى متعارف"),
        ("عن", "مفرج معلن مبلغ مسكوت"), ("في", "متنازع مشكوك مرغوب"),
    ])

    private static let endings = ["", "ة", "ين", "ون", "ات"]

    /// Whether `word`, without its article, is one that names nobody by itself, and what stands `behind` it, in UTF-8, begins
    /// with its preposition.
    static func isPassive(_ word: @autoclosure () -> String, before behind: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        governs(word(), passives, before: behind)
    }

    /// Whether `word`, without its article, is one, and what stands `behind` it, in UTF-8, begins with its preposition.
    static func governs(_ word: @autoclosure () -> String, before behind: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        governs(word(), participles, before: behind)
    }

    private static func governs(
        _ word: @autoclosure () -> String,
        _ table: Preposition.Table,
        before behind: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        Preposition.words(of: table, before: behind)
            .contains { words in
                let word = word()
                return endings.contains { ending in
                    word.hasSuffix(ending) && words.contains(String(Substring(word.utf8.dropLast(ending.utf8.count))))
                }
            }
    }
}
