internal import ArabicText
internal import Extraction

/// Titles before a comma: «قال رئيس البرلمان العربي، أحمد الجروان، إن», «أوضح المتحدث الرسمي للوزارة، المهندس هذلول الهذلول، أن». The name
/// is in apposition where a comma, «إن» or a full stop closes it and nobody is named whose title it may be as well: «أحمد السحيباني،
/// مدير البرامج، محمد الشبيب».
extension TitleFinder {
    /// Attributes that may stand between the comma and the name: «مدرب جامايكا، الألماني وينفريد شايفر، ».
    private static let mostAttributes = 2

    /// The comma before a name, its form of address, and its attributes.
    ///
    /// - Parameter titles: how many of the ``words`` before the name are titles.
    func comma(before start: Edge, behind titles: Int, of text: UnsafeBufferPointer<UInt8>) -> Edge? {
        // «، والدكتور علي التيجاني», «، وزير الشؤون الاجتماعية ماجد القصبي»: the next of several.
        if titles > 0, !TitleLexicon.isDefiniteTitle(letters[words[titles - 1].letters]) { return nil }
        var place = titles > 0 ? words[titles - 1].bytes.lowerBound : start.byte
        for word in words.dropFirst(titles).prefix(Self.mostAttributes) {
            guard hasArticle(word), isAttribute(word) else { break }
            place = word.bytes.lowerBound
        }
        guard let comma = Comma.place(before: place, of: text) else { return nil }
        return start.moved(to: Self.end(before: comma, in: text), isMark: true, in: text)
    }

    /// Whether a name that ends at a byte is over there: behind it stands a comma, a full stop, or what opens a clause.
    static func isClosed(at end: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = end
        if place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
        if place < text.count, text[place] == UInt8(ascii: ".") { return true }
        if Comma.length(at: place, of: text) != nil { return true }
        let word = WordsBehind.word(at: place, of: text)
        guard place > end, !word.isEmpty else { return false }
        return clauses[FoldedText(folding: String(decoding: text[word], as: UTF8.self)).letters[...]] != nil
    }

    /// Adds the titles before a comma, unless they are somebody else's.
    mutating func addApposed(
        before comma: Edge,
        from section: Int,
        beside nearby: NearbyMentions,
        in text: UnsafeBufferPointer<UInt8>,
        to mentions: inout ArticleMentions
    ) {
        let first = mentions.titles.count
        let next = addTitles(before: comma, from: section, beside: nearby, in: text, to: &mentions)
        // «(مستشار) في ديوان رئيس الحكومة، يوسي كوهين».
        if next > 0, next < words.count, context(of: words[next]).contains(.seat) {
            mentions.removeTitles(behind: first)
            return
        }
        var start = next > 0 ? words[next - 1].bytes.lowerBound : comma.byte
        start = addOffice(before: comma, behind: next, from: section, beside: nearby, in: text, to: &mentions) ?? start
        if isApposed(start, to: nearby.person, of: text) { mentions.removeTitles(behind: first) }
    }

    /// Whether what begins at a byte stands behind another name or a comma.
    private func isApposed(_ place: Int, to person: Int?, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        Self.end(before: place, in: text) == person || Comma.place(before: place, of: text) != nil
    }

    private static let clauses = LetterTable(list: "إن أن إنه أنه إنها أنها بأن بأنه بأنها")
}
