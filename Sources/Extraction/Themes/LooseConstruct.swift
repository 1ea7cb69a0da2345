/// What an adjective is joined to that says in what respect it is so: «سعودي الجنسية», «منتهية الصلاحية», «ثلاثية الأبعاد».
/// The two are one adjective, and name nothing without their noun.
enum LooseConstruct {
    private static let respects = Set(
        """
        جنسية أصل صنع صلاحية هوية منشأ أبعاد صغر دفع قيادة مدى طراز مذهب ديانة جودة فاعلية فعالية مفعول حرارة أجل تكلفة كلفة ثمن \
        خطورة أهمية حساسية تعقيد
        """.split(separator: " ").map(String.init)
    )

    /// Whether `word`, without its article, is one.
    static func ends(with word: String) -> Bool { respects.contains(word) }
}
