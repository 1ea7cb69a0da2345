internal import ArabicText
internal import Extraction

/// Reads the titles that stand before a person's name: «الرئيس الروسي فلاديمير بوتين» has «الرئيس», «وزير الخارجية الروسي
/// سيرغي لافروف» has «وزير الخارجية», «ولي العهد الأمير محمد» has both of its titles.
struct TitleFinder {
    let lexicon: any NameLexicon
    /// The words that are looked at and their letters, kept for the next name.
    var words: [TitleWord] = []
    var letters: [UInt16] = []
    /// A title as it is written, in UTF-8, kept for the next one.
    var title: [UInt8] = []
    /// Whether a minister's further portfolios may stand among the words.
    private var mayBeOffice = false
    /// The byte at which the body or place begins whose name ends right before the person's or his next title: its words are
    /// all the title's.
    var body: Int?

    /// Code points before a name in which its titles are looked for, words of one title, titles of one name.
    static let reach = 80
    private static let longestTitle = 5
    /// Of a minister of several portfolios.
    private static let longestMinistry = 9
    static let mostTitles = 2
    /// So many words are looked at: each title may have another one before it.
    private static let mostWords = longestTitle * mostTitles + mostTitles

    init(lexicon: any NameLexicon) { self.lexicon = lexicon }

    /// Appends to `mentions` the titles of a name, the one next to it first and that behind it last, and says where they
    /// stand there.
    ///
    /// - Parameters:
    ///   - name: where it begins.
    ///   - end: the byte at which it ends.
    ///   - section: the code point that no word is looked at before.
    ///   - nearby: what is named beside it.
    mutating func titles(
        before name: Edge,
        behind end: Int,
        from section: Int,
        beside nearby: NearbyMentions,
        in text: UnsafeBufferPointer<UInt8>,
        to mentions: inout ArticleMentions
    ) -> Range<Int> {
        let first = mentions.titles.count
        var start = name
        if let short = Self.abbreviation(before: start, in: text) {
            mentions.add(title: UnsafeBufferPointer(rebasing: text[short.bytes]))
            start = short.start
        }
        let next = addTitles(before: start, from: section, beside: nearby, in: text, to: &mentions)
        let isIntroduced = isIntroduced(at: start.byte, behind: next, of: text)
        if let comma = comma(before: start, behind: next, of: text), Self.isClosed(at: end, of: text) {
            addApposed(before: comma, from: section, beside: nearby, in: text, to: &mentions)
        } else {
            _ = addOffice(before: start, behind: next, from: section, beside: nearby, in: text, to: &mentions)
        }
        if readApposition(behind: end, of: text) {
            title.withUnsafeBufferPointer { mentions.add(title: $0) }
        } else if isIntroduced {
            addOffices(behind: end, next: nearby.behind, in: text, to: &mentions)
        }
        return first..<mentions.titles.count
    }

    /// Adds the titles right before a name or a comma, the nearest first, and says how many of the ``words`` they are.
    mutating func addTitles(
        before start: Edge,
        from section: Int,
        beside nearby: NearbyMentions,
        in text: UnsafeBufferPointer<UInt8>,
        to mentions: inout ArticleMentions
    ) -> Int {
        guard readWords(before: start, from: section, in: text) else { return 0 }
        var next = 0
        for _ in 0..<Self.mostTitles {
            // «نائب رئيس [شرطة دبي] الفريق ضاحي خلفان».
            let edge = Self.end(before: next > 0 ? words[next - 1].bytes.lowerBound : start.byte, in: text)
            body = nearby.before.flatMap { $0.bytes.upperBound == edge ? $0.bytes.lowerBound : nil }
            guard let end = title(in: text, from: next),
                next == 0 || !isAnothers(next..<end, behind: nearby.person) && !isServed(end - 1, by: next - 1)
            else { break }
            title.withUnsafeBufferPointer { mentions.add(title: $0) }
            next = end
        }
        return next
    }

    /// Whether a title is that of who does something for the bearer of the next one («الرئيس» «للوزير»), or the next is joined to
    /// another that stands before it: «النائب السابق» «للرئيس» «وزعيم التمرد».
    private func isServed(_ index: Int, by next: Int) -> Bool {
        func isBehindLam(_ index: Int) -> Bool {
            letters[words[index].letters].first == NameForms.lam && !standsAlone(words[index])
        }
        return isBehindLam(next) || isBehindLam(index) && letters[words[next].letters].first == NameForms.waw
    }

    /// Reads the words before `start`, the nearest first, up to a mark or the end of the line, and says whether one of
    /// those that a title next to the name could begin at may be one: before most names none is, and the others need
    /// not be read.
    mutating func readWords(
        before start: Edge,
        from section: Int,
        in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var mayBeTitle = false
        mayBeOffice = false
        readWords(before: start, from: section, in: text) { finder, word in
            let isFirst = finder.words.count == 1
            mayBeTitle = mayBeTitle || finder.mayBeTitle(word)
            if isFirst { finder.mayBeOffice = Portfolios.mayEnd(with: finder.letters[word.letters]) }
            return mayBeTitle ? Self.mostWords : finder.mayBeOffice ? Self.longestMinistry : Self.longestTitle
        }
        return mayBeTitle
    }

    /// Reads the words before `start` as above, as many as `most` says when it has seen the last of them.
    @inline(__always)
    mutating func readWords(
        before start: Edge,
        from section: Int,
        in text: UnsafeBufferPointer<UInt8>,
        most: (inout TitleFinder, TitleWord) -> Int
    ) {
        words.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        WordsBefore.forEach(
            before: start.byte,
            of: text,
            reach: min(Self.reach, start.codePoint - section),
            isCut: start.codePoint - Self.reach > section,
            isMark: start.isMark
        ) { place, length in
            let first = letters.count
            FoldedText.fold(utf8: UnsafeBufferPointer(rebasing: text[place]), into: &letters)
            let word = TitleWord(place, length: length, letters: first..<letters.count, of: text)
            words.append(word)
            return words.count < most(&self, word)
        }
    }

    /// Whether a word, or what it is without clitics, is or opens a title.
    private mutating func mayBeTitle(_ word: TitleWord) -> Bool {
        if TitleLexicon.isOrOpensTitle(letters[word.letters]) { return true }
        guard word.mayHaveClitics else { return false }
        for bare in word.withoutClitics(letters: &letters) where TitleLexicon.isOrOpensTitle(letters[bare.letters]) {
            return true
        }
        return false
    }

    /// Writes the first title at or behind word `start`, counted from the name, to ``title``, and says which word stands
    /// behind it.
    mutating func title(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        for index in start..<min(words.count, start + (mayBeOffice ? Self.longestMinistry : Self.longestTitle)) {
            switch read(words[index], in: text, start, index) {
            case .found(let end): return end
            case .none: return nil
            case .goOn: break
            }
            guard words[index].mayHaveClitics else { continue }
            for bare in words[index].withoutClitics(letters: &letters) {
                switch read(bare, in: text, start, index) {
                case .found(let end): return end
                case .none: return nil
                case .goOn: break
                }
            }
        }
        return nil
    }

    enum Reading {
        /// The title stands in ``title``.
        case found(end: Int)
        /// There is none, nor can there be one further off.
        case none
        case goOn
    }

    /// What `word`, a reading of word `index`, makes of the words from `start` to it.
    private mutating func read(
        _ word: TitleWord,
        in text: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ index: Int
    ) -> Reading {
        if isNoTitle(word, in: text) || isOfHeir(word, at: index) { return .goOn }
        if isDefiniteTitle(word, at: index) {
            for place in start..<index where !isAttribute(words[place]) {
                guard place == index - 1, isSpecialty(words[place], of: word) else { return .none }
            }
            return definite(word, in: text, start, index)
        }
        if index > start, opensTitle(word, at: index),
            index < start + Self.longestTitle || Portfolios.areHeld(by: letters[word.letters])
        {
            switch construct(word, in: text, start, index) {
            case .goOn: break
            case let reading: return reading
            }
        }
        return .goOn
    }

    /// Whether a word is a title only for those who don't look at how it is written: «مدربه», his trainer, is no woman, and
    /// «أمام» no imam.
    private func isNoTitle(_ word: TitleWord, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let letters = letters[word.letters]
        let written = text[word.bytes]
        if written.suffix(2).elementsEqual("ه".utf8), TitleLexicon.isOrOpensTitle(letters.dropLast()) { return true }
        return written.elementsEqual("أمام".utf8)
    }

    /// Whether «الأمين» is what crown princes are called: «ولي عهده الأمين».
    private func isOfHeir(_ word: TitleWord, at index: Int) -> Bool {
        letters[word.letters].elementsEqual(Self.trusted) && index + 1 < words.count
            && Self.reigns[letters[words[index + 1].letters]] != nil
    }

    private static let trusted = FoldedText(folding: "الأمين").letters
    private static let reigns = LetterTable(
        names: ["العهد", "عهده", "عهدها", "عهدهم", "عهدكم"]
    )

    private mutating func isDefiniteTitle(_ word: TitleWord, at index: Int) -> Bool {
        let context = context(of: word)
        guard TitleLexicon.isDefiniteTitle(letters[word.letters]), !context.contains(.thing) else { return false }
        if index + 1 < words.count, hasArticle(words[index + 1]) {
            // «اللجنة الإعلامية»; but «الكاتب الصحفي».
            if context.contains(.adjective), word.bytes == words[index].bytes,
                !TitleLexicon.isDefiniteTitle(letters[words[index + 1].letters])
            {
                return false
            }
            // «المدير التنفيذي للفريق».
            if context.contains(.team), word.bytes != words[index].bytes { return false }
        }
        if context.contains(.world), index > 0, self.context(of: words[index - 1]).contains(.worldly) { return false }
        return !context.contains(.world) || reading(of: index + 1) { $0.contains(.ofWorld) } == nil
    }

    private func opensTitle(_ word: TitleWord, at index: Int) -> Bool {
        let context = context(of: word)
        guard TitleLexicon.opensTitle(letters[word.letters]), !context.contains(.thing) else { return false }
        return !context.contains(.teamAlone) || self.context(of: words[index - 1]).contains(.ofRank)
    }

    func context(of word: TitleWord) -> TitleContext { TitleContext(of: letters[word.letters]) }

    /// The first reading of a word, as it stands or without clitics, with a context that is looked for.
    mutating func reading(of index: Int, where isMeant: (TitleContext) -> Bool) -> TitleWord? {
        guard index < words.count else { return nil }
        if isMeant(context(of: words[index])) { return words[index] }
        return words[index].withoutClitics(letters: &letters).first { isMeant(context(of: $0)) }
    }

    /// Whether the words that end before `index`, counted from the name, say that the title behind them is another
    /// person's: «زوجة الرئيس», «المتحدث باسم الرئيس».
    mutating func isOthers(before index: Int) -> Bool {
        guard let last = reading(of: index, where: { !$0.isDisjoint(with: [.kin, .onBehalf]) }) else { return false }
        if context(of: last).contains(.kin) { return true }
        return index + 1 < words.count && mayBeTitle(words[index + 1])
    }

    /// The last reading of a word that opens a title.
    mutating func opening(_ word: TitleWord) -> TitleWord? {
        var opening = TitleLexicon.opensTitle(letters[word.letters]) ? word : nil
        for bare in word.withoutClitics(letters: &letters) where TitleLexicon.opensTitle(letters[bare.letters]) {
            opening = bare
        }
        return opening
    }

    func isPlaceOrBody(_ word: TitleWord) -> Bool { lexicon.isPlaceOrBody(letters[word.letters]) }
}
