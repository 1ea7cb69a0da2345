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
            tellsHeh = false
            return
        }
        var (right, wrong) = (0, 0)
        for word in article.words {
            switch Self.end(of: word, in: text) {
            case .tehMarbuta: right += 1
            case .heh where word.traits.contains(.definite) && word.traits.isDisjoint(with: .pronoun):
                if !Self.isOwn(word, in: text) { wrong += 1 }
            default: break
            }
        }
        tellsHeh = right >= max(Self.leastWords, wrong * Self.leastTimes)
    }

    /// Whether word number `index` has a pronoun: one that is told by its letters, a ه where that is none for ة, or one
    /// before a definite word, behind a noun that was never seen with the article, as none with a pronoun was.
    func contain(_ index: Int) -> Bool {
        let word = article.words[index]
        if word.traits.contains(.pronoun) { return true }
        guard Self.end(of: word, in: text) == .heh else { return false }
        if article.order == .editors, Self.isOwn(word, in: text) { return false }
        if tellsHeh, word.traits.isDisjoint(with: [.definite, .foreign]), word.end - word.start >= Self.leastLetters {
            return true
        }
        return index + 1 < article.words.count && article.words[index + 1].traits.contains(.definite)
            && !word.traits.isDisjoint(with: [.mayBeName, .proclitic]) && word.traits.isDisjoint(with: .common)
    }

    private enum End {
        case heh
        case tehMarbuta
        case other
    }

    /// A word's last letter: ه is D9 87, ة is D8 A9.
    @inline(__always)
    private static func end(of word: ArticleWord, in text: CodePointIndex.UTF8) -> End {
        let end = Int(word.end)
        let place = text.range(of: end - 1..<end)
        guard place.count == 2 else { return .other }
        switch (text.bytes[place.lowerBound], text.bytes[place.lowerBound + 1]) {
        case (0xD9, 0x87): return .heh
        case (0xD8, 0xA9): return .tehMarbuta
        default: return .other
        }
    }

    /// Whether its ه is no pronoun, whoever writes it.
    private static func isOwn(_ word: ArticleWord, in text: CodePointIndex.UTF8) -> Bool {
        let (start, end) = (Int(word.start), Int(word.end))
        if text.bytes[text.range(of: max(start, end - 2)..<end - 1)].elementsEqual(yeh) { return true }
        let letters = String(cut: UnsafeBufferPointer(rebasing: text.bytes[text.range(of: start..<end)]))
        return own.contains(letters.hasPrefix("ال") && letters != "الله" ? String(letters.dropFirst(2)) : letters)
    }
}
