/// What can stand before a word and be written together with it.
package struct Proclitics: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// و
    package static let and = Proclitics(rawValue: 1)
    /// ف
    package static let then = Proclitics(rawValue: 2)
    /// ب
    package static let with = Proclitics(rawValue: 4)
    /// ل
    package static let `for` = Proclitics(rawValue: 8)
    /// ك
    package static let like = Proclitics(rawValue: 16)
    /// س before a verb
    package static let will = Proclitics(rawValue: 32)
}

/// One way to read a folded word as clitics and what they are attached to. Counts are folded letters, so
/// ``FoldedText/origins`` leads from them to the code points.
package struct CliticSplit: Sendable, Hashable {
    /// How the article stands at the head of the name.
    package enum Article: UInt8, Sendable, Hashable {
        case none
        /// ال, in full.
        case written
        /// «للأمم»: its ا is assimilated after ل, its ل stands.
        case assimilated
        /// «للغة»: its ل has also become one with the ل that the base begins with.
        case shared
    }

    package var proclitics: Proclitics
    package var article: Article
    /// Letters of conjunction and preposition, before the name: a mention begins here («بالولايات»: 1).
    package var nameStart: Int
    /// Letters before the name without its article («بالولايات»: 3).
    package var baseStart: Int
    /// Letters of a pronoun at the end («دعمها»: 2).
    package var suffixLength: Int

    /// What the split cuts off, in letters, the article aside.
    package var cutLetters: Int { nameStart + suffixLength }

    /// The letters of the name, its article as written.
    package func name(of word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        word.dropFirst(nameStart).dropLast(suffixLength)
    }

    /// The letters of the name without its article.
    package func base(of word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        word.dropFirst(baseStart).dropLast(suffixLength)
    }

    /// The name as it is written by itself: an assimilated article in full («للأمم»: الامم).
    package func normalizedName(of word: ArraySlice<UInt16>) -> [UInt16] {
        (article == .none ? [] : [0x627, 0x644]) + base(of: word)
    }
}

/// Reads folded words as clitics and base, without knowing any word.
///
/// Conjunction (و، ف), then preposition (ب، ل، ك) or س, then the article; pronouns at the end. A base keeps two letters
/// at least, three beside a pronoun of one letter, because short remains are chance.
package enum Clitics {
    /// All readings of `word`, the one that cuts nothing first, then by the number of letters before the name, then by
    /// the length of the pronoun. Lazy; allocates nothing.
    package static func splits(of word: ArraySlice<UInt16>) -> CliticSplits {
        CliticSplits(word)
    }

    /// The reading that cuts least of those whose name or base is a word, with `isWord` to say what is; `nil` if none
    /// is. Before a pronoun ت is also tried as teh marbuta («حكومتها»: حكومه).
    /// - Parameter isWord: asked about folded letters, with and without the article («الولايات», «ولايات»).
    package static func split(
        _ word: ArraySlice<UInt16>,
        isWord: (ArraySlice<UInt16>) -> Bool
    ) -> CliticSplit? {
        for split in splits(of: word) {
            let base = split.base(of: word)
            if isWord(split.name(of: word)) || split.article != .none && isWord(base) { return split }
            if split.article == .assimilated || split.article == .shared,
                isWord(split.normalizedName(of: word)[...])
            {
                return split
            }
            if split.suffixLength > 0, base.last == 0x62A, isWord((base.dropLast() + [0x647])[...]) { return split }
        }
        return nil
    }

    /// The reading that cuts most before the name and leaves `minimum` letters of base at least: for features and for
    /// words that no lexicon holds. It takes nothing off the end.
    package static func longest(_ word: ArraySlice<UInt16>, minimum: Int = 3) -> CliticSplit {
        var longest = CliticSplit(proclitics: [], article: .none, nameStart: 0, baseStart: 0, suffixLength: 0)
        for split in CliticSplits(word, withSuffixes: false) where split.article != .shared {
            let remains = word.count - split.baseStart >= minimum
            if remains, split.baseStart > longest.baseStart || split.article == .written { longest = split }
        }
        return longest
    }
}
