/// Takes the features of a token.
package protocol FeatureReceiver {
    /// - Parameter hash: a feature as a number; the upper bits choose its row of weights.
    mutating func take(_ hash: UInt64, of group: FeatureGroup)
}

/// What features are made of: while training, all features of a group may be hidden together.
package enum FeatureGroup: Int, CaseIterable, Sendable {
    case word, neighbours, shape, lexicon, openText
}
