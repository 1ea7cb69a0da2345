/// Verbal nouns that say little without the preposition behind them: «الحصول على», «الإفراج عن», «التخلص من».
enum GoverningNoun {
    /// By preposition, without article.
    private static let nouns = Preposition.table([
        ("ب", "التزام قيام تمسك استعانة إخلال مطالبة إشادة مساس"),
        ("ل", "تعرض خضوع تصدي امتثال انصياع"),
        ("إلى", "وصول توصل انضمام انتماء لجوء استناد افتقار سعي"),
        ("على", "حصول اعتداء تعدي تعرف عثور اطلاع سيطرة قضاء إقبال اعتماد تغلب إشراف حفاظ استيلاء استحواذ"),
        ("عن", "إفراج كشف بحث تعبير تخلي استغناء ابتعاد تنازل امتناع إبلاغ عدول"),
        ("في", "شروع تحكم إسهام انخراط تسبب"),
        ("من", "تخلص تأكد تحقق تثبت استفادة تمكن انتهاء"),
    ])
    /// With those that do so alone, and not behind the noun that they belong to: «إلقاء القبض».
    private static let nounsAlone = nouns + Preposition.table([("على", "قبض")])

    /// Whether `word`, without its article, is one, the only word of a phrase if it `isAlone`, and what stands `behind` it,
    /// in UTF-8, begins with its preposition.
    static func governs(
        _ word: @autoclosure () -> String,
        isAlone: Bool,
        before behind: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        Preposition.words(of: isAlone ? nounsAlone : nouns, before: behind).contains { $0.contains(word()) }
    }
}
