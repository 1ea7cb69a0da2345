import Foundation

/// Articles for the tests of whole processes: short news that no two of are the same.
enum SampleArticles {
    private static let sentences = [
        "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي في موسكو يوم الثلاثاء.",
        "أعلنت الولايات المتحدة وأوكرانيا اتفاقاً جديداً بقيمة 25 مليون دولار.",
        "قال مسؤولون في واشنطن وكييف إن الحوار الاستخباراتي مستمر رغم الخلافات.",
        "حذّر الاتحاد الأوروبي من تداعيات الأزمة على أسواق الطاقة في أوروبا.",
        "وأكدت الأمم المتحدة أن قنوات الاتصال بين البلدين ما زالت مفتوحة.",
        "ويرى محللون أن المفاوضات المقبلة في جنيف ستكون حاسمة للطرفين.",
    ]

    /// The `number`th article, of three paragraphs.
    static func text(_ number: Int) -> String {
        (0..<3).map { paragraph in
            (0..<3).map { sentences[(number / (1 + paragraph) + paragraph * 2 + $0) % sentences.count] }
                .joined(separator: " ")
        }.joined(separator: "\n\n") + "\n\nالخبر رقم \(number)\n"
    }

    /// So many of them as JSON Lines.
    static func jsonLines(_ count: Int) throws -> Data {
        var lines = Data()
        for number in 0..<count {
            let object = ["id": "article-\(number)", "title": "خبر \(number)", "text": text(number)]
            lines += try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]) + Data("\n".utf8)
        }
        return lines
    }
}
