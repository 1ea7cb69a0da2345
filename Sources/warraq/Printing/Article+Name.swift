import Articles

extension Article {
    /// What a message calls it.
    var name: String { [source, externalID, title].compactMap { $0 }.first ?? id.description }
}
