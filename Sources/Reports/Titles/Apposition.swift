internal import ArabicText
internal import Extraction

/// Whether words behind a name, one after the other, are a title of who bears it: «المحلل في شركة ريستاد إنرجي», «عضو هيئة الدفاع»,
/// and no other person in a list: «الدكتور نبيل», «سلطان الشمري».
struct Apposition {
    private let lexicon: any NameLexicon
    /// The words so far.
    private(set) var count = 0
    /// The byte at which the last of them ends that is no time: «وزير الطاقة أمس».
    private(set) var end = 0
    private var isDefinite = false
    private var mayBeName = false
    /// Whether a word said in what or of what a title with the article is one.
    private var isHeldSomewhere = false
    private var isBehindTime = false
    /// Whether the last word has the article, so that no bare noun belongs to it.
    private var endsConstruct = false

    init(lexicon: any NameLexicon) { self.lexicon = lexicon }

    /// Whether what was taken is a title.
    var isTitle: Bool { count > 1 && (!isDefinite || isHeldSomewhere) }

    /// Takes the next word, folded, or says that there can be no title.
    mutating func takes(_ word: ArraySlice<UInt16>, endingAt place: Int) -> Bool {
        defer { count += 1 }
        if count == 0 {
            end = place
            return opens(word)
        }
        if Self.times[word] != nil {
            isBehindTime = true
            return count > 1
        }
        guard !isBehindTime else { return false }
        end = place
        if Self.prepositions[word] != nil {
            isHeldSomewhere = true
            return true
        }
        let hasArticle = NameForms.hasArticle(word)
        if count == 1, mayBeName, hasArticle || lexicon.isPersonsName(word), !isPlace(word) { return false }
        // Behind the adjectives of a title with the article stands what it is held in; whoever follows is another.
        if isDefinite, !isHeldSomewhere, !hasArticle {
            guard let clitic = word.first, clitic == NameForms.lam || clitic == Self.beh, word.count > 3 else {
                return false
            }
            isHeldSomewhere = true
        }
        if word.first == NameForms.waw, TitleLexicon.isDefiniteTitle(word.dropFirst()) { return false }
        // «أصدر … المتحدث العسكري للجيش» «بيانا».
        if endsConstruct, !hasArticle, word.last == NameForms.alef, !isPlace(word) { return false }
        endsConstruct = hasArticle || word.starts(with: [NameForms.lam, NameForms.lam])
        return !StopWords.contains(word) && Self.saying[word] == nil
            && (!isDefinite || isHeldSomewhere || !TitleLexicon.isDefiniteTitle(word))
    }

    private mutating func opens(_ word: ArraySlice<UInt16>) -> Bool {
        if TitleContext(of: word).contains(.thing) { return false }
        isDefinite = NameForms.hasArticle(word)
        mayBeName = Self.mayBeName(word)
        if TitleLexicon.opensTitle(word) || TitleLexicon.isDefiniteTitle(word) { return true }
        return !OfficeHead(of: isDefinite ? word.dropFirst(2) : word).isEmpty
    }

    /// Whether a title is a given name, too.
    static func mayBeName(_ word: ArraySlice<UInt16>) -> Bool { names[word] != nil }

    private func isPlace(_ word: ArraySlice<UInt16>) -> Bool {
        lexicon.thing(for: word)?.canBe(.location) ?? false
    }

    private static let beh: UInt16 = 0x628
    private static let prepositions = LetterTable(names: ["في", "من", "على", "عن", "لدى", "باسم", "بين"])
    /// Titles that are given names, too.
    private static let names = LetterTable(list: "سلطان خليفة سيد رائد إمام أمير أميرة ملك")
    private static let saying = LetterTable(list: "قوله قولها قولهم تأكيده تأكيدها قال قالت أكد أكدت")
    private static let times = LetterTable(
        list: """
            أمس اليوم مساء صباح الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية الجاري الحالي
            """
    )
}
