internal import ArabicText

/// Phrases of two definite nouns that have nothing to do with each other but that they stand in one row: a sentence's verb
/// comes before both of its nouns, and a person's title or name right behind what the person leads.
extension PhraseFlaws {
    /// Whether a phrase goes on each time from one definite word to a noun that is no adjective of it: a person's title
    /// («كرة القدم الفريق», «الملكي الأمير»), or what a verb takes, at its end («الشرطة المصرية القبض» behind «ألقت»); or from
    /// the name of a place or a body to that of a person («محافظة جدة محمد الزهراني»).
    func isTwoNouns(_ phrase: PhraseCounts) -> Bool {
        guard phrase.length > 1 else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                let last = first + phrase.length - 1
                return (first + 1...last).contains { beginsAnew($0) || article.isPersonBehindName($0) }
                    || isObject(last)
            }
    }

    /// Whether a word is a definite noun, outside of names, right behind a definite word.
    private func isNounBehindDefinite(_ index: Int) -> Bool {
        let (word, previous) = (article.words[index], article.words[index - 1])
        return word.name < 0 && word.traits.contains(.definite) && previous.traits.contains(.definite)
            && word.traits.isDisjoint(with: [.conjoined, .attached, .pronoun, .relational, .adjective])
    }

    private func beginsAnew(_ index: Int) -> Bool {
        isNounBehindDefinite(index) && article.words[index].traits.contains(.title)
            && article.words[index - 1].traits.isDisjoint(with: .title) && !Self.adjectives.contains(word(index))
    }

    private func isObject(_ index: Int) -> Bool {
        isNounBehindDefinite(index) && Self.objects.contains(word(index))
    }

    /// Titles that are adjectives as well («المدخل الرئيس», «العضو المرشح»), and those of the dead and of groups, which stand
    /// behind other titles («دور الملك الشهيد»).
    private static let adjectives: Set = [
        "رئيس", "رئيسة", "مرشح", "مرشحة", "معارض", "معارضة", "مسؤول", "مسؤولة", "ناشط", "ناشطة", "ناطق", "ناطقة",
        "شهيد",
        "شهيدة", "مرحوم", "مرحومة", "عالم", "عالمة", "حاكم", "حاكمة", "حارس", "مواطن", "مواطنة", "مدعي", "مقدم", "سيد",
    ]
    /// What so many verbs take that the two are one word to a reader: «ألقى القبض», «فتح النار», «أسدل الستار».
    private static let objects: Set = ["قبض", "نار", "ستار", "نقاب", "ضوء", "أضواء"]
}
