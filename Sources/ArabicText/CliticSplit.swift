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

    /// The letters of the name without its article.
    package func base(of word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        word.dropFirst(baseStart).dropLast(suffixLength)
    }
}
