internal import Articles

/// The articles at the sink, by their id, and how many of them lack findings.
struct SinkArticles: Sendable {
    private var states: [ArticleID: SinkArticle] = [:]
    /// How many lack findings.
    private(set) var gatheringCount = 0

    var count: Int { states.count }
    var ids: some Collection<ArticleID> { states.keys }
    var values: some Collection<SinkArticle> { states.values }

    subscript(id: ArticleID) -> SinkArticle? {
        get { states[id] }
        set {
            let old: SinkArticle? =
                if let newValue { states.updateValue(newValue, forKey: id) } else { states.removeValue(forKey: id) }
            if case .gathering? = old { gatheringCount -= 1 }
            if case .gathering? = newValue { gatheringCount += 1 }
        }
    }

    /// Changes an article that lacks findings where it is; `nil` if it is none.
    mutating func gather<Result>(_ id: ArticleID, _ body: (inout GatheredArticle) -> Result) -> Result? {
        guard let index = states.index(forKey: id), case .gathering(var article) = states.values[index] else {
            return nil
        }
        // Something else in its place, so that what it holds is changed and not copied.
        states.values[index] = .forgotten(next: nil)
        let result = body(&article)
        states.values[index] = .gathering(article)
        return result
    }

    /// Changes where it is what is opened once the shell has answered, if there is such a thing.
    mutating func updateOpening(of id: ArticleID, _ body: (inout SinkArticle.Opening) -> Void) {
        guard let index = states.index(forKey: id), var opening = states.values[index].opening else { return }
        let isChecked = if case .checking = states.values[index] { true } else { false }
        // As above.
        states.values[index] = .forgotten(next: nil)
        body(&opening)
        states.values[index] = isChecked ? .checking(opening) : .forgotten(next: opening)
    }
}
