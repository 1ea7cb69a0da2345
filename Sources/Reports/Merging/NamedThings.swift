internal import Extraction

/// The things in the world that an article names: each with its names and its mentions.
struct NamedThings {
    private let names: ArticleNames
    private let namesOfThings: Partition
    private let mentionsOfThings: Partition

    init(names: ArticleNames, clusters: NameClusters) {
        self.names = names
        let (things, count) = clusters.clusters()
        namesOfThings = Partition(things, count: count)
        mentionsOfThings = Partition(names.ofMention.map { things[$0] }, count: count)
    }

    var indices: Range<Int> { namesOfThings.indices }

    /// By position.
    func mentions(of thing: Int) -> ArraySlice<Int> { mentionsOfThings[thing] }

    /// The names of one thing have one type.
    func type(of thing: Int) -> EntityType {
        namesOfThings.first(in: thing).map { names.all[$0].type } ?? .miscellaneous
    }

    func isPlace(_ thing: Int) -> Bool { type(of: thing).isLocation }

    /// The number in the lexicon of what it is, or -1.
    func thing(of thing: Int) -> Int {
        for name in namesOfThings[thing] where names.all[name].thing >= 0 { return names.all[name].thing }
        return -1
    }

    /// The code of the country that it is.
    func country(of thing: Int, known: inout KnownThings) -> String? {
        for name in namesOfThings[thing] {
            if let code = known.country(of: names.all[name].thing) { return code }
        }
        return nil
    }

    /// Whether a title has one of its names.
    func stands(in title: TitleWords, _ thing: Int) -> Bool {
        namesOfThings[thing].contains { title.contain(names.forms.words[names.all[$0].words]) }
    }
}
