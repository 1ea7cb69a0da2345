import Extraction
import Testing

/// Hours by what stands around them, as «text = value».
@Suite("Hours")
struct HourTests {
    @Test(
        "«الـ» and brackets around the hour, and what is counted by the hour",
        arguments: [
            ("يعمل من الساعة الـ 5 حتى الساعة الـ 9 مساءً", ["من الساعة الـ 5 حتى الساعة الـ 9 مساءً = T17/T21"]),
            ("ورد البلاغ الساعة الـ11.30 صباحا", ["الساعة الـ11.30 صباحا = T11:30"]),
            ("تبدأ الهدنة الساعة (11:59) مساء", ["الساعة (11:59) مساء = T23:59"]),
            ("في تمام الساعة (12.30) صباحاً", ["الساعة (12.30) صباحاً = T00:30"]),
            ("تنطلق الساعة الثانية زوالا", ["الساعة الثانية زوالا = T14"]),
            ("زاد متوسط الدخل في الساعة خمسة سنتات", []),
            ("وصل في الساعة خمسة.", ["الساعة خمسة = T05"]),
        ] as [(String, [String])]
    )
    func hours(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .time) == expected)
    }
}
