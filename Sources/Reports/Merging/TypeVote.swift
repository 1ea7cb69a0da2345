internal import Extraction

/// Decides what type a name has in an article: the one that all of its mentions together support most.
///
/// A name means one thing in one article nearly always (Gale, Church and Yarowsky, «One sense per discourse», 1992), so
/// a single odd label is outvoted. Nearly: a label that at least a third of the mentions carry, two or more of them
/// with at least ``certain`` support, stands beside the winner as a thing of its own.
struct TypeVote {
    static let types: [EntityType] = [.person, .location, .organization, .miscellaneous]
    private static let certain = 900

    private var support = SIMD4<Int>()
    private var labelled = SIMD4<Int>()
    private var labelledWithCertainty = SIMD4<Int>()

    /// Whether types of this kind are voted on: what rules find is not.
    static func decides(on type: EntityType) -> Bool { place(of: type) != nil }

    /// Where ``types`` has `type`.
    private static func place(of type: EntityType) -> Int? {
        switch type {
        case .person: 0
        case .location: 1
        case .organization: 2
        case .miscellaneous: 3
        default: nil
        }
    }

    mutating func count(_ mention: PlacedMention) {
        guard let own = Self.place(of: mention.type) else { return }
        var weights = SIMD4<Int>()
        if mention.support.isEmpty {
            weights[own] = mention.confidence
        } else {
            let thousandths = SIMD4<Int>(truncatingIfNeeded: mention.support.values)
            weights = thousandths.clamped(lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: 1000))
        }
        support &+= weights
        labelled[own] += 1
        if weights[own] >= Self.certain { labelledWithCertainty[own] += 1 }
    }

    /// The mentions' mean support for `type`, in thousandths.
    func meanSupport(for type: EntityType) -> Int {
        guard let index = Self.place(of: type) else { return 0 }
        return support[index] / max(labelled.wrappedSum(), 1)
    }

    /// The type with the greatest sum of support; of equals the one with more labels, then the first.
    var winner: EntityType {
        var best = 0
        for index in 1..<Self.types.count
        where (support[index], labelled[index]) > (support[best], labelled[best]) {
            best = index
        }
        return Self.types[best]
    }

    /// The type under which a mention that the tagger labelled `type` is reported.
    func outcome(for type: EntityType) -> EntityType {
        guard let index = Self.place(of: type) else { return type }
        let stands = labelledWithCertainty[index] >= 2 && 3 * labelled[index] >= labelled.wrappedSum()
        return stands ? type : winner
    }
}
