/// Takes the features of a token.
package protocol FeatureReceiver {
    /// A feature as a number; the upper bits choose its row of weights.
    mutating func take(_ hash: UInt64)
    /// Those of a group have been taken. The groups: the word, its neighbours, affixes and shapes, the lexicon, open text.
    mutating func endGroup()
}
