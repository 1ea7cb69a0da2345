/// The stem that the forms of a noun or adjective share, as "light10" finds it.
///
/// After L. Larkey, L. Ballesteros and M. Connell, "Light Stemming for Arabic Information Retrieval" (2007): و before
/// three letters or more; then one of ال بال كال فال لل before two or more; then each of ها ان ات ون ين يه ه ي once,
/// from the end of what leaves two.
package enum LightStemmer {
    /// The stem of `word`, folded letters, as a part of it. Allocates nothing.
    package static func stem(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        withoutSuffix(word.dropFirst(prefixLength(word)))
    }

    /// `word` without the suffixes alone. Allocates nothing.
    package static func withoutSuffix(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        var stem = word
        for suffix in suffixes where stem.count >= suffix.count + 2 && stem.suffix(suffix.count).elementsEqual(suffix) {
            stem = stem.dropLast(suffix.count)
        }
        return stem
    }

    private static func prefixLength(_ word: ArraySlice<UInt16>) -> Int {
        let conjunction = word.count >= 4 && word.first == 0x648 ? 1 : 0
        let rest = word.dropFirst(conjunction)
        for article in articles where rest.count >= article.count + 2 && rest.starts(with: article) {
            return conjunction + article.count
        }
        return conjunction
    }

    private static let articles: [[UInt16]] = ["ال", "بال", "كال", "فال", "لل"].map { Array($0.utf16) }

    /// «يه» stands for itself and, teh marbuta being folded, for «ية».
    private static let suffixes: [[UInt16]] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"].map { Array($0.utf16) }
}
