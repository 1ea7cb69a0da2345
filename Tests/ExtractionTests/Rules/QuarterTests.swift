import ArabicText
import Extraction
import Testing

/// Quarters and halves of years whose year is in no word of its own, as «text = value».
@Suite("Quarters")
struct QuarterTests {
    @Test(
        "of the year of writing, and of none that is named",
        arguments: [
            ("نما الاقتصاد في الربع الثاني من العام", ["الربع الثاني من العام = P0Y-Q2"]),
            ("تراجعت المبيعات خلال النصف الأول من السنة", ["النصف الأول من السنة = P0Y-H1"]),
            ("وفي الربع الثالث من العام سجلت", ["الربع الثالث من العام = P0Y-Q3"]),
            ("أعلن المصرف نتائج الربع الثاني، وقد فاقت التوقعات", ["الربع الثاني = XXXX-Q2"]),
            ("أرباح الربع الأخير ترتفع", ["الربع الأخير = XXXX-Q4"]),
            ("خلال الربع الثاني سجلت الشركة أرباحا", ["الربع الثاني = XXXX-Q2"]),
            // Years of schools, of a story, and quarters of a match.
            ("أنهى الربع الأول من العام الدراسي", []),
            ("في الربع الأول من المباراة", []),
            ("تقدم الفريق في الربع الأول بفارق كبير", []),
            ("في النصف الأول من العام ذاته", []),
        ] as [(String, [String])]
    )
    func quarters(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }
}
