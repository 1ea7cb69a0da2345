/// Participles that say little without the preposition behind them: «المتعلقة بـ», «الموالية لـ», «الناجمة عن».
enum GoverningParticiple {
    /// By preposition, masculine, without article.
    private static let participles: [(preposition: String, words: Set<Substring>)] = [
        (
            "ب",
            "معني متعلق مرتبط مصاب متهم مكلف منته منتهي محيط لاحق منوط متسبب مشمول ملحق مسموح معمول متربص مهتم متضرر"
        ),
        (
            "ل",
            """
            مخصص موال موالي مسبب تابع مطابق مخالف معارض مؤيد مناهض داعم مساند ممثل مؤهل مستحق منافس مجاور مصاحب ملازم محاذ \
            محاذي مشابه مماثل مضاد
            """
        ),
        ("إلى", "منتم منتمي داع داعي هادف رام رامي مؤد مؤدي متجه مشار مستند مضاف منضم"),
        ("على", "قائم مشرف مطل حاصل مترتب مبن مبني محتو محتوي مسيطر مستول مستولي متفق قادر"),
        ("عن", "ناجم ناتج صادر مسؤول معبر ناشئ"), ("في", "واقع وارد راغب متمثل متسبب مشارك عامل"),
        ("من", "صادر مستفيد متضرر وارد منبثق متخرج نابع متحدر"),
    ]
    .map { ($0.0, Set($0.1.split { $0.isWhitespace })) }

    private static let endings = ["", "ة", "ين", "ون", "ات"]

    /// Whether `word`, without its article, is one, and what stands `behind` it begins with its preposition.
    static func governs(_ word: String, before behind: String) -> Bool {
        guard behind.hasPrefix(" ") else { return false }
        let next = behind.drop { $0 == " " }
        return participles.contains { preposition, words in
            let isPreposition =
                preposition.count == 1
                ? next.hasPrefix(preposition) && next.dropFirst().first?.isLetter == true
                : next.hasPrefix(preposition) && next.dropFirst(preposition.count).first?.isLetter != true
            return isPreposition
                && endings.contains { word.hasSuffix($0) && words.contains(word.dropLast($0.count)) }
        }
    }
}
