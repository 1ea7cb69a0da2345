/// Takes the features of a token.
package protocol FeatureReceiver {
    /// - Parameter key: a feature as a number, of which ``EntityWeights/row(of:bits:)`` makes that of its row of weights.
    mutating func take(_ key: UInt64, of group: FeatureGroup)
}

/// What features are made of: while training, all features of a group may be hidden together.
package enum FeatureGroup: Int, CaseIterable, Sendable {
    case word, neighbours, shape, lexicon, openText
}
