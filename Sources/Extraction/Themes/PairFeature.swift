/// What is looked at in a phrase and another, which stands above it, to see whether it says the same. Shares of words,
/// numbers and logarithms are in 1024ths, what is so or not is 1024 or 0; `above` is of the other.
package enum PairFeature: Int, CaseIterable, Sendable {
    /// Always so.
    case always
    case single
    case aboveSingle
    /// Words whose stem the other has; that are forms of one of its words; or spellings of one.
    case shared
    case aboveShared
    case like
    case aboveLike
    case sound
    case aboveSound
    /// Both begin, end with forms of one word.
    case sameHead
    case sameEnd
    /// log2(1 + occurrences).
    case count
    case aboveCount
    case name
    case aboveName
    case place
    case abovePlace
    /// General words that the other has not.
    case rest
    case aboveRest
    case title
    case aboveTitle
    /// It is a name of one word; the other's first word.
    case singleName
    case singleHead
}
