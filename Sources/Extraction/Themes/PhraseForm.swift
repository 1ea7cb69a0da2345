/// The form of a phrase, word by word.
struct PhraseForm {
    /// What a word of it says; what all say; what the last says of it as the end.
    private var some: PhraseTraits
    private var common: PhraseTraits
    private var end: PhraseTraits

    @inline(__always)
    var traits: PhraseTraits { some.union(common).union(end) }

    @inline(__always)
    init(_ head: WordRole) {
        some = head.headForm
        common = head.commonForm
        end = head.endForm
    }

    /// Adds the next word.
    @inline(__always)
    mutating func add(_ word: WordRole) {
        if end.contains(.genericEnd), !some.contains(.genericHead) { some.insert(.genericInside) }
        some.formUnion(word.laterForm)
        common.formIntersection(word.commonForm)
        end = word.endForm
    }
}

extension PhraseTraits {
    /// Those of `traits` that are told by the same bit.
    @inline(__always)
    init(_ traits: WordTraits, _ same: WordTraits) {
        rawValue = UInt16(truncatingIfNeeded: traits.intersection(same).rawValue)
    }
}
