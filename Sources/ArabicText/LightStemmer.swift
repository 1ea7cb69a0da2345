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
        let start = word.startIndex
        let length = word.withUnsafeBufferPointer { endWithoutSuffix(of: $0, 0..<$0.count) }
        return word[start..<start + length]
    }

    /// Where `word`, a part of `letters`, ends without its suffixes.
    package static func endWithoutSuffix(of letters: UnsafeBufferPointer<UInt16>, _ word: Range<Int>) -> Int {
        var end = word.upperBound
        for index in suffixes.indices {
            let (before, last) = suffixes[index]
            let length = before == 0 ? 1 : 2
            guard end - word.lowerBound >= length + 2, letters[end - 1] == last,
                before == 0 || letters[end - 2] == before
            else { continue }
            end -= length
        }
        return end
    }

    private static func prefixLength(_ word: ArraySlice<UInt16>) -> Int {
        let start = word.startIndex
        let length = word.count
        let conjunction = length >= 4 && word[start] == 0x648 ? 1 : 0
        let rest = length - conjunction
        guard rest >= 4 else { return conjunction }
        let first = word[start + conjunction]
        let second = word[start + conjunction + 1]
        if second == 0x644, first == 0x627 || first == 0x644 { return conjunction + 2 }
        guard rest >= 5, second == 0x627, word[start + conjunction + 2] == 0x644 else { return conjunction }
        return first == 0x628 || first == 0x643 || first == 0x641 ? conjunction + 3 : conjunction
    }

    /// The last letter but one (0 for a suffix of one letter) and the last: ها ان ات ون ين يه ه ي. «يه» stands for
    /// itself and, teh marbuta being folded, for «ية».
    private static let suffixes: InlineArray<8, (UInt16, UInt16)> = [
        (0x647, 0x627), (0x627, 0x646), (0x627, 0x62A), (0x648, 0x646), (0x64A, 0x646), (0x64A, 0x647), (0, 0x647),
        (0, 0x64A),
    ]
}
