internal import ArabicText

/// Which words of an article belong to somebody: «معسكره», «أرباحها».
///
/// Folded letters don't tell ه from ة, and many write the one for the other. Whoever writes ة where it belongs, as edited
/// news do, means «his» or «its» by a final ه, but for the words that end in it themselves («المياه», «توجيه»).
struct PossessedWords {
    private let article: ArticlePhrases
    private let text: CodePointIndex.UTF8
    /// Whether a final ه is none that stands for ة.
    private let tellsHeh: Bool
    /// How each word ends, in news.
    private let ends: [End]

    private static let yeh = Array("ي".utf8)
    /// So many words in ة there are at least where it is written, and so many times as many as definite ones in ه.
    private static let leastWords = 6
    private static let leastTimes = 8
    /// Shorter words are seldom nouns with a pronoun.
    private static let leastLetters = 4
    /// Words in ه that is their own, beside those in «يه».
    private static let own = Set(
        """
        وجه وجوه أوجه مياه شفاه أفواه جباه اتجاه تجاه انتباه اشتباه إكراه أشباه مشابه تشابه متشابه جاه إله آلهة فقه شبه كنه \
        مشبوه مكروه مشوه معتوه فواكه منبه مرفه تافه أبله شاه متنزه منتزه منزه مموه دكتوراه عبده طه الله عبدالله خوجه ماجه
        """.split(separator: " ").map(String.init)
    )

    init(of article: ArticlePhrases, in text: CodePointIndex.UTF8) {
        self.article = article
        self.text = text
        guard article.order == .editors else {
            (tellsHeh, ends) = (false, [])
            return
        }
        var ends: [End] = []
        ends.reserveCapacity(article.words.count)
        var known = (offset: 0, place: 0)
        var (right, wrong) = (0, 0)
        for word in article.words {
            let last = Int(word.end) - 1
            known = (last, text.place(of: last, from: last < known.offset ? nil : known))
            let end = End(at: known.place, in: text)
            ends.append(end)
            switch end {
            case .tehMarbuta: right += 1
            case .heh where word.traits.contains(.definite) && word.traits.isDisjoint(with: .pronoun):
                if !Self.isOwn(word, in: text) { wrong += 1 }
            default: break
            }
        }
        self.ends = ends
        tellsHeh = right >= max(Self.leastWords, wrong * Self.leastTimes)
    }

    /// Whether word number `index` has a pronoun: one that is told by its letters, a ه where that is none for ة, or one
    /// before a definite word, behind a noun that was never seen with the article, as none with a pronoun was.
    func contain(_ index: Int) -> Bool {
        let word = article.words[index]
        if word.traits.contains(.pronoun) { return true }
        guard end(of: index) == .heh else { return false }
        if article.order == .editors, Self.isOwn(word, in: text) { return false }
        if tellsHeh, word.traits.isDisjoint(with: [.definite, .foreign]), word.end - word.start >= Self.leastLetters {
            return true
        }
        return index + 1 < article.words.count && article.words[index + 1].traits.contains(.definite)
            && !word.traits.isDisjoint(with: [.mayBeName, .proclitic]) && word.traits.isDisjoint(with: .common)
    }

    /// Whether a word ends in ه, so that its gender is not known.
    func endsInHeh(_ index: Int) -> Bool { end(of: index) == .heh }

    private func end(of index: Int) -> End {
        ends.isEmpty ? End(at: text.place(of: Int(article.words[index].end) - 1), in: text) : ends[index]
    }

    /// A word's last letter: ه is D9 87, ة is D8 A9.
    private enum End {
        case heh
        case tehMarbuta
        case other

        /// - Parameter place: where it begins.
        @inline(__always)
        init(at place: Int, in text: CodePointIndex.UTF8) {
            guard place + 1 < text.bytes.count else {
                self = .other
                return
            }
            switch (text.bytes[place], text.bytes[place + 1]) {
            case (0xD9, 0x87): self = .heh
            case (0xD8, 0xA9): self = .tehMarbuta
            default: self = .other
            }
        }
    }

    /// Whether its ه is no pronoun, whoever writes it.
    private static func isOwn(_ word: ArticleWord, in text: CodePointIndex.UTF8) -> Bool {
        let (start, end) = (Int(word.start), Int(word.end))
        if text.bytes[text.range(of: max(start, end - 2)..<end - 1)].elementsEqual(yeh) { return true }
        return own.contains(word.written(in: text)) || own.contains(word.writtenWithoutArticle(in: text))
    }
}
