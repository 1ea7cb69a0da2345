internal import ArabicText

/// «روماني» is Romania's («المدرب الروماني»), and that of ancient Rome: «المسرح الروماني», «الآثار اليونانية والرومانية».
enum AncientRome {
    /// The country whose adjective it is as well.
    static let country = "RO"

    /// Whether the adjective at token `index` is ancient Rome's: behind something that antiquity has left or was, with other
    /// adjectives between, or before «المقدسة».
    static func isMeant(at index: Int, in text: TokenizedText) -> Bool {
        func word(_ index: Int) -> ArraySlice<UInt16>? {
            guard text.tokens.indices.contains(index), text.tokens[index].isArabic else { return nil }
            return text.letters(of: text.tokens[index])
        }
        if let next = word(index + 1), followers[next] != nil { return true }
        for before in 1...mostBetween + 1 {
            guard let noun = word(index - before) else { return false }
            if ancient[bare(noun)] != nil { return true }
            guard hasAdjectiveEnding(noun) else { return false }
        }
        return false
    }

    /// «اليونانية و»: the most adjectives between the noun and this one.
    private static let mostBetween = 2

    /// ـي ـية
    private static func hasAdjectiveEnding(_ word: ArraySlice<UInt16>) -> Bool {
        let stem = word.last == ArabicLetter.heh ? word.dropLast() : word
        return word.count > 4 && stem.last == ArabicLetter.yeh
    }

    /// A word without «and», a preposition and the article.
    private static func bare(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        if ancient[word] != nil { return word }
        var word = word
        if word.first == ArabicLetter.waw { word = word.dropFirst() }
        if word.starts(with: [ArabicLetter.lam, ArabicLetter.lam]) { return word.dropFirst(2) }
        if let first = word.first, first == ArabicLetter.beh || first == ArabicLetter.lam { word = word.dropFirst() }
        return Article.begins(word) ? word.dropFirst(2) : word
    }

    private static let followers = LetterTable(
        list: "المقدسة القديمة القديم الأثري الأثرية"
    )

    private static let ancient = LetterTable(
        list: """
            إمبراطورية إمبراطور أباطرة قيصر قياصرة عصر عصور عهد عهود حقبة حضارة حضارات آثار أثر مسرح مسارح مدرج مدرجات معبد \
            معابد حمام حمامات مقبرة مقابر مدفن مدافن تابوت توابيت تمثال تماثيل نقش نقوش فسيفساء عمود أعمدة قلعة قلاع حصن حصون \
            سور أسوار طريق جسر صهريج صهاريج أسطورة أساطير آلهة ميثولوجيا أرقام تقويم مصارعة مصارعين عبيد غزو احتلال فتح \
            إغريقي إغريقية بيزنطي بيزنطية فينيقي فينيقية نبطي نبطية كاثوليكي كاثوليكية متحف طراز
            """
    )
}
