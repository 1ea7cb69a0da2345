/// Whose choices order an article's phrases: those of editors, who judged phrases of news, or those of a crowd, which chose
/// some of essays and web pages of 500 to 1,000 words without a title.
///
/// Each is asked of what it has read. A text with a title or a byline is news, and one that is shorter than any that the
/// crowd has read is more like a note in a newspaper than like an essay. Of the first ten phrases of our own held-out texts,
/// 130 words without their title, editors call 73 % good in their order and 52 % in the crowd's; of 29 documents of NTREX-128
/// 71 and 55 %.
enum PhraseOrder {
    case editors, crowd

    /// Of a text that is ordered by the crowd's choices, in tokens.
    private static let leastOfCrowd = 500

    init(isTitled: Bool, hasByline: Bool, tokenCount: Int) {
        self = isTitled || hasByline || tokenCount < Self.leastOfCrowd ? .editors : .crowd
    }
}
