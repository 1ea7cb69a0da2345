/// What may stand before a stem and be written together with it: conjunction, preposition or س, article.
struct WordPrefixes: Sendable, Hashable {
    enum Conjunction: UInt8, Sendable { case none, and, then }
    enum Particle: UInt8, Sendable { case none, with, `for`, like, will }

    var conjunction = Conjunction.none
    var particle = Particle.none
    var article = CliticSplit.Article.none

    var hasArticle: Bool { article != .none }

    /// A number below 30 that tells what is there, however the article is written.
    var code: UInt64 { UInt64(conjunction.rawValue) * 10 + UInt64(particle.rawValue) * 2 + (hasArticle ? 1 : 0) }

    /// What stands next to the stem, below 8.
    var innermost: UInt64 {
        if hasArticle { return 7 }
        return particle != .none ? UInt64(particle.rawValue) + 2 : UInt64(conjunction.rawValue)
    }

    var proclitics: Proclitics {
        let first: Proclitics = [[], .and, .then][Int(conjunction.rawValue)]
        return first.union([[], .with, .for, .like, .will][Int(particle.rawValue)])
    }

    /// Calls `body` with each prefix that `word` may begin with and the number of letters before its stem, none first.
    /// A stem keeps one letter at least, two behind «لل».
    @inline(__always)
    static func each(of word: UnsafeBufferPointer<UInt16>, _ body: (WordPrefixes, Int) -> Void) {
        each(of: word, from: 0, .none, body)
        guard word.count > 1 else { return }
        if word[0] == 0x648 { each(of: word, from: 1, .and, body) }
        if word[0] == 0x641 { each(of: word, from: 1, .then, body) }
    }

    @inline(__always)
    private static func each(
        of word: UnsafeBufferPointer<UInt16>,
        from start: Int,
        _ conjunction: Conjunction,
        _ body: (WordPrefixes, Int) -> Void
    ) {
        var found = WordPrefixes(conjunction: conjunction)
        let count = word.count
        body(found, start)
        if count - start > 2, word[start] == 0x627, word[start + 1] == 0x644 {
            body(WordPrefixes(conjunction: conjunction, article: .written), start + 2)
        }
        guard count - start > 1 else { return }
        found.particle =
            switch word[start] {
            case 0x628: .with
            case 0x644: .for
            case 0x643: .like
            case 0x633: .will
            default: .none
            }
        guard found.particle != .none else { return }
        body(found, start + 1)
        if found.particle == .for, word[start + 1] == 0x644 {
            found.article = .assimilated
            if count - start >= 4 { body(found, start + 2) }
            found.article = .shared
            if count - start >= 4 { body(found, start + 1) }
        } else if found.particle == .with || found.particle == .like, count - start > 3, word[start + 1] == 0x627,
            word[start + 2] == 0x644
        {
            found.article = .written
            body(found, start + 3)
        }
    }
}
