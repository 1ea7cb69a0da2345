internal import ArabicText

/// Phrases that are well formed by themselves and name what an article is not about: who carried the news, where it was
/// said, somebody's title, what a number counts. Asked in news alone.
extension PhraseFlaws {
    /// Whether a phrase is one of them.
    func areInPassing(_ phrase: PhraseCounts) -> Bool {
        let length = shownWords(of: phrase).count
        if length > 1, isCarrier(phrase) || isVenue(phrase) { return true }
        if phrase.length > 1, isPartOfPlace(phrase) || isLongIndefinite(phrase) { return true }
        return isApposition(phrase) || isCutByNumber(phrase) || isInCompany(phrase) || isWishedWell(phrase)
            || isCredited(phrase) || isWish(phrase) || isLead(phrase)
    }

    /// Whether a phrase is who leads or honours something, cut before the name: «رئاسة المستشار» of «برئاسة المستشار خالد».
    private func isLead(_ phrase: PhraseCounts) -> Bool {
        let range = shownWords(of: phrase)
        guard range.count == 2, phrase.names == 0, !article.words[range.lowerBound].isInTitle,
            ["رئاسة", "قيادة", "زعامة", "حضور", "رعاية", "إشراف", "مشاركة"].contains(word(range.lowerBound)),
            article.words[range.lowerBound + 1].traits.contains(.definite)
        else { return false }
        return TitleLexicon.isDefiniteTitle(FoldedText(folding: "ال" + word(range.lowerBound + 1)).letters[...])
    }

    /// Whether a phrase is the agency or newspaper that carried the news («وكالة الأنباء الألمانية», «صحيفة الوطن»), or a piece
    /// of its name: readers called none of four good. One that the title names has news of its own.
    private func isCarrier(_ phrase: PhraseCounts) -> Bool {
        let range = shownWords(of: phrase)
        let head = article.words[range.lowerBound].traits
        guard phrase.count <= SpokenTo.most, !article.words[range.lowerBound].isInTitle else { return false }
        switch word(range.lowerBound) {
        case "صحيفة", "جريدة": return head.isDisjoint(with: .definite)
        case "وكالة":
            let rest = range.dropFirst().map { word($0) }
            return rest.contains { ["أنباء", "انباء", "صحافة"].contains($0) } || rest.starts(with: ["وطنية", "إعلام"])
        default: return false
        }
    }

    /// Whether a phrase is the hotel or school in which something took place, or the chapter of the Quran that was quoted, by
    /// name, once and not in the title: readers called a quarter of 30 good.
    private func isVenue(_ phrase: PhraseCounts) -> Bool {
        guard phrase.count == 1 else { return false }
        let range = shownWords(of: phrase)
        return article.words[range.lowerBound].traits.isDisjoint(with: .definite)
            && !range.dropFirst().contains { article.words[$0].isInTitle }
            && ["فندق", "مدرسة", "سورة"].contains(word(range.lowerBound))
    }

    /// Whether whom a phrase names once, far from the article's beginning and not in its title, is wished well behind it, as
    /// the first of a state are whose names courtesy asks for: «خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز -حفظه الله-».
    private func isWishedWell(_ phrase: PhraseCounts) -> Bool {
        guard phrase.count == 1 else { return false }
        let words = article.words[shownWords(of: phrase)]
        guard let last = words.last, words.first.map({ $0.start > Self.beginning }) ?? false,
            !words.contains(where: \.isInTitle)
        else { return false }
        let behind = text.bytes[text.range(of: Int(last.end)..<Int(last.end) + Self.longestWish)]
        let wish = String(cut: UnsafeBufferPointer(rebasing: behind)).unicodeScalars
            .drop { !$0.properties.isAlphabetic && $0 != "\n" && $0 != "." }
            .split(maxSplits: 2) { $0.isWhiteSpace }
        guard wish.count > 1 else { return false }
        return Self.wishes.contains(String(wish[0])) && Self.wished.contains { wish[1].starts(with: $0.unicodeScalars) }
    }

    /// Whether a phrase is the wish itself: «صلى الله» of «صلى الله عليه وسلم».
    private func isWish(_ phrase: PhraseCounts) -> Bool {
        phrase.length > 1 && ["صلى", "رضي"].contains(word(phrase.first))
            && article.words[phrase.first + 1].written(in: text) == "الله"
    }

    /// Whether who took the picture, or wrote the text that begins with the name and a dash, is named once: «(تصوير: علي
    /// حسن)», «علي حسن – الطائف».
    private func isCredited(_ phrase: PhraseCounts) -> Bool {
        guard phrase.count == 1, phrase.persons == 1 else { return false }
        let words = shownWords(of: phrase)
        guard let last = words.last, !article.words[words].contains(where: \.isInTitle) else { return false }
        if words.lowerBound == 0, isDash(behind: Int(article.words[last].end)) { return true }
        let start = Int(article.words[words.lowerBound].start)
        let before = text.bytes[text.range(of: max(0, start - Self.longestCredit)..<start)]
        let credit = String(cut: UnsafeBufferPointer(rebasing: before)).unicodeScalars
            .split { !$0.properties.isAlphabetic }
            .last
        return credit.map { Self.photographs.contains(String($0)) } ?? false
    }

    /// Whether a dash with a space around it stands from code point `end` on.
    private func isDash(behind end: Int) -> Bool {
        let behind = text.bytes[text.range(of: end..<end + 3)]
        let scalars = Array(String(cut: UnsafeBufferPointer(rebasing: behind)).unicodeScalars)
        let dash = scalars.firstIndex { !$0.isWhiteSpace }
        guard let dash, dash < 2, scalars.count > dash + 1 else { return false }
        return ["-", "–", "—"].contains(scalars[dash]) && (dash > 0 || scalars[dash + 1].isWhiteSpace)
    }

    /// In code points: so far into the text who is named may be whom the article is about.
    private static let beginning: Int32 = 120
    /// In code points: a dash, a space and two words.
    private static let longestWish = 24
    private static let longestCredit = 12
    private static let wishes: Set = [
        "حفظه", "حفظها", "حفظهم", "حفظهما", "يحفظه", "يحفظها", "يحفظهم", "يحفظهما", "أيده", "أيدها", "رعاه", "رعاها",
        "أعزه",
        "نصره", "سلمه",
    ]
    private static let wished = ["الله", "المولى"]
    private static let photographs: Set = ["تصوير", "عدسة", "بعدسة"]

    /// The words that are shown for a phrase: all of the name of which it is a piece.
    func shownWords(of phrase: PhraseCounts) -> Range<Int> {
        phrase.pieces > 0 ? article.extent(of: phrase).words(around: phrase.range) : phrase.range
    }

    /// Whether a phrase says on which side of a place something is, and is no name: «جنوب غربي القاهرة», «شمال مدينة العلا»,
    /// or the rest of it.
    private func isPartOfPlace(_ phrase: PhraseCounts) -> Bool {
        let first = phrase.first
        guard phrase.wholes * 2 <= phrase.count, Self.sides.contains(word(first)) else { return false }
        return Self.sides.contains(word(first + 1)) || Self.surroundings.contains(word(first + 1))
            || article.words[first].isJoined && Self.sides.contains(word(first - 1))
    }

    private static let sides: Set = ["شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط"]
    private static let surroundings: Set = ["مدينة", "عاصمة", "محافظة", "منطقة", "بلدة", "بلاد"]

    /// Whether a definite phrase stands before a person's name each time, with no more than adjectives between, and belongs
    /// to no noun before it: the person's title («المصورة السعودية», «الظهير البرازيلي»). «الحكومة التركية» is none behind
    /// «رئيس».
    private func isApposition(_ phrase: PhraseCounts) -> Bool {
        guard phrase.names == 0 else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                var next = first + phrase.length
                while isAdjectiveOfTitle(next) { next += 1 }
                guard next < article.words.count, article.words[next].opensName,
                    article.words[next].nameKind == .person,
                    article.words[next].section == article.words[first].section,
                    article.words[next].start - article.words[next - 1].end == 1,
                    article.occurrence(from: first, length: phrase.length).traits.isDisjoint(with: .dependent)
                else { return false }
                return article.words[first..<next].map(\.traits)
                    .allSatisfy {
                        $0.contains(.definite) && $0.isDisjoint(with: [.attached, .conjoined, .pronoun])
                    }
            }
    }

    private func isAdjectiveOfTitle(_ index: Int) -> Bool {
        guard index < article.words.count else { return false }
        let word = article.words[index]
        return word.isJoined && word.name < 0 && word.traits.contains([.definite, .relational])
    }

    /// Whether an indefinite phrase goes on each time with a number, which is no year: «سرقة مبلغ» before «26,750»,
    /// «إحباط تهريب» before «32 كيلو».
    private func isCutByNumber(_ phrase: PhraseCounts) -> Bool {
        guard phrase.names == 0 else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                let last = article.words[first + phrase.length - 1]
                return last.traits.isDisjoint(
                    with: phrase.length > 1 ? [.definite, .foreign] : [.definite, .foreign, .mayBeName]
                ) && isAmount(from: Int(last.end))
            }
    }

    /// Whether a space and a number that is no year stand from code point `start` on.
    private func isAmount(from start: Int) -> Bool {
        let behind = String(cut: UnsafeBufferPointer(rebasing: text.bytes[text.range(of: start..<start + 6)]))
        guard let space = behind.unicodeScalars.first, space.isWhiteSpace else { return false }
        let number = behind.unicodeScalars.dropFirst().prefix { $0.properties.numericType == .decimal }
        guard let first = number.first else { return false }
        return number.count != 4 || !["1", "2", "١", "٢"].contains(first)
    }

    /// Whether three indefinite words or more stand once, in a row, and none of them is a name: «مقتل ضابط شرطة», «حادث تصادم
    /// مروع». Readers called a quarter of 13 good, mostly since two of the words say it.
    private func isLongIndefinite(_ phrase: PhraseCounts) -> Bool {
        phrase.length > 2 && phrase.count == 1 && phrase.names == 0
            && article.words[phrase.range].allSatisfy { $0.traits.isDisjoint(with: [.definite, .foreign]) }
            && article.words[phrase.range.upperBound - 1].traits.isDisjoint(with: .mayBeName)
    }
}
