/// A word of a text, and where it stands among the known ones.
struct LookedUpWord {
    /// `nil` for a word that has no key.
    var query: WordQuery<WordKey>?
    /// Where the word stands among the known ones; -1 where it does not.
    var place = -1
    /// What it may tell: of one that is not known anything.
    var tells = WordTells.all
}
