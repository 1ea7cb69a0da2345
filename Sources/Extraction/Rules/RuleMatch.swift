/// What a rule found in a sentence.
struct RuleMatch: Sendable {
    /// The clitics of the first token are cut off in the mention.
    var tokens: Range<Int>
    var type: EntityType
    var value: String
}
