internal import ArabicText

/// A person of whom no list knows, right behind a form of address, whom the tagger took for a place: «المدربة ملحة العبدالله».
enum AddressedPersons {
    /// Whether the place at these tokens is one.
    static func isOne(_ place: Range<Int>, in text: TokenizedText, gazetteer: Gazetteer) -> Bool {
        guard place.count == 2, place.lowerBound > 0, text.tokens[place.lowerBound - 1].isArabic else { return false }
        func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }
        return forms[word(place.lowerBound - 1)] != nil && !Article.begins(word(place.lowerBound))
            && Article.opensNoun(word(place.lowerBound + 1))
            && place.allSatisfy { gazetteer.classes(for: word($0)).isDisjoint(with: GazetteerClasses.locations) }
    }

    private static let forms = LetterTable(
        list: """
            الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة السيدة المدرب المدربة الكاتب الكاتبة الفنان الفنانة الشاعر الشاعرة الإعلامي \
            المحامي المحامية اللاعب اللاعبة الباحث الباحثة الطالبة النائبة المخرج المخرجة الممثل الممثلة المطرب المطربة الروائي الروائية
            """
    )
}
