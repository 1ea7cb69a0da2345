internal import ArabicText

/// What somebody did for a song, a film or a book, which stands before his name: «كلمات فلان، وألحان تركي».
enum Credits {
    /// Whether a word is one, though lists may have it as a given name, too («تصوير»).
    static func isCredit(_ word: ArraySlice<UInt16>) -> Bool { credits[word] != nil }

    private static let credits = LetterTable(
        list: "ألحان كلمات أداء غناء إخراج تأليف بطولة إنتاج تصوير مونتاج إعداد تقديم ترجمة توزيع تمثيل سيناريو ديكور"
    )
}
