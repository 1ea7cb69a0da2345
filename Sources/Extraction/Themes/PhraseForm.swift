/// The form of a phrase, word by word.
struct PhraseForm {
    private(set) var letters = 0
    private var inner: PhraseTraits = [.mayBeName, .common]
    private var end: PhraseTraits = []

    var traits: PhraseTraits { inner.union(end) }

    /// Adds the next word.
    @inline(__always)
    mutating func add(_ word: ArticleWord, after previous: ArticleWord?) {
        let traits = word.traits
        let isDefinite = traits.contains(.definite)
        letters += traits.letters
        if let previous {
            let follows = previous.traits.contains(.definite)
            if follows, !isDefinite { inner.insert(.apposition) }
            if isDefinite, !follows, !traits.contains(.attached) { inner.insert(.construct) }
            if traits.contains(.conjoined) { inner.insert(.conjunction) }
            if traits.contains(.attached) { inner.insert(.attachment) }
            if word.agrees(with: previous) { inner.insert(.relational) }
            if end.contains(.genericEnd), !inner.contains(.genericHead) { inner.insert(.genericInside) }
        } else if traits.contains(.generic) {
            inner.insert(.genericHead)
        }
        if traits.contains(.pronoun) { inner.insert(.pronoun) }
        if traits.contains(.accusative) { inner.insert(.accusative) }
        if traits.contains(.foreign) { inner.insert(.foreign) }
        if !traits.contains(.mayBeName) { inner.remove(.mayBeName) }
        if word.name >= 0 || traits.isDisjoint(with: [.common, .generic]) { inner.remove(.common) }
        end = isDefinite ? .definite : traits.contains(.accusative) ? [] : .bare
        if traits.contains(.generic) { end.insert(.genericEnd) }
        if traits.contains(.relational) { end.insert(.relationalEnd) }
    }
}
