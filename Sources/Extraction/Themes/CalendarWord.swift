/// The words with which a date ends that says when something was, and nothing of what it was.
enum CalendarWord {
    private static let words = Set(
        """
        مقبل مقبلة ماضي ماضية قادم قادمة جاري جارية منصرم منصرمة حالي حالية فائت فائتة \
        سبت أحد احد اثنين إثنين ثلاثاء أربعاء اربعاء خميس جمعة \
        يناير فبراير مارس أبريل ابريل إبريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر ديسمبر شباط آذار نيسان أيار \
        حزيران تموز آب أيلول محرم صفر رجب شعبان شوال
        """.split(separator: " ").map(String.init)
    )

    /// Whether `word`, without its article, is one.
    static func tells(_ word: String) -> Bool { words.contains(word) }
}
