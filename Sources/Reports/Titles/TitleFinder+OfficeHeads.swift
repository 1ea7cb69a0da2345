internal import ArabicText
internal import Extraction

/// Where an office begins that is held in what is named behind it: ``OfficeHead``, ``OfficePreposition``.
extension TitleFinder {
    /// What stands between an office and what is named, and where that begins.
    func preposition(
        before named: NearbyMentions.Named,
        in text: UnsafeBufferPointer<UInt8>
    ) -> (OfficePreposition, Edge)? {
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
            return (preposition, Edge(codePoint: named.range.lowerBound - marks - length, byte: place))
        }
        guard marks == 0, start > 0, text[start - 1] == UInt8(ascii: " ") else { return nil }
        return (.construct, Edge(codePoint: named.range.lowerBound, byte: start))
    }

    private static let tatweel = Array("ـ".utf8)

    /// With the space behind it, and how many code points that are.
    private static let prepositions: [(written: [UInt8], length: Int, OfficePreposition)] = {
        let all: [(String, OfficePreposition)] = [
            ("ل", .of), ("ب", .inside), ("في ", .inside), ("فى ", .inside), ("لدى ", .at), ("باسم ", .onBehalf),
            ("على ", .over),
        ]
        return all.map { (Array($0.utf8), $0.unicodeScalars.count, $1) }
    }()

    static let onBehalf = FoldedText(folding: "باسم").letters

    /// The word at which the office begins that ends with the nearest of the ``words``: «الأمين» of «الأمين العام», «نائب» of
    /// «نائب رئيس قسم الجراحة».
    mutating func head(before preposition: OfficePreposition, of named: NearbyMentions.Named?) -> TitleWord? {
        for index in words.indices {
            for word in [words[index]] + words[index].withoutClitics(letters: &letters) {
                guard fits(word, at: index, before: preposition, of: named) else { continue }
                guard word.bytes == words[index].bytes else { return whoServes(words[index], at: index) ?? word }
                return outermost(word, at: index)
            }
            // A word without the article waits for the one behind it, and one with it belongs to one before it.
            let letters = letters[words[index].letters]
            // «عام» is a year as well.
            guard letters.elementsEqual(Self.general) || !StopWords.contains(letters),
                index > 0 || hasArticle(words[index]) || mayEndOffice(words[index]) || areOfBody(1)
            else { return nil }
        }
        return nil
    }

    /// Whether an office may end with a word though it has no article: «مدير عام», «رئيس قسم جراحة», «مراسل قناة سكاي نيوز».
    private func mayEndOffice(_ word: TitleWord) -> Bool {
        let letters = letters[word.letters]
        return TitleLexicon.completesTitle(letters) || OfficeHead.isPart(letters) || isPlaceOrBody(word)
            || letters.elementsEqual(Self.general) || Self.kinds[letters] != nil
    }

    /// Of which there are many, each with a name: «لاعب فريق النور», «رئيس شركة أرامكو».
    private static let kinds = LetterTable(
        list:
            "فريق نادي منتخب شركة منظمة بلدية جمعية بنك جامعة اتحاد حزب حركة قناة صحيفة مؤسسة صندوق وزارة أمانة محافظة مدينة شرطة منطقة"
    )
    private static let general = FoldedText(folding: "عام").letters

    /// Whether a reading of word `index` is the head of an office that is held behind such a preposition.
    private mutating func fits(
        _ word: TitleWord,
        at index: Int,
        before preposition: OfficePreposition,
        of named: NearbyMentions.Named?
    ) -> Bool {
        let isDefinite = hasArticle(word)
        let letters = letters[word.letters]
        let head = OfficeHead(of: isDefinite ? letters.dropFirst(2) : letters)
        if preposition == .construct {
            if named?.isBody != true { return !isDefinite && index == 0 && head.contains(.ofPlace) }
            return !isDefinite && (!head.isEmpty || TitleLexicon.opensTitle(letters))
                && context(of: word).isDisjoint(with: [.teamAlone, .thing])
                && !words[..<index].contains { hasArticle($0) }
        }
        guard !head.isEmpty, isDefinite || index > 0 else { return false }
        // «المدير الفني», «الأمين العام»; whose office it is stands behind one without the article.
        let isOfBody = isDefinite && !words[..<index].allSatisfy { hasArticle($0) }
        guard !isOfBody || preposition == .inside && named?.isBody == false && areOfBody(index) else { return false }
        switch preposition {
        case .of, .at: return head.contains(.ofBody)
        case .over: return head.contains(.over)
        case .onBehalf: return head.contains(.onBehalf)
        case .construct: return false
        case .inside:
            if let named, !named.isBody {
                return index > 0 && (head.contains(.sent) || isOfBody && head.contains(.onBehalf))
            }
            if head.contains(.inside) { return true }
            guard !isDefinite, index > 0 else { return false }
            if head.contains(.ofPart), OfficeHead.isPart(self.letters[words[index - 1].letters]) { return true }
            // «مدير الكرة بالنادي», «مدير العلاقات العامة بالشركة».
            return head.isSuperset(of: [.ofPart, .sent]) && hasArticle(words[index - 1])
        }
    }

    /// Whether the words before `index` say of which body an office is: «المتحدث الإعلامي» «للدفاع المدني» (بمنطقة نجران).
    private mutating func areOfBody(_ index: Int) -> Bool {
        let bodies = (0..<index).filter { !hasArticle(words[$0]) }
        guard let body = bodies.first, bodies.count == 1 else { return false }
        return words[body].withoutClitics(letters: &letters).contains { hasArticle($0) }
    }

    /// The title with the article before another's behind ل: «النائب الثاني» «لرئيس مجلس الوزراء».
    func whoServes(_ word: TitleWord, at index: Int) -> TitleWord? {
        guard letters[word.letters].first == NameForms.lam else { return nil }
        return words[(index + 1)...].prefix { hasArticle($0) }.last {
            !OfficeHead(of: letters[$0.letters].dropFirst(2)).isEmpty
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
