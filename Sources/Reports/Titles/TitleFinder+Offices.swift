internal import ArabicText
internal import Extraction

/// Offices in a body or for a place that is named between them and the person: «الأمين العام لجبهة التحرير الوطني عبد الكريم بن
/// مبارك», «السفير الأميركي في بيروت ميشال عيسى», «المتحدث باسم هيئة الأركان العقيد سليمان ديمبيلي». They are shown as they are written,
/// from the office to the end of what it is held in.
extension TitleFinder {
    /// Words of an office before its preposition, words between what is named and the person, bytes of a whole office.
    private static let mostOfficeWords = 7
    private static let mostAttributes = 2
    static let longestOffice = 200

    /// Adds the office that is held in what is named before a person or that of who speaks for something else, and the title
    /// right before it: «أمين العاصمة» «رئيس اللجنة المحلية للانتخابات أسامة البار».
    ///
    /// - Parameters:
    ///   - start: the person's name, or the comma before it.
    ///   - titles: how many of the ``words`` before it are titles.
    ///   - section: the code point that no word is looked at before.
    ///
    /// - Returns: the byte at which they begin; `nil` if there is none.
    mutating func addOffice(
        before start: Edge,
        behind titles: Int,
        from section: Int,
        beside nearby: NearbyMentions,
        in text: UnsafeBufferPointer<UInt8>,
        to mentions: inout ArticleMentions
    ) -> Int? {
        guard let office = readOffice(before: start, behind: titles, from: section, beside: nearby, of: text) else {
            return nil
        }
        title.withUnsafeBufferPointer { mentions.add(title: $0) }
        body = nil
        guard readWords(before: start.moved(to: office, in: text), from: section, in: text),
            let end = title(in: text, from: 0),
            end == words.count || !TransitiveVerbs.contain(letters[words[end].letters])
        else { return office }
        let place = words[end - 1].bytes.lowerBound
        guard Self.end(before: place, in: text) != nearby.person else { return office }
        title.withUnsafeBufferPointer { mentions.add(title: $0) }
        return place
    }

    /// Writes the office to ``title`` that is held in what is named before a person, or that of who speaks for something else,
    /// and says at which byte it begins; `nil` if there is none.
    private mutating func readOffice(
        before start: Edge,
        behind titles: Int,
        from section: Int,
        beside nearby: NearbyMentions,
        of text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        if let spokesman = readSpokesman(behind: titles, of: text) { return spokesman }
        // What is left of the ``words`` is read once more for an office.
        let isAddressed = titles == 0 || isFormOfAddress(words[titles - 1])
        guard let named = nearby.before, let end = end(of: named, before: start.byte, behind: titles, in: text)
        else { return readUnnamed(behind: titles, of: text) }
        var office: TitleWord?
        if let body = nearby.bodyBefore { office = readOffice(in: body, to: end, from: section, of: text) }
        guard let office = office ?? readOffice(in: named, to: end, from: section, of: text) else { return nil }
        // «استقبل رئيس البرلمان العربي وزير الخارجية», «التقى محمد علي رئيس الاتحاد سعد حسن».
        if !isAddressed, isDoneByAnother(office) { return nil }
        let place = office.bytes.lowerBound
        return Self.end(before: place, in: text) == nearby.person ? nil : place
    }

    /// Whether a title is one by which people are addressed beside their offices: «السفير», «الكابتن», but not «الرئيس» and «وزير
    /// الخارجية».
    func isFormOfAddress(_ title: TitleWord) -> Bool {
        TitleLexicon.isDefiniteTitle(letters[title.letters]) && !context(of: title).contains(.ruler)
    }

    /// Whether a verb stands before an office that is another's who does something to who is named: ``TransitiveVerbs``.
    private func isDoneByAnother(_ office: TitleWord) -> Bool {
        guard let index = words.firstIndex(where: { $0.bytes.upperBound == office.bytes.upperBound }),
            index + 1 < words.count
        else { return false }
        return TransitiveVerbs.contain(letters[words[index + 1].letters])
    }

    /// Writes the office that is held in `named` and ends at a byte to ``title``, and says with which word it begins.
    private mutating func readOffice(
        in named: NearbyMentions.Named,
        to end: Int,
        from section: Int,
        of text: UnsafeBufferPointer<UInt8>
    ) -> TitleWord? {
        guard let (preposition, place) = preposition(before: named, in: text) else { return nil }
        readWords(before: place, from: section, in: text) { _, _ in Self.mostOfficeWords }
        // The attributes of «رئيس مجلس النواب» «السابق» are left out there, too.
        let last = preposition == .construct ? named.bytes.upperBound : end
        guard let head = head(before: preposition, of: named), head.bytes.lowerBound + Self.longestOffice > last
        else { return nil }
        write(head, to: last, of: text)
        return head
    }

    /// Writes the office of who speaks for what is no name («المتحدث باسم القوات المسلحة المصرية», «الناطقة باسم الوزارة») to ``title``.
    private mutating func readSpokesman(behind titles: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = titles
        while index < words.count, index - titles < 3, hasArticle(words[index]),
            !TitleLexicon.isOrOpensTitle(letters[words[index].letters])
        { index += 1 }
        guard index > titles, index + 1 < words.count, letters[words[index].letters].elementsEqual(Self.onBehalf),
            titles == 0 || standsAlone(words[titles - 1])
        else { return nil }
        let (end, all) = (words[titles].bytes.upperBound, words)
        words.removeFirst(index + 1)
        guard let head = head(before: .onBehalf, of: nil) else {
            words = all
            return nil
        }
        write(head, to: end, of: text)
        return head.bytes.lowerBound
    }

    /// Writes an office to ``title`` that is held in what is no name, right before the person or his titles: «الرئيس التنفيذي
    /// للمهرجان», «نائب الرئيس للشؤون المالية», «رئيس لجنة النظام بالمهرجان», «المشرف العام على الحملة».
    private mutating func readUnnamed(behind titles: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard titles < words.count, titles == 0 || standsAlone(words[titles - 1]) else { return nil }
        var index = titles
        // «للشؤون المالية», «على كرة القدم».
        while index < words.count, index - titles < Self.mostAttributes, hasArticle(words[index]),
            !TitleLexicon.isOrOpensTitle(letters[words[index].letters])
        { index += 1 }
        guard index + 1 < words.count else { return nil }
        let end = words[titles].bytes.upperBound
        var preposition: OfficePreposition?
        if let over = (index...index + 1).first(where: { letters[words[$0].letters].elementsEqual(Self.over) }) {
            (index, preposition) = (over, index > titles ? .over : nil)
        } else if words[index].withoutClitics(letters: &letters).contains(where: {
            // «لإدارة الكرة»
            hasArticle($0)
                ? !TitleLexicon.isOrOpensTitle(letters[$0.letters]) || context(of: $0).contains(.team)
                : index > titles && OfficeHead.isPart(letters[$0.letters])
        }) {
            switch letters[words[index].letters].first {
            case NameForms.lam: preposition = .of
            case ArabicLetter.beh: preposition = .inside
            default: break
            }
        }
        guard let preposition else { return nil }
        words.removeFirst(index + 1)
        guard let head = head(before: preposition, of: nil), !hasArticle(head) || head.bytes != words[0].bytes else {
            return nil
        }
        write(head, to: end, of: text)
        return head.bytes.lowerBound
    }

    private static let over = FoldedText(folding: "على").letters

    mutating func write(_ head: TitleWord, to end: Int, of text: UnsafeBufferPointer<UInt8>) {
        title.removeAll(keepingCapacity: true)
        head.write(to: &title, of: text)
        title.append(contentsOf: text[head.bytes.upperBound..<end])
    }

    /// The byte at which an office ends that is held in `named`: there, or behind attributes («حزب العمال الجزائري السابق»); `nil`
    /// if anything else stands between it and the person.
    private func end(
        of named: NearbyMentions.Named,
        before start: Int,
        behind titles: Int,
        in text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var (end, edge, index) = (Self.end(before: start, in: text), start, titles)
        if titles > 0 {
            guard standsAlone(words[titles - 1]) else { return nil }
            edge = words[titles - 1].bytes.lowerBound
            end = edge - 1
        }
        while index < words.count, words[index].bytes.lowerBound > named.bytes.upperBound {
            guard index - titles < Self.mostAttributes, isAttribute(words[index]) else { return nil }
            edge = words[index].bytes.lowerBound
            index += 1
        }
        var last = Self.end(before: edge, in: text)
        guard last >= named.bytes.upperBound else { return nil }
        // «لـ«أوبك» عبد الله البدري».
        if let quotation = Quotation.closing(before: last, of: text) { last = quotation }
        return last == named.bytes.upperBound ? end : nil
    }

    /// Whether a title stands without «and» and other clitics.
    func standsAlone(_ word: TitleWord) -> Bool { TitleLexicon.isOrOpensTitle(letters[word.letters]) }
}
