internal import ArabicText
internal import Extraction

/// Offices in a body or for a place that is named between them and the person: «الأمين العام لجبهة التحرير الوطني عبد الكريم بن
/// مبارك», «السفير الأميركي في بيروت ميشال عيسى», «المتحدث باسم هيئة الأركان العقيد سليمان ديمبيلي». They are shown as they are written,
/// from the office to the end of what it is held in.
extension TitleFinder {
    /// A body or a place that is named before a person.
    struct Named {
        /// Code points, and bytes.
        var range: Range<Int>
        var bytes: Range<Int>
        var isBody: Bool
    }

    /// Words of an office before its preposition, words between what is named and the person, bytes of a whole office.
    private static let mostOfficeWords = 7
    private static let mostAttributes = 2
    static let longestOffice = 200

    /// Writes the office that is held in `named` to ``title``, if there is one.
    ///
    /// - Parameters:
    ///   - start: the byte at which the person's name begins.
    ///   - titles: how many of the ``words`` before it are titles.
    ///   - section: the code point that no word is looked at before.
    mutating func readOffice(
        in named: Named,
        before start: Int,
        behind titles: Int,
        from section: Int,
        of text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let end = end(of: named, before: start, behind: titles, in: text),
            let (preposition, place) = preposition(before: named, in: text)
        else { return false }
        readWords(before: place, from: section, in: text) { _, _ in Self.mostOfficeWords }
        guard let head = head(before: preposition, of: named), head.bytes.lowerBound + Self.longestOffice > end
        else { return false }
        write(head, to: end, of: text)
        return true
    }

    /// Writes the office of who speaks for what is no name («المتحدث باسم القوات المسلحة المصرية», «الناطقة باسم الوزارة») to ``title``, if
    /// there is one.
    ///
    /// - Parameter titles: how many of the ``words`` before the name are titles.
    mutating func readSpokesman(behind titles: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = titles
        while index < words.count, index - titles < 3, hasArticle(words[index]),
            !TitleLexicon.isOrOpensTitle(letters[words[index].letters])
        { index += 1 }
        guard index > titles, index + 1 < words.count, letters[words[index].letters].elementsEqual(Self.onBehalf),
            titles == 0 || standsAlone(words[titles - 1])
        else { return false }
        let (end, all) = (words[titles].bytes.upperBound, words)
        words.removeFirst(index + 1)
        guard let head = head(before: .onBehalf, of: nil) else {
            words = all
            return false
        }
        write(head, to: end, of: text)
        return true
    }

    private mutating func write(_ head: TitleWord, to end: Int, of text: UnsafeBufferPointer<UInt8>) {
        title.removeAll(keepingCapacity: true)
        head.write(to: &title, of: text)
        title.append(contentsOf: text[head.bytes.upperBound..<end])
    }

    /// The byte at which an office ends that is held in `named`: there, or behind attributes («حزب العمال الجزائري السابق»); `nil`
    /// if anything else stands between it and the person.
    private func end(
        of named: Named,
        before start: Int,
        behind titles: Int,
        in text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var (end, edge, index) = (start - 1, start, titles)
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
        var last = edge - 1
        guard last >= named.bytes.upperBound, text[last] == UInt8(ascii: " ") else { return nil }
        // «لـ«أوبك» عبد الله البدري».
        if let quotation = Quotation.closing(before: last, of: text) { last = quotation }
        return last == named.bytes.upperBound ? end : nil
    }

    /// Whether a title stands without «and» and other clitics.
    private func standsAlone(_ word: TitleWord) -> Bool { TitleLexicon.isOrOpensTitle(letters[word.letters]) }

    /// The preposition before what is named, and where it begins.
    private func preposition(
        before named: Named,
        in text: UnsafeBufferPointer<UInt8>
    ) -> (OfficePreposition, (codePoint: Int, byte: Int))? {
        var start = named.bytes.lowerBound
        var marks = 0
        if let quotation = Quotation.opening(before: start, of: text) {
            (start, marks) = (quotation, 1)
            if start >= 2, text[start - 2..<start].elementsEqual(Self.tatweel) { (start, marks) = (start - 2, 2) }
        }
        for (written, length, preposition) in Self.prepositions {
            let place = start - written.count
            guard place > 0, text[place - 1] == UInt8(ascii: " "), text[place..<start].elementsEqual(written) else {
                continue
            }
            return (preposition, (named.range.lowerBound - marks - length, place))
        }
        return nil
    }

    private static let tatweel = Array("ـ".utf8)

    /// With the space behind it, and how many code points that are.
    private static let prepositions: [(written: [UInt8], length: Int, OfficePreposition)] = {
        let all: [(String, OfficePreposition)] = [
            ("ل", .of), ("ب", .inside), ("في ", .inside), ("لدى ", .at), ("باسم ", .onBehalf),
            ("على ", .over),
        ]
        return all.map { (Array($0.utf8), $0.unicodeScalars.count, $1) }
    }()

    private static let onBehalf = FoldedText(folding: "باسم").letters

    /// The word at which the office begins that ends with the nearest of the ``words``: «الأمين» of «الأمين العام», «نائب» of
    /// «نائب رئيس قسم الجراحة».
    private mutating func head(before preposition: OfficePreposition, of named: Named?) -> TitleWord? {
        for index in words.indices {
            for word in [words[index]] + words[index].withoutClitics(letters: &letters) {
                guard fits(word, at: index, before: preposition, of: named) else { continue }
                guard word.bytes == words[index].bytes else { return word }
                return outermost(word, at: index)
            }
            // A word without the article waits for the one behind it, and one with it belongs to one before it.
            let letters = letters[words[index].letters]
            guard !StopWords.contains(letters), index > 0 || hasArticle(words[index]) || mayEndOffice(words[index])
            else { return nil }
        }
        return nil
    }

    /// Whether an office may end with a word though it has no article: «مدير عام», «رئيس قسم جراحة», «مراسل قناة سكاي نيوز».
    private func mayEndOffice(_ word: TitleWord) -> Bool {
        let letters = letters[word.letters]
        return TitleLexicon.completesTitle(letters) || OfficeHead.isPart(letters) || isKnown(word)
            || letters.elementsEqual(Self.general)
    }

    private static let general = FoldedText(folding: "عام").letters

    /// Whether a reading of word `index` is the head of an office that is held behind such a preposition.
    private func fits(_ word: TitleWord, at index: Int, before preposition: OfficePreposition, of named: Named?) -> Bool
    {
        let isDefinite = hasArticle(word)
        let letters = letters[word.letters]
        let head = OfficeHead(of: isDefinite ? letters.dropFirst(2) : letters)
        guard !head.isEmpty, isDefinite || index > 0 else { return false }
        // «المدير الفني», «الأمين العام»; whose office it is stands behind one without the article.
        guard !isDefinite || words[..<index].allSatisfy(hasArticle) else { return false }
        switch preposition {
        case .of, .at: return head.contains(.ofBody)
        case .over: return head.contains(.over)
        case .onBehalf: return head.contains(.onBehalf)
        case .inside:
            guard let named else { return false }
            if !named.isBody { return head.contains(.sent) && index > 0 }
            if head.contains(.inside) { return true }
            return head.contains(.ofPart) && !isDefinite && OfficeHead.isPart(self.letters[words[index - 1].letters])
        }
    }

    /// What makes another office of the one that begins at word `index` («نائب رئيس», «مساعد المدير»), or `nil` if that is
    /// somebody else's: «زوجة السفير».
    private mutating func outermost(_ word: TitleWord, at index: Int) -> TitleWord? {
        if isOthers(before: index + 1) { return nil }
        let context = TitleContext(of: letters[word.letters])
        if hasArticle(word) { return reading(of: index + 1) { $0.opens(context) } ?? word }
        guard index + 1 < words.count else { return word }
        return opening(words[index + 1]) ?? word
    }
}
