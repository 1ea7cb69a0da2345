/// Participles that say little without the preposition behind them: «المتعلقة بـ», «الموالية لـ», «الناجمة عن».
enum GoverningParticiple {
    /// By preposition, masculine, without article.
    private static let participles: [(preposition: [UInt8], words: Set<String>)] = [
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
    ]
    .map { (Array($0.0.utf8), Set($0.1.split { $0.isWhitespace }.map(String.init))) }

    private static let endings = ["", "ة", "ين", "ون", "ات"]
    /// Of one letter, which is written with the next word.
    private static let prefix = 2

    /// Whether `word`, without its article, is one, and what stands `behind` it, in UTF-8, begins with its preposition.
    static func governs(_ word: @autoclosure () -> String, before behind: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard behind.first == UInt8(ascii: " ") else { return false }
        let next = behind.drop { $0 == UInt8(ascii: " ") }
        return participles.contains { preposition, words in
            guard next.starts(with: preposition) else { return false }
            let isFollowed = next.dropFirst(preposition.count).first.map(isLetter) ?? false
            return isFollowed == (preposition.count == prefix) && isForm(word(), of: words)
        }
    }

    private static func isForm(_ word: String, of words: Set<String>) -> Bool {
        endings.contains { ending in
            word.hasSuffix(ending) && words.contains(String(Substring(word.utf8.dropLast(ending.utf8.count))))
        }
    }

    /// Whether a byte begins an Arabic letter: from U+0600 on.
    private static func isLetter(_ byte: UInt8) -> Bool { 0xD8...0xDB ~= byte }
}
